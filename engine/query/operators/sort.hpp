// Sorts all rows (stably), or keeps the first k of them only.
#pragma once

#include <optional>

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/limit.hpp"
#include "engine/query/operators/sort_order.hpp"

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
    void take_all();
    void add_keys(Batch& in);
    void take(Batch in, std::size_t most);
    void join();
    void keep_first(std::size_t most);

    std::vector<Compiled> keys_;
    SortKeys order_;      // where the keys stand: some are columns of the input, the others are added
    std::size_t width_;   // of the input, in columns
    bool changes_graph_;  // below: so it is asked for rows even where none is wanted
    std::optional<RowCount> skip_, limit_;

    // What came, in the order in which it came. Of the first k rows those that may be among them, and as soon
    // as there are k, the first k so far stand in front, in order.
    std::vector<Batch> parts_;
    std::size_t rows_ = 0;  // of all parts
    bool in_order_ = false;
    RowNumbers sorted_;  // of the only part, when all came
    bool taken_ = false;
    std::size_t given_ = 0;
};

}  // namespace hearsay::engine
