// Builds the tree from the record of what the grammar recognised.
#pragma once

#include <string_view>

#include "grammar/build/literals.hpp"
#include "grammar/build/syntax_record.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::grammar::build {

// How deep an expression's tree may grow: brackets and chains of operators together. Trees are walked by
// recursion.
inline constexpr std::size_t max_depth = 500;

class Builder {
  public:
    Builder(std::string_view text, const SyntaxRecord& record) : text_(text), record_(record) {}

    // Throws BuildError.
    Statement statement();

  private:
    using Node = SyntaxRecord::Node;

    // The children of a node, taken one after the other.
    class Children {
      public:
        Children(const SyntaxRecord& record, const Node& node) : record_(&record), next_(node.child) {}
        bool empty() const { return next_ == SyntaxRecord::none; }
        const Node& peek() const { return (*record_)[next_]; }
        bool at(Kind kind) const { return !empty() && peek().kind == kind; }
        const Node& take() {
            const Node& node = peek();
            next_ = node.next;
            return node;
        }
        // Takes the next child if it is of this kind.
        const Node* take_if(Kind kind) { return at(kind) ? &take() : nullptr; }

      private:
        const SyntaxRecord* record_;
        std::uint32_t next_;
    };
    Children children(const Node& node) const { return {record_, node}; }

    static Span span(const Node& node) { return {node.begin, node.end}; }
    std::string_view written(const Node& node) const {
        return text_.substr(node.begin, node.end - node.begin);
    }
    Name name(const Node& node) const { return {name_value(written(node)), span(node)}; }
    Name dotted_name(const Node& node) const;

    // --- build/queries.cpp
    // -----------------------------------------------------------------------------------------
    Query query(const Node& node, bool subquery);
    SingleQuery single_query(const Node& node, bool subquery);
    void check_order(const std::vector<Clause>& clauses, bool subquery) const;
    ShortForm short_form(const Node& node);

    // --- build/indexes.cpp
    // -----------------------------------------------------------------------------------------
    IndexCommand index_command(const Node& node);

    // --- build/clauses.cpp
    // -------------------------------------------------------------------------------------------
    Clause clause(const Node& node);
    Match match_clause(const Node& node);
    Call call(const Node& node);
    Projection projection(Children& parts);
    SetItem set_item(const Node& node);
    std::vector<SetItem> set_items(const Node& node);
    Merge merge(const Node& node);
    Remove remove(const Node& node);
    Foreach foreach (const Node& node);
    std::pair<Expression, Name> property(const Node& node);

    // --- build/patterns.cpp
    // ------------------------------------------------------------------------------------------
    Pattern pattern(const Node& node);
    PatternPart pattern_part(Children& parts, Span span);
    NodePattern node_pattern(const Node& node);
    RelationshipPattern relationship_pattern(const Node& node);
    Range range(const Node& node);
    std::vector<Name> labels(const Node& node) const;

    // --- build/operators.cpp
    // -----------------------------------------------------------------------------------------
    Expression expression(const Node& node);
    Expression truth(
        const Node& node);  // where a truth value is asked, so that a pattern predicate may stand
    Expression associative(Children parts, BinaryOperator op);
    Expression balanced(std::vector<Expression>& operands, std::size_t begin, std::size_t end,
                        BinaryOperator op);
    Expression left_associative(Children parts);
    Expression not_chain(const Node& node);
    Expression sign_chain(const Node& node);
    Expression comparison(const Node& node);
    Expression predicates(Children parts);
    Expression predicate(Expression object, const Node& node);
    Expression postfix_chain(Children parts);
    Expression postfix(Expression object, const Node& node);
    std::size_t count(Children parts) const;

    // --- build/atoms.cpp
    // ---------------------------------------------------------------------------------------------
    Expression atom(const Node& node, bool truth_asked);
    Expression list_literal(const Node& node);
    Expression map_literal(const Node& node);
    Expression case_expression(const Node& node);
    Expression function_call(const Node& node);
    Expression list_comprehension(const Node& node);
    Expression pattern_comprehension(const Node& node);
    Expression quantifier(const Node& node);
    Expression reduce(const Node& node);
    Expression subquery(const Node& node);
    Expression map_projection(const Node& node);
    Box<Expression> boxed(const Node& node) { return Box<Expression>(expression(node)); }
    Box<Expression> boxed_where(const Node& where);

    // Counts the levels of the tree while a part of it is built.
    class Deeper {
      public:
        Deeper(Builder& builder, std::size_t levels, const Node& node);
        ~Deeper() { builder_.depth_ -= levels_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;

      private:
        Builder& builder_;
        std::size_t levels_;
    };

    std::string_view text_;
    const SyntaxRecord& record_;
    std::size_t depth_ = 0;
    bool truth_asked_ = false;  // of the expression that is built next
};

}  // namespace hearsay::grammar::build
