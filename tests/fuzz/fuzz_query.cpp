// Statements over a small graph: each is answered or refused, and is all or nothing.
#include <algorithm>
#include <chrono>

#include "engine/claims/language.hpp"
#include "engine/query/statement/run_query.hpp"
#include "grammar/text/split.hpp"
#include "repl/output/cypher_text.hpp"
#include "repl/output/json_text.hpp"
#include "repl/session/literal.hpp"
#include "tests/fuzz/fuzz_graph.hpp"
#include "tests/fuzz/target.hpp"

using namespace hearsay;
using fuzz::require;
using graphs::Value;

namespace {

constexpr std::size_t most_statements = 8;

const engine::QueryOptions& options() {
    static const engine::QueryOptions all{
        {{"p", Value(7)},
         {"name", Value("Ann Bell")},
         {"list", Value(graphs::List{1, 2.5, "x", Value()})},
         {"map", Value(graphs::Map{{"k", Value(1)}, {"name", Value("y")}})}},
        nullptr,
        &engine::claims_language(),
        {std::chrono::seconds(2), std::size_t{64} << 20, 10'000}};
    return all;
}

// A node without labels, ({name: 'x'}), is written as a map in parentheses is.
bool is_of_graph(const Value& value) {
    switch (value.kind()) {
        case graphs::Kind::Vertex:
        case graphs::Kind::Edge:
        case graphs::Kind::Path:
            return true;
        case graphs::Kind::List:
            return std::any_of(value.list().begin(), value.list().end(), is_of_graph);
        case graphs::Kind::Map:
            return std::any_of(value.map().begin(), value.map().end(),
                               [](const auto& entry) { return is_of_graph(entry.second); });
        default:
            return false;
    }
}

// Values are shown in every form; one that is written as a literal reads back as it was.
void check_value(const graphs::PropertyGraph& graph, const Value& value, bool read_back) {
    const std::string written = repl::to_cypher(graph, value);
    (void)repl::to_json(graph, value);
    if (!read_back || written.size() > 1000 || is_of_graph(value)) return;
    const auto again = repl::literal(written);
    if (again) require(graphs::equivalent(*again, value), "a value reads back as it was", written);
}

void check_result(const graphs::PropertyGraph& graph, const engine::QueryResult& result) {
    for (std::size_t i = 0; i < result.rows.size(); ++i) {
        require(result.rows[i].size() == result.columns.size(), "rows are as long as the head");
        for (const Value& value : result.rows[i]) check_value(graph, value, i == 0);
    }
}

void check_refusal(const grammar::Diagnostics& errors, std::string_view text) {
    require(!errors.empty(), "a refusal says why");
    for (const auto& error : errors) {
        require(!error.message.empty(), "an error says what is wrong");
        (void)grammar::render(error, text, "query");
    }
}

// Runs one statement; what it did is taken back or kept.
void run(graphs::PropertyGraph& graph, std::string_view text, bool keep) {
    const std::string before = fuzz::fingerprint(graph);
    const std::size_t vertices = graph.vertex_count(), edges = graph.edge_count();
    const auto result = engine::run_query(graph, text, options());
    if (!result) {
        require(graph.changes().empty() && fuzz::fingerprint(graph) == before,
                "a refused statement changed nothing", std::string(text));
        return check_refusal(result.error(), text);
    }
    const engine::Effects& effects = result->effects;
    require(vertices + effects.nodes_created - effects.nodes_deleted == graph.vertex_count() &&
                edges + effects.relationships_created - effects.relationships_deleted == graph.edge_count(),
            "the effects are what happened", std::string(text));
    require(effects.any() || fuzz::fingerprint(graph) == before, "a change is counted", std::string(text));
    fuzz::check_graph(graph);
    check_result(graph, *result);
    if (keep) {
        graph.accept();
    } else {
        graph.take_back();
        require(fuzz::fingerprint(graph) == before, "a statement can be taken back", std::string(text));
        fuzz::check_graph(graph);
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    graphs::PropertyGraph graph = fuzz::small_graph();
    std::size_t count = 0;
    for (const grammar::Piece& piece : grammar::split(text)) {
        if (piece.kind == grammar::Piece::Kind::Command) continue;
        if (++count > most_statements) break;
        run(graph, text.substr(piece.span.begin, piece.span.end - piece.span.begin), count % 3 != 0);
    }
    return 0;
}
