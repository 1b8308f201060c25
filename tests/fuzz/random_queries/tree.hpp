// The little syntax tree that random queries are made as. The oracle evaluates it, tree_text.cpp writes it
// down.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/fuzz/random_queries/value.hpp"

namespace hearsay::random_queries {

struct Path;
struct Query;

// What an expression is, and in brackets what `parts` are.
enum class Is {
    Literal,
    Parameter,  // `name`, its value in `value`
    Variable,   // `name`
    Property,   // [of what], `name`
    Labelled,   // [node], `name`
    Prefix,     // [operand], `name`: NOT, -
    Infix,      // [left, right], `name`: AND OR XOR = <> < <= > >= + - * / % ^ IN CONTAINS, STARTS WITH, ENDS
                // WITH
    Postfix,    // [operand], `name`: IS NULL, IS NOT NULL
    ListOf,     // elements
    MapOf,      // values, of `keys`
    Index,      // [list, place]
    Slice,      // [list, from, to]
    Case,       // [when, then, ..., else]
    CaseOf,     // [of what, when, then, ..., else]
    Function,   // arguments, `name`
    Aggregate,  // [argument] or none for count(*); `name`, `distinct`
    Quantifier,    // [list, condition], `name` all any none single, `variable`
    ListOfEach,    // [list, condition, what], `variable`
    Reduce,        // [first, list, step], `variable` of the list, `name` carried along
    Exists,        // `paths`, [condition] or none
    Count,         // likewise
    ExistsQuery,   // `query`
    CountQuery,    // likewise
    CollectQuery,  // likewise, with one column
    Fits,          // `paths`: one pattern as a condition
    PathsOfEach    // `paths`, [condition, what]
};

struct Expression {
    Is is = Is::Literal;
    std::string name = {};
    Value value = {};
    std::vector<Expression> parts = {};
    std::string variable = {};
    std::vector<std::string> keys = {};
    bool distinct = false;
    std::vector<Path> paths = {};
    std::shared_ptr<const Query> query = nullptr;
};

using KeyValues = std::vector<std::pair<std::string, Expression>>;

struct NodePattern {
    std::string name = {};  // may be empty
    std::vector<std::string> labels = {};
    KeyValues properties = {};
};
struct RelationshipPattern {
    std::string name = {};
    std::vector<std::string> types = {};
    KeyValues properties = {};
    int way = 1;           // 1: ->, -1: <-, 0: either
    bool is_walk = false;  // *least..most
    std::optional<int> least = {}, most = {};
};
struct Path {
    enum class Of { All, Shortest, AllShortest };
    std::string name = {};
    Of of = Of::All;
    std::vector<NodePattern> nodes = {};
    std::vector<RelationshipPattern> relationships = {};  // one less
};

struct Item {
    Expression what;
    std::string alias;  // never empty
};
struct SortKey {
    Expression by;
    bool descending = false;
};
struct Change {
    enum class What { Property, Labels, AddMap, ReplaceByMap } what = What::Property;
    std::string name;      // of the element
    std::string key = {};  // Property
    std::vector<std::string> labels = {};
    Expression value = {};  // of the property, or the map; REMOVE has none
};

struct Clause {
    enum class Kind {
        Match,
        OptionalMatch,
        Unwind,
        With,
        Return,
        Create,
        Merge,
        Set,
        Remove,
        Delete,
        ForEach
    };
    Kind kind = Kind::Return;
    std::vector<Path> paths = {};          // Match, Create; Merge: one
    std::optional<Expression> where = {};  // Match, With
    Expression list = {};                  // Unwind, ForEach
    std::string variable = {};             // likewise
    bool star = false, distinct = false;   // With, Return
    std::vector<Item> items = {};
    std::vector<SortKey> order = {};
    std::optional<int> skip = {}, limit = {};
    std::vector<Change> changes = {};      // Set, Remove; Merge: ON MATCH
    std::vector<Change> on_create = {};    // Merge
    std::vector<Expression> deleted = {};  // Delete
    bool detach = false;
    std::vector<Clause> body = {};  // ForEach
};

// UNION of one or more, each a row of clauses.
struct Query {
    std::vector<std::vector<Clause>> parts;
    bool union_all = false;
};

std::string to_text(const Query& query);
std::string to_text(const Expression& expression);

// Every expression of the query, in patterns and within others too, those around before those within.
void visit(Query& query, const std::function<void(Expression&)>& each);
void visit(Expression& expression, const std::function<void(Expression&)>& each);

bool changes_graph(const Query& query);
bool has_aggregate(const Expression& expression);

// A few short spellings for those who make trees.
inline Expression variable(std::string name) {
    return {Is::Variable, std::move(name)};
}
inline Expression literal_of(Value value) {
    return {Is::Literal, "", std::move(value)};
}
inline Expression with_parts(Is is, std::string name, std::vector<Expression> parts) {
    Expression made{is, std::move(name)};
    made.parts = std::move(parts);
    return made;
}
inline Expression infix(Expression left, std::string name, Expression right) {
    return with_parts(Is::Infix, std::move(name), {std::move(left), std::move(right)});
}
inline Expression property(std::string of, std::string key) {
    return with_parts(Is::Property, std::move(key), {variable(std::move(of))});
}

}  // namespace hearsay::random_queries
