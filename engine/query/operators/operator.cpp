#include "engine/query/operators/operator.hpp"

#include <algorithm>
#include <chrono>

#include "graphs/error.hpp"

namespace hearsay::engine {

bool Operator::next(Batch& out) {
    context_.check();
    const auto begin = std::chrono::steady_clock::now();
    out.rows = 0;
    out.columns.clear();
    const bool more = pull(out);
    plan_.counters.nanoseconds += (std::chrono::steady_clock::now() - begin).count();
    if (more) plan_.counters.rows += out.rows;
    return more;
}

void RowOperator::rewind() {
    in_ = Batch();
    row_ = 0;
    in_row_ = false;
    InputOperator::rewind();
}

void RowOperator::give_first(const std::vector<bool>* done) {
    constexpr std::size_t few_rows = 16;  // enough that the cost of a batch does not show
    most_rows_ = few_rows;
    done_ = done;
    InputOperator::give_first(done);
}

bool RowOperator::is_done(std::size_t row) const {
    return done_ != nullptr && (*done_)[static_cast<std::size_t>(in_.columns[0].at(row).integer())];
}

bool RowOperator::pull(Batch& out) {
    if (in_row_ && is_done(row_)) {
        in_row_ = false;
        ++row_;
    }
    std::vector<std::uint32_t> picked;
    std::size_t tried = 0;
    while (picked.empty()) {
        if (!in_row_ && row_ == in_.rows) {
            if (!input_->next(in_)) return false;
            row_ = 0;
            begin_batch();
        }
        // Rows of one input batch only go into one output batch, so that its columns can be picked.
        while (picked.size() < most_rows_) {
            if (!in_row_) {
                if (row_ == in_.rows) break;
                if (is_done(row_)) {
                    ++row_;
                    continue;
                }
                begin_row(row_);
                in_row_ = true;
            }
            if (step()) {
                picked.push_back(static_cast<std::uint32_t>(row_));
            } else {
                in_row_ = false;
                ++row_;
            }
            if (++tried % batch_rows == 0) context_.check();
        }
    }
    out.rows = picked.size();
    finish(picked, out);
    return true;
}

std::size_t column_index(const Layout& layout, std::string_view name) {
    const auto found = std::find(layout.begin(), layout.end(), name);
    HEARSAY_ASSERT(found != layout.end());
    return static_cast<std::size_t>(found - layout.begin());
}

graphs::VertexId vertex_at(const Column& column, std::size_t row) {
    if (const auto* ids = column.as<graphs::VertexId>()) return (*ids)[row];
    const graphs::Value value = column.at(row);
    return value.kind() == graphs::Kind::Vertex ? value.vertex() : graphs::VertexId::none();
}

graphs::EdgeId edge_at(const Column& column, std::size_t row) {
    if (const auto* ids = column.as<graphs::EdgeId>()) return (*ids)[row];
    const graphs::Value value = column.at(row);
    return value.kind() == graphs::Kind::Edge ? value.edge() : graphs::EdgeId::none();
}

void copy_rows(const Batch& in, const std::vector<std::uint32_t>& picked, Batch& out) {
    for (const Column& column : in.columns) out.columns.push_back(column.pick(picked));
}

void append_rows(Batch& to, const Batch& from) {
    if (to.columns.empty() && to.rows == 0) {
        to = from;
        return;
    }
    to.rows += from.rows;
    for (std::size_t i = 0; i < to.columns.size(); ++i) to.columns[i].append(from.columns[i]);
}

}  // namespace hearsay::engine
