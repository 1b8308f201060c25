// CALL graph.…: graphs small enough to work out by hand.
#include <catch2/catch.hpp>
#include <map>

#include "engine/query/statement/run_query.hpp"

using namespace hearsay;
using namespace hearsay::engine;

namespace {

graphs::PropertyGraph made(const std::string& create) {
    graphs::PropertyGraph graph;
    REQUIRE(run_query(graph, create));
    graph.accept();
    return graph;
}

// The rows of a query that returns a name and a number.
std::map<std::string, double> numbers(graphs::PropertyGraph& graph, const std::string& query) {
    const auto result = run_query(graph, query);
    if (!result) FAIL(result.error()[0].message);
    CHECK(result->warnings.empty());
    std::map<std::string, double> found;
    for (const auto& row : result->rows)
        CHECK(found.emplace(std::string(row[0].string()), row[1].number()).second);
    return found;
}

std::string refusal(graphs::PropertyGraph& graph, const std::string& query) {
    const auto result = run_query(graph, query);
    return result ? "none" : result.error()[0].message;
}

// A road from a over b and c to d, a track from a to d, a ferry from d to e; f lies alone.
const std::string roads =
    "CREATE (a:Town {name: 'a'}), (b:Town {name: 'b'}), (c:Town {name: 'c'}), (d:Town {name: 'd'}), "
    "(e:Isle {name: 'e'}), (f:Town {name: 'f'}), (a)-[:ROAD {km: 1}]->(b), (b)-[:ROAD {km: 2}]->(c), "
    "(c)-[:ROAD {km: 1.5}]->(d), (a)-[:TRACK {km: 9}]->(d), (d)-[:FERRY]->(e)";

using Numbers = std::map<std::string, double>;

}  // namespace

TEST_CASE("graph.pagerank follows the first formula of Brin and Page") {
    auto ring = made("CREATE (a:P {name: 'a'})-[:L]->(b:P {name: 'b'})-[:L]->(a)");
    for (const auto& [name, score] :
         numbers(ring, "CALL graph.pagerank({}) YIELD node, score RETURN node.name, score"))
        CHECK(score == Approx(1.0).epsilon(0.001));  // 0.15 + 0.85 * 1
    auto star =
        made("CREATE (h:P {name: 'h'}) FOREACH (x IN ['a', 'b', 'c'] | CREATE (:P {name: x})-[:L]->(h))");
    const auto scores = numbers(star, "CALL graph.pagerank({}) YIELD node, score RETURN node.name, score");
    CHECK(scores.at("a") == Approx(0.15));
    CHECK(scores.at("h") == Approx(0.15 + 0.85 * 3 * 0.15));
    // Against the arrows h points at three.
    const auto back =
        numbers(star, "CALL graph.pagerank({direction: 'in'}) YIELD node, score RETURN node.name, score");
    CHECK(back.at("h") == Approx(0.15));
    CHECK(back.at("a") == Approx(0.15 + 0.85 * 0.15 / 3));
    const auto undamped = numbers(
        star, "CALL graph.pagerank({damping: 0, iterations: 1}) YIELD node, score RETURN node.name, score");
    CHECK(undamped.at("h") == Approx(1.0));
    // However much it may move, there is one round.
    const auto coarse =
        numbers(star, "CALL graph.pagerank({tolerance: 0.9}) YIELD node, score RETURN node.name, score");
    CHECK(coarse.at("a") == Approx(0.15));
}

TEST_CASE("graph.betweenness counts the shortest paths that lead through") {
    auto graph = made(roads);
    // Between each pair, either way: a-d directly; b lies on a-c (one of two ways, over b or d), and so on.
    CHECK(numbers(graph, "CALL graph.betweenness({}) YIELD node, score RETURN node.name, score") ==
          Numbers{{"a", 1.0}, {"b", 0.5}, {"c", 1.0}, {"d", 3.5}, {"e", 0.0}, {"f", 0.0}});
    // Along the arrows and on roads alone, a-b-c-d is a line.
    CHECK(numbers(graph,
                  "CALL graph.betweenness({types: 'ROAD', direction: 'out'}) YIELD node, score "
                  "RETURN node.name, score") ==
          Numbers{{"a", 0.0}, {"b", 2.0}, {"c", 2.0}, {"d", 0.0}, {"e", 0.0}, {"f", 0.0}});
}

