#include "engine/query/operators/build_path.hpp"

namespace hearsay::engine {

using graphs::Kind;
using graphs::Value;
using graphs::VertexId;

BuildPathOperator::BuildPathOperator(Plan& plan, const BuildPath& step, QueryContext& context,
                                     OperatorBox input)
    : InputOperator(plan, context, std::move(input)) {
    const Layout& layout = plan.inputs[0].columns;
    const std::size_t own = plan.columns.size() - 1;
    is_read_ = own >= plan.unread.size() || !plan.unread[own];
    for (const auto& node : step.nodes) nodes_.push_back(column_index(layout, node));
    for (const auto& edge : step.edges) edges_.push_back(column_index(layout, edge));
}

Value BuildPathOperator::path(const Batch& batch, std::size_t row) const {
    const auto& graph = context_.graph;
    graphs::Path path;
    VertexId at = vertex_at(batch.columns[nodes_[0]], row);
    if (at.is_none()) return {};
    path.vertices.push_back(at);
    const auto walk = [&](graphs::EdgeId edge) {
        at = graph.source(edge) == at ? graph.target(edge) : graph.source(edge);
        path.edges.push_back(edge);
        path.vertices.push_back(at);
    };
    for (std::size_t index : edges_) {
        const Value value = batch.columns[index].at(row);
        if (value.kind() == Kind::Edge) {
            walk(value.edge());
        } else if (value.kind() == Kind::List) {
            for (const Value& item : value.list()) walk(item.edge());
        } else {
            return {};
        }
    }
    return path;
}

bool BuildPathOperator::pull(Batch& out) {
    if (!input_->next(out)) return false;
    if (!is_read_) {
        out.columns.push_back(Column::repeat(Value(), out.rows));
        return true;
    }
    std::vector<Value> paths;
    paths.reserve(out.rows);
    for (std::size_t row = 0; row < out.rows; ++row) paths.push_back(path(out, row));
    out.columns.emplace_back(std::move(paths));
    return true;
}

}  // namespace hearsay::engine
