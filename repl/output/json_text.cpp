#include "repl/output/json_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "repl/output/terminal/interrupt.hpp"

#include "repl/output/terminal/text_width.hpp"

namespace hearsay::repl {
namespace {

using graphs::Kind;
using graphs::PropertyGraph;
using graphs::Value;
using nlohmann::ordered_json;

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

// Appends values to a text, piece by piece: a tree of a large value would take many times its room, and a
// map's keys would each be looked for among those before.
class Writer {
  public:
    explicit Writer(const PropertyGraph& graph) : graph_(graph) {}

    void value(const Value& value) {
        stop_point();
        switch (value.kind()) {
            case Kind::Null:
                text_ += "null";
                return;
            case Kind::Boolean:
                text_ += value.boolean() ? "true" : "false";
                return;
            case Kind::Integer:
                text_ += std::to_string(value.integer());
                return;
            case Kind::Float:
                text_ += dump(number(value.floating()));
                return;
            case Kind::String:
                string(value.string());
                return;
            case Kind::Date:
            case Kind::LocalTime:
            case Kind::Time:
            case Kind::LocalDateTime:
            case Kind::DateTime:
            case Kind::Duration:
                string(graphs::temporal_text(value));
                return;
            case Kind::Vertex:
                node(value.vertex());
                return;
            case Kind::Edge:
                relationship(value.edge());
                return;
            case Kind::List:
                each(value.list(), '[', ']', [this](const Value& item) { this->value(item); });
                return;
            case Kind::Map:
                each(value.map(), '{', '}', [this](const auto& entry) {
                    key(entry.first);
                    this->value(entry.second);
                });
                return;
            case Kind::Path:
                text_ += "{\"nodes\":";
                each(value.path().vertices, '[', ']', [this](graphs::VertexId v) { node(v); });
                text_ += ",\"relationships\":";
                each(value.path().edges, '[', ']', [this](graphs::EdgeId e) { relationship(e); });
                text_ += '}';
                return;
        }
    }

    std::string text() && { return std::move(text_); }

  private:
    static ordered_json number(double d) {
        if (std::isnan(d)) return "NaN";
        if (std::isinf(d)) return d < 0 ? "-Infinity" : "Infinity";
        return d;
    }

    void string(std::string_view text) { text_ += dump(ordered_json(text)); }

    void key(std::string_view name) {
        string(name);
        text_ += ':';
    }

    template <class Items, class Write>
    void each(const Items& items, char open, char close, const Write& write) {
        text_ += open;
        bool first = true;
        for (const auto& item : items) {
            if (!std::exchange(first, false)) text_ += ',';
            write(item);
        }
        text_ += close;
    }

    template <class Element>
    void properties(Element element) {
        text_ += ",\"properties\":";
        each(graph_.properties(element), '{', '}', [this](const auto& property) {
            key(graph_.name(property.first));
            value(property.second);
        });
        text_ += '}';
    }

    void node(graphs::VertexId vertex) {
        text_ += "{\"id\":" + std::to_string(vertex.value) + ",\"labels\":";
        each(graph_.labels(vertex), '[', ']', [this](graphs::LabelId label) { string(graph_.name(label)); });
        properties(vertex);
    }

    void relationship(graphs::EdgeId edge) {
        text_ += "{\"id\":" + std::to_string(edge.value) + ",\"type\":";
        string(graph_.name(graph_.type(edge)));
        text_ += ",\"start\":" + std::to_string(graph_.source(edge).value) +
                 ",\"end\":" + std::to_string(graph_.target(edge).value);
        properties(edge);
    }

    const PropertyGraph& graph_;
    std::string text_;
};

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
    Writer writer(graph);
    writer.value(value);
    return std::move(writer).text();
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
