// Expressions without operands: literals, variables and parameters.
#pragma once

#include <string>

#include "engine/query/expressions/compiled_expression.hpp"

namespace hearsay::engine::expressions {

class Literal final : public CompiledExpression {
  public:
    explicit Literal(graphs::Value value) : value_(std::move(value)) {}
    const graphs::Value& value() const { return value_; }
    Column evaluate(const Batch& in, QueryContext&) const override { return Column::repeat(value_, in.rows); }

  private:
    graphs::Value value_;
};

// A variable: a column of the batch.
class ColumnReference final : public CompiledExpression {
  public:
    explicit ColumnReference(std::size_t index) : index_(index) {}
    std::size_t index() const { return index_; }
    Column evaluate(const Batch& in, QueryContext&) const override { return in.columns[index_]; }

  private:
    std::size_t index_;
};

// $name. A parameter that was not given is an error (ParameterMissing, MissingParameter).
class ParameterReference final : public CompiledExpression {
  public:
    ParameterReference(std::string name, grammar::Span span) : name_(std::move(name)), span_(span) {}
    Column evaluate(const Batch& in, QueryContext& context) const override;

  private:
    std::string name_;
    grammar::Span span_;
};

}  // namespace hearsay::engine::expressions
