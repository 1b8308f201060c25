// SKIP and LIMIT.
#pragma once

#include <limits>

#include "engine/query/compiled_expression.hpp"
#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

inline constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

// The number that a SKIP or LIMIT asks for. Throws QueryError if it is not an integer from 0 up.
std::size_t row_count(const CompiledExpression& count, QueryContext& context);

class SkipOperator : public InputOperator {
  public:
    SkipOperator(Plan& plan, Compiled count, QueryContext& context, OperatorBox input)
        : InputOperator(plan, context, std::move(input)), count_(std::move(count)) {}
    void rewind() override;

  protected:
    bool pull(Batch& out) override;

  private:
    Compiled count_;
    std::size_t skipped_ = 0;
};

class LimitOperator : public InputOperator {
  public:
    LimitOperator(Plan& plan, Compiled count, QueryContext& context, OperatorBox input)
        : InputOperator(plan, context, std::move(input)), count_(std::move(count)) {}
    void rewind() override;

  protected:
    bool pull(Batch& out) override;

  private:
    Compiled count_;
    std::size_t given_ = 0;
};

}  // namespace hearsay::engine
