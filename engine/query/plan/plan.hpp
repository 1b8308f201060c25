// The plan of a query: a tree of steps. Each step takes the rows of its input and gives rows with `columns`.
// The planner (plan_query.hpp) makes it from the tree, the rules (rules/) better it, make_operators turns it
// into operators.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/query/plan/known_parameters.hpp"
#include "engine/query/running/batch.hpp"
#include "engine/query/running/context.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::engine {

class Procedures;
namespace builtins {
class Functions;
}
struct Procedure;

// --- the steps
// ---------------------------------------------------------------------------------------------------
// Variables are column names. Those that the planner makes up (an unnamed node) are hidden: see
// `hidden_name`.

// The leaf of every plan: one row without columns, or, inside Optional and subqueries, the rows of the step
// around it.
struct Argument {};
// For each input row: every vertex, every vertex with the label, every vertex with the label and property.
struct AllVertices {
    std::string variable;
};
struct LabelScan {
    std::string variable;
    grammar::Name label;
    // In the order in which ORDER BY puts this property, by the index of this name, those of one value
    // ascending by id; none: ascending by id. About so many rows are wanted of it.
    struct Order {
        grammar::Name key;
        bool descending = false;
        std::string index;
        std::size_t first = 1;
    };
    std::optional<Order> order = std::nullopt;
};
struct IndexLookup {
    std::string variable;
    grammar::Name label;
    grammar::Name key;
    grammar::Expression value;
    std::string index;  // that was asked for by this name; empty: made by itself
};
// For each input row: every vertex with the label whose property is a text that passes the test with `part`.
struct TextLookup {
    std::string variable;
    grammar::Name label;
    grammar::Name key;
    graphs::TextPredicate test = graphs::TextPredicate::Contains;
    grammar::Expression part;
    std::string index;      // as above
    bool in_order = false;  // through the index of values in order; of StartsWith
};
// For each input row: every vertex with the label whose property lies between the bounds.
struct RangeLookup {
    struct Bound {
        grammar::Expression value;
        bool included = false;
    };
    std::string variable;
    grammar::Name label;
    grammar::Name key;
    std::optional<Bound> low, high;  // at least one
    std::string index;               // as above
};

// A relationship of a pattern, as the steps that walk it need it.
struct Walk {
    std::string from, to;              // nodes; `from` is bound
    std::string edge;                  // the column it binds: an edge, or a list of edges with a range
    bool to_bound = false;             // `to` has a value already, which must be reached
    std::vector<grammar::Name> types;  // any of them; none: every type
    grammar::Direction direction = grammar::Direction::Either;  // seen from `from`
    std::vector<std::string> unlike;  // columns of the same MATCH whose edges must not be taken again
};
struct Expand {
    Walk walk;
    // Only to ends that pass: an `end_comparison` (rules/compare_ends).
    std::optional<grammar::Expression> test = {};
};
// Only counts the edges that Expand would walk: adds their number as an integer column, if that has a name,
// and drops the rows that have none. `none`: keeps only these rows instead. `walk.to` and `walk.edge` are
// empty.
struct CountEdges {
    Walk walk;
    std::string column = {};
    bool none = false;
};
// Which rows a VariableExpand gives, where only the ends of its walks count (rules/reach_ends_once).
enum class Ends {
    OfEveryWalk,  // a row for each walk
    OnceForARow,  // for each input row every end once, and the list of edges left out
    Once,         // the ends for all input rows together, each once, and all other columns left out
};
// Every walk that repeats no edge, of `least` to `most` edges, each with the given properties.
struct VariableExpand {
    Walk walk;
    std::int64_t least = 1;
    std::optional<std::int64_t> most;
    std::vector<std::pair<grammar::Name, grammar::Expression>> properties;
    bool against = false;  // walked from the pattern's second node to its first: the list is turned round
    Ends ends = Ends::OfEveryWalk;
    // Asked of the ends above, by a filter; no walk needs to be given whose end does not pass them. They read
    // nothing but the end (rules/guide_walks).
    std::vector<grammar::Expression> end_tests = {};
};
// The pattern's edge, or list of edges, is bound: gives its two ends, in each direction that fits.
struct FollowEdges {
    Walk walk;
    bool from_bound = false;
    bool list = false;
};
// Shortest walks between two bound nodes: of those for which every predicate is true. The predicates may read
// the walk's edges, `expand.walk.edge`, and the whole walk as a path, `path`, beside the input's columns.
struct ShortestPath {
    VariableExpand expand;
    bool all = false;
    std::vector<grammar::Expression> predicates = {};
    std::string path = {};  // empty: no predicate reads it
};
// Binds a named path. `nodes` has one more than `edges`; an edge may be a list. Nodes inside a list come from
// the graph.
struct BuildPath {
    std::string variable;
    std::vector<std::string> nodes, edges;
};

