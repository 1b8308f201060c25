#include "repl/output/write_result.hpp"

#include <algorithm>
#include <array>

#include "repl/output/cypher_text.hpp"
#include "repl/output/effects_text.hpp"
#include "repl/output/json_text.hpp"
#include "repl/output/table.hpp"
#include "repl/output/terminal/text_width.hpp"

namespace hearsay::repl {
namespace {

using engine::QueryResult;
using graphs::Kind;
using graphs::PropertyGraph;
using graphs::Value;

struct Row {
    const PropertyGraph& graph;
    const std::vector<std::string>& keys;  // as JSON strings
    const graphs::List& values;
};

std::string json_object(const Row& row) {
    std::string object = "{";
    for (std::size_t c = 0; c < row.values.size(); ++c) {
        if (c > 0) object += ", ";
        object += row.keys[c] + ": " + to_json(row.graph, row.values[c]);
    }
    return object + "}";
}

void write_json(Sink& sink, const PropertyGraph& graph, const QueryResult& result, bool lines) {
    if (lines && result.columns.empty()) return;
    std::vector<std::string> keys = distinct_keys(result.columns);
    for (std::string& key : keys) key = json_string(key);
    if (!lines && (result.rows.empty() || result.columns.empty())) return sink.write("[]\n");
    for (std::size_t r = 0; r < result.rows.size(); ++r) {
        if (!lines) sink.write(r == 0 ? "[\n  " : ",\n  ");
        sink.write(json_object({graph, keys, result.rows[r]}));
        if (lines) sink.write("\n");
    }
    if (!lines) sink.write("\n]\n");
}

// Plain text of a value for CSV; nodes, lists and maps as JSON, which programs read.
std::string csv_text(const PropertyGraph& graph, const Value& value) {
    switch (value.kind()) {
        case Kind::Null:
            return "";
        case Kind::String:
            return std::string(value.string());
        case Kind::List:
        case Kind::Map:
        case Kind::Vertex:
        case Kind::Edge:
        case Kind::Path:
            return to_json(graph, value);
        case Kind::Boolean:
        case Kind::Integer:
        case Kind::Float:
        case Kind::Date:
        case Kind::LocalTime:
        case Kind::Time:
        case Kind::LocalDateTime:
        case Kind::DateTime:
        case Kind::Duration:
            return to_cypher(graph, value);
    }
    return "";
}

// Whether a spreadsheet would run the text instead of showing it. It takes the wide forms of the signs too.
bool is_formula(std::string_view text) {
    constexpr std::array<std::string_view, 11> signs = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                                        "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    const bool begins = std::any_of(signs.begin(), signs.end(), [text](std::string_view sign) {
        return text.substr(0, sign.size()) == sign;
    });
    const std::string_view behind = begins ? text.substr(1) : "";
    const bool number = !behind.empty() && (text.front() == '-' || text.front() == '+') &&
                        behind.find_first_not_of("0123456789.") == std::string_view::npos;
    return begins && !number;
}

