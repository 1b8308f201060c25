// What walks the graph, against a search that tries everything, on small random graphs with loops, parallel
// edges and edges that were taken away.
#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "engine/query/statement/run_query.hpp"

using namespace hearsay;
using engine::run_query;
using graphs::EdgeId;
using graphs::Value;
using graphs::VertexId;

namespace {

using Row = std::vector<std::int64_t>;
using Rows = std::multiset<Row>;

enum class Way { Right, Left, Either };

struct Edge {
    EdgeId id;
    VertexId from, to;
    std::string type;
    bool marked;
};

struct RandomGraph {
    graphs::PropertyGraph graph;
    std::vector<Edge> edges;
    std::uint32_t vertices;
};

RandomGraph random_graph(unsigned seed, std::uint32_t vertices, std::size_t edges) {
    std::mt19937 random(seed);
    RandomGraph made{{}, {}, vertices};
    auto& graph = made.graph;
    const auto node = graph.label("Node");
    const auto id = graph.key("id");
    const auto mark = graph.key("mark");
    for (std::uint32_t i = 0; i < vertices; ++i)
        graph.add_vertex(std::span(&node, 1), {{id, Value(static_cast<std::int64_t>(i))}});
    for (const char* type : {"A", "B", "C"}) graph.type(type);
    for (std::size_t i = 0; i < edges; ++i) {
        const VertexId from{static_cast<std::uint32_t>(random() % vertices)};
        const VertexId to{static_cast<std::uint32_t>(random() % vertices)};
        const std::string type(1, "AAABBC"[random() % 6]);
        const bool marked = random() % 4 != 0;
        graphs::Properties properties;
        if (marked) properties.emplace_back(mark, Value(1));
        const EdgeId edge = graph.add_edge(from, graph.type(type), to, properties);
        if (random() % 8 == 0) {
            graph.remove(edge);
        } else {
            made.edges.push_back({edge, from, to, type, marked});
        }
    }
    graph.accept();
    return made;
}

struct Walks {
    std::string types = "ABC";
    Way way = Way::Right;
    std::size_t least = 1, most = 3;
    bool marked = false;
};

using Walk = std::vector<const Edge*>;

// Calls visit(end, walk) for every walk from the vertex that takes no edge twice.
template <class Visit>
void every_walk(const RandomGraph& graph, const Walks& walks, VertexId at, Walk& walk, const Visit& visit) {
    if (walk.size() >= walks.least) visit(at, walk);
    if (walk.size() == walks.most) return;
    for (const Edge& edge : graph.edges) {
        if (walks.types.find(edge.type) == std::string::npos || (walks.marked && !edge.marked)) continue;
        if (std::find(walk.begin(), walk.end(), &edge) != walk.end()) continue;
        const bool forth = edge.from == at && walks.way != Way::Left;
        const bool back = edge.to == at && walks.way != Way::Right && !(forth && edge.from == edge.to);
        walk.push_back(&edge);
        if (forth) every_walk(graph, walks, edge.to, walk, visit);
        if (back) every_walk(graph, walks, edge.from, walk, visit);
        walk.pop_back();
    }
}

template <class Visit>
void every_walk(const RandomGraph& graph, const Walks& walks, const Visit& visit) {
    for (std::uint32_t start = 0; start < graph.vertices; ++start) {
        Walk walk;
        every_walk(graph, walks, VertexId{start}, walk, [&](VertexId end, const Walk& found) {
            visit(std::int64_t{start}, std::int64_t{end.value}, found);
        });
    }
}

// The walks as a pattern's relationship.
std::string text_of(const Walks& walks) {
    const char* types = walks.types == "ABC" ? "" : walks.types == "AB" ? ":A|B" : ":A";
    return fmt::format("{}-[{}*{}..{}{}]-{}", walks.way == Way::Left ? "<" : "", types, walks.least,
                       walks.most, walks.marked ? " {mark: 1}" : "", walks.way == Way::Right ? ">" : "");
}

Rows answer(RandomGraph& graph, const std::string& query) {
    const auto result = run_query(graph.graph, query);
    REQUIRE(result);
    Rows rows;
    for (const auto& row : result->rows) {
        Row numbers;
        for (const Value& value : row) numbers.push_back(value.integer());
        rows.insert(std::move(numbers));
    }
    return rows;
}

std::string plan_of(RandomGraph& graph, const std::string& query) {
    const auto result = run_query(graph.graph, "EXPLAIN " + query);
    REQUIRE(result);
    std::string plan;
    for (const auto& row : result->rows) plan.append(row[0].string()).append("\n");
    return plan;
}

Rows once(const Rows& rows) {
    const std::set<Row> distinct(rows.begin(), rows.end());
    return {distinct.begin(), distinct.end()};
}

std::vector<Walks> kinds_of_walks() {
    std::vector<Walks> kinds;
    for (const char* types : {"ABC", "AB", "A"}) {
        for (Way way : {Way::Right, Way::Left, Way::Either}) {
            for (std::size_t least : {0, 1, 2}) {
                for (std::size_t most : {0, 1, 2, 4}) {
                    if (least <= most) kinds.push_back({types, way, least, most, (least + most) % 3 == 0});
                }
            }
        }
    }
    return kinds;
}

}  // namespace

