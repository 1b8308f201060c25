// SKIP and LIMIT.
#pragma once

#include <limits>

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

inline constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

// What a SKIP or LIMIT asks for.
struct RowCount {
    Compiled expression;
    grammar::Span place;
    // Throws QueryError if it is not an integer from 0 up.
    std::size_t evaluate(QueryContext& context) const;
};

class SkipOperator : public InputOperator {
  public:
    SkipOperator(Plan& plan, RowCount count, QueryContext& context, OperatorBox input)
        : InputOperator(plan, context, std::move(input)), count_(std::move(count)) {}
    void rewind() override;

  protected:
    bool pull(Batch& out) override;

  private:
    RowCount count_;
    std::size_t skipped_ = 0;
};

class LimitOperator : public InputOperator {
  public:
    LimitOperator(Plan& plan, RowCount count, QueryContext& context, OperatorBox input)
        : InputOperator(plan, context, std::move(input)),
          count_(std::move(count)),
          changes_graph_(changes_graph(plan)) {}
    void rewind() override;

  protected:
    bool pull(Batch& out) override;

  private:
    RowCount count_;
    bool changes_graph_;  // so it is asked for rows even where none is wanted
    std::size_t given_ = 0;
};

}  // namespace hearsay::engine
