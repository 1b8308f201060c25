// Sorts all rows (stably), or keeps the first k of them only.
#pragma once

#include <optional>

#include "engine/query/compiled_expression.hpp"
#include "engine/query/operators/limit.hpp"

namespace hearsay::engine {

class SortOperator : public InputOperator {
  public:
    // `keys` go with `items`. With `skip` and `limit` only those rows are given.
    SortOperator(Plan& plan, const std::vector<grammar::SortItem>& items, std::vector<Compiled> keys,
                 std::optional<RowCount> skip, std::optional<RowCount> limit, QueryContext& context,
                 OperatorBox input);
    void rewind() override;
    void give_first(const std::vector<bool>*) override {}  // it takes all rows before it gives one

  protected:
    bool pull(Batch& out) override;

  private:
    struct Row {
        graphs::List keys;
        std::size_t arrival;  // ties keep the order in which the rows came
        graphs::List values;
    };
    // Calls check() often enough.
    bool before(const Row& a, const Row& b) const;
    void take_all();

    std::vector<bool> descending_;
    std::vector<Compiled> keys_;
    bool changes_graph_;  // below: so it is asked for rows even where none is wanted
    std::optional<RowCount> skip_, limit_;
    std::vector<Row> rows_;
    mutable std::uint64_t compared_ = 0;  // since the last check, long values as many short ones
    bool taken_ = false;
    std::size_t given_ = 0;
};

}  // namespace hearsay::engine