TEST_CASE("every walk that repeats no edge is found, and every end of one") {
    for (unsigned seed = 0; seed < 12; ++seed) {
        auto graph = random_graph(seed, 6, 11);
        for (const Walks& walks : kinds_of_walks()) {
            const std::string pattern = text_of(walks);
            INFO("seed " << seed << ": " << pattern);
            Rows all, with_lengths, ends;
            every_walk(graph, walks, [&](std::int64_t start, std::int64_t end, const Walk& walk) {
                all.insert({start, end});
                with_lengths.insert({start, end, static_cast<std::int64_t>(walk.size())});
                ends.insert({end});
            });
            const std::string match = "MATCH (a)" + pattern + "(x) ";
            CHECK(answer(graph, match + "RETURN a.id, x.id") == all);
            CHECK(answer(graph, "MATCH (a)" + text_of(walks).replace(pattern.find('['), 1, "[r") +
                                    "(x) RETURN a.id, x.id, size(r)") == with_lengths);
            CHECK(answer(graph, "MATCH (a), (x) MATCH (a)" + pattern + "(x) RETURN a.id, x.id") == all);
            CHECK(answer(graph, "MATCH (a), (x) MATCH (a)" + pattern + "(x) RETURN DISTINCT a.id, x.id") ==
                  once(all));
            CHECK(answer(graph, match + "RETURN DISTINCT a.id, x.id") == once(all));
            CHECK(answer(graph, match + "RETURN DISTINCT x.id") == once(ends));
            CHECK(answer(graph, match + "RETURN count(DISTINCT x)") ==
                  Rows{{static_cast<std::int64_t>(once(ends).size())}});
            CHECK(answer(graph, match + "RETURN count(*)") == Rows{{static_cast<std::int64_t>(all.size())}});
        }
    }
}