// `guarded`: a text that must not be run.
std::string csv_field(std::string text, bool null, bool guarded) {
    if (guarded && is_formula(text)) text.insert(0, "'");
    // A spreadsheet may part fields at semicolons and tabs as well, and would run what stands behind one.
    const bool quoted = text.find_first_of(",;\t\"\r\n") != std::string::npos || (text.empty() && !null) ||
                        (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (!quoted) return text;
    std::string field = "\"";
    for (char c : text) field += c == '"' ? "\"\"" : std::string(1, c);
    return field + "\"";
}

// A terminal gets no escape sequences from the data; a file gets the data.
std::string shown(std::string text, bool terminal) {
    return terminal ? harmless_lines(text) : text;
}

void write_csv(Sink& sink, const PropertyGraph& graph, const QueryResult& result, const Look& look) {
    if (result.columns.empty()) return;
    const auto line = [&](std::size_t count, const auto& field_at) {
        std::string text;
        for (std::size_t c = 0; c < count; ++c) text += (c > 0 ? "," : "") + field_at(c);
        if (count == 1 && text.empty()) text = "\"\"";  // or a reader takes the line for an empty one
        sink.write(shown(std::move(text), look.terminal) + "\r\n");
    };
    const bool guarded = look.format == Format::Csv;
    line(result.columns.size(), [&](std::size_t c) { return csv_field(result.columns[c], false, guarded); });
    for (const graphs::List& row : result.rows)
        line(row.size(), [&](std::size_t c) {
            return csv_field(csv_text(graph, row[c]), row[c].is_null(),
                             guarded && row[c].kind() == Kind::String);
        });
}

std::string markdown_cell(std::string_view text) {
    std::string cell;
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (text[at]) {
            case '\\':
            case '|':
            case '*':
            case '`':
            case '[':
            case ']':
                cell += '\\';
                cell += text[at];
                break;
            case '<':
                cell += "&lt;";
                break;
            case '&':
                cell += "&amp;";
                break;
            case '\r':
                break;
            case '\n':
                cell += "<br>";
                break;
            default:
                cell += text[at];
        }
    }
    return shown(cell, true);
}

void write_markdown(Sink& sink, const PropertyGraph& graph, const QueryResult& result) {
    if (result.columns.empty()) return;
    std::string head = "|", rule = "|";
    for (std::size_t c = 0; c < result.columns.size(); ++c) {
        const auto number_or_null = [c](const graphs::List& row) {
            return row[c].is_null() || row[c].is_number();
        };
        const bool numbers =
            !result.rows.empty() && std::all_of(result.rows.begin(), result.rows.end(), number_or_null);
        head += " " + markdown_cell(result.columns[c]) + " |";
        rule += numbers ? " ---: |" : " --- |";
    }
    sink.write(head + "\n" + rule + "\n");
    for (const graphs::List& row : result.rows) {
        std::string line = "|";
        for (const Value& value : row) {
            const std::string text =
                value.kind() == Kind::String ? std::string(value.string()) : to_cypher(graph, value);
            line += " " + markdown_cell(text) + " |";
        }
        sink.write(line + "\n");
    }
}

void write_effects(Sink& sink, const QueryResult& result, const Look& look) {
    std::string line = effects_text(result.effects);
    if (look.seconds && result.columns.empty()) line += ", " + duration_text(*look.seconds);
    sink.write(line + "\n");
}

void write_plan(Sink& sink, const QueryResult& result) {
    for (const graphs::List& row : result.rows)
        if (!row.empty() && row.front().kind() == Kind::String)
            sink.write(shown(std::string(row.front().string()), true) + "\n");
}

}  // namespace

const std::vector<std::string>& format_names() {
    static const std::vector<std::string> names = {"table", "json", "jsonl", "csv", "csv-exact", "markdown"};
    return names;
}

std::optional<Format> format_from(std::string_view name) {
    const auto& names = format_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Format>(found - names.begin());
}

std::string_view name_of(Format format) {
    return format_names()[static_cast<std::size_t>(format)];
}

void write_result(Sink& sink, const PropertyGraph& graph, const QueryResult& result, const Look& look) {
    const bool plan = result.is_plan && (look.format == Format::Table || look.format == Format::Markdown);
    if (plan) write_plan(sink, result);
    if (look.format == Format::Table) {
        if (!plan && !result.columns.empty()) write_table(sink, graph, result, look);
        if (result.columns.empty() || result.effects.any()) write_effects(sink, result, look);
        return;
    }
    if (plan) return;
    switch (look.format) {
        case Format::Table:
            return;
        case Format::Json:
            return write_json(sink, graph, result, false);
        case Format::JsonLines:
            return write_json(sink, graph, result, true);
        case Format::Csv:
        case Format::CsvExact:
            return write_csv(sink, graph, result, look);
        case Format::Markdown:
            return write_markdown(sink, graph, result);
    }
}

}  // namespace hearsay::repl
