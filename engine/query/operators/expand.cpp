#include "engine/query/operators/expand.hpp"

#include <algorithm>

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::Kind;
using graphs::Value;
using graphs::VertexId;

TakenEdges::TakenEdges(const Layout& layout, const std::vector<std::string>& columns) {
    for (const auto& name : columns) columns_.push_back(column_index(layout, name));
}

bool TakenEdges::contains(const Batch& batch, std::size_t row, EdgeId edge) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](std::size_t index) {
        const Column& column = batch.columns[index];
        if (const auto* ids = column.as<EdgeId>()) return (*ids)[row] == edge;
        const Value value = column.at(row);
        if (value.kind() == Kind::Edge) return value.edge() == edge;
        if (value.kind() != Kind::List) return false;
        const auto& list = value.list();
        return std::any_of(list.begin(), list.end(), [edge](const Value& item) {
            return item.kind() == Kind::Edge && item.edge() == edge;
        });
    });
}

ExpandOperator::ExpandOperator(Plan& plan, const Expand& step, QueryContext& context, OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      walk_(step.walk.types, step.walk.direction),
      back_(walk_.reversed()),
      from_(column_index(plan.inputs[0].columns, step.walk.from)),
      taken_(plan.inputs[0].columns, step.walk.unlike),
      keep_edge_(!step.walk.edge.empty()) {
    if (step.walk.to_bound) to_ = column_index(plan.inputs[0].columns, step.walk.to);
}

void ExpandOperator::begin_row(std::size_t row) {
    row_ = row;
    const VertexId from = vertex_at(in_.columns[from_], row);
    if (!to_) {
        neighbours_ = Neighbours(context_.graph, walk_, from);
        return;
    }
    // Both ends are known: the edges are looked for at the one that has fewer.
    const VertexId to = vertex_at(in_.columns[*to_], row);
    if (from.is_none() || to.is_none()) {
        neighbours_ = Neighbours();
        return;
    }
    const bool back = degree(context_.graph, back_, to) < degree(context_.graph, walk_, from);
    wanted_ = back ? from : to;
    neighbours_ = Neighbours(context_.graph, back ? back_ : walk_, back ? to : from);
}

bool ExpandOperator::step() {
    graphs::Neighbour neighbour;
    while (neighbours_.next(neighbour)) {
        if (to_ && neighbour.vertex != wanted_) continue;
        if (taken_.contains(in_, row_, neighbour.edge)) continue;
        if (keep_edge_) edges_.push_back(neighbour.edge);
        if (!to_) ends_.push_back(neighbour.vertex);
        return true;
    }
    return false;
}

void ExpandOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_rows(in_, picked, out);
    if (keep_edge_) out.columns.emplace_back(std::move(edges_));
    if (!to_) out.columns.emplace_back(std::move(ends_));
    edges_ = {};
    ends_ = {};
}

}  // namespace hearsay::engine
