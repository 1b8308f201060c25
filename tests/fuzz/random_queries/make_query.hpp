// Random queries by grammar. They are well formed and their types fit, so that nothing but what they find
// can make them fail; bound nodes, nulls and names that come twice are made on purpose.
#pragma once

#include "tests/fuzz/random_queries/dice.hpp"
#include "tests/fuzz/random_queries/tree.hpp"

namespace hearsay::random_queries {

// What a variable holds, where it is not null.
enum class Type {
    Node,
    Edge,
    Walk,  // a list of edges
    Path,
    Shortest,  // a path, one of several that would do: only its length is known
    Integer,
    Float,
    Text,
    Boolean,
    Integers,  // a list
    Nodes,     // collected, so in any order
    Bag,       // integers, likewise
    Any
};

class QueryMaker {
  public:
    explicit QueryMaker(Dice& dice) : dice_(dice) {}
    Query make();  // one that reads, or changes the graph

  private:
    struct Variable {
        std::string name;
        Type type;
    };
    using Scope = std::vector<Variable>;

    // make_query.cpp
    std::vector<Clause> reading_clauses(int count);
    std::vector<Clause> query_part(int clauses);
    Clause match(bool optional);
    Clause unwind();
    Clause with();
    void project(Clause& clause, bool last);
    void project_groups(Clause& clause);
    void project_rows(Clause& clause, bool last);
    void order(Clause& clause, const Scope& before);

    // make_changes.cpp
    std::vector<Clause> changing_clauses();
    Clause change_clause();
    Clause create();
    Clause merge();
    Clause remove();
    Clause erase();
    Clause for_each();
    Path new_path(bool merging);
    KeyValues new_properties();
    std::vector<Change> changes(const Scope& of, int most);

    // make_pattern.cpp
    std::vector<Path> paths(bool in_expression);
    Path path(int relationships, bool may_bind, Scope& bound_here);
    Path shortest_path(Scope& bound_here);
    NodePattern node(bool may_bind, Scope& bound_here);
    RelationshipPattern relationship(bool may_bind, Scope& bound_here);
    void give_properties(KeyValues& properties);

    // make_expression.cpp
    Expression expression(Type type, int depth);
    Expression integer(int depth);
    Expression floating(int depth);
    Expression text(int depth);
    Expression where();
    Expression condition(int depth);
    Expression simple_condition(int depth);
    Expression pattern_condition(int depth);
    Expression query_in_braces(Is is);
    Expression paths_of_each();
    Expression list(int depth);
    Expression any(int depth);
    Expression risky_integer();
    Expression literal_for(Type type);
    Expression property_of_something(const std::string& key);
    std::optional<Expression> variable_of(Type type);
    Expression each_of(Is is, int depth);

    std::string fresh(const std::string& kind) { return kind + std::to_string(++names_[kind]); }
    Scope of_type(Type type) const;
    std::optional<std::string> name_of(Type type);

    Dice& dice_;
    Scope scope_;
    std::map<std::string, int> names_;
    int parameters_ = 0;
    int nested_ = 0;  // subqueries that are being made around
};

}  // namespace hearsay::random_queries