TEST_CASE("ends are searched for once where the walks to them do not count, and only there") {
    auto graph = random_graph(1, 6, 11);
    const auto reaches = [&](const std::string& query) {
        const std::string plan = plan_of(graph, query);
        return plan.find("ReachFromAll") != std::string::npos ? "from all"
               : plan.find("Reach") != std::string::npos      ? "for a row"
                                                              : "no";
    };
    CHECK(reaches("MATCH (a {id: 1})-[*1..4]->(x) RETURN count(DISTINCT x)") == std::string("from all"));
    CHECK(reaches("MATCH (a {id: 1})-[*0..4]-(x) WHERE x.id > 1 RETURN DISTINCT x.id") ==
          std::string("from all"));
    CHECK(reaches("MATCH (a)-[*1..4]->(x) RETURN a, count(DISTINCT x)") == std::string("for a row"));
    // The walk that must not take the edge is searched behind it, and then knows the edge.
    CHECK(reaches("MATCH (a)-[*1..4]->(x)-[:C]->(y) RETURN DISTINCT a, y") == std::string("for a row"));
    CHECK(reaches("MATCH (a)-[:A*1..4]->(x)-[:C]->(y) RETURN DISTINCT a, y") == std::string("for a row"));
    CHECK(reaches("MATCH (a)-[* {mark: a.id}]->(x) RETURN DISTINCT x") == std::string("for a row"));
    CHECK(reaches("MATCH (a)-[*1..4]-(x) RETURN count(DISTINCT x)") == std::string("for a row"));
    CHECK(reaches("MATCH (a)-[*2..4]->(x) RETURN count(DISTINCT x)") ==
          std::string("no"));  // not the shortest
    CHECK(reaches("MATCH (a)-[*1..4]->(x) RETURN count(x)") == std::string("no"));
    CHECK(reaches("MATCH (a)-[*1..4]->(x) RETURN count(DISTINCT x), count(*)") == std::string("no"));
    CHECK(reaches("MATCH (a)-[r*1..4]->(x) RETURN DISTINCT x, size(r)") == std::string("no"));
    CHECK(reaches("MATCH p = (a)-[*1..4]->(x) RETURN DISTINCT length(p)") == std::string("no"));
    CHECK(reaches("MATCH (a)-[*1..4]->(x) WITH x LIMIT 3 RETURN DISTINCT x") == std::string("no"));
    CHECK(reaches("MATCH (a)-[*1..4]->(x) RETURN DISTINCT x, rand()") == std::string("no"));
    CHECK(reaches(
              "MATCH (a {id: 1})-[*1..4]->(x) WITH x ORDER BY x.id RETURN min(x.id), collect(DISTINCT x)") ==
          std::string("from all"));
}

TEST_CASE("relationships are walked in their directions, none twice in a pattern") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        auto graph = random_graph(seed, 5, 14);
        for (const char* types : {"ABC", "AB", "A"}) {
            for (Way way : {Way::Right, Way::Left, Way::Either}) {
                const Walks one{types, way, 1, 1}, two{types, way, 2, 2};
                const char* names = std::string(types) == "ABC"  ? ""
                                    : std::string(types) == "AB" ? ":A|B"
                                                                 : ":A";
                const auto step = [&](const char* edge) {
                    return fmt::format("{}-[{}{}]-{}", way == Way::Left ? "<" : "", edge, names,
                                       way == Way::Right ? ">" : "");
                };
                INFO("seed " << seed << ": " << step("r"));
                Rows singles, pairs, circles;
                every_walk(graph, one, [&](std::int64_t start, std::int64_t end, const Walk&) {
                    singles.insert({start, end});
                });
                every_walk(graph, two, [&](std::int64_t start, std::int64_t end, const Walk&) {
                    pairs.insert({start, end});
                    if (start == end) circles.insert({start});
                });
                CHECK(answer(graph, "MATCH (a)" + step("") + "(b) RETURN a.id, b.id") == singles);
                CHECK(answer(graph, "MATCH (a), (b) MATCH (a)" + step("") + "(b) RETURN a.id, b.id") ==
                      singles);
                CHECK(answer(graph, "MATCH (a)" + step("") + "()" + step("") + "(b) RETURN a.id, b.id") ==
                      pairs);
                CHECK(answer(graph, "MATCH (a)" + step("") + "()" + step("") + "(a) RETURN a.id") == circles);
                CHECK(answer(graph, "MATCH (a)" + step("") + "()" + step("") + "() RETURN count(*)") ==
                      Rows{{static_cast<std::int64_t>(pairs.size())}});
            }
        }
    }
}

