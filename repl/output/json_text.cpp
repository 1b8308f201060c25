#include "repl/output/json_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "repl/output/text_width.hpp"

namespace hearsay::repl {
namespace {

using graphs::Kind;
using graphs::PropertyGraph;
using graphs::Value;
using nlohmann::ordered_json;

ordered_json convert(const PropertyGraph& graph, const Value& value);

template <class Element>
ordered_json properties(const PropertyGraph& graph, Element element) {
    ordered_json object = ordered_json::object();
    for (const auto& [key, value] : graph.properties(element))
        object[std::string(graph.name(key))] = convert(graph, value);
    return object;
}

ordered_json node(const PropertyGraph& graph, graphs::VertexId vertex) {
    ordered_json labels = ordered_json::array();
    for (graphs::LabelId label : graph.labels(vertex)) labels.push_back(std::string(graph.name(label)));
    return {{"id", vertex.value}, {"labels", std::move(labels)}, {"properties", properties(graph, vertex)}};
}

ordered_json relationship(const PropertyGraph& graph, graphs::EdgeId edge) {
    return {{"id", edge.value},
            {"type", std::string(graph.name(graph.type(edge)))},
            {"start", graph.source(edge).value},
            {"end", graph.target(edge).value},
            {"properties", properties(graph, edge)}};
}

ordered_json number(double d) {
    if (std::isnan(d)) return "NaN";
    if (std::isinf(d)) return d < 0 ? "-Infinity" : "Infinity";
    return d;
}

ordered_json convert(const PropertyGraph& graph, const Value& value) {
    switch (value.kind()) {
        case Kind::Null:
            return nullptr;
        case Kind::Boolean:
            return value.boolean();
        case Kind::Integer:
            return value.integer();
        case Kind::Float:
            return number(value.floating());
        case Kind::String:
            return value.string();
        case Kind::Date:
        case Kind::LocalTime:
        case Kind::Time:
        case Kind::LocalDateTime:
        case Kind::DateTime:
        case Kind::Duration:
            return graphs::temporal_text(value);
        case Kind::Vertex:
            return node(graph, value.vertex());
        case Kind::Edge:
            return relationship(graph, value.edge());
        case Kind::List: {
            ordered_json array = ordered_json::array();
            for (const Value& item : value.list()) array.push_back(convert(graph, item));
            return array;
        }
        case Kind::Map: {
            ordered_json object = ordered_json::object();
            for (const auto& [key, item] : value.map()) object[key] = convert(graph, item);
            return object;
        }
        case Kind::Path: {
            ordered_json nodes = ordered_json::array(), relationships = ordered_json::array();
            for (graphs::VertexId v : value.path().vertices) nodes.push_back(node(graph, v));
            for (graphs::EdgeId e : value.path().edges) relationships.push_back(relationship(graph, e));
            return {{"nodes", std::move(nodes)}, {"relationships", std::move(relationships)}};
        }
    }
    return nullptr;
}

std::string dump(const ordered_json& json) {
    return harmless_json(json.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

// The code point that begins at `at` and how many bytes it has; none where it has four, or the text ends in
// it.
struct Sign {
    std::int32_t code = 0;
    std::size_t bytes = 0;
};
Sign sign_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) < 0x80) return {byte(0), 1};
    if ((byte(0) & 0xE0) == 0xC0 && at + 1 < text.size())
        return {(byte(0) & 0x1F) << 6 | (byte(1) & 0x3F), 2};
    if ((byte(0) & 0xF0) == 0xE0 && at + 2 < text.size())
        return {(byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
    return {};
}

}  // namespace

std::string harmless_json(std::string_view json) {
    const auto may_steer = [](char c) { return static_cast<unsigned char>(c) >= 0x7F; };
    std::string safe;
    std::size_t done = 0;
    for (std::size_t at = 0; at < json.size();) {
        if (!may_steer(json[at])) {
            ++at;
            continue;
        }
        const auto [code, bytes] = sign_at(json, at);
        if (bytes > 0 && steers_terminal(code)) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(code));
            safe.append(json, done, at - done).append(escaped);
            done = at + bytes;
        }
        at += std::max<std::size_t>(bytes, 1);
    }
    return safe.append(json, done);
}

std::string to_json(const PropertyGraph& graph, const Value& value) {
    return dump(convert(graph, value));
}

std::string json_string(std::string_view text) {
    return dump(ordered_json(std::string(text)));
}

std::vector<std::string> distinct_keys(const std::vector<std::string>& columns) {
    const std::set<std::string> given(columns.begin(), columns.end());
    std::set<std::string> used;
    std::vector<std::string> keys;
    for (const std::string& column : columns) {
        std::string key = column;
        for (int n = 2; used.count(key) > 0 || (key != column && given.count(key) > 0); ++n)
            key = column + "_" + std::to_string(n);
        used.insert(key);
        keys.push_back(std::move(key));
    }
    return keys;
}

}  // namespace hearsay::repl
