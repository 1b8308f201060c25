#include "engine/query/operators/expand.hpp"

#include <algorithm>

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

ExpandOperator::ExpandOperator(Plan& plan, const Expand& step, QueryContext& context, OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      walk_(step.walk.types, step.walk.direction),
      back_(walk_.reversed()),
      from_(column_index(plan.inputs[0].columns, step.walk.from)),
      taken_(plan.inputs[0].columns, step.walk.unlike),
      has_edge_(!step.walk.edge.empty()),
      keep_edge_(has_edge_ && is_read(plan.inputs[0].columns.size())),
      keep_end_(!step.walk.to_bound && is_read(plan.columns.size() - 1)) {
    if (step.walk.to_bound) to_ = column_index(plan.inputs[0].columns, step.walk.to);
}

void ExpandOperator::begin_batch() {
    walk_.resolve(context_.graph);
    froms_.read(in_.columns[from_]);
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
        return;
    }
    if (place_.in_row && lists_.at_end_of_list()) place_ = {place_.row + 1, false};
    // Rows without edges are put down too, without a branch, and written over by the next one; and what is
    // put down is on its way from memory when it is read below.
    if (together_.size() < std::min(in_.rows, most) + 2) together_.resize(std::min(in_.rows, most) + 2);
    std::size_t rows = 0, total = 0;
    const auto put_together = [&](std::span<const Neighbour> edges) {
        together_[rows] = {edges.data(), static_cast<std::uint32_t>(edges.size()),
                           static_cast<std::uint32_t>(place_.row)};
        __builtin_prefetch(edges.data());
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
    const auto together = std::span<const RowEdges>(together_).first(rows);
    picked.resize(total);
    if (single != nullptr) {
        add_unlike(together, *single, picked);
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
    for (const RowEdges& row : together) {
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
