#include "engine/query/operators/walks/expand.hpp"

#include <algorithm>

#include "engine/query/operators/filter.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::Kind;
using graphs::Neighbour;
using graphs::Value;
using graphs::VertexId;

void VertexColumn::read(const Column& column) {
    if (const auto* ids = column.as<VertexId>()) {
        ids_ = *ids;
        return;
    }
    own_.clear();
    own_.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) own_.push_back(vertex_at(column, row));
    ids_ = own_;
}

TakenEdges::TakenEdges(const Layout& layout, const std::vector<std::string>& columns) {
    for (const auto& name : columns) columns_.push_back(column_index(layout, name));
}

const std::vector<EdgeId>* TakenEdges::single(const Batch& batch) const {
    return columns_.size() == 1 ? batch.columns[columns_[0]].as<EdgeId>() : nullptr;
}

void TakenEdges::begin_row(const Batch& batch, std::size_t row) {
    if (columns_.empty()) return;
    edges_.clear();
    for (std::size_t index : columns_) {
        const Column& column = batch.columns[index];
        if (const auto* ids = column.as<EdgeId>()) {
            edges_.push_back((*ids)[row]);
            continue;
        }
        const Value value = column.at(row);
        if (value.kind() == Kind::Edge) edges_.push_back(value.edge());
        if (value.kind() != Kind::List) continue;
        for (const Value& item : value.list()) {
            if (item.kind() == Kind::Edge) edges_.push_back(item.edge());
        }
    }
    std::sort(edges_.begin(), edges_.end());
}

bool TakenEdges::contains(EdgeId edge) const {
    constexpr std::size_t looked_through = 16;
    return edges_.size() <= looked_through ? std::find(edges_.begin(), edges_.end(), edge) != edges_.end()
                                           : std::binary_search(edges_.begin(), edges_.end(), edge);
}

