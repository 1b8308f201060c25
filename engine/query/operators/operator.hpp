// What all operators are: something that gives batches of rows when pulled.
#pragma once

#include <memory>

#include "engine/query/plan/plan.hpp"
#include "engine/query/running/batch.hpp"

namespace hearsay::engine {

class Operator {
  public:
    // Counts what it does in `plan`, which must outlive it.
    Operator(Plan& plan, QueryContext& context) : context_(context), plan_(plan) {}
    virtual ~Operator() = default;
    Operator(const Operator&) = delete;
    Operator& operator=(const Operator&) = delete;

    // Replaces `out` by the next rows, at least one; false if there are no more.
    bool next(Batch& out);
    // Begins again. What changed meanwhile is the rows of the Argument at the bottom.
    virtual void rewind() = 0;
    // From now on the first rows matter most: give few at a time. With `done`, the first column of every row
    // is the number of an outer row, and rows whose number is done need not be given. A hint: it may be
    // ignored.
    virtual void give_first(const std::vector<bool>* /*done*/) {}

  protected:
    virtual bool pull(Batch& out) = 0;
    QueryContext& context_;

  private:
    Plan& plan_;
};
using OperatorBox = std::unique_ptr<Operator>;

// An operator over one input.
class InputOperator : public Operator {
  public:
    InputOperator(Plan& plan, QueryContext& context, OperatorBox input)
        : Operator(plan, context), input_(std::move(input)) {}
    void rewind() override { input_->rewind(); }
    void give_first(const std::vector<bool>* done) override { input_->give_first(done); }

  protected:
    OperatorBox input_;
};

// An operator that gives any number of rows for each input row, and adds columns behind the input's. Keeps
// the input batch and the place in it.
class RowOperator : public InputOperator {
  public:
    RowOperator(Plan& plan, QueryContext& context, OperatorBox input);
    void rewind() override;
    void give_first(const std::vector<bool>* done) override;

  protected:
    bool pull(Batch& out) final;
    // A new input batch is in `in_`: evaluate what is needed for all its rows.
    virtual void begin_batch() {}
    // Start with input row `row`.
    virtual void begin_row(std::size_t row) = 0;
    // Gives one more row for it, to the side; false if there are no more.
    virtual bool step() { return false; }
    // Gives at most `most` more rows for it: how many. If fewer than `most`, there are no more, unless it has
    // called `pause`. Instead of `step`, where there is a faster way to many rows.
    virtual std::size_t give(std::size_t most);
    // Says in `give` that it has looked for long, and that whoever waits had better get the rows that there
    // are.
    void pause() { paused_ = true; }
    bool is_paused() const { return paused_; }
    // Goes on from `place_` with `begin_row` and `give`, until `picked`, which has the input row of each row
    // that is given, has `most` rows, or the input batch is at its end.
    virtual void fill(std::size_t most, std::vector<std::uint32_t>& picked);
    // Makes the output of the rows given since the last `finish`; `picked` has the input row of each.
    virtual void finish(const std::vector<std::uint32_t>& picked, Batch& out) = 0;

    // Adds the input's columns, with the picked rows, to `out`.
    void copy_input(const std::vector<std::uint32_t>& picked, Batch& out) const;
    // Does any step above read the column of the output? Else it may hold anything.
    bool is_read(std::size_t column) const { return column >= unread_.size() || !unread_[column]; }

    Batch in_;
    struct Place {
        std::size_t row = 0;
        bool in_row = false;  // it has begun, and there may be more rows for it
    };
    Place place_;
    std::size_t most_rows_ = batch_rows;                  // of a batch
    bool skips_done() const { return done_ != nullptr; }  // `fill` must then be as it is here

  private:
    bool is_done(std::size_t row) const;

    const std::vector<bool>& unread_;
    const std::vector<bool>* done_ = nullptr;
    bool paused_ = false;
    std::vector<std::uint32_t> picked_;  // kept for its memory
};

// Where a column stands. REQUIRES: it is there.
std::size_t column_index(const Layout& layout, std::string_view name);
// The vertex (edge) of a row; none() if it is null, or anything else that came from a value of unknown type.
graphs::VertexId vertex_at(const Column& column, std::size_t row);
graphs::EdgeId edge_at(const Column& column, std::size_t row);
// Adds all columns of `in`, with the picked rows, to `out`.
void copy_rows(const Batch& in, const std::vector<std::uint32_t>& picked, Batch& out);
// Adds the rows of `from` at the end of `to`; `to` may be empty.
void append_rows(Batch& to, const Batch& from);

}  // namespace hearsay::engine
