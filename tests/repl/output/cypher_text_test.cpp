#include "repl/output/cypher_text.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "tests/repl/small_graph.hpp"

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
    CHECK(text(graphs::LocalTime{0}) == "00:00");
    CHECK(text(graphs::DateTime{0, 0, 3600, "Africa/Lagos"}) == "1970-01-01T01:00+01:00[Africa/Lagos]");
    CHECK(text(graphs::List{graphs::Duration{1, 0, 0, 0}}) == "[P1M]");
}

TEST_CASE("in an expression temporal values are the calls that give them") {
    const graphs::PropertyGraph graph;
    const graphs::Map values = {{"date", graphs::date_from(2031, 4, 9)},
                                {"far", graphs::date_from(-12031, 4, 9)},
                                {"length", graphs::Duration{0, 1, -1, 500'000'000}},
                                {"local", graphs::LocalDateTime{1, 1}},
                                {"n", graphs::List{1, "it's"}},
                                {"now", graphs::DateTime{0, 0, 3600, "Africa/Lagos"}},
                                {"t", graphs::Time{0, 0}},
                                {"u", graphs::LocalTime{60 * graphs::nanoseconds_per_second}}};
    CHECK(to_expression(graph, values) ==
          "{date: date('2031-04-09'), far: date('-12031-04-09'), length: duration('P1DT-0.5S'), "
          "local: localdatetime('1970-01-01T00:00:01.000000001'), n: [1, 'it\\'s'], "
          "now: datetime('1970-01-01T01:00+01:00[Africa/Lagos]'), t: time('00:00Z'), u: localtime('00:01')}");
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