ExpandOperator::ExpandOperator(Plan& plan, const Expand& step, Compiled test, QueryContext& context,
                               OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      walk_(step.walk.types, step.walk.direction),
      back_(walk_.reversed()),
      from_(column_index(plan.inputs[0].columns, step.walk.from)),
      taken_(plan.inputs[0].columns, step.walk.unlike),
      test_(std::move(test)),
      has_edge_(!step.walk.edge.empty()),
      keep_edge_(has_edge_ && is_read(plan.inputs[0].columns.size())),
      keep_end_(!step.walk.to_bound && (test_ != nullptr || is_read(plan.columns.size() - 1))) {
    const Layout& input_columns = plan.inputs[0].columns;
    if (step.walk.to_bound) to_ = column_index(input_columns, step.walk.to);
    if (step.test) {
        const auto comparison = end_comparison(*step.test, step.walk.to, input_columns);
        HEARSAY_ASSERT(comparison);
        compared_ = column_index(input_columns, comparison->other);
        end_filter_.emplace(*comparison, input_columns);
    }
}

void ExpandOperator::begin_batch() {
    walk_.resolve(context_.graph);
    froms_.read(in_.columns[from_]);
    tests_ends_ = end_filter_ && end_filter_->begin_batch(in_, context_.graph);
    if (!to_) return;
    back_.resolve(context_.graph);
    tos_.read(in_.columns[*to_]);
}

void ExpandOperator::begin_row(std::size_t row) {
    taken_.begin_row(in_, row);
    if (!to_) {
        lists_ = EdgeLists(walk_, froms_[row]);
        return;
    }
    // Both ends are known: the edges are looked for at the one that has fewer.
    const VertexId from = froms_[row];
    const VertexId to = tos_[row];
    if (from.is_none() || to.is_none()) {
        lists_ = EdgeLists();
        return;
    }
    const bool back = back_.degree(to) < walk_.degree(from);
    wanted_ = back ? from : to;
    lists_ = EdgeLists(back ? back_ : walk_, back ? to : from);
}

void ExpandOperator::add(std::span<const Neighbour> edges) {
    if (keep_end_) {
        ends_.resize(given_ + edges.size());
        std::transform(edges.begin(), edges.end(), ends_.begin() + static_cast<std::ptrdiff_t>(given_),
                       [](const Neighbour& neighbour) { return neighbour.vertex; });
    }
    if (keep_edge_) {
        edges_.resize(given_ + edges.size());
        std::transform(edges.begin(), edges.end(), edges_.begin() + static_cast<std::ptrdiff_t>(given_),
                       [](const Neighbour& neighbour) { return neighbour.edge; });
    }
    given_ += edges.size();
}

// Without a branch on what is found: every edge is written, and the next one over it unless it is wanted.
template <class Wanted>
void ExpandOperator::add_if(std::span<const Neighbour> edges, const Wanted& wanted) {
    ends_.resize(given_ + edges.size());
    edges_.resize(given_ + edges.size());
    VertexId* const ends = ends_.data();
    EdgeId* const ids = edges_.data();
    std::size_t at = given_;
    for (const Neighbour& neighbour : edges) {
        ends[at] = neighbour.vertex;
        ids[at] = neighbour.edge;
        at += static_cast<std::size_t>(wanted(neighbour));
    }
    given_ = at;
}

std::size_t ExpandOperator::give(std::size_t most) {
    const std::size_t before = given_;
    while (given_ - before < most) {
        if (lists_.at_end_of_list() && !lists_.next()) break;
        const auto edges = lists_.take(std::min(most - (given_ - before), batch_rows));
        if (to_) {
            context_.check();  // few of many may be wanted
            add_if(edges, [this](const Neighbour& neighbour) {
                return neighbour.vertex == wanted_ && !taken_.contains(neighbour.edge) &&
                       (!lists_.without_loops() || neighbour.vertex != lists_.vertex());
            });
        } else if (lists_.without_loops() || !taken_.none()) {
            add_if(edges, [this](const Neighbour& neighbour) {
                return !taken_.contains(neighbour.edge) &&
                       (!lists_.without_loops() || neighbour.vertex != lists_.vertex());
            });
        } else {
            add(edges);
        }
    }
    return given_ - before;
}

// One type in one direction, and no more than one edge a row to be left out: first the lists of as many rows
// as make a batch, then what is in them.
void ExpandOperator::fill(std::size_t most, std::vector<std::uint32_t>& picked) {
    const auto* single = taken_.single(in_);
    if (to_ || walk_.legs.size() != 1 || skips_done() || (!taken_.none() && single == nullptr)) {
        RowOperator::fill(most, picked);
    } else if (tests_ends_) {
        fill_passing(single, most, picked);
        return;
    } else {
        fill_together(single, most, picked);
    }
    if (test_) keep_passing(picked);
}

// Reads off the lists at the place, of at most `most` edges together.
std::span<const ExpandOperator::RowEdges> ExpandOperator::take_together(std::size_t most) {
    if (place_.in_row && lists_.at_end_of_list()) place_ = {place_.row + 1, false};
    // Rows without edges are put down too, without a branch, and written over by the next one; and what is
    // put down is on its way from memory when it is read later.
    if (together_.size() < std::min(in_.rows, most) + 2) together_.resize(std::min(in_.rows, most) + 2);
    std::size_t rows = 0, total = 0;
    const auto put_together = [&](std::span<const Neighbour> edges) {
        together_[rows] = {edges.data(), static_cast<std::uint32_t>(edges.size()),
                           static_cast<std::uint32_t>(place_.row)};
        __builtin_prefetch(edges.data());
        __builtin_prefetch(edges.data() + edges.size());
        rows += static_cast<std::size_t>(!edges.empty());
        total += edges.size();
    };
    if (place_.in_row) {
        put_together(lists_.take(most));
        if (lists_.at_end_of_list()) place_ = {place_.row + 1, false};
    }
    const Leg& leg = walk_.legs[0];
    constexpr std::size_t ahead = 32;  // rows
    for (; !place_.in_row && place_.row < in_.rows && total < most; ++place_.row) {
        if (place_.row + ahead < in_.rows) leg.edges->prefetch(froms_[place_.row + ahead].value);
        const auto edges = leg.at(froms_[place_.row]);
        if (edges.size() > most - total) {
            lists_ = EdgeLists(walk_, froms_[place_.row]);
            lists_.next();
            put_together(lists_.take(most - total));
            place_.in_row = true;
            break;
        }
        put_together(edges);
    }
    total_ = total;
    return std::span<const RowEdges>(together_).first(rows);
}

void ExpandOperator::fill_together(const std::vector<EdgeId>* taken, std::size_t most,
                                   std::vector<std::uint32_t>& picked) {
    const auto together = take_together(most);
    const std::size_t total = total_;
    picked.resize(total);
    if (taken != nullptr) {
        add_unlike(together, *taken, picked);
        picked.resize(given_);
        return;
    }
    add_together(together, keep_end_, ends_, total,
                 [](const RowEdges&, const Neighbour& n) { return n.vertex; });
    add_together(together, keep_edge_, edges_, total,
                 [](const RowEdges&, const Neighbour& n) { return n.edge; });
    add_together(together, true, picked, total,
                 [](const RowEdges& row, const Neighbour&) { return row.row; });
    given_ = total;
}

template <class T, class Part>
void ExpandOperator::add_together(std::span<const RowEdges> together, bool wanted, std::vector<T>& to,
                                  std::size_t total, const Part& part) {
    if (!wanted) return;
    to.resize(total);
    T* at = to.data();
    for (const RowEdges& row : together) {
        for (std::uint32_t i = 0; i < row.size; ++i) *at++ = part(row, row.edges[i]);
    }
}

void ExpandOperator::add_unlike(std::span<const RowEdges> together, const std::vector<EdgeId>& taken,
                                std::vector<std::uint32_t>& picked) {
    ends_.resize(picked.size());
    edges_.resize(picked.size());
    VertexId* const ends = ends_.data();
    EdgeId* const edges = edges_.data();
    std::uint32_t* const rows = picked.data();
    std::size_t at = 0;
    for (const RowEdges row : together) {
        const EdgeId left_out = taken[row.row];
        for (std::uint32_t i = 0; i < row.size; ++i) {
            const Neighbour neighbour = row.edges[i];
            ends[at] = neighbour.vertex;
            edges[at] = neighbour.edge;
            rows[at] = row.row;
            at += static_cast<std::size_t>(neighbour.edge != left_out);
        }
    }
    given_ = at;
}

// Goes on until three quarters of a batch have passed: what is left of it would take few edges for the same
// cost of beginning.
void ExpandOperator::fill_passing(const std::vector<EdgeId>* taken, std::size_t most,
                                  std::vector<std::uint32_t>& picked) {
    ends_.resize(most);
    edges_.resize(most);
    picked.resize(most);
    const std::size_t enough = most - most / 4;
    while (given_ < enough && (place_.in_row || place_.row < in_.rows)) {
        context_.check();
        const auto together = take_together(most - given_);
        end_filter_->with_numbers([&](const auto& numbers) {
            if (keep_edge_)
                add_passing<true>(together, taken, numbers, picked.data());
            else
                add_passing<false>(together, taken, numbers, picked.data());
        });
    }
    picked.resize(given_);
}

template <bool keep_edges, class Numbers>
void ExpandOperator::add_passing(std::span<const RowEdges> together, const std::vector<EdgeId>* taken,
                                 const Numbers& numbers, std::uint32_t* rows) {
    VertexId* const ends = ends_.data();
    EdgeId* const edges = edges_.data();
    const EdgeId* const left_out = taken != nullptr ? taken->data() : nullptr;
    const auto number_of = numbers.of_end;  // a copy, which nothing that is written can be part of
    std::size_t at = given_;
    VertexId other =
        VertexId::none();  // with which the ends of the row before were compared: mostly the same
    Passing passing = Passing::nothing();
    for (const RowEdges row : together) {
        if (numbers.others[row.row] != other) {
            other = numbers.others[row.row];
            passing = numbers.passing(other);
        }
        if (passing.none) continue;
        const Passing passes = passing;
        const EdgeId unwanted = left_out != nullptr ? left_out[row.row] : EdgeId::none();
        for (const Neighbour neighbour : std::span(row.edges, row.size)) {
            std::uint64_t number = 0;
            if (!number_of(neighbour.vertex, number)) continue;
            ends[at] = neighbour.vertex;
            if constexpr (keep_edges) edges[at] = neighbour.edge;
            rows[at] = row.row;
            at += static_cast<std::size_t>(neighbour.edge != unwanted) &
                  static_cast<std::size_t>(passes(number));
        }
    }
    given_ = at;
}

// Of what was given, only the rows for which the predicate is true.
void ExpandOperator::keep_passing(std::vector<std::uint32_t>& picked) {
    ends_.resize(given_);
    Batch rows{given_, {}};
    for (std::size_t i = 0; i < in_.columns.size(); ++i)
        rows.columns.push_back(i == compared_ ? in_.columns[i].pick(picked) : Column::repeat({}, given_));
    if (has_edge_) rows.columns.push_back(Column::repeat({}, given_));
    rows.columns.emplace_back(ends_);
    const std::vector<std::uint32_t> passing = true_rows(test_->evaluate(rows, context_), given_);
    for (std::size_t i = 0; i < passing.size(); ++i) {
        picked[i] = picked[passing[i]];
        ends_[i] = ends_[passing[i]];
        if (keep_edge_) edges_[i] = edges_[passing[i]];
    }
    given_ = passing.size();
    picked.resize(given_);
}

void ExpandOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    ends_.resize(given_);
    edges_.resize(given_);
    const auto nothing = [&] { return Column::repeat(Value(), given_); };
    if (has_edge_) out.columns.push_back(keep_edge_ ? Column(std::move(edges_)) : nothing());
    if (!to_) out.columns.push_back(keep_end_ ? Column(std::move(ends_)) : nothing());
    edges_.clear();
    ends_.clear();
    given_ = 0;
}

}  // namespace hearsay::engine
