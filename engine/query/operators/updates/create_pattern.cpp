#include "engine/query/operators/updates/create_pattern.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "engine/query/expressions/error.hpp"
#include "grammar/tree/tree_text.hpp"

namespace hearsay::engine {

using graphs::Value;
using graphs::VertexId;

PatternCreator::PatternCreator(const CreatePattern& step, const Layout& given,
                               std::vector<PropertyMap> properties, QueryContext& context)
    : step_(step), given_(given), properties_(std::move(properties)), context_(context) {
    std::unordered_map<std::string_view, std::size_t> nodes;
    for (std::size_t i = 0; i < step.nodes.size(); ++i) nodes.emplace(step.nodes[i].variable, i);
    const auto end_of = [&](const std::string& name) -> End {
        const auto found = nodes.find(name);
        if (found != nodes.end()) return {true, found->second};
        return {false, column_index(given_, name)};
    };
    for (const auto& edge : step.edges) ends_.emplace_back(end_of(edge.from), end_of(edge.to));
}

PatternCreator::Values PatternCreator::evaluate(const Batch& in) const {
    Values values;
    for (const auto& map : properties_) values.push_back(map.evaluate(in, context_));
    return values;
}

void PatternCreator::refuse_nulls(const Values& values, std::size_t row) const {
    for (std::size_t i = 0; i < properties_.size(); ++i) {
        if (const auto* entry = properties_[i].null_entry(values[i], row)) {
            expressions::fail(entry->span,
                              fmt::format("MERGE cannot look for a `{}` that is null", entry->key),
                              "SemanticError", "MergeReadOwnWrites",
                              "leave rows where it is null out by WHERE, or SET it afterwards");
        }
    }
}

PatternCreator::Made PatternCreator::nothing_made() const {
    Made made;
    made.nodes.resize(step_.nodes.size());
    made.edges.resize(step_.edges.size());
    return made;
}

void PatternCreator::create(const Batch& in, std::size_t row, const Values& values, Made& made) {
    auto& graph = context_.graph;
    auto& effects = context_.effects;
    std::vector<graphs::LabelId> labels;
    for (std::size_t i = 0; i < step_.nodes.size(); ++i) {
        labels.clear();
        for (const auto& label : step_.nodes[i].labels) labels.push_back(graph.label(label.text));
        auto properties = properties_[i].at(values[i], row, graph);
        effects.properties_set += properties.size();
        const VertexId vertex = graph.add_vertex(labels, std::move(properties));
        ++effects.nodes_created;
        effects.labels_added += graph.labels(vertex).size();
        made.nodes[i].push_back(vertex);
    }
    for (std::size_t i = 0; i < step_.edges.size(); ++i) {
        const NewEdge& edge = step_.edges[i];
        const std::size_t map = step_.nodes.size() + i;
        const VertexId from = vertex_of(ends_[i].first, in, row, made, edge, edge.from);
        const VertexId to = vertex_of(ends_[i].second, in, row, made, edge, edge.to);
        auto properties = properties_[map].at(values[map], row, graph);
        effects.properties_set += properties.size();
        made.edges[i].push_back(graph.add_edge(from, graph.type(edge.type.text), to, std::move(properties)));
        ++effects.relationships_created;
    }
}

VertexId PatternCreator::vertex_of(const End& end, const Batch& in, std::size_t row, const Made& made,
                                   const NewEdge& edge, const std::string& name) const {
    if (end.is_new) return made.nodes[end.index].back();
    const Value value = in.columns[end.index].at(row);
    if (value.is_null()) {
        expressions::fail(edge.span,
                          fmt::format("a relationship needs two nodes, but {} is null", quoted_name(name)),
                          "SemanticError", "NullEndNode", "leave rows where it is null out by WHERE");
    }
    if (value.kind() != graphs::Kind::Vertex) expressions::fail_type(edge.span, "a Node", value);
    if (!context_.is_there(value)) expressions::fail_deleted(edge.span, value);
    return value.vertex();
}

}  // namespace hearsay::engine
