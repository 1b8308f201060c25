#include "repl/commands/schema.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "repl/output/table.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/output/terminal/text_width.hpp"

namespace hearsay::repl {
namespace {

using graphs::EdgeId;
using graphs::PropertyGraph;
using graphs::VertexId;

void count_properties(const PropertyGraph& graph, const graphs::Properties& properties, PropertyUses& uses) {
    for (const auto& [key, value] : properties) {
        PropertyUse& use = uses[std::string(graph.name(key))];
        ++use.count;
        use.kinds.insert(std::string(graphs::kind_name(value.kind())));
    }
}

std::string labels_text(const PropertyGraph& graph, VertexId vertex) {
    std::string text;
    for (graphs::LabelId label : graph.labels(vertex))
        text += (text.empty() ? "" : ":") + std::string(graph.name(label));
    return text.empty() ? "(no label)" : text;
}

// "name  the text, wrapped behind the name"
std::string entry(const std::string& head, std::string_view text, std::size_t width) {
    const std::size_t indent = display_width(head);
    std::string out;
    for (const std::string& line : wrap(text, width > indent + 20 ? width - indent : 20))
        out += (out.empty() ? head : std::string(indent, ' ')) + line + "\n";
    return out;
}

std::string properties_text(const PropertyUses& uses, std::size_t all) {
    std::string text;
    for (const auto& [name, use] : uses)
        text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", harmless(name), fmt::join(use.kinds, "|"),
                            use.count < all ? "?" : "");
    return text;
}

}  // namespace

Schema schema_of(const PropertyGraph& graph) {
    Schema schema;
    schema.nodes = graph.vertex_count();
    schema.relationships = graph.edge_count();
    for (std::uint32_t v = 0; v < graph.vertex_capacity(); ++v) {
        const VertexId vertex{v};
        stop_point();
        if (!graph.alive(vertex)) continue;
        const graphs::Properties properties = graph.properties(vertex);
        for (graphs::LabelId label : graph.labels(vertex)) {
            Schema::Nodes& nodes = schema.labels[std::string(graph.name(label))];
            ++nodes.count;
            count_properties(graph, properties, nodes.properties);
        }
    }
    for (std::uint32_t e = 0; e < graph.edge_capacity(); ++e) {
        const EdgeId edge{e};
        stop_point();
        if (!graph.alive(edge)) continue;
        Schema::Relationships& relationships = schema.types[std::string(graph.name(graph.type(edge)))];
        ++relationships.count;
        ++relationships
              .ends[labels_text(graph, graph.source(edge)) + " -> " + labels_text(graph, graph.target(edge))];
        count_properties(graph, graph.properties(edge), relationships.properties);
    }
    return schema;
}

std::string schema_text(const Schema& schema, std::size_t width) {
    if (schema.nodes == 0) return "the graph is empty; :load reads articles into it\n";
    std::size_t name = 8, count = 1;
    for (const auto& [label, nodes] : schema.labels) {
        name = std::max(name, display_width(harmless(label)));
        count = std::max(count, std::to_string(nodes.count).size());
    }
    for (const auto& [type, relationships] : schema.types) {
        name = std::max(name, display_width(harmless(type)));
        count = std::max(count, std::to_string(relationships.count).size());
    }
    const auto head = [&](const std::string& text) { return "  " + pad_right(harmless(text), name) + "  "; };
    std::string text = count_of(schema.nodes, "node", "nodes") + "\n";
    for (const auto& [label, nodes] : schema.labels)
        text += entry(fmt::format("{}{:>{}}  ", head(label), nodes.count, count),
                      properties_text(nodes.properties, nodes.count), width);
    text += count_of(schema.relationships, "relationship", "relationships") + "\n";
    for (const auto& [type, relationships] : schema.types) {
        std::string ends;
        for (const auto& [pair, times] : relationships.ends)
            ends += fmt::format("{}{} ({})", ends.empty() ? "" : ", ", harmless(pair), times);
        const std::string begin = fmt::format("{}{:>{}}  ", head(type), relationships.count, count);
        text += entry(begin, ends, width);
        const std::string properties = properties_text(relationships.properties, relationships.count);
        if (!properties.empty()) text += entry(std::string(display_width(begin), ' '), properties, width);
    }
    return text;
}

}  // namespace hearsay::repl
