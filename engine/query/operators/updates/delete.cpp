#include "engine/query/operators/updates/delete.hpp"

#include <algorithm>

#include "engine/query/expressions/error.hpp"

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::Kind;
using graphs::Value;
using graphs::VertexId;

void DeleteOperator::rewind() {
    edges_.clear();
    vertices_.clear();
    UpdatingOperator::rewind();
}

void DeleteOperator::prepare(const Batch& in) {
    for (std::size_t i = 0; i < expressions_.size(); ++i) {
        const Column values = expressions_[i]->evaluate(in, context_);
        for (std::size_t row = 0; row < in.rows; ++row) collect(values.at(row), step_.expressions[i].span);
    }
}

void DeleteOperator::collect(const Value& value, grammar::Span span) {
    switch (value.kind()) {
        case Kind::Null:
            return;
        case Kind::Vertex:
            vertices_.emplace_back(value.vertex(), span);
            return;
        case Kind::Edge:
            edges_.push_back(value.edge());
            return;
        case Kind::Path:
            for (const VertexId vertex : value.path().vertices) vertices_.emplace_back(vertex, span);
            edges_.insert(edges_.end(), value.path().edges.begin(), value.path().edges.end());
            return;
        default:
            expressions::fail_type(span, "a Node, a Relationship or a Path", value);
    }
}

void DeleteOperator::collect_edges_at(VertexId vertex) {
    const auto& graph = context_.graph;
    for (std::uint32_t type = 0; type < graph.type_count(); ++type) {
        for (const auto& neighbour : graph.out(vertex, graphs::TypeId{type}))
            edges_.push_back(neighbour.edge);
        for (const auto& neighbour : graph.in(vertex, graphs::TypeId{type})) edges_.push_back(neighbour.edge);
    }
}

void DeleteOperator::finish() {
    auto& graph = context_.graph;
    auto& effects = context_.effects;
    std::stable_sort(vertices_.begin(), vertices_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto once = std::unique(vertices_.begin(), vertices_.end(),
                                  [](const auto& a, const auto& b) { return a.first == b.first; });
    vertices_.erase(once, vertices_.end());
    std::erase_if(vertices_, [&graph](const auto& vertex) { return !graph.alive(vertex.first); });
    if (step_.detach) {
        for (const auto& vertex : vertices_) collect_edges_at(vertex.first);
    }
    // The last edge of a vertex is the cheapest to take off its list.
    std::sort(edges_.begin(), edges_.end(), [](EdgeId a, EdgeId b) { return b < a; });
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
    std::size_t done = 0;
    for (const EdgeId edge : edges_) {
        if (++done % batch_rows == 0) context_.check();
        if (!graph.alive(edge)) continue;
        graph.remove(edge);
        ++effects.relationships_deleted;
    }
    for (const auto& [vertex, span] : vertices_) {
        if (++done % batch_rows == 0) context_.check();
        if (context_.held.contains(vertex)) continue;
        ++effects.nodes_deleted;
        if (graph.out_degree(vertex) + graph.in_degree(vertex) == 0) {
            graph.remove(vertex);
        } else {
            context_.held.emplace(vertex, span);
        }
    }
    std::erase_if(context_.held, [&graph](const auto& held) {
        if (graph.out_degree(held.first) + graph.in_degree(held.first) > 0) return false;
        graph.remove(held.first);
        return true;
    });
}

}  // namespace hearsay::engine
