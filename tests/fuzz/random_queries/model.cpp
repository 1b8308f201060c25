#include "tests/fuzz/random_queries/model.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

namespace hearsay::random_queries {
namespace {

std::string properties_text(const Map& properties) {
    return properties.empty() ? "" : " " + literal(properties);
}
std::string labels_text(const Node& node) {
    std::string text;
    for (const auto& label : node.labels) text += ":" + label;
    return text;
}
std::string short_hash(const std::string& text) {
    char hash[20];
    std::snprintf(hash, sizeof hash, "#%zx", std::hash<std::string>{}(text)&0xffffff);
    return hash;
}
std::string sorted_text(std::vector<std::string> parts) {
    std::sort(parts.begin(), parts.end());
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

}  // namespace

std::string create_text(const Graph& graph) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "CREATE " : ", ") + part; };
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const Node& node = graph.nodes[i];
        if (!node.deleted)
            add("(n" + std::to_string(i) + labels_text(node) + properties_text(node.properties) + ")");
    }
    for (const Edge& edge : graph.edges) {
        if (!edge.deleted)
            add("(n" + std::to_string(edge.from) + ")-[:" + edge.type + properties_text(edge.properties) +
                "]->(n" + std::to_string(edge.to) + ")");
    }
    return text;
}

Looks::Looks(const Graph& graph) : graph_(graph) {
    std::vector<std::string> bare;
    for (const Node& node : graph.nodes)
        bare.push_back(node.deleted ? "deleted node" : labels_text(node) + properties_text(node.properties));
    nodes_ = bare;
    for (int round = 0; round < 4; ++round) {
        std::vector<std::vector<std::string>> around(graph.nodes.size());
        for (const Edge& edge : graph.edges) {
            if (edge.deleted) continue;
            const std::string what = edge.type + properties_text(edge.properties);
            around[edge.from].push_back(what + ">" + nodes_[edge.to]);
            around[edge.to].push_back(what + "<" + nodes_[edge.from]);
        }
        for (std::size_t i = 0; i < bare.size(); ++i) {
            nodes_[i] = bare[i];
            if (!graph.nodes[i].deleted) nodes_[i] += short_hash(sorted_text(std::move(around[i])));
        }
    }
    for (auto& node : nodes_) node = "(" + node + ")";
}

std::string Looks::of_edge(std::size_t index) const {
    const Edge& edge = graph_.edges[index];
    if (edge.deleted) return "[deleted relationship]";
    return nodes_[edge.from] + "-[:" + edge.type + properties_text(edge.properties) + "]->" + nodes_[edge.to];
}

std::string Looks::of(const Value& value) const {
    if (const auto* n = value.as<NodeRef>()) return nodes_[n->index];
    if (const auto* e = value.as<EdgeRef>()) return of_edge(e->index);
    if (const auto* p = value.as<PathRef>()) {
        std::string text = "<" + nodes_[p->nodes[0]];
        for (std::size_t i = 0; i < p->edges.size(); ++i)
            text += ", " + of_edge(p->edges[i]) + ", " + nodes_[p->nodes[i + 1]];
        return text + ">";
    }
    if (const auto* l = value.as<List>()) {
        std::vector<std::string> parts;
        for (const Value& each : *l) parts.push_back(of(each));
        if (value.in_any_order) return "[" + sorted_text(std::move(parts)) + "]";
        std::string text;
        for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
        return "[" + text + "]";
    }
    if (const auto* m = value.as<Map>()) {
        std::string text;
        for (const auto& [key, each] : *m) text += (text.empty() ? "" : ", ") + key + ": " + of(each);
        return "{" + text + "}";
    }
    if (const auto* d = value.as<double>(); d != nullptr && std::isfinite(*d)) {
        char text[64];  // sums may be made in another order
        std::snprintf(text, sizeof text, "%.10g", *d);
        return std::string(text) + " (float)";
    }
    return literal(value);
}

std::string Looks::of_graph() const {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
        if (!graph_.nodes[i].deleted) parts.push_back(nodes_[i]);
    }
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
        if (!graph_.edges[i].deleted) parts.push_back(of_edge(i));
    }
    return sorted_text(std::move(parts));
}

}  // namespace hearsay::random_queries
