#include "engine/query/operators/operator.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "graphs/error.hpp"

namespace hearsay::engine {

bool Operator::next(Batch& out) {
    context_.check();
    out.rows = 0;
    out.columns.clear();
    bool more;
    if (context_.timed) {
        const auto begin = std::chrono::steady_clock::now();
        more = pull(out);
        plan_.counters.nanoseconds += (std::chrono::steady_clock::now() - begin).count();
    } else {
        more = pull(out);
    }
    if (more) plan_.counters.rows += out.rows;
    return more;
}

RowOperator::RowOperator(Plan& plan, QueryContext& context, OperatorBox input)
    : InputOperator(plan, context, std::move(input)), unread_(plan.unread) {}

void RowOperator::rewind() {
    in_ = Batch();
    place_ = {};
    paused_ = false;
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
    if (place_.in_row && is_done(place_.row)) place_ = {place_.row + 1, false};
    picked_.clear();
    while (picked_.empty()) {
        context_.check();  // of much that is looked at nothing may pass
        if (!place_.in_row && place_.row == in_.rows) {
            if (!input_->next(in_)) return false;
            place_ = {};
            begin_batch();
        }
        // Rows of one input batch only go into one output batch, so that its columns can be picked.
        fill(most_rows_, picked_);
    }
    out.rows = picked_.size();
    finish(picked_, out);
    return true;
}

void RowOperator::fill(std::size_t most, std::vector<std::uint32_t>& picked) {
    std::size_t tried = 0;
    while (picked.size() < most) {
        if (!place_.in_row) {
            if (place_.row == in_.rows) return;
            if (is_done(place_.row)) {
                ++place_.row;
                continue;
            }
            begin_row(place_.row);
            place_.in_row = true;
        }
        const std::size_t given = give(most - picked.size());
        picked.insert(picked.end(), given, static_cast<std::uint32_t>(place_.row));
        if (std::exchange(paused_, false)) {
            if (!picked.empty()) return;
            continue;
        }
        if (picked.size() < most) place_ = {place_.row + 1, false};
        if (++tried % batch_rows == 0) context_.check();
    }
}

std::size_t RowOperator::give(std::size_t most) {
    std::size_t given = 0;
    while (given < most && step()) ++given;
    return given;
}

void RowOperator::copy_input(const std::vector<std::uint32_t>& picked, Batch& out) const {
    // `picked` ascends: as many rows as there are, and another from one to the next, is each row once.
    const bool all_once =
        picked.size() == in_.rows && std::adjacent_find(picked.begin(), picked.end()) == picked.end();
    out.columns.reserve(in_.columns.size() + 2);
    for (std::size_t i = 0; i < in_.columns.size(); ++i) {
        if (!is_read(i)) {
            out.columns.push_back(Column::repeat(graphs::Value(), picked.size()));
        } else if (all_once) {
            out.columns.push_back(in_.columns[i]);
        } else {
            out.columns.push_back(in_.columns[i].pick(picked));
        }
    }
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
