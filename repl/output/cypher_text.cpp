#include "repl/output/cypher_text.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <charconv>
#include <cmath>

#include "repl/output/terminal/interrupt.hpp"
#include "repl/output/terminal/text_width.hpp"

namespace hearsay::repl {
namespace {

using graphs::EdgeId;
using graphs::Kind;
using graphs::PropertyGraph;
using graphs::Value;
using graphs::VertexId;

// The function that reads a temporal value's text.
std::string_view constructor_of(Kind kind) {
    switch (kind) {
        case Kind::LocalTime:
            return "localtime";
        case Kind::Time:
            return "time";
        case Kind::LocalDateTime:
            return "localdatetime";
        case Kind::DateTime:
            return "datetime";
        case Kind::Duration:
            return "duration";
        default:
            return "date";
    }
}

class Writer {
  public:
    enum class Temporal { AsText, AsCall };
    Writer(const PropertyGraph& graph, std::optional<std::size_t> longest, Temporal temporal)
        : graph_(graph), longest_(longest), temporal_(temporal) {}

    void value(const Value& v, bool inside_element) {
        stop_point();
        switch (v.kind()) {
            case Kind::Null:
                text_ += "null";
                return;
            case Kind::Boolean:
                text_ += v.boolean() ? "true" : "false";
                return;
            case Kind::Integer:
                text_ += std::to_string(v.integer());
                return;
            case Kind::Float:
                text_ += float_text(v.floating());
                return;
            case Kind::Date:
            case Kind::LocalTime:
            case Kind::Time:
            case Kind::LocalDateTime:
            case Kind::DateTime:
            case Kind::Duration:
                temporal(v);
                return;
            case Kind::String:
                string(v.string(), inside_element);
                return;
            case Kind::List:
                list(v.list(), inside_element);
                return;
            case Kind::Map:
                map(v.map(), inside_element);
                return;
            case Kind::Vertex:
                vertex(v.vertex());
                return;
            case Kind::Edge:
                edge(v.edge());
                return;
            case Kind::Path:
                path(v.path());
                return;
        }
    }
    std::string take() { return std::move(text_); }

  private:
    void string(std::string_view s, bool inside_element) {
        text_ += quote(longest_ && inside_element ? std::string_view(cut(s, *longest_, "…")) : s);
    }
    void temporal(const Value& v) {
        const std::string iso = graphs::temporal_text(v);
        text_ += temporal_ == Temporal::AsText ? iso : fmt::format("{}('{}')", constructor_of(v.kind()), iso);
    }
    void list(const graphs::List& items, bool inside_element) {
        text_ += '[';
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0) text_ += ", ";
            value(items[i], inside_element);
        }
        text_ += ']';
    }
    void map(const graphs::Map& entries, bool inside_element) {
        text_ += '{';
        bool first = true;
        for (const auto& [key, v] : entries) {
            if (!first) text_ += ", ";
            first = false;
            text_ += quote_name(key) + ": ";
            value(v, inside_element);
        }
        text_ += '}';
    }
    void properties(const graphs::Properties& all, bool space_before) {
        if (all.empty()) return;
        text_ += space_before ? " {" : "{";
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i > 0) text_ += ", ";
            text_ += quote_name(graph_.name(all[i].first)) + ": ";
            value(all[i].second, true);
        }
        text_ += '}';
    }
    void vertex(VertexId v) {
        text_ += '(';
        for (graphs::LabelId label : graph_.labels(v)) text_ += ":" + quote_name(graph_.name(label));
        properties(graph_.properties(v), !graph_.labels(v).empty());
        text_ += ')';
    }
    void edge(EdgeId e) {
        text_ += "[:" + quote_name(graph_.name(graph_.type(e)));
        properties(graph_.properties(e), true);
        text_ += ']';
    }
    void path(const graphs::Path& p) {
        text_ += '<';
        for (std::size_t i = 0; i < p.vertices.size(); ++i) {
            if (i > 0) {
                const bool right = graph_.source(p.edges[i - 1]) == p.vertices[i - 1];
                text_ += right ? "-" : "<-";
                edge(p.edges[i - 1]);
                text_ += right ? "->" : "-";
            }
            vertex(p.vertices[i]);
        }
        text_ += '>';
    }

    const PropertyGraph& graph_;
    std::optional<std::size_t> longest_;
    Temporal temporal_;
    std::string text_;
};

}  // namespace

std::string to_cypher(const PropertyGraph& graph, const Value& value,
                      std::optional<std::size_t> longest_text) {
    Writer writer(graph, longest_text, Writer::Temporal::AsText);
    writer.value(value, false);
    return writer.take();
}

std::string to_expression(const PropertyGraph& graph, const Value& value) {
    Writer writer(graph, {}, Writer::Temporal::AsCall);
    writer.value(value, false);
    return writer.take();
}

std::string quote(std::string_view text) {
    std::string quoted = "'";
    for (char c : text) {
        switch (c) {
            case '\\':
                quoted += "\\\\";
                break;
            case '\'':
                quoted += "\\'";
                break;
            case '\n':
                quoted += "\\n";
                break;
            case '\t':
                quoted += "\\t";
                break;
            case '\r':
                quoted += "\\r";
                break;
            default:
                quoted += c;
        }
    }
    return quoted + "'";
}

std::string quote_name(std::string_view name) {
    bool plain = !name.empty();
    for (std::size_t at = 0; plain && at < name.size();) {
        const bool first = at == 0;
        UChar32 c = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(name.data()), at, name.size(), c);
        plain = c >= 0 && (u_isalpha(c) || c == '_' || (!first && u_isdigit(c)));
    }
    if (plain) return std::string(name);
    std::string quoted = "`";
    for (char c : name) quoted += c == '`' ? "``" : std::string(1, c);
    return quoted + "`";
}

std::string float_text(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
    char buffer[40];
    const double size = std::fabs(number);
    const bool plain = size == 0 || (size >= 1e-3 && size < 1e16);
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number,
                                   plain ? std::chars_format::fixed : std::chars_format::scientific)
                         .ptr;
    std::string text(buffer, end);
    const std::size_t exponent = text.find('e');
    if (exponent == std::string::npos) return text.find('.') == std::string::npos ? text + ".0" : text;
    std::string mantissa = text.substr(0, exponent);
    if (mantissa.find('.') == std::string::npos) mantissa += ".0";
    return fmt::format("{}E{}", mantissa, std::stoi(text.substr(exponent + 1)));
}

}  // namespace hearsay::repl