struct Filter {
    std::vector<grammar::Expression> predicates;
};  // all must be true
using NamedExpression = std::pair<std::string, grammar::Expression>;
struct Project {
    std::vector<NamedExpression> items;
};  // exactly these columns
struct Aggregation {
    std::string column, function;
    bool distinct = false;
    std::vector<grammar::Expression> arguments;
    grammar::Span span;
    // Of count(*): integer columns of the input; each row counts as often as their product says.
    std::vector<std::string> weights = {};
};
struct Aggregate {
    std::vector<NamedExpression> keys;
    std::vector<Aggregation> aggregations;
};
struct Distinct {};
struct Sort {
    std::vector<grammar::SortItem> items;
};
struct TopK {
    std::vector<grammar::SortItem> items;
    std::optional<grammar::Expression> skip;
    grammar::Expression limit;
};
struct Skip {
    grammar::Expression count;
};
struct Limit {
    grammar::Expression count;
};
struct UnwindList {
    std::string variable;
    grammar::Expression list;
};
struct Concatenate {};  // of two or more inputs with the same columns: UNION ALL
// inputs: outer, inner. For each outer row the inner rows, or one with nulls if there are none.
struct Optional {};
struct CallProcedure {
    const Procedure* procedure = nullptr;
    std::vector<grammar::Expression> arguments;
    std::vector<std::pair<std::size_t, std::string>> results;  // which result goes to which column
    bool standalone = false;  // gives its results only; otherwise adds them to the input's columns
};

// --- the steps that change the graph. Each takes its input whole before it changes anything, and changes
// everything before it gives a row, so that what reads below sees nothing of it and what reads above sees
// all.
struct NewNode {
    std::string variable;
    std::vector<grammar::Name> labels;
    std::optional<grammar::Expression> properties;  // a map literal, or an expression that gives a map
};
struct NewEdge {
    std::string variable;  // may be empty: no column
    std::string from, to;  // new nodes of the same step, or columns of the input
    grammar::Name type;
    std::optional<grammar::Expression> properties;
    grammar::Span span;
};
// One item of SET or REMOVE.
struct Change {
    enum class What {
        SetProperty,
        ReplaceProperties,
        AddProperties,
        AddLabels,
        RemoveProperty,
        RemoveLabels
    };
    What what;
    grammar::Expression object;
    std::vector<grammar::Name> names;          // the key, or the labels
    std::optional<grammar::Expression> value;  // of the first three
};
// For each row: the nodes in order, then the edges.
struct CreatePattern {
    std::vector<NewNode> nodes;
    std::vector<NewEdge> edges;
};
// inputs: outer, inner. For each outer row, one after the other: the inner rows, or one with the pattern made
// if there are none. The path, if the pattern has a name, joins its nodes and relationships.
struct MergePattern {
    CreatePattern pattern;
    BuildPath path;
    std::vector<Change> on_create, on_match;
    bool row_by_row = false;  // of both lists, as for ChangeElements
};
// SET or REMOVE: for each row the changes in order. `row_by_row`: what one computes may read what was changed
// before it, in this row or another.
struct ChangeElements {
    std::vector<Change> changes;
    bool row_by_row = false;
};
struct DeleteElements {
    bool detach = false;
    std::vector<grammar::Expression> expressions;
};
// inputs: outer, body. Runs the body for each element of the list, on the outer row with the element as one
// more column, and gives the outer rows. `one_by_one`: the body has run for one element before the next
// begins.
struct ForEach {
    std::string variable;
    grammar::Expression list;
    bool one_by_one = true;
};
// Takes every row and gives none, without columns: a query that ends without RETURN.
struct EmptyResult {};

