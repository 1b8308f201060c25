// What a query must give, worked out in the plainest way: clause after clause over a whole table, patterns by
// trying every node and every edge. Nothing of it is shared with the engine.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/fuzz/random_queries/dice.hpp"
#include "tests/fuzz/random_queries/model.hpp"
#include "tests/fuzz/random_queries/tree.hpp"

namespace hearsay::random_queries {

using Row = std::map<std::string, Value>;
struct Table {
    std::vector<std::string> names = {};  // in scope, ascending; every row has these
    std::vector<Row> rows = {};
    std::vector<std::size_t> places =
        {};  // after ORDER BY: of each row; those with one number may come in any order
};

// The statement ends with an error at run time.
struct Failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};
// Whether it does depends on what the engine evaluates first or at all (in a WHERE, behind an AND), so that
// both is right.
struct Unsure : std::runtime_error {
    using std::runtime_error::runtime_error;
};
// There is too much to try: the oracle gives up, and the engine need not do better.
struct TooMuch {};

class Oracle {
  public:
    // `order` 0 takes rows as they come; any other number takes them in some other order wherever the
    // language leaves the order open, so that two numbers may give two right answers.
    Oracle(Graph& graph, const std::map<std::string, Value>& parameters, std::uint64_t order)
        : graph_(graph), parameters_(parameters), dice_(order), any_order_(order != 0) {}

    // Changes the graph as the statement does; after an exception the graph is spoilt.
    Table run(const Query& query);

  private:
    using Rows = std::vector<Row>;
    using Used = std::set<std::size_t>;  // the edges of one MATCH: none comes twice
    using Found = std::function<void(const Row&, const PathRef&, const Used&)>;
    struct Match {
        const std::vector<Path>& paths;
        const std::optional<Expression>& where;
        Rows& rows;  // found
    };

    // oracle_clauses.cpp
    Table run_parts(const Query& query, const Table& input);
    Table run_clauses(const std::vector<Clause>& clauses, Table table);
    Table run_clause(const Clause& clause, Table table);
    Table project(const Clause& clause, const Table& table);
    void sort(const Clause& clause, const std::vector<Item>& items, const Rows& before, Table& table);
    bool is_true(const Expression& condition, const Row& row);  // of a WHERE
    void stir(Rows& rows);

    // oracle_patterns.cpp
    Rows match(const std::vector<Path>& paths, const std::optional<Expression>& where, const Row& row);
    void match_from(const Match& match, std::size_t path, const Row& row, const Used& used);
    void match_shortest(const Match& match, std::size_t path, const Row& row, const Used& used);
    void extend(const Path& path, std::size_t at, const PathRef& so_far, const Row& row, const Used& used,
                const Found& found);
    void extend_walk(const Path& path, std::size_t at, const PathRef& so_far, const List& edges,
                     const Row& row, const Used& used, const Found& found);
    std::optional<Row> with_node(const NodePattern& pattern, std::size_t node, const Row& row);
    bool edge_fits(const RelationshipPattern& pattern, std::size_t edge, const Row& row);
    bool properties_fit(const KeyValues& wanted, const Map& properties, const Row& row);
    void step();

    // oracle_changes.cpp
    struct NewProperties {  // in the order of the pattern
        std::vector<Map> nodes, edges;
    };
    std::vector<NewProperties> evaluate_new(const std::vector<Path>& paths, const Row& row, bool merging);
    void create(const std::vector<Path>& paths, const std::vector<NewProperties>& properties, Row& row);
    Rows merge(const Clause& clause, const Row& row);
    void change(const std::vector<Change>& changes, const Row& row, bool remove);
    void erase(const Value& value, bool detach);
    Map stored(const KeyValues& properties, const Row& row, bool merging);
    std::size_t alive_node(const Value& value);
    void check_nothing_hangs();

    // oracle_expressions.cpp
    Value evaluate(const Expression& e, const Row& row);
    Value evaluate_logic(const Expression& e, const Row& row);
    Value evaluate_infix(const std::string& name, const Value& a, const Value& b);
    Value evaluate_quantifier(const Expression& e, const Row& row);
    Value property_of(const Value& of, const std::string& key);
    Value call(const std::string& name, const List& arguments);
    Value aggregate(const Expression& e);
    Truth truth(const Value& value);
    Table subquery(const Query& query, const Row& row);
    std::size_t count(const Expression& e, const Row& row);

    Graph& graph_;
    const std::map<std::string, Value>& parameters_;
    Dice dice_;
    bool any_order_;
    const Rows* group_ = nullptr;  // that aggregates are of
    std::size_t steps_ = 0;
};

// The names that a pattern binds.
std::set<std::string> names_of(const std::vector<Path>& paths);

}  // namespace hearsay::random_queries
