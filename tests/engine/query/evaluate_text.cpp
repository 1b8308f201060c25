#include "evaluate_text.hpp"

#include "grammar/parse.hpp"
#include "graphs/values/value_text.hpp"

namespace hearsay::engine::test {

using graphs::Kind;
using graphs::Value;

std::string text_of(const Value& value) {
    switch (value.kind()) {
        case Kind::Null:
            return "null";
        case Kind::String:
            return "'" + std::string(value.string()) + "'";
        case Kind::List: {
            std::string text;
            for (const Value& element : value.list()) text += (text.empty() ? "" : ", ") + text_of(element);
            return "[" + text + "]";
        }
        case Kind::Map: {
            std::string text;
            for (const auto& [key, element] : value.map())
                text += (text.empty() ? "" : ", ") + key + ": " + text_of(element);
            return "{" + text + "}";
        }
        case Kind::Vertex:
            return "(" + std::to_string(value.vertex().value) + ")";
        case Kind::Edge:
            return "[" + std::to_string(value.edge().value) + "]";
        case Kind::Path: {
            std::string text = "<" + std::to_string(value.path().vertices.front().value);
            for (std::size_t i = 0; i < value.path().edges.size(); ++i) {
                text += ", " + std::to_string(value.path().edges[i].value) + ", " +
                        std::to_string(value.path().vertices[i + 1].value);
            }
            return text + ">";
        }
        default:
            return builtins::text_of(value);
    }
}

std::string evaluate(std::string_view expression, const Parameters& parameters) {
    graphs::PropertyGraph graph;
    Batch one_row;
    one_row.rows = 1;
    return evaluate(expression, graph, {}, one_row, parameters);
}

std::string evaluate(std::string_view expression, graphs::PropertyGraph& graph, const Layout& layout,
                     const Batch& batch, const Parameters& parameters, const builtins::Functions& functions) {
    const std::string text = "RETURN " + std::string(expression);
    const auto describe = [&text](const grammar::Diagnostic& diagnostic) {
        const grammar::Span span = diagnostic.span;
        return diagnostic.type + "/" + diagnostic.detail + ": " +
               text.substr(span.begin, span.end - span.begin);
    };
    const auto statement = grammar::parse(text);
    if (!statement) return describe(statement.error());
    const auto& clauses = std::get<grammar::Query>(statement->body).parts.front().clauses;
    const auto& item = std::get<grammar::Return>(clauses.back().node).projection.items.front();
    QueryContext context{graph, parameters, text};
    try {
        const Column column = compile(item.expression, layout, functions, nullptr)->evaluate(batch, context);
        std::string values;
        for (std::size_t row = 0; row < column.size(); ++row)
            values += (row > 0 ? " | " : "") + text_of(column.at(row));
        return values;
    } catch (const QueryError& error) {
        return describe(error.diagnostic());
    }
}

}  // namespace hearsay::engine::test