TEST_CASE("graph.components tells what hangs together") {
    auto graph = made(roads);
    CHECK(numbers(graph, "CALL graph.components() YIELD node, component RETURN node.name, component") ==
          Numbers{{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}, {"e", 1}, {"f", 2}});
    CHECK(numbers(graph,
                  "CALL graph.components({types: ['ROAD', 'FERRY', 'ROAD'], labels: ['Town']}) "
                  "YIELD node, component, size RETURN node.name, component * 10 + size") ==
          Numbers{{"a", 14}, {"b", 14}, {"c", 14}, {"d", 14}, {"f", 21}});
    CHECK(numbers(
              graph,
              "CALL graph.components({types: 'FERRY'}) YIELD node, component RETURN node.name, component") ==
          Numbers{{"d", 1}, {"e", 1}, {"a", 2}, {"b", 3}, {"c", 4}, {"f", 5}});
    CHECK(run_query(graph, "MATCH (n {name: 'c'}) DETACH DELETE n"));
    CHECK(
        numbers(graph,
                "CALL graph.components({types: 'ROAD'}) YIELD node, component RETURN node.name, component") ==
        Numbers{{"a", 1}, {"b", 1}, {"d", 2}, {"e", 3}, {"f", 4}});
}

TEST_CASE("graph.shortestPath sums weights") {
    auto graph = made(roads);
    const auto way = [&graph](const std::string& from, const std::string& to, const std::string& options) {
        const auto result = run_query(graph, "MATCH (a {name: '" + from + "'}), (b {name: '" + to +
                                                 "'}) CALL graph.shortestPath(a, b, " + options +
                                                 ") YIELD path, cost RETURN reduce(t = '', n IN nodes(path) "
                                                 "| t + n.name) + ' ' + toString(cost)");
        if (!result) return result.error()[0].message;
        return result->rows.empty() ? std::string("none") : std::string(result->rows[0][0].string());
    };
    CHECK(way("a", "d", "{}") == "ad 1.0");
    CHECK(way("a", "d", "{weight: 'km'}") == "abcd 4.5");
    CHECK(way("a", "e", "{weight: 'km'}") == "abcde 5.5");  // the ferry has no km
    CHECK(way("e", "a", "{weight: 'km'}") == "edcba 5.5");
    CHECK(way("e", "a", "{direction: 'out'}") == "none");
    CHECK(way("e", "a", "{direction: 'in', types: ['FERRY', 'TRACK']}") == "eda 2.0");
    CHECK(way("a", "a", "{}") == "a 0.0");
    CHECK(way("a", "f", "{}") == "none");
    CHECK(way("a", "e", "{labels: 'Town'}") == "none");
    CHECK(way("a", "d", "null") == "ad 1.0");
    CHECK(run_query(graph, "MATCH ()-[r:ROAD {km: 2}]->() SET r.km = -2"));
    graph.accept();
    CHECK(way("a", "d", "{weight: 'km'}") == "the weight of a relationship is below 0 or NaN");
    CHECK(run_query(graph, "MATCH ()-[r:ROAD {km: -2}]->() SET r.km = 'two'"));
    graph.accept();
    CHECK(way("a", "d", "{weight: 'km'}") ==
          "expected a number as the weight of a relationship but got a String");
    CHECK(way("a", "d", "{weight: 'miles'}") == "ad 1.0");
}

