#include "repl/output/cypher_text.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "small_graph.hpp"

using namespace hearsay;
using namespace hearsay::repl;
using graphs::Value;

namespace {

std::string text(const Value& value) {
    static const graphs::PropertyGraph graph = test::small_graph();
    return to_cypher(graph, value);
}

}  // namespace

TEST_CASE("values print as Cypher writes them") {
    CHECK(text(nullptr) == "null");
    CHECK(text(true) == "true");
    CHECK(text(-7) == "-7");
    CHECK(text("it's a \\ and\na line") == "'it\\'s a \\\\ and\\na line'");
    CHECK(text(graphs::List{1, "a", nullptr}) == "[1, 'a', null]");
    CHECK(text(graphs::Map{{"b", 2}, {"a key", 1}}) == "{`a key`: 1, b: 2}");
    CHECK(text(graphs::date_from(2031, 4, 9)) == "2031-04-09");
}

TEST_CASE("nodes, relationships and paths print with their properties") {
    CHECK(text(graphs::VertexId{0}) == "(:Actor {name: 'Mara Voss', role: 'harbour master'})");
    CHECK(text(graphs::EdgeId{1}) == "[:DENIES {cue: 'denied'}]");
    graphs::Path path;
    path.vertices = {graphs::VertexId{0}, graphs::VertexId{1}, graphs::VertexId{2}};
    path.edges = {graphs::EdgeId{0}, graphs::EdgeId{1}};
    CHECK(text(Value(path)) ==
          "<(:Actor {name: 'Mara Voss', role: 'harbour master'})-[:CLAIMS {cue: 'said'}]->"
          "(:Statement {text: 'The bridge holds.'})<-[:DENIES {cue: 'denied'}]-(:Organisation {name: "
          "'Harbour Union'})>");
}

TEST_CASE("only text inside nodes and relationships is shortened") {
    const graphs::PropertyGraph graph = test::small_graph();
    CHECK(to_cypher(graph, graphs::VertexId{1}, 8) == "(:Statement {text: 'The bri…'})");
    CHECK(to_cypher(graph, "The bridge holds.", 8) == "'The bridge holds.'");
}

TEST_CASE("floating-point numbers read back as the same number") {
    CHECK(float_text(1) == "1.0");
    CHECK(float_text(-0.5) == "-0.5");
    CHECK(float_text(0.1) == "0.1");
    CHECK(float_text(1e20) == "1.0E20");
    CHECK(float_text(1.5e-9) == "1.5E-9");
    CHECK(float_text(std::numeric_limits<double>::infinity()) == "Infinity");
    for (double number : {0.1, 1.0 / 3, 123456.789, 5e-324, 1.7976931348623157e308, 9007199254740993.0})
        CHECK(std::strtod(float_text(number).c_str(), nullptr) == number);
}

TEST_CASE("names get back-quotes where they need them") {
    CHECK(quote_name("name") == "name");
    CHECK(quote_name("Ort") == "Ort");
    CHECK(quote_name("имя") == "имя");
    CHECK(quote_name("a b") == "`a b`");
    CHECK(quote_name("1st") == "`1st`");
    CHECK(quote_name("a`b") == "`a``b`");
    CHECK(quote_name("") == "``");
}