namespace {

// A WHERE about a path, and what it means.
struct Condition {
    std::string text;
    std::function<bool(const Walk&)> holds;
};

std::vector<Condition> conditions() {
    return {
        {"", [](const Walk&) { return true; }},
        {" WHERE length(p) > 1", [](const Walk& walk) { return walk.size() > 1; }},
        {" WHERE none(r IN relationships(p) WHERE type(r) = 'A')",
         [](const Walk& walk) {
             return std::none_of(walk.begin(), walk.end(),
                                 [](const Edge* edge) { return edge->type == "A"; });
         }},
        {" WHERE all(r IN w WHERE r.mark = 1) AND length(p) % 2 = 0",
         [](const Walk& walk) {
             return walk.size() % 2 == 0 &&
                    std::all_of(walk.begin(), walk.end(), [](const Edge* edge) { return edge->marked; });
         }},
        {" WHERE any(r IN relationships(p) WHERE type(r) = 'B') AND a.id <> 3",
         [](const Walk& walk) {
             return std::any_of(walk.begin(), walk.end(), [](const Edge* edge) { return edge->type == "B"; });
         }},
        {" WHERE none(n IN nodes(p) WHERE n.id = 2)",
         [](const Walk& walk) {
             return std::none_of(walk.begin(), walk.end(), [](const Edge* edge) {
                 return edge->from.value == 2 || edge->to.value == 2;
             });
         }},
    };
}

}  // namespace

TEST_CASE("shortest walks are as short as any that pass, and all of them are found") {
    for (unsigned seed = 0; seed < 6; ++seed) {
        auto graph = random_graph(seed, 7, 12);
        for (const Walks& walks : kinds_of_walks()) {
            if (walks.most == 0) continue;
            for (const Condition& condition : conditions()) {
                const std::string pattern = text_of(walks).replace(text_of(walks).find('['), 1, "[w");
                INFO("seed " << seed << ": " << pattern << condition.text);
                std::map<std::pair<std::int64_t, std::int64_t>, std::pair<std::size_t, std::int64_t>> best;
                every_walk(graph, walks, [&](std::int64_t start, std::int64_t end, const Walk& walk) {
                    if (start == end && !walk.empty())
                        return;  // no walk from a node to itself but of no edge
                    if (!condition.holds(walk)) return;
                    if (condition.text.find("n.id") != std::string::npos && start == 2) return;
                    if (condition.text.find("a.id") != std::string::npos && start == 3) return;
                    auto [place, is_new] = best.try_emplace({start, end}, walk.size(), 0);
                    auto& [length, count] = place->second;
                    if (walk.size() < length) count = 0;
                    length = std::min(length, walk.size());
                    count += static_cast<std::int64_t>(walk.size() == length);
                });
                Rows one, all, all_or_null;
                for (const auto& [ends, found] : best) {
                    const auto length = static_cast<std::int64_t>(found.first);
                    one.insert({ends.first, ends.second, length});
                    for (std::int64_t i = 0; i < found.second; ++i)
                        all.insert({ends.first, ends.second, length});
                }
                all_or_null = one;
                for (std::int64_t a = 0; a < graph.vertices; ++a) {
                    for (std::int64_t b = 0; b < graph.vertices; ++b) {
                        if (best.count({a, b}) == 0) all_or_null.insert({a, b, -1});
                    }
                }
                const std::string ends = "MATCH (a), (b) ";
                const std::string one_path = "p = shortestPath((a)" + pattern + "(b))" + condition.text;
                const std::string all_paths = "p = allShortestPaths((a)" + pattern + "(b))" + condition.text;
                CHECK(answer(graph, ends + "MATCH " + one_path + " RETURN a.id, b.id, length(p)") == one);
                CHECK(answer(graph, "MATCH " + one_path + " RETURN a.id, b.id, length(p)") == one);
                CHECK(answer(graph, ends + "OPTIONAL MATCH " + one_path +
                                        " RETURN a.id, b.id, coalesce(length(p), -1)") == all_or_null);
                CHECK(answer(graph, ends + "MATCH " + all_paths + " RETURN a.id, b.id, length(p)") == all);
                // Each another one.
                CHECK(answer(graph, ends + "MATCH " + all_paths + " WITH DISTINCT p RETURN count(p)") ==
                      Rows{{static_cast<std::int64_t>(all.size())}});
            }
        }
    }
}

