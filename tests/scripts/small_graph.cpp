#include "tests/scripts/small_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "engine/query/statement/run_query.hpp"

namespace hearsay::scripts {

using graphs::Kind;
using graphs::PropertyGraph;
using graphs::Value;

namespace {

std::vector<std::string> cut(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t end = text.find(at); end != std::string::npos; end = text.find(at, from)) {
        parts.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    parts.push_back(text.substr(from));
    return parts;
}

class GraphReader {
  public:
    void read(const std::string& line) {
        const std::size_t brace = line.find('{');
        std::string head = line.substr(0, brace);
        while (!head.empty() && head.back() == ' ') head.pop_back();
        graphs::Properties properties;
        if (brace != std::string::npos) {
            const Value map = value_of(line.substr(brace));
            for (const auto& [key, value] : map.map()) properties.emplace_back(graph_.key(key), value);
        }
        const auto words = cut(head, ' ');
        if (words.size() == 2 && words[0] == "vertex") {
            auto names = cut(words[1], ':');
            std::vector<graphs::LabelId> labels;
            for (std::size_t i = 1; i < names.size(); ++i) labels.push_back(graph_.label(names[i]));
            vertices_[names[0]] = graph_.add_vertex(labels, std::move(properties));
        } else if (words.size() == 4 && words[0] == "edge" && words[2].starts_with("-") &&
                   words[2].ends_with("->")) {
            const std::string type = words[2].substr(1, words[2].size() - 3);
            graph_.add_edge(named(words[1], line), graph_.type(type), named(words[3], line),
                            std::move(properties));
        } else {
            throw std::runtime_error("not a vertex or an edge: " + line);
        }
    }
    PropertyGraph take() {
        graph_.accept();
        return std::move(graph_);
    }

  private:
    graphs::VertexId named(const std::string& name, const std::string& line) const {
        const auto found = vertices_.find(name);
        if (found == vertices_.end()) throw std::runtime_error("no vertex `" + name + "` above: " + line);
        return found->second;
    }

    PropertyGraph graph_;
    std::map<std::string, graphs::VertexId> vertices_;
};

std::string properties_text(const graphs::Properties& properties, const PropertyGraph& graph) {
    std::map<std::string, std::string> sorted;
    for (const auto& [key, value] : properties) sorted[std::string(graph.name(key))] = text_of(value, graph);
    std::string text;
    for (const auto& [key, value] : sorted) text += (text.empty() ? "" : ", ") + key + ": " + value;
    return "{" + text + "}";
}

std::string vertex_text(graphs::VertexId vertex, const PropertyGraph& graph) {
    std::vector<std::string> labels;
    for (const auto label : graph.labels(vertex)) labels.push_back(":" + std::string(graph.name(label)));
    std::sort(labels.begin(), labels.end());
    std::string text = fmt::format("{}", fmt::join(labels, ""));
    const auto properties = graph.properties(vertex);
    if (!properties.empty()) text += (text.empty() ? "" : " ") + properties_text(properties, graph);
    return "(" + text + ")";
}

std::string edge_text(graphs::EdgeId edge, const PropertyGraph& graph) {
    std::string text = "[:" + std::string(graph.name(graph.type(edge)));
    const auto properties = graph.properties(edge);
    if (!properties.empty()) text += " " + properties_text(properties, graph);
    return text + "]";
}

std::string path_text(const graphs::Path& path, const PropertyGraph& graph) {
    std::string text = "<" + vertex_text(path.vertices[0], graph);
    for (std::size_t i = 0; i < path.edges.size(); ++i) {
        const bool forth = graph.target(path.edges[i]) == path.vertices[i + 1];
        text += (forth ? "-" : "<-") + edge_text(path.edges[i], graph) + (forth ? "->" : "-");
        text += vertex_text(path.vertices[i + 1], graph);
    }
    return text + ">";
}

}  // namespace

PropertyGraph make_graph(const std::vector<std::string>& lines) {
    GraphReader reader;
    for (const auto& line : lines) reader.read(line);
    return reader.take();
}

Value value_of(const std::string& expression) {
    PropertyGraph nothing;
    const auto result = engine::run_query(nothing, "RETURN " + expression + " AS value");
    if (!result) throw std::runtime_error(result.error()[0].message + ": " + expression);
    return result->rows[0][0];
}

std::string text_of(const Value& value, const PropertyGraph& graph) {
    switch (value.kind()) {
        case Kind::Null:
            return "null";
        case Kind::Boolean:
            return value.boolean() ? "true" : "false";
        case Kind::Integer:
            return std::to_string(value.integer());
        case Kind::Float: {
            std::string text = fmt::format("{}", value.floating());
            if (text.find_first_of(".einf") == std::string::npos) text += ".0";
            return text;
        }
        case Kind::String:
            return "'" + std::string(value.string()) + "'";
        case Kind::Date:
        case Kind::LocalTime:
        case Kind::Time:
        case Kind::LocalDateTime:
        case Kind::DateTime:
        case Kind::Duration:
            return graphs::temporal_text(value);
        case Kind::List: {
            std::string text;
            for (const auto& item : value.list()) text += (text.empty() ? "" : ", ") + text_of(item, graph);
            return "[" + text + "]";
        }
        case Kind::Map: {
            std::string text;
            for (const auto& [key, item] : value.map()) {
                text += (text.empty() ? "" : ", ") + key + ": " + text_of(item, graph);
            }
            return "{" + text + "}";
        }
        case Kind::Vertex:
            return vertex_text(value.vertex(), graph);
        case Kind::Edge:
            return edge_text(value.edge(), graph);
        case Kind::Path:
            return path_text(value.path(), graph);
    }
    return "";
}

}  // namespace hearsay::scripts
