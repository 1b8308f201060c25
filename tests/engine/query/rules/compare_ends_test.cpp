// Ends that are compared while their edges are walked: the same rows as where a filter above compares them,
// whatever the properties hold.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "engine/query/operators/walks/end_filter.hpp"
#include "engine/query/statement/run_query.hpp"

using namespace hearsay;
using namespace hearsay::engine;
using grammar::ComparisonOperator;
using graphs::Value;

namespace {

// Nodes with a whole number i, a text t, any value v, all three missing here and there; m is on no node. The
// first has so many edges that they make several batches.
graphs::PropertyGraph any_graph(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&random](std::uint32_t most) { return static_cast<std::uint32_t>(random() % most); };
    graphs::PropertyGraph graph;
    const auto i = graph.key("i"), t = graph.key("t"), v = graph.key("v");
    const auto r = graph.type("R"), s = graph.type("S");
    constexpr std::uint32_t nodes = 150;
    for (std::uint32_t node = 0; node < nodes; ++node) {
        std::vector<std::pair<graphs::KeyId, Value>> properties;
        const int number = static_cast<int>(below(6)) - 3;
        if (below(5) > 0) properties.emplace_back(i, Value(number));
        if (below(5) > 0)
            properties.emplace_back(t, Value(std::string(1, static_cast<char>('a' + below(4)))));
        const Value values[] = {Value(number), Value(number + 0.5), Value("a"), Value(true)};
        if (below(5) > 0) properties.emplace_back(v, values[below(4)]);
        graph.add_vertex({}, properties);
    }
    const auto add = [&graph](std::uint32_t from, graphs::TypeId type, std::uint32_t to) {
        graph.add_edge(graphs::VertexId{from}, type, graphs::VertexId{to});
    };
    for (int edge = 0; edge < 5000; ++edge) add(0, r, below(nodes));
    for (int edge = 0; edge < 400; ++edge) {
        const std::uint32_t from = below(nodes);
        add(from, below(2) == 0 ? r : s, below(10) == 0 ? from : below(nodes));
    }
    graph.accept();
    return graph;
}

std::vector<std::string> lines(graphs::PropertyGraph& graph, const std::string& text, const char* without) {
    QueryOptions options;
    options.rules_left_out.insert(without);
    INFO(text);
    const auto result = run_query(graph, text, options);
    REQUIRE(result);
    std::vector<std::string> all;
    for (const auto& row : result->rows) {
        std::string line;
        for (const Value& value : row) line += fmt::format("{} ", value.integer());
        all.push_back(std::move(line));
    }
    std::sort(all.begin(), all.end());
    return all;
}

void same_with_and_without(graphs::PropertyGraph& graph, const std::string& text) {
    const auto plan = run_query(graph, "EXPLAIN " + text, {});
    REQUIRE(plan);
    bool applied = false;
    for (const auto& row : plan->rows)
        applied = applied || row[0].string().find(" WHERE ") != std::string_view::npos;
    INFO(text);
    CHECK(applied);
    const auto with = lines(graph, text, ""), without = lines(graph, text, "compare ends");
    CHECK(with.size() == without.size());
    CHECK((with == without));
}

}  // namespace

TEST_CASE("a comparison as a range of numbers", "[ends]") {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    for (const std::uint64_t number :
         {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{7}, most - 1, most}) {
        for (const std::uint64_t other : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{6},
                                          std::uint64_t{7}, std::uint64_t{8}, most - 1, most}) {
            CAPTURE(number, other);
            const auto passes = [&](ComparisonOperator op) {
                const Passing passing = Passing::of(op, number);
                return !passing.none && passing(other);
            };
            CHECK(passes(ComparisonOperator::Equal) == (other == number));
            CHECK(passes(ComparisonOperator::NotEqual) == (other != number));
            CHECK(passes(ComparisonOperator::Less) == (other < number));
            CHECK(passes(ComparisonOperator::LessEqual) == (other <= number));
            CHECK(passes(ComparisonOperator::Greater) == (other > number));
            CHECK(passes(ComparisonOperator::GreaterEqual) == (other >= number));
        }
    }
}

TEST_CASE("ends compared on the walk are those that a filter lets through", "[ends]") {
    const auto seed = GENERATE(1U, 2U);
    graphs::PropertyGraph graph = any_graph(seed);
    std::vector<std::string> predicates{"a <> c", "c = a", "a = c"};
    for (const char* const op : {"=", "<>", "<", "<=", ">", ">="}) {
        for (const char* const keys : {"ii", "tt", "vv", "iv", "it", "im", "mi"}) {
            predicates.push_back(fmt::format("a.{} {} c.{}", keys[0], op, keys[1]));
            predicates.push_back(fmt::format("c.{} {} a.{}", keys[0], op, keys[1]));
        }
    }
    for (const std::string& predicate : predicates) {
        // One list with and without an edge that is taken, several lists, and few rows at a time.
        same_with_and_without(
            graph, "MATCH (a)-[:S]->(b)<-[:R]-(c) WHERE " + predicate + " RETURN id(a), id(b), id(c)");
        same_with_and_without(graph, "MATCH (a)-[r:S]->(b)-[q:S]->(c) WHERE " + predicate +
                                         " RETURN id(a), id(r), id(b), id(q), id(c)");
        same_with_and_without(graph, "MATCH (a)-[q:R]-(c) WHERE " + predicate + " RETURN id(a), id(q)");
        same_with_and_without(graph, "MATCH (a)-[:R]->(c) WHERE " + predicate + " RETURN count(*)");
        same_with_and_without(graph,
                              "MATCH (x {i: 1})-[:S]->(y) OPTIONAL MATCH (x)-[:S]->(a {t: 'a'}) "
                              "MATCH (y)-[q:R]-(c) WHERE " +
                                  predicate + " RETURN id(x), id(y), id(q)");
    }
}

TEST_CASE("where ends are compared, a limit is kept and a name that is no node is told", "[ends]") {
    graphs::PropertyGraph graph = any_graph(3);
    const auto some = run_query(graph, "MATCH (a)-[:R]->(c) WHERE a.i < c.i RETURN id(c) LIMIT 3", {});
    REQUIRE(some);
    CHECK(some->rows.size() == 3);
    const auto wrong = run_query(graph, "UNWIND [1] AS a MATCH (b)-[:R]->(c) WHERE a.i < c.i RETURN c", {});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error()[0].type == "TypeError");
    const auto map =
        run_query(graph, "UNWIND [{i: 0}] AS a MATCH (b)-[:R]->(c) WHERE a.i < c.i RETURN count(*) > 0", {});
    REQUIRE(map);
    CHECK(map->rows[0][0].boolean());
}
