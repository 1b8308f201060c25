// Statements that go over a limit end with an error, soon, and leave nothing behind.
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "engine/query/running/heap.hpp"
#include "engine/query/statement/run_query.hpp"

using namespace hearsay;
using engine::Limits;
using engine::run_query;
using namespace std::chrono_literals;

namespace {

// `size` vertices, each joined to each.
graphs::PropertyGraph clique(std::size_t size) {
    graphs::PropertyGraph graph;
    const auto person = graph.label("Person");
    const auto knows = graph.type("KNOWS");
    const auto name = graph.key("name");
    std::vector<graphs::VertexId> people;
    for (std::size_t i = 0; i < size; ++i)
        people.push_back(
            graph.add_vertex(std::span(&person, 1), {{name, graphs::Value(static_cast<int>(i))}}));
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = i + 1; j < size; ++j) graph.add_edge(people[i], knows, people[j]);
    graph.accept();
    return graph;
}

struct Outcome {
    std::string type, detail, message;  // of the error, else empty
    std::size_t rows = 0;
    std::chrono::duration<double> took{};
};

Outcome run(const std::string& text, const Limits& limits, std::size_t people = 12) {
    auto graph = clique(people);
    engine::QueryOptions options;
    options.limits = limits;
    const auto begin = std::chrono::steady_clock::now();
    const auto result = run_query(graph, text, options);
    Outcome outcome;
    outcome.took = std::chrono::steady_clock::now() - begin;
    if (result) {
        outcome.rows = result->rows.size();
    } else {
        REQUIRE(result.error().size() == 1);
        outcome.type = result.error()[0].type;
        outcome.detail = result.error()[0].detail;
        outcome.message = result.error()[0].message;
        CHECK(result.error()[0].phase == grammar::Phase::Run);
    }
    CHECK(graph.changes().empty());
    return outcome;
}

Limits time(std::chrono::nanoseconds limit) {
    return {limit, std::nullopt, std::nullopt};
}
Limits memory(std::size_t limit) {
    return {std::nullopt, limit, std::nullopt};
}
Limits rows(std::size_t limit) {
    return {std::nullopt, std::nullopt, limit};
}

}  // namespace

TEST_CASE("a statement that takes too long ends soon after its time is up") {
    // Each would run for minutes at least.
    const auto query = GENERATE(
        as<std::string>(), "UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN count(*)",
        "MATCH (a)-[*]-(b) RETURN count(*)",
        "MATCH (a) WHERE COUNT { MATCH (a)-[*..9]-(b) WHERE b.name < 0 } > 0 RETURN count(a)",
        "MATCH (a) RETURN [(a)-[*]-(b) | b.name] AS names",
        "MATCH (a), (b), (c), (d), (e), (f), (g), (h) WHERE a.name + b.name + c.name + h.name < 0 RETURN "
        "count(*)",
        "UNWIND range(1, 10000) AS x WITH collect(x) AS xs "
        "RETURN reduce(s = 0, a IN xs | s + reduce(t = 0, b IN xs | t + reduce(u = 0, c IN xs | u + c))) AS "
        "n",
        "UNWIND range(1, 10000) AS x WITH collect(x) AS xs "
        "RETURN all(a IN xs WHERE all(b IN xs WHERE any(c IN xs WHERE a + b + c < 0) OR a > 0)) AS n",
        "UNWIND range(1, 100000) AS x WITH collect(x) AS xs UNWIND xs AS y RETURN sum(size([z IN xs WHERE z "
        "< y])) AS n");
    INFO(query);
    const Outcome outcome = run(query, time(100ms));
    CHECK(outcome.type == "LimitError");
    CHECK(outcome.detail == "TimeLimitExceeded");
    CHECK(outcome.message == "the statement takes more than 100 ms");
    CHECK(outcome.took < 10s);  // generous: the sanitizers are slow, and machines are busy
}