// The pattern of a MATCH, before the rules lay it out as scans and expands.
struct PatternEdge {
    std::string variable;
    std::size_t from = 0, to = 0;  // indexes of nodes
    std::vector<grammar::Name> types;
    grammar::Direction direction = grammar::Direction::Either;
    std::optional<grammar::Range> range;
    std::vector<std::pair<grammar::Name, grammar::Expression>>
        properties;  // of a range; else they are predicates
    grammar::PathSelector selector = grammar::PathSelector::All;
    std::string path = {};  // of a shortest path: its name, if it has one
    // Of a shortest path: the parts of the WHERE about it. They say which paths there are to choose from.
    std::vector<grammar::Expression> predicates = {};
};
struct MatchPattern {
    std::vector<std::string> nodes;  // each variable once
    std::vector<PatternEdge> edges;
    std::vector<BuildPath> paths;
    std::vector<grammar::Expression>
        predicates;  // labels and properties of the pattern, later the WHERE's parts
};

using AnyStep =
    std::variant<Argument, AllVertices, LabelScan, IndexLookup, TextLookup, RangeLookup, Expand, CountEdges,
                 VariableExpand, FollowEdges, ShortestPath, BuildPath, Filter, Project, Aggregate, Distinct,
                 Sort, TopK, Skip, Limit, UnwindList, Concatenate, Optional, CallProcedure, CreatePattern,
                 MergePattern, ChangeElements, DeleteElements, ForEach, EmptyResult, MatchPattern>;
// What copies and destroys it stands in plan.cpp, once: see grammar::Expression.
struct Step : AnyStep {
    Step();
    template <class T>
    requires grammar::is_alternative_of<T, AnyStep> Step(T step);
    Step(const Step&);
    Step(Step&&) noexcept;
    Step& operator=(const Step&);
    Step& operator=(Step&&) noexcept;
    ~Step();
};

struct Counters {
    std::size_t rows = 0;          // given
    std::int64_t nanoseconds = 0;  // spent here and in the inputs
};

struct Plan {
    Plan();
    Plan(Step step, Layout columns);
    Plan(const Plan&);
    Plan(Plan&&) noexcept;
    Plan& operator=(const Plan&);
    Plan& operator=(Plan&&) noexcept;
    ~Plan();

    Step step;
    std::vector<Plan> inputs;
    Layout columns;
    double rows = 1;    // estimated
    Counters counters;  // filled when the plan runs
    // The plans inside its expressions (EXISTS, patterns), in order: they come with the operators.
    std::vector<std::shared_ptr<Plan>> subqueries;
    // By column: no step above reads it, so it may hold anything (rules/drop_unread_columns). Empty: all are
    // read.
    std::vector<bool> unread = {};
};

// --- what the planner and the rules know
// --------------------------------------------------------------------------------
struct PlanContext {
    const graphs::PropertyGraph& graph;
    KnownParameters parameters;
    std::string_view text;
    const Procedures& procedures;
    const builtins::Functions& functions;
    const QueryContext* running = nullptr;  // whose limits hold while the plan is made; nullptr: none
    // The statement changes the graph, so that its counts may not hold while the plan runs.
    bool statement_changes = false;
    const std::set<std::string, std::less<>>* left_out = nullptr;  // rules that are not applied, for tests
    // Of an EXISTS: the plan is asked only whether it has rows, or for which outer rows (its first column).
    bool only_whether = false;

    // Throws QueryError at a limit.
    void check() const {
        if (running != nullptr) running->check();
    }
    // For what an estimate has to make first.
    graphs::Progress progress() const {
        return running != nullptr ? running->progress() : graphs::no_progress;
    }
};

bool has_column(const Layout& layout, std::string_view name);

// A step over an input, with the columns that follow from both.
Plan over(Plan input, Step step);
Plan over(Plan first, Plan second, Step step);
// The columns that a step gives, from its inputs' columns.
Layout columns_of(const Step& step, const std::vector<Plan>& inputs);

// Is there a step in the tree that changes the graph? It must run even where nobody asks for its rows.
bool changes_graph(const Plan& plan);

// Makes the columns of every step follow from its inputs again, after a change below.
void refresh_columns(Plan& plan);

// Calls `visit` for every plan in the tree, inputs first.
template <class P, class Visit>
void for_each_plan(P& plan, const Visit& visit) {
    for (auto& input : plan.inputs) for_each_plan(input, visit);
    visit(plan);
}

}  // namespace hearsay::engine
