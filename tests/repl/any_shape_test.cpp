// People write anything into a graph: whatever reads it must live with every shape. Graphs with the labels,
// types and keys that Hearsay looks at, joined at random and filled with values of every kind, are asked
// every question and shown in every way. The sanitizers watch.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "engine/claims/language.hpp"
#include "engine/claims/trace.hpp"
#include "engine/query/statement/run_query.hpp"
#include "engine/schema/picture_style.hpp"
#include "graphs/pictures/picture.hpp"
#include "repl/commands/picture_export.hpp"
#include "repl/commands/schema.hpp"
#include "repl/output/cypher_text.hpp"
#include "repl/output/json_text.hpp"
#include "repl/output/trace_view.hpp"
#include "repl/output/write_result.hpp"

using namespace hearsay;
using namespace hearsay::repl;
using graphs::PropertyGraph;
using graphs::Value;
using graphs::VertexId;

namespace {

const std::vector<std::string> labels = {"Article", "Outlet",    "Actor", "Organisation",
                                         "Place",   "Statement", "Ghost", "with `marks` ",
                                         "",        "Статья"};
const std::vector<std::string> types = {"CLAIMS", "DENIES", "ATTRIBUTES", "MENTIONS", "PUBLISHED", "is it?"};
const std::vector<std::string> keys = {
    "id",         "name",        "aliases",      "role",      "title",    "outlet",     "author",
    "published",  "url",         "file",         "text",      "sha256",   "form",       "article",
    "begin",      "end",         "cue",          "cue_begin", "cue_end",  "cue_spans",  "source_begin",
    "source_end", "source_text", "source_spans", "spans",     "strength", "confidence", "odd `key`"};

// Texts that go wrong somewhere: cut characters, control characters, what is not UTF-8, words of the
// questions.
const std::vector<std::string> texts = {
    "",
    "Mara Voss",
    "the dike at Osk holds. Mara Voss said so.",
    "тихая вода, сказала Мара",
    "\xF0\x9F\x8C\x8A\xF0\x9F\x8C\x8A dike",
    "line\nline\r\n\tdike \x1b[31m \x01",
    std::string("nul\0dike", 8),
    "\xC3",
    "cut \xE2\x82",
    "\xFF\xFE dike",
    "'quotes' \"both\" `back` \\ end\\",
    "a",
    "MARA VOSS (MV)",
    "1",
    "2031-04-09",
};

// As openCypher writes them, so that every kind that the language has is there.
const std::vector<std::string> expressions = {
    "null",
    "true",
    "0",
    "1",
    "5",
    "-7",
    "12",
    "9223372036854775807",
    "-9223372036854775808",
    "0.5",
    "-0.0",
    "1.0e300",
    "0.0/0.0",
    "1.0/0.0",
    "[]",
    "[1, 2]",
    "[5, 2, -1, 900]",
    "['Mara Voss', 'Osk']",
    "[null, 'dike', 1.5, [true]]",
    "[0, 4, 6, 9223372036854775807]",
    "date('2031-04-09')",
    "date('0001-01-01')",
};

Value value_of(const std::string& expression) {
    PropertyGraph nothing;
    const auto result = engine::run_query(nothing, "RETURN " + expression);
    INFO(expression);
    REQUIRE(result);
    return result->rows[0][0];
}

class Shapes {
  public:
    explicit Shapes(unsigned seed) : random_(seed) {
        for (const std::string& text : texts) values_.emplace_back(text);
        for (const std::string& expression : expressions) values_.push_back(value_of(expression));
        values_.emplace_back(graphs::LocalTime{12'345});
        values_.emplace_back(graphs::Time{86'399'999'999'999, -3600});
        values_.emplace_back(graphs::LocalDateTime{-62'000'000'000, 1});
        values_.emplace_back(graphs::DateTime{1'934'000'000, 500'000'000, 7200, "Europe/Stockholm"});
        values_.emplace_back(graphs::Duration{14, -3, -1, 500'000'000});
        values_.emplace_back(graphs::List{graphs::Date{22'000}, "Osk", graphs::Duration{0, 1, 0, 0}});
    }

    PropertyGraph graph() {
        PropertyGraph graph;
        const std::size_t vertices = 1 + below(25);
        for (std::size_t i = 0; i < vertices; ++i) {
            std::vector<graphs::LabelId> its;
            while (below(3) > 0 && its.size() < 4) its.push_back(graph.label(one_of(labels)));
            graph.add_vertex(its, properties(graph));
        }
        const std::size_t edges = below(3 * vertices);
        for (std::size_t i = 0; i < edges; ++i) {
            graph.add_edge(any(graph), graph.type(one_of(types)), any(graph), properties(graph));
        }
        if (below(2) == 0) graph.accept();
        for (std::size_t i = 0; i < below(20); ++i) change(graph);
        if (below(3) == 0) graph.take_back();
        return graph;
    }

    std::size_t below(std::size_t end) { return random_() % end; }

  private:
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[below(all.size())];
    }
    VertexId any(const PropertyGraph& graph) {
        while (true) {
            const VertexId vertex{static_cast<std::uint32_t>(below(graph.vertex_capacity()))};
            if (graph.alive(vertex)) return vertex;
        }
    }
    graphs::Properties properties(PropertyGraph& graph) {
        std::map<std::uint32_t, Value> chosen;
        const std::size_t count = below(keys.size());
        for (std::size_t i = 0; i < count; ++i) {
            const Value& value = one_of(values_);
            if (!value.is_null()) chosen[graph.key(one_of(keys)).value] = value;
        }
        graphs::Properties list;
        for (auto& [key, value] : chosen) list.emplace_back(graphs::KeyId{key}, value);
        return list;
    }
    void change(PropertyGraph& graph) {
        const VertexId vertex = any(graph);
        switch (below(5)) {
            case 0:
                return graph.set_property(vertex, graph.key(one_of(keys)), one_of(values_));
            case 1:
                return graph.add_label(vertex, graph.label(one_of(labels)));
            case 2:
                for (const auto label : graph.labels(vertex)) return graph.remove_label(vertex, label);
                return;
            default:
                for (std::uint32_t e = 0; e < graph.edge_capacity(); ++e) {
                    const graphs::EdgeId edge{e};
                    if (graph.alive(edge) && (graph.source(edge) == vertex || graph.target(edge) == vertex))
                        graph.remove(edge);
                }
                if (graph.vertex_count() > 1) graph.remove(vertex);
        }
    }

    std::mt19937 random_;
    std::vector<Value> values_;
};

const std::vector<std::string> questions = {
    "WHO CLAIMS 'dike'",
    "WHO DENIES 'Mara Voss'",
    "WHAT DOES 'Mara Voss' CLAIM",
    "WHAT DOES 'Voss' CLAIM ABOUT 'the dike at Osk'",
    "WHAT DOES 'MV' DENY",
    "WHAT DOES 'Osk' DENY ABOUT 'dike'",
    "CONTESTED ABOUT 'dike'",
    "TIMELINE OF 'Mara'",
    "PATH FROM 'Mara' TO 'Osk'",
    "PATH FROM 'Mara' TO 'Mara'",
    "TRACE 1",
    "TRACE 5",
    "TRACE '1'",
    "TRACE null",
    "MATCH p = (n)-[r*0..2]->(m) RETURN n, r, m, p, labels(n), properties(m) LIMIT 40",
    "MATCH (n) RETURN n ORDER BY n.name, n.id, n.published",
    "MATCH (n) RETURN DISTINCT n.text, collect(n.aliases), max(n.begin), min(n)",
    "CALL db.labels() YIELD label RETURN label",
};

void show(const PropertyGraph& graph, const engine::QueryResult& result, std::size_t width) {
    for (const Format format :
         {Format::Table, Format::Json, Format::JsonLines, Format::Csv, Format::CsvExact, Format::Markdown}) {
        Look look;
        look.format = format;
        look.boxes = look.colour = look.terminal = width % 2 == 0;
        if (look.terminal) look.width = width;
        StringSink sink;
        write_result(sink, graph, result, look);
        if (format == Format::Json) CHECK(nlohmann::json::accept(sink.text()));
    }
}

void ask(PropertyGraph& graph, std::size_t width) {
    for (const std::string& question : questions) {
        INFO(question);
        engine::QueryOptions options;
        options.language = &engine::claims_language();
        const auto result = engine::run_query(graph, question, options);
        if (result) {
            show(graph, *result, width);
        } else {  // a value of the wrong kind may be an error, with its place
            for (const auto& diagnostic : result.error()) {
                CHECK_FALSE(diagnostic.message.empty());
                CHECK(diagnostic.span.end <= question.size());
            }
        }
    }
}

void look_at(const PropertyGraph& graph, std::size_t width) {
    for (const Value& id : {Value(1), Value(5), Value("1"), Value(), Value(0.5), Value(graphs::List{})}) {
        const auto evidence = engine::trace(graph, id);
        for (const engine::Evidence& each : evidence) {
            for (const auto* spans : {&each.source, &each.cue, &each.content})
                for (const engine::TextSpan& span : *spans) CHECK(span.end <= each.sentence.size());
        }
        Look look;
        look.width = width;
        StringSink sink;
        write_trace(sink, evidence, look);
    }
    CHECK_FALSE(schema_text(schema_of(graph), width).empty());
    const Overview view = overview(graph, 10);
    if (view.shown > 0)
        CHECK(graphs::draw(graph, view.selection, engine::claim_styles(), graphs::PictureFormat::Dot));
    graphs::Selection all;
    for (std::uint32_t v = 0; v < graph.vertex_capacity(); ++v)
        if (graph.alive(VertexId{v})) all.vertices.push_back(VertexId{v});
    for (std::uint32_t e = 0; e < graph.edge_capacity(); ++e)
        if (graph.alive(graphs::EdgeId{e})) all.edges.push_back(graphs::EdgeId{e});
    if (!all.vertices.empty())
        CHECK(graphs::draw(graph, all, engine::claim_styles(), graphs::PictureFormat::Dot));
}

}  // namespace

TEST_CASE("whatever a graph holds, every question is answered and everything can be shown") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        INFO("seed " << seed);
        Shapes shapes(seed);
        PropertyGraph graph = shapes.graph();
        const std::size_t width = 1 + shapes.below(160);
        ask(graph, width);
        look_at(graph, width);
    }
}

// A statement may delete what it returns.
TEST_CASE("rows that hold what is deleted are shown") {
    Shapes shapes(1);
    PropertyGraph graph = shapes.graph();
    while (graph.edge_count() == 0) graph = shapes.graph();
    const auto result =
        engine::run_query(graph, "MATCH p = (n)-[r]->(m) RETURN n, r, m, p, [n, {r: r}] AS both");
    REQUIRE(result);
    for (std::uint32_t e = 0; e < graph.edge_capacity(); ++e)
        if (graph.alive(graphs::EdgeId{e})) graph.remove(graphs::EdgeId{e});
    for (std::uint32_t v = 0; v < graph.vertex_capacity(); ++v)
        if (graph.alive(VertexId{v})) graph.remove(VertexId{v});
    show(graph, *result, 80);
    graph.accept();
    show(graph, *result, 33);
}