TEST_CASE("a statement that needs too much memory ends with an error and gives all of it back") {
    const auto query = GENERATE(
        as<std::string>(),
        "UNWIND range(1, 1000) AS i UNWIND range(1, 10000) AS j WITH 10000 * i + j AS x RETURN x",
        "UNWIND range(1, 1000) AS i UNWIND range(1, 10000) AS j WITH 10000 * i + j AS x RETURN collect(x) AS "
        "xs",
        "UNWIND range(1, 1000) AS i UNWIND range(1, 10000) AS j WITH 10000 * i + j AS x RETURN "
        "collect(DISTINCT x) AS xs",
        "UNWIND range(1, 1000) AS i UNWIND range(1, 10000) AS j WITH 10000 * i + j AS x WITH DISTINCT x "
        "RETURN count(x) AS n",
        "UNWIND range(1, 1000) AS i UNWIND range(1, 10000) AS j WITH 10000 * i + j AS x WITH x, count(*) AS "
        "n RETURN max(n) AS n",
        "UNWIND range(1, 1000) AS i UNWIND range(1, 10000) AS j WITH 10000 * i + j AS x WITH x ORDER BY -x "
        "RETURN count(x) AS n",
        "UNWIND range(1, 1000) AS i UNWIND range(1, 10000) AS j WITH 10000 * i + j AS x WITH x ORDER BY -x "
        "LIMIT 9000000 RETURN count(x) AS n",
        "UNWIND range(1, 1000) AS i UNWIND range(1, 10000) AS j WITH 10000 * i + j AS x RETURN "
        "percentileCont(x, 0.5) AS n",
        "UNWIND range(1, 2048) AS x WITH range(x, 1000000) AS xs RETURN count(xs) AS n",
        "UNWIND range(1, 2048) AS x RETURN count([y IN range(x, 1000000) | y]) AS n",
        "RETURN size(reduce(s = 'x', i IN range(1, 24) | s + s)) AS n",
        "UNWIND range(1, 100) AS x WITH reduce(s = toString(x), i IN range(1, 20) | s + s) AS s RETURN "
        "collect(s) AS n",
        "RETURN size(reduce(l = [1], i IN range(1, 23) | l + l)) AS n",
        "MATCH (a), (b), (c), (d), (e), (f) RETURN a, b, c, d, e, f", "MATCH p = (a)-[*..6]-(b) RETURN p",
        "MATCH p = (a)-[*..6]-(b) RETURN collect(p) AS n", "MATCH (a) RETURN [(a)-[r*..6]-(b) | r] AS n",
        "RETURN split(reduce(s = 'x', i IN range(1, 20) | s + s), '') AS n");
    INFO(query);
    const std::int64_t before = engine::heap_bytes;
    const Outcome outcome = run(query, memory(std::size_t{8} << 20));
    CHECK(outcome.type == "LimitError");
    CHECK(outcome.detail == "MemoryLimitExceeded");
    CHECK(outcome.message == "the statement needs more than 8 MiB of memory");
    // What the outcome and the test's own texts take.
    CHECK(engine::heap_bytes - before < 4096);
}

TEST_CASE(
    "values that hold themselves many times over, or nest without end, are errors where they are made") {
    const auto query = GENERATE(as<std::string>(), "RETURN reduce(v = 1, i IN range(1, 100000) | [v]) AS v",
                                "RETURN reduce(v = 1, i IN range(1, 100000) | {v: v}) AS v",
                                "RETURN reduce(v = [1], i IN range(1, 100000) | [] + [v]) AS v",
                                "RETURN reduce(v = [1], i IN range(1, 100000) | [x IN [v] | x]) AS v",
                                "RETURN reduce(v = 1, i IN range(1, 60) | [v, v]) AS v",
                                "RETURN reduce(v = 1, i IN range(1, 60) | {a: v, b: v}) AS v",
                                "WITH range(1, 10000000) AS xs RETURN [i IN range(1, 1000) | xs] AS v");
    INFO(query);
    const Outcome outcome = run(query, {10s, std::nullopt, std::nullopt});
    CHECK(outcome.type == "ArgumentError");
    CHECK(outcome.detail == "NumberOutOfRange");
}

TEST_CASE("deep values are compared, hashed, printed and let go") {
    CHECK(
        run("WITH reduce(v = 1, i IN range(1, 900) | [v]) AS v, reduce(w = 1, i IN range(1, 900) | [w]) AS w "
            "WITH v, w, v = w AS same, v < w AS less ORDER BY v WITH DISTINCT v, w, same, less "
            "WHERE v IN [w] RETURN count(DISTINCT v) AS n, same, less",
            {})
            .rows == 1);
}

TEST_CASE("whether there is a match is known at the first") {
    // Each vertex has more walks than could be counted.
    const auto query =
        GENERATE(as<std::string>(), "MATCH (a) WHERE (a)-[*]-() RETURN a",
                 "MATCH (a) WHERE exists((a)-[*20]-()) RETURN a",
                 "MATCH (a) WHERE EXISTS { (a)-[*]-(b) WHERE b.name >= 0 } RETURN a",
                 "MATCH (a) WHERE EXISTS { MATCH (a)-[*]-(b) WHERE b.name >= 0 RETURN b } RETURN a",
                 "MATCH (a) WHERE NOT (a)-[*]-() OR EXISTS { MATCH (a)-[*3..]-() } RETURN a");
    INFO(query);
    const Outcome outcome = run(query, time(20s));
    CHECK(outcome.type.empty());
    CHECK(outcome.rows == 12);
}

