// about() and named() on a small graph.
#include <catch2/catch.hpp>

#include "engine/claims/language.hpp"
#include "tests/engine/query/evaluate_text.hpp"

using namespace hearsay::engine;
using namespace hearsay::graphs;
using hearsay::engine::Parameters;

namespace {

std::string evaluate(std::string_view expression, PropertyGraph& graph, const Layout& layout,
                     const Batch& batch, const Parameters& parameters = {}) {
    return hearsay::engine::test::evaluate(expression, graph, layout, batch, parameters,
                                           hearsay::engine::claims_language().functions);
}

struct Harbour {
    PropertyGraph graph;
    Layout layout{"x"};
    Batch batch;

    VertexId add(std::string_view label, std::string_view key, std::string_view text, List aliases = {}) {
        Properties properties{{graph.key(key), text}};
        if (!aliases.empty()) properties.emplace_back(graph.key("aliases"), aliases);
        return graph.add_vertex(std::vector{graph.label(label)}, properties);
    }
    std::string on(VertexId vertex, std::string_view expression) {
        batch.rows = 1;
        batch.columns = {Column(std::vector{vertex})};
        return evaluate(expression, graph, layout, batch);
    }
    std::string about(std::string_view text, std::string_view words) {
        return evaluate("about($text, $words)", graph, {}, one_row(), {{"text", text}, {"words", words}});
    }
    std::string named(std::string_view name, std::string_view words) {
        return evaluate("named($name, $words)", graph, {}, one_row(), {{"name", name}, {"words", words}});
    }
    static Batch one_row() {
        Batch batch;
        batch.rows = 1;
        return batch;
    }
};

}  // namespace

TEST_CASE_METHOD(Harbour, "all the words are found, in any form") {
    CHECK(about("The council denies that it controlled the villages.", "control of the village") == "true");
    CHECK(about("The council denies that it controlled the villages.", "control of the mill") == "false");
    CHECK(about("Čapek's CAFÉ was closed", "capek cafe closing") == "true");
    CHECK(about("He left", "the") == "false");
    CHECK(about("He left the quay", "the") == "true");
    CHECK(about("anything", "") == "false");
    CHECK(about("anything", " - ") == "false");
}

TEST_CASE_METHOD(Harbour, "numbers are whole") {
    CHECK(about("234 sheep were counted", "234") == "true");
    CHECK(about("1234 sheep were counted", "234") == "false");
    CHECK(about("2345 sheep were counted", "234") == "false");
    CHECK(about("1,200 sheep were counted", "1200") == "true");
    CHECK(about("1200 sheep were counted", "1,200 sheep") == "true");
    CHECK(about("It cost 3.5 crowns", "3.5") == "true");
    CHECK(about("It cost 3.5 crowns", "5") == "false");
}

TEST_CASE_METHOD(Harbour, "a place is found under its other names") {
    add("Place", "name", "Vyoshki", {"Vesky", "Old Ferry"});
    CHECK(about("Fog lay over Vesky's quays.", "Vyoshki") == "true");
    CHECK(about("Fog lay over the Old Ferry.", "fog over Vyoshki") == "true");
    CHECK(about("Fog lay over the old and the ferry.", "fog over Vyoshki") == "false");
    CHECK(about("An old man saw the Ferry, Old Ferry.", "Vesky") == "true");
    CHECK(about("Fog lay over Vesky.", "Veshki") == "true");  // another romanisation of the name
    CHECK(about("Fog lay over Vesky.", "rain in Vyoshki") == "false");
}

TEST_CASE_METHOD(Harbour, "parties of several words and acronyms") {
    add("Organisation", "name", "Orsk Tide Ministry", {"MoT", "Ministry of the Tides", "OF"});
    CHECK(about("The MoT counted twelve boats.", "Orsk Tide Ministry boats") == "true");
    CHECK(about("The MOT counted twelve boats.", "Orsk Tide Ministry boats") == "true");
    CHECK(about("The ministry of the tides counted twelve boats.", "mot") == "true");
    CHECK(about("The ministry of tides counted twelve boats.", "mot") == "false");
    CHECK(about("A list of boats", "Orsk Tide Ministry") == "false");  // "of" is not OF
    CHECK(about("The OF lists boats", "Orsk Tide Ministry") == "true");
}

TEST_CASE_METHOD(Harbour, "what a statement mentions counts as said") {
    const VertexId keeper = add("Actor", "name", "Ilka Brand", {"Brand"});
    const VertexId statement = add("Statement", "text", "She saw two boats.");
    const VertexId other = add("Statement", "text", "Nobody saw two boats.");
    graph.add_edge(statement, graph.type("MENTIONS"), keeper);
    CHECK(on(statement, "about(x, 'Ilka Brand')") == "true");
    CHECK(on(statement, "about(x, 'boats of Brand')") == "true");
    CHECK(on(statement, "about(x, 'kites of Brand')") == "false");
    CHECK(on(other, "about(x, 'boats of Brand')") == "false");
    CHECK(on(keeper, "about(x, 'Brand')") == "null");  // has no text
    CHECK(on(VertexId::none(), "about(x, 'Brand')") == "null");
    CHECK(on(statement, "about(x, null)") == "null");
    CHECK(on(statement, "about(1, 'a')") == "TypeError/InvalidArgumentValue: 1");
    CHECK(on(statement, "about(x, 1)") == "TypeError/InvalidArgumentValue: 1");
}

TEST_CASE_METHOD(Harbour, "more words than can be looked for are an error") {
    std::string words;
    for (int i = 0; i < 64; ++i) words += "w" + std::to_string(i) + " ";
    CHECK(about(words, words) == "true");
    CHECK(about(words, words + "w64") == "ArgumentError/NumberOutOfRange: $words");
}

TEST_CASE_METHOD(Harbour, "named") {
    const VertexId keeper = add("Actor", "name", "Andrii Holm", {"Lt. Col. Holm", "AH"});
    CHECK(on(keeper, "named(x, 'Holm')") == "true");
    CHECK(on(keeper, "named(x, 'holm andriy')") == "true");
    CHECK(on(keeper, "named(x, 'ah')") == "true");
    CHECK(on(keeper, "named(x, 'Andrii Col')") == "false");  // not of one name
    CHECK(on(keeper, "named(x, 'Hol')") == "false");
    CHECK(on(keeper, "named(x, '')") == "false");
    CHECK(on(VertexId::none(), "named(x, 'Holm')") == "null");
    CHECK(on(keeper, "named(3, 'Holm')") == "TypeError/InvalidArgumentValue: 3");
    CHECK(named("Kyiv", "Kiev") == "true");
    CHECK(named("Ministry of Tides", "tide ministries") == "true");
    CHECK(named("Ministry of Tides", "ministry of floods") == "false");
}

TEST_CASE_METHOD(Harbour, "the words may differ from row to row") {
    batch.rows = 3;
    batch.columns = {Column(List{"boats", "sheep", {}})};
    CHECK(evaluate("about('two boats', x)", graph, layout, batch) == "true | false | null");
    CHECK(evaluate("named('The Boats', x)", graph, layout, batch) == "true | false | null");
}
