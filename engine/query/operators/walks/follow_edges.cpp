#include "engine/query/operators/walks/follow_edges.hpp"

#include <algorithm>

namespace hearsay::engine {

using grammar::Direction;
using graphs::EdgeId;
using graphs::Kind;
using graphs::Value;
using graphs::VertexId;

FollowEdgesOperator::FollowEdgesOperator(Plan& plan, const FollowEdges& step, QueryContext& context,
                                         OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      walk_(step.walk.types, step.walk.direction),
      typed_(!step.walk.types.empty()),
      list_(step.list),
      edge_(column_index(plan.inputs[0].columns, step.walk.edge)),
      same_end_(step.walk.from == step.walk.to),
      taken_(plan.inputs[0].columns, step.walk.unlike) {
    if (step.from_bound) from_ = column_index(plan.inputs[0].columns, step.walk.from);
    if (step.walk.to_bound) to_ = column_index(plan.inputs[0].columns, step.walk.to);
}

void FollowEdgesOperator::begin_row(std::size_t row) {
    ends_.clear();
    at_ = 0;
    std::vector<EdgeId> edges;
    if (list_) {
        const Value value = in_.columns[edge_].at(row);
        if (value.kind() != Kind::List) return;
        for (const Value& item : value.list()) {
            if (item.kind() != Kind::Edge) return;
            edges.push_back(item.edge());
        }
    } else {
        const EdgeId edge = edge_at(in_.columns[edge_], row);
        if (edge.is_none()) return;
        edges.push_back(edge);
    }
    const auto& graph = context_.graph;
    taken_.begin_row(in_, row);
    for (EdgeId edge : edges) {
        if (!graph.alive(edge)) return;
        const bool of_type = !typed_ || std::find(walk_.types.begin(), walk_.types.end(), graph.type(edge)) !=
                                            walk_.types.end();
        if (!of_type || taken_.contains(edge)) return;
    }
    if (edges.empty()) {  // a walk of no edge: only where the start is known
        if (from_) try_way(row, edges, vertex_at(in_.columns[*from_], row));
        return;
    }
    const VertexId source = graph.source(edges[0]);
    const VertexId target = graph.target(edges[0]);
    if (walk_.direction != Direction::Left) try_way(row, edges, source);
    if (walk_.direction == Direction::Left || (walk_.direction == Direction::Either && source != target)) {
        try_way(row, edges, target);
    }
}

// Walks the edges from `begin`; keeps the ends if every edge joins on and bound ends agree.
void FollowEdgesOperator::try_way(std::size_t row, const std::vector<EdgeId>& edges, VertexId begin) {
    const auto& graph = context_.graph;
    VertexId end = begin;
    for (EdgeId edge : edges) {
        const bool forth = graph.source(edge) == end && walk_.direction != Direction::Left;
        const bool back = graph.target(edge) == end && walk_.direction != Direction::Right;
        if (!forth && !back) return;
        end = forth ? graph.target(edge) : graph.source(edge);
    }
    if (begin.is_none() || (same_end_ && begin != end)) return;
    if (from_ && vertex_at(in_.columns[*from_], row) != begin) return;
    if (to_ && vertex_at(in_.columns[*to_], row) != end) return;
    ends_.emplace_back(begin, end);
}

bool FollowEdgesOperator::step() {
    if (at_ == ends_.size()) return false;
    const auto [from, to] = ends_[at_++];
    if (!from_) froms_.push_back(from);
    if (!to_ && !same_end_) tos_.push_back(to);
    return true;
}

void FollowEdgesOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    if (!from_) out.columns.emplace_back(std::move(froms_));
    if (!to_ && !same_end_) out.columns.emplace_back(std::move(tos_));
    froms_ = {};
    tos_ = {};
}

}  // namespace hearsay::engine
