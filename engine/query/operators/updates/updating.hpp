// What the operators that change the graph share: they take their input whole, then change, then give rows.
#pragma once

#include <deque>

#include "engine/query/operators/operator.hpp"

namespace hearsay::engine {

// Nothing below has a row left to give when the first change is made, so no list that is being read changes
// under its reader; and nothing above sees a row before the last change is made.
class UpdatingOperator : public InputOperator {
  public:
    using InputOperator::InputOperator;
    void rewind() override;
    void give_first(const std::vector<bool>*) override {}  // it takes all rows before it gives one

  protected:
    bool pull(Batch& out) final;
    // Before anything has changed: evaluate what is needed of these rows.
    virtual void prepare(const Batch&) {}
    // Change the graph for these rows, the next that were prepared; give them on with what was made.
    virtual void update(Batch in, std::deque<Batch>& out) = 0;
    // After the last change.
    virtual void finish() {}

  private:
    std::deque<Batch> rows_;
    bool done_ = false;
};

// A row as a batch of its own.
Batch row_of(const Batch& batch, std::size_t row);

}  // namespace hearsay::engine
