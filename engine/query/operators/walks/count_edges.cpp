#include "engine/query/operators/walks/count_edges.hpp"

#include <algorithm>

namespace hearsay::engine {

using grammar::Direction;
using graphs::EdgeId;
using graphs::VertexId;

CountEdgesOperator::CountEdgesOperator(Plan& plan, const CountEdges& step, QueryContext& context,
                                       OperatorBox input)
    : InputOperator(plan, context, std::move(input)),
      walk_(step.walk.types, step.walk.direction),
      from_(column_index(plan.inputs[0].columns, step.walk.from)),
      none_(step.none),
      keep_number_(!step.column.empty()) {
    for (const auto& name : step.walk.unlike) unlike_.push_back(column_index(plan.inputs[0].columns, name));
}

bool CountEdgesOperator::pull(Batch& out) {
    Batch in;
    std::vector<std::uint32_t> picked;
    std::vector<std::int64_t> numbers;
    while (picked.empty()) {
        if (!input_->next(in)) return false;
        walk_.resolve(context_.graph);
        const Column& column = in.columns[from_];
        const auto* ids = column.as<VertexId>();
        picked.reserve(in.rows);
        numbers.reserve(in.rows);
        for (std::size_t row = 0; row < in.rows; ++row) {
            const VertexId vertex = ids != nullptr ? (*ids)[row] : vertex_at(column, row);
            std::int64_t number = edges_at(vertex);
            if (number > 0 && !unlike_.empty()) number -= taken(in, row, vertex);
            if ((number == 0) != none_) continue;
            picked.push_back(static_cast<std::uint32_t>(row));
            numbers.push_back(number);
        }
    }
    if (picked.size() == in.rows) {
        out = std::move(in);
    } else {
        out.rows = picked.size();
        copy_rows(in, picked, out);
    }
    if (keep_number_) out.columns.emplace_back(std::move(numbers));
    return true;
}

std::int64_t CountEdgesOperator::edges_at(VertexId vertex) const {
    std::size_t edges = 0;
    for (const Leg& leg : walk_.legs) {
        edges += leg.edges->row_size(vertex.value);
        if (!leg.without_loops) continue;
        context_.check();
        const auto list = leg.at(vertex);
        edges -= static_cast<std::size_t>(
            std::count_if(list.begin(), list.end(),
                          [vertex](const graphs::Neighbour& each) { return each.vertex == vertex; }));
    }
    return static_cast<std::int64_t>(edges);
}

std::int64_t CountEdgesOperator::taken(const Batch& in, std::size_t row, VertexId vertex) {
    taken_.clear();
    for (const std::size_t index : unlike_) {
        const Column& column = in.columns[index];
        if (const auto* ids = column.as<EdgeId>()) {
            take((*ids)[row], vertex);
            continue;
        }
        const graphs::Value value = column.at(row);
        if (value.kind() == graphs::Kind::Edge) take(value.edge(), vertex);
        if (value.kind() != graphs::Kind::List) continue;
        for (const graphs::Value& item : value.list()) {
            if (item.kind() == graphs::Kind::Edge) take(item.edge(), vertex);
        }
    }
    std::sort(taken_.begin(), taken_.end());
    return std::unique(taken_.begin(), taken_.end()) - taken_.begin();
}

void CountEdgesOperator::take(EdgeId edge, VertexId vertex) {
    if (edge.is_none()) return;
    const graphs::PropertyGraph& graph = context_.graph;
    const bool leaves = walk_.direction != Direction::Left && graph.source(edge) == vertex;
    const bool enters = walk_.direction != Direction::Right && graph.target(edge) == vertex;
    if (!leaves && !enters) return;
    const auto& types = walk_.types;
    if (std::find(types.begin(), types.end(), graph.type(edge)) != types.end()) taken_.push_back(edge);
}

}  // namespace hearsay::engine