TEST_CASE("options of graph procedures are checked") {
    auto graph = made(roads);
    CHECK(refusal(graph, "CALL graph.pagerank({dumping: 0.9})") == "there is no option `dumping`");
    CHECK(refusal(graph, "CALL graph.pagerank({damping: 2})") ==
          "the option `damping` takes a number from 0 to 1");
    CHECK(refusal(graph, "CALL graph.pagerank({types: 1})") ==
          "the option `types` takes a name or a List of names");
    CHECK(refusal(graph, "CALL graph.pagerank({types: ['ROAD', 1]})") ==
          "the option `types` takes a name or a List of names");
    CHECK(refusal(graph, "CALL graph.betweenness({direction: 'up'})") ==
          "the option `direction` takes 'out', 'in' or 'both'");
    CHECK(refusal(graph, "CALL graph.betweenness({direction: ''})") ==
          "the option `direction` takes 'out', 'in' or 'both'");
    QueryOptions options;
    options.parameters = {{"options", graphs::Value(graphs::Map{{"labels", graphs::Value("Isle")}})}};
    const auto given = run_query(graph, "CALL graph.components", options);
    REQUIRE(given);
    CHECK(given->rows.size() == 1);
    CHECK(refusal(graph, "CALL graph.components(1)") == "`graph.components` does not take an Integer");
    CHECK(refusal(graph,
                  "MATCH (n {name: 'f'}) DELETE n WITH n CALL graph.shortestPath(n, n, {}) YIELD path "
                  "RETURN path") == "the node has been deleted by this statement");
    const auto weighed =
        run_query(graph,
                  "MATCH (a {name: 'a'}), (b {name: 'b'}) CALL graph.shortestPath(a, b, {weight: 'kms'}) "
                  "YIELD cost RETURN cost");
    REQUIRE(weighed);
    REQUIRE(weighed->warnings.size() == 1);
    CHECK(weighed->warnings[0].message == "nothing in the graph has the property `kms`");
    CHECK(weighed->warnings[0].suggestion == "did you mean `km`?");
    const auto warned = run_query(graph, "CALL graph.components({labels: ['Twon'], types: 'ROAD'})");
    REQUIRE(warned);
    CHECK(warned->rows.empty());
    REQUIRE(warned->warnings.size() == 1);
    CHECK(warned->warnings[0].message == "nothing in the graph has the label `Twon`");
    CHECK(warned->warnings[0].suggestion == "did you mean `Town`?");
}

TEST_CASE("graph procedures work on an empty graph and on a part without edges") {
    graphs::PropertyGraph empty;
    for (const std::string name : {"pagerank", "betweenness", "components"}) {
        const auto result = run_query(empty, "CALL graph." + name);
        REQUIRE(result);
        CHECK(result->rows.empty());
    }
    auto graph = made(roads);
    const auto alone = numbers(graph,
                               "CALL graph.pagerank({types: []}) YIELD node, score WHERE node.name < 'c' "
                               "RETURN node.name, score");
    REQUIRE(alone.size() == 2);
    CHECK(alone.at("a") == Approx(0.15));
    CHECK(alone.at("b") == Approx(0.15));
}

TEST_CASE("graph procedures keep to the limits") {
    auto graph = made("UNWIND range(1, 3000) AS k CREATE (:N {k: k})");
    REQUIRE(
        run_query(graph,
                  "MATCH (n:N) WITH collect(n) AS nodes UNWIND range(0, 2999) AS i UNWIND [1, 7, 31] AS step "
                  "WITH nodes[i] AS a, nodes[(i * step + step) % 3000] AS b CREATE (a)-[:L]->(b)"));
    graph.accept();
    const auto outcome = [&graph](const std::string& query, const Limits& limits,
                                  const std::atomic<bool>* interrupt = nullptr) {
        const auto result = run_query(graph, query, {{}, interrupt, nullptr, limits});
        return result ? "none" : result.error()[0].type + "/" + result.error()[0].detail;
    };
    Limits quick;
    quick.time = std::chrono::milliseconds(20);
    CHECK(outcome("CALL graph.betweenness({})", quick) == "LimitError/TimeLimitExceeded");
    CHECK(outcome("CALL graph.pagerank({tolerance: 0, iterations: 1000000})", quick) ==
          "LimitError/TimeLimitExceeded");
    Limits small;
    small.memory = 20'000;
    CHECK(outcome("CALL graph.components({})", small) == "LimitError/MemoryLimitExceeded");
    const std::atomic<bool> stop = true;
    CHECK(outcome("CALL graph.betweenness({})", {}, &stop) == "Interrupted/");
}

// A search from each must not cost a look at all of the others.
TEST_CASE("betweenness passes over what is joined to nothing") {
    auto graph = made("UNWIND range(1, 30000) AS i CREATE (:P {i: i})");
    Limits limits;
    limits.time = std::chrono::seconds(30);
    const auto result =
        run_query(graph, "CALL graph.betweenness() YIELD score RETURN count(*) AS n, sum(score) AS whole",
                  {{}, nullptr, nullptr, limits});
    if (!result) FAIL(result.error()[0].message);
    CHECK(result->rows.at(0).at(0).integer() == 30000);
    CHECK(result->rows.at(0).at(1).number() == 0.0);
}