TEST_CASE("whether there is a walk is told as it is by looking at all of them") {
    for (unsigned seed = 0; seed < 8; ++seed) {
        auto graph = random_graph(seed, 6, 11);
        for (const Walks& walks : kinds_of_walks()) {
            const std::string pattern = text_of(walks);
            INFO("seed " << seed << ": " << pattern);
            Rows all, starts;
            every_walk(graph, walks, [&](std::int64_t start, std::int64_t end, const Walk&) {
                all.insert({start, end});
                starts.insert({start});
            });
            const std::string ends = "MATCH (a), (b) WHERE ";
            const std::string way = "(a)" + pattern + "(b)";
            const std::string back = " RETURN a.id, b.id";
            CHECK(answer(graph, ends + way + back) == once(all));
            CHECK(answer(graph, ends + "EXISTS { " + way + " }" + back) == once(all));
            CHECK(answer(graph, ends + "EXISTS { MATCH p = " + way + " RETURN p }" + back) == once(all));
            // Here every walk counts.
            Rows twice;
            for (const Row& row : once(all)) {
                if (all.count(row) > 1) twice.insert(row);
            }
            CHECK(answer(graph, ends + "EXISTS { MATCH " + way + " WITH b SKIP 1 RETURN b }" + back) ==
                  twice);
            CHECK(answer(graph, "MATCH (a) WHERE EXISTS { (a)" + pattern + "() } RETURN a.id") ==
                  once(starts));
        }
    }
}

TEST_CASE("a step gives rows by the batch, however many edges a vertex has") {
    RandomGraph hub;
    auto& graph = hub.graph;
    const auto node = graph.label("Node");
    const auto id = graph.key("id");
    for (std::int64_t i = 0; i < 3; ++i) graph.add_vertex(std::span(&node, 1), {{id, Value(i)}});
    const auto type = graph.type("A");
    constexpr std::int64_t edges = 2100;  // more than a batch
    for (std::int64_t i = 0; i < edges; ++i) {
        graph.add_edge(VertexId{0}, type, VertexId{1});
        if (i % 3 == 0) graph.add_edge(VertexId{1}, type, VertexId{2});
    }
    graph.accept();
    CHECK(answer(hub, "MATCH (a)-[:A]->(b) RETURN a.id, b.id, count(*)") ==
          Rows{{0, 1, edges}, {1, 2, (edges + 2) / 3}});
    CHECK(answer(hub, "MATCH (a)-[r:A]->(b)<-[s:A]-(c) RETURN a.id, b.id, count(DISTINCT r), count(*)") ==
          Rows{{0, 1, edges, edges * (edges - 1)},
               {1, 2, (edges + 2) / 3, (edges + 2) / 3 * ((edges + 2) / 3 - 1)}});
    CHECK(answer(hub, "MATCH (a {id: 1})-[r]-(b) WITH a, b, count(r) AS n RETURN b.id, n") ==
          Rows{{0, edges}, {2, (edges + 2) / 3}});
}

TEST_CASE(
    "walks of any length lead to every end that passes a test, and are not tried where none can be reached") {
    for (unsigned seed = 0; seed < 6; ++seed) {
        auto graph = random_graph(seed, 7, 10);
        const auto hub = graph.graph.label("Hub");
        for (const std::uint32_t vertex : {1U, 4U}) graph.graph.add_label(VertexId{vertex}, hub);
        graph.graph.accept();
        for (const Way way : {Way::Right, Way::Left, Way::Either}) {
            Walks walks{"ABC", way, seed % 2, 64};
            walks.marked = seed % 3 == 0;
            const std::string pattern = text_of(walks);
            INFO("seed " << seed << ": " << pattern);
            Rows to_hubs, to_great, to_three;
            every_walk(graph, walks, [&](std::int64_t start, std::int64_t end, const Walk&) {
                if (end == 1 || end == 4) to_hubs.insert({start, end});
                if (end >= 5) to_great.insert({start, end});
                if (end == 3) to_three.insert({start, end});
            });
            const std::string match = "MATCH (a) WITH a MATCH (a)" + pattern;
            CHECK(answer(graph, match + "(x:Hub) RETURN a.id, x.id") == to_hubs);
            CHECK(answer(graph, match + "(x) WHERE x.id >= 5 AND a.id >= 0 RETURN a.id, x.id") == to_great);
            CHECK(answer(graph, match + "(x {id: 3}) RETURN a.id, x.id") == to_three);
            CHECK(answer(graph, match + "(x:Hub {id: 3}) RETURN a.id, x.id") == Rows());
        }
    }
}