TEST_CASE("patterns that backtrack and texts that nearly match cost no more than they may") {
    CHECK(run("RETURN reduce(s = 'a', i IN range(1, 6) | s + s) =~ '(a|a)*b' AS n", time(100ms)).detail ==
          "TimeLimitExceeded");
    const std::string texts =
        "WITH reduce(s = 'a', i IN range(1, 20) | s + s) AS t WITH t, substring(t, 0, 500000) + 'b' AS u ";
    CHECK(run(texts + "RETURN t CONTAINS u AS n", time(20s)).rows == 1);
    CHECK(run(texts + "RETURN size(replace(t, u, '')) + size(split(t, u)) AS n", time(20s)).rows == 1);
}

TEST_CASE("planning keeps to the limits") {
    std::string apart = "MATCH (m0)";
    for (int i = 1; i < 900; ++i)
        apart += ", (m" + std::to_string(i) + ":Person {name: " + std::to_string(i) + "})";
    const Outcome outcome = run(apart + " RETURN count(*) AS n", time(50ms));
    CHECK(outcome.detail == "TimeLimitExceeded");
    CHECK(outcome.took < 10s);
}

TEST_CASE("the memory of a statement is what it holds at a time, not all that it ever took") {
    CHECK(
        run("UNWIND range(1, 100000) AS x RETURN count(toString(x) + toString(x) + 'abcdefghijklmnop') AS n",
            memory(std::size_t{8} << 20))
            .type.empty());
    CHECK(run("RETURN 1 AS n", memory(std::size_t{1} << 20)).type.empty());
}

TEST_CASE("a result with too many rows is an error instead of a part of it") {
    const std::string query = "UNWIND range(1, 5000) AS x RETURN x";
    CHECK(run(query, rows(5000)).rows == 5000);
    const Outcome outcome = run(query, rows(4999));
    CHECK(outcome.type == "LimitError");
    CHECK(outcome.detail == "RowLimitExceeded");
    CHECK(outcome.message == "the result has more than 4999 rows");
    CHECK(run(query + " LIMIT 3", rows(3)).rows == 3);
    CHECK(run("UNWIND range(1, 5000) AS x RETURN count(x) AS n", rows(1)).rows == 1);
}

TEST_CASE("indexes that are made on the way keep to the limits") {
    graphs::PropertyGraph graph;
    const auto note = graph.label("Note");
    const auto text = graph.key("text");
    for (int i = 0; i < 30'000; ++i) {
        std::string words;
        for (int k = 0; k < 4; ++k) words += "word" + std::to_string(i * 4 + k) + " ";
        graph.add_vertex(std::span(&note, 1), {{text, graphs::Value(words)}});
    }
    graph.accept();
    const auto ask = [&graph](const std::string& query, const Limits& limits) -> std::string {
        engine::QueryOptions options;
        options.limits = limits;
        const auto result = run_query(graph, query, options);
        if (!result) return result.error()[0].detail;
        return std::to_string(result->rows.at(0).at(0).integer());
    };
    const std::string contains = "MATCH (n:Note) WHERE n.text CONTAINS 'word7777 ' RETURN count(*)";
    const std::string equals = "MATCH (n:Note) WHERE n.text = 'word0 word1 word2 word3 ' RETURN count(*)";
    const auto little = memory(500'000);
    CHECK(ask(contains, little) == "1");  // a look at every text
    CHECK(ask(contains, little) == "MemoryLimitExceeded");
    CHECK(ask(equals, little) == "MemoryLimitExceeded");
    CHECK(ask("MATCH (m:Note) WHERE m.text = 'word' MATCH (n:Note) WHERE n.text = m.text RETURN count(*)",
              little) == "MemoryLimitExceeded");
    CHECK(ask(contains, {}) == "1");
    CHECK(ask(equals, {}) == "1");
    CHECK(ask(contains, little) == "1");
    CHECK(ask(equals, little) == "1");
}

TEST_CASE("a limit of a plan is a limit of its statement") {
    CHECK(run("PROFILE MATCH (a)-[*]-(b) RETURN count(*)", time(50ms)).detail == "TimeLimitExceeded");
    CHECK(run("EXPLAIN MATCH (a)-[*]-(b) RETURN count(*)", time(5s)).type.empty());
}

TEST_CASE("limits are said as people write them") {
    CHECK(engine::duration_text(2s) == "2 s");
    CHECK(engine::duration_text(1500ms) == "1.5 s");
    CHECK(engine::duration_text(250ms) == "250 ms");
    CHECK(engine::duration_text(5min) == "5 min");
    CHECK(engine::duration_text(90s) == "90 s");
    CHECK(engine::size_text(1000) == "1000 bytes");
    CHECK(engine::size_text(std::size_t{512} << 20) == "512 MiB");
    CHECK(engine::size_text(std::size_t{3} << 29) == "1.5 GiB");
}