TEST_CASE("where the only end is out of reach, no time goes by with the walks that there are") {
    RandomGraph loops;  // twelve at one vertex: more than 10^9 walks
    auto& graph = loops.graph;
    const auto node = graph.label("Node"), island = graph.label("Island");
    const auto id = graph.key("id");
    graph.add_vertex(std::span(&node, 1), {{id, Value(0)}});
    graph.add_vertex(std::span(&island, 1), {{id, Value(1)}});
    for (int i = 0; i < 12; ++i) graph.add_edge(VertexId{0}, graph.type("A"), VertexId{0});
    graph.accept();
    CHECK(answer(loops, "MATCH (a:Node) WITH a MATCH (a)-[*]->(x:Island) RETURN count(*)") == Rows{{0}});
    CHECK(answer(loops, "MATCH (a:Node) WITH a MATCH (a)-[*]-(x {id: 1}) RETURN count(*)") == Rows{{0}});
    CHECK(answer(loops, "MATCH (a:Node) WITH a MATCH (a)-[*]->(x) WHERE x.id > 0 RETURN count(*)") ==
          Rows{{0}});
}

TEST_CASE("a path that may have only so many relationships bounds its walk") {
    auto graph = random_graph(3, 6, 11);
    const auto bounded = [&graph](const std::string& match, const std::string& where,
                                  const std::string& range) {
        const std::string query = match + where + " RETURN a.id, x.id";
        INFO(query);
        std::string same = match;
        same.replace(same.find("[r*]"), 4, "[r" + range + "]");
        CHECK(plan_of(graph, query).find(range + "]") != std::string::npos);
        CHECK(answer(graph, query) == answer(graph, same + where + " RETURN a.id, x.id"));
    };
    bounded("MATCH p = (a)-[r*]->(x)", " WHERE length(p) <= 3", "*1..3");
    bounded("MATCH p = (a)-[r*]->(x)", " WHERE 3 > length(p)", "*1..2");
    bounded("MATCH p = (a)-[r*]-(x)", " WHERE a.id > 1 AND length(p) = 2", "*1..2");
    bounded("MATCH p = (a)-[r*]->(b)-->(x)", " WHERE length(p) < 4", "*1..2");
    bounded("MATCH (a)-[r*]->(x)", " WHERE size(r) <= 3", "*1..3");
    bounded("MATCH (a), (x) MATCH p = shortestPath((a)-[r*]->(x))", " WHERE length(p) <= 2", "*1..2");
    // A path of two walks, another path, a longer least length, and no bound at all.
    CHECK(plan_of(graph, "MATCH p = (a)-[*]->()-[*]->(x) WHERE length(p) <= 3 RETURN p").find("..3") ==
          std::string::npos);
    CHECK(plan_of(graph, "MATCH p = (a)-->(), (a)-[*]->(x) WHERE length(p) <= 3 RETURN p").find("..3") ==
          std::string::npos);
    CHECK(answer(graph, "MATCH p = (a)-[*2..]->(x) WHERE length(p) < 2 RETURN a.id") == Rows());
    CHECK(answer(graph, "MATCH p = (a)-[*]->(x) WHERE length(p) < -9223372036854775807 RETURN a.id") ==
          Rows());
    CHECK(plan_of(graph, "MATCH p = (a)-[*]->(x) WHERE length(p) >= 3 RETURN p").find("[*]") !=
          std::string::npos);
}
