// A text that comes again: it must be answered as if it came for the first time.
#include "engine/query/statement/statement_cache.hpp"
#include "engine/claims/language.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/query/statement/language.hpp"
#include "engine/query/statement/run_query.hpp"

using namespace hearsay;
using engine::Parameters;
using engine::StatementCache;
using graphs::Value;

namespace {

// Sends texts with one cache, and each also without, which must give the same.
class Asker {
  public:
    engine::QueryResult ask(const std::string& text, const Parameters& parameters = {}) {
        auto result = send(text, parameters, &cache);
        REQUIRE(result);
        return std::move(*result);
    }
    grammar::Diagnostics fail(const std::string& text, const Parameters& parameters = {}) {
        const auto result = send(text, parameters, &cache);
        REQUIRE_FALSE(result);
        return result.error();
    }
    // The lines of EXPLAIN or PROFILE.
    std::vector<std::string> plan(const std::string& text, const Parameters& parameters = {}) {
        const auto lines = lines_of(ask(text, parameters));
        CHECK(lines == lines_of(*send(text, parameters, nullptr)));
        return lines;
    }
    void change(const std::string& text) {
        ask(text);
        graph.accept();
    }

    graphs::PropertyGraph graph;
    StatementCache cache;
    engine::QueryOptions options;

  private:
    tl::expected<engine::QueryResult, grammar::Diagnostics> send(const std::string& text,
                                                                 const Parameters& parameters,
                                                                 StatementCache* with) {
        options.parameters = parameters;
        options.cache = with;
        return engine::run_query(graph, text, options);
    }
    static std::vector<std::string> lines_of(const engine::QueryResult& result) {
        std::vector<std::string> lines;
        for (const auto& row : result.rows) lines.emplace_back(row[0].string());
        return lines;
    }
};

std::uint64_t uses(const engine::Preparation& preparation) {
    return (preparation.checked ? 1U : 0U) + (preparation.planned ? 1U : 0U);
}

// How much of what was found out about the text holds now: 0 nothing, 1 its check, 2 its plan too.
std::uint64_t ready(Asker& asker, const std::string& text, const Parameters& parameters = {}) {
    const auto question = StatementCache::read(&asker.cache, text, engine::Language::opencypher());
    REQUIRE(question);
    auto preparation =
        asker.cache.take(**question, asker.graph.version(), engine::Language::opencypher(), parameters);
    const std::uint64_t found = uses(preparation);
    asker.cache.keep(**question, std::move(preparation));
    return found;
}

}  // namespace

TEST_CASE("a text that comes again is neither checked nor planned again", "[cache]") {
    Asker asker;
    asker.change("CREATE (:Person {name: 'Ada'}), (:Person {name: 'Bo'})");
    const std::string text = "MATCH (p:Person) RETURN p.name AS name ORDER BY name";
    CHECK(asker.ask(text).rows.size() == 2);
    CHECK(ready(asker, text) == 2);
    const auto again = asker.ask(text);
    CHECK(again.columns == std::vector<std::string>{"name"});
    REQUIRE(again.rows.size() == 2);
    CHECK(again.rows[0][0].string() == "Ada");
    CHECK(ready(asker, text) == 2);
}

TEST_CASE("warnings come each time", "[cache]") {
    Asker asker;
    asker.change("CREATE (:Person)");
    for (int i = 0; i < 3; ++i) {
        const auto result = asker.ask("MATCH (p:Persn) RETURN p");
        REQUIRE(result.warnings.size() == 1);
        CHECK(result.warnings[0].suggestion == "did you mean `Person`?");
    }
}

TEST_CASE("a label or a property that is new is seen, and its warning is gone", "[cache]") {
    Asker asker;
    asker.change("CREATE (:Person)");
    const std::string text = "MATCH (c:City) WHERE c.name = 'Ur' RETURN c.name";
    CHECK(asker.ask(text).warnings.size() == 2);
    asker.change("CREATE (:City)");
    CHECK(asker.ask(text).warnings.size() == 1);
    CHECK(asker.ask(text).rows.empty());
    asker.change("MATCH (c:City) SET c.name = 'Ur'");
    CHECK(asker.ask(text).warnings.empty());
    CHECK(asker.ask(text).rows.size() == 1);
    asker.change("MATCH (c:City) DELETE c");
    CHECK(asker.ask(text).rows.empty());
}

TEST_CASE("every change of the graph plans anew", "[cache]") {
    Asker asker;
    asker.change("UNWIND range(1, 9) AS i CREATE (:Many {n: i})-[:TO]->(:Few)");
    const std::string text = "MATCH (m:Many)-[:TO]->(f:Few) RETURN count(*)";
    CHECK(asker.ask(text).rows[0][0].integer() == 9);
    CHECK(ready(asker, text) == 2);
    asker.change("MATCH (m:Many {n: 1})-[t]->() DELETE t");
    CHECK(ready(asker, text) == 0);
    CHECK(asker.ask(text).rows[0][0].integer() == 8);
    asker.plan("EXPLAIN " + text);
    asker.change("MATCH (f:Few) DETACH DELETE f");
    asker.plan("EXPLAIN " + text);
    CHECK(asker.ask(text).rows[0][0].integer() == 0);
}

TEST_CASE("a change that is taken back plans anew", "[cache]") {
    Asker asker;
    asker.change("CREATE (:Person {name: 'Ada'})");
    const std::string text = "MATCH (p:Person) RETURN count(p)";
    CHECK(asker.ask(text).rows[0][0].integer() == 1);
    asker.ask("CREATE (:Person)");
    CHECK(asker.ask(text).rows[0][0].integer() == 2);
    asker.graph.take_back();
    CHECK(asker.ask(text).rows[0][0].integer() == 1);
}

TEST_CASE("another graph is never taken for the one before", "[cache]") {
    Asker asker;
    asker.change("CREATE (:Person)");
    const std::string text = "MATCH (p:Person) RETURN count(p)";
    CHECK(asker.ask(text).rows[0][0].integer() == 1);
    asker.graph = graphs::PropertyGraph();
    CHECK(ready(asker, text) == 0);
    CHECK(asker.ask(text).rows[0][0].integer() == 0);
}

TEST_CASE("a statement that changes the graph does so each time", "[cache]") {
    Asker asker;
    for (int i = 1; i <= 3; ++i) {
        CHECK(asker.ask("CREATE (:Person)").effects.nodes_created == 1);
        asker.graph.accept();
        CHECK(asker.graph.vertex_count() == static_cast<std::size_t>(i));
    }
}

TEST_CASE("other parameters give other answers; what was looked at decides what is kept", "[cache]") {
    Asker asker;
    asker.change("UNWIND range(1, 5) AS i CREATE (:Person {name: 'p' + i, age: i})");
    const auto named = [](const char* name) { return Parameters{{"name", Value(name)}}; };
    const std::string lookup = "MATCH (p:Person {name: $name}) RETURN p.age";
    CHECK(asker.ask(lookup, named("p2")).rows[0][0].integer() == 2);
    CHECK(ready(asker, lookup, named("p2")) == 2);
    CHECK(ready(asker, lookup, {{"name", Value("p2")}, {"other", Value(1)}}) == 2);
    CHECK(ready(asker, lookup, named("p3")) == 1);  // the planner asks how many there are of that name
    CHECK(asker.ask(lookup, named("p3")).rows[0][0].integer() == 3);
    CHECK(asker.ask(lookup, named("nobody")).rows.empty());
    CHECK(asker.ask(lookup, {{"name", Value(2)}}).rows.empty());
    CHECK(asker.ask(lookup, {{"name", Value()}}).rows.empty());

    const std::string computed = "RETURN $n + 1";
    CHECK(asker.ask(computed, {{"n", Value(1)}}).rows[0][0].integer() == 2);
    CHECK(ready(asker, computed, {{"n", Value("text")}}) == 2);  // nobody looked at it
    CHECK(asker.ask(computed, {{"n", Value("text")}}).rows[0][0].string() == "text1");
    CHECK(asker.ask(computed, {{"n", Value(1.5)}}).rows[0][0].floating() == 2.5);
}

TEST_CASE("an integer is not taken for the equal float", "[cache]") {
    Asker asker;
    asker.change("CREATE (:Person {age: 1})");
    const std::string text = "MATCH (p:Person {age: $age}) RETURN $age";
    CHECK(asker.ask(text, {{"age", Value(1)}}).rows[0][0].kind() == graphs::Kind::Integer);
    CHECK(ready(asker, text, {{"age", Value(1.0)}}) == 1);
    CHECK(asker.ask(text, {{"age", Value(1.0)}}).rows[0][0].kind() == graphs::Kind::Float);
}

TEST_CASE("values too large to be compared each time are planned for each time", "[cache]") {
    Asker asker;
    asker.change("CREATE (:Person {name: 'Ada'})");
    const std::string text = "MATCH (p:Person {name: $name}) RETURN p";
    const Parameters list{{"name", Value(graphs::List{Value("Ada")})}};
    asker.ask(text, list);
    CHECK(ready(asker, text, list) == 1);
    const Parameters map{{"map", Value(graphs::Map{{"name", Value("Bo")}})}};
    asker.ask("CREATE (p:Person $map) RETURN p.name", map);
    asker.graph.accept();
    CHECK(ready(asker, "CREATE (p:Person $map) RETURN p.name", map) == 0);
}

TEST_CASE("a parameter that is missing is an error each time, and only then", "[cache]") {
    Asker asker;
    CHECK(asker.fail("RETURN $name")[0].detail == "MissingParameter");
    CHECK(asker.ask("RETURN $name", {{"name", Value(1)}}).rows[0][0].integer() == 1);
    CHECK(asker.fail("RETURN $name")[0].detail == "MissingParameter");
    CHECK(asker.fail("RETURN $name", {{"nam", Value(1)}})[0].suggestion.find("`nam`") != std::string::npos);
    CHECK(asker.ask("RETURN $name", {{"name", Value(2)}}).rows[0][0].integer() == 2);
}

TEST_CASE("an error leaves nothing that the next run could stumble over", "[cache]") {
    Asker asker;
    CHECK(asker.fail("RETURN 1 +").size() == 1);
    CHECK(asker.cache.size() == 0);
    CHECK(asker.fail("RETURN x")[0].span.begin == 7);
    CHECK(asker.fail("RETURN x")[0].span.begin == 7);
    const std::string text = "UNWIND [1, 0] AS i CREATE (:N {n: 4 / (i * $by)})";
    CHECK(asker.fail(text, {{"by", Value(1)}})[0].phase == grammar::Phase::Run);
    CHECK(asker.graph.vertex_count() == 0);
    CHECK(asker.fail(text, {{"by", Value(1)}})[0].phase == grammar::Phase::Run);
    const std::string fine = "RETURN 4 / $by";
    asker.fail(fine, {{"by", Value(0)}});
    CHECK(asker.ask(fine, {{"by", Value(2)}}).rows[0][0].integer() == 2);
}

TEST_CASE("limits hold each time", "[cache]") {
    Asker asker;
    const std::string text = "UNWIND range(1, 100000) AS i RETURN i";
    CHECK(asker.ask(text).rows.size() == 100000);
    asker.options.limits.rows = 10;
    CHECK(asker.fail(text)[0].detail == "RowLimitExceeded");
    asker.options.limits.rows.reset();
    // The clock that is asked ticks every few milliseconds.
    const std::string slow = "UNWIND range(1, 2000000) AS i WITH i WHERE i % 7 = 8 RETURN i";
    CHECK(asker.ask(slow).rows.empty());
    asker.options.limits.time = std::chrono::nanoseconds(1);
    CHECK(asker.fail(slow)[0].detail == "TimeLimitExceeded");
    asker.options.limits.time.reset();
    CHECK(asker.ask(text).rows.size() == 100000);
    const std::atomic<bool> interrupt = true;
    asker.options.interrupt = &interrupt;
    CHECK(asker.fail(text)[0].type == "Interrupted");
    asker.options.interrupt = nullptr;
    CHECK(asker.ask(text).rows.size() == 100000);
}

TEST_CASE("PROFILE counts from zero each time, plans inside expressions too", "[cache]") {
    Asker asker;
    asker.change("UNWIND range(1, 7) AS i CREATE (:Person {n: i})-[:KNOWS]->(:Person)");
    const std::string text =
        "PROFILE MATCH (p:Person) WHERE EXISTS { (p)-[:KNOWS]->(q) WHERE q.n IS NULL } RETURN p.n";
    const auto rows = [&](const std::vector<graphs::List>& lines) {
        std::vector<std::string> counted;
        for (const auto& line : lines) {
            const std::string_view step = line[0].string();
            counted.emplace_back(step.substr(0, step.find(" ms")).substr(0, step.find("  ")));
        }
        return counted;
    };
    const auto first = asker.ask(text), second = asker.ask(text), third = asker.ask(text);
    CHECK(rows(first.rows) == rows(second.rows));
    CHECK(rows(first.rows) == rows(third.rows));
    CHECK(asker.plan("EXPLAIN " + text.substr(8)) == asker.plan("EXPLAIN " + text.substr(8)));
}

TEST_CASE("a statement may run while the same text runs", "[cache]") {
    Asker asker;
    asker.change("UNWIND range(1, 3) AS i CREATE (:Person {n: i})");
    engine::Language language;
    const std::string text = "CALL count_again() YIELD n MATCH (p:Person) RETURN n, p.n ORDER BY p.n";
    int depth = 0;
    engine::Procedure again{"count_again", "", {}, {{"n", "INTEGER"}}, {}};
    again.run = [&](engine::QueryContext& context, const graphs::List&) -> std::vector<graphs::List> {
        if (depth == 3) return {{Value(0)}};
        ++depth;
        const auto inner = engine::run_query(context.graph, text, asker.options);
        --depth;
        REQUIRE(inner);
        return {{Value(static_cast<std::int64_t>(inner->rows.size()))}};
    };
    language.procedures.add(again);
    asker.options.language = &language;
    for (int i = 0; i < 3; ++i) {
        const auto result = asker.ask(text);
        REQUIRE(result.rows.size() == 3);
        CHECK(result.rows[2][0].integer() == 3);
        CHECK(result.rows[2][1].integer() == 3);
    }
    // Another language may have another of that name.
    asker.options.language = nullptr;
    CHECK(asker.fail(text)[0].detail == "ProcedureNotFound");
}

TEST_CASE("a text may be dropped while it runs", "[cache]") {
    Asker asker;
    engine::Language language;
    engine::Procedure drop{"drop_all", "", {}, {{"n", "INTEGER"}}, {}};
    drop.run = [&](engine::QueryContext&, const graphs::List&) -> std::vector<graphs::List> {
        asker.cache.clear();
        return {{Value(1)}, {Value(2)}};
    };
    language.procedures.add(drop);
    asker.options.language = &language;
    for (int i = 0; i < 2; ++i) {
        const auto result = asker.ask("CALL drop_all() YIELD n RETURN n AS number, 'a text' AS text");
        CHECK(result.columns == std::vector<std::string>{"number", "text"});
        CHECK(result.rows.size() == 2);
        CHECK(asker.cache.size() == 0);
    }
}

TEST_CASE("short forms come again with their answers and their warnings", "[cache]") {
    Asker asker;
    asker.options.language = &engine::claims_language();
    asker.change("CREATE (:Actor {id: 1, name: 'Mara Voss'})");
    for (int i = 0; i < 2; ++i) {
        CHECK(asker.ask("WHAT DOES 'Mara Voss' CLAIM").warnings.empty());
        CHECK_FALSE(asker.ask("WHAT DOES 'Zora Lind' CLAIM").warnings.empty());
        CHECK(asker.ask("TRACE 7").asked);
        CHECK(asker.ask("EXPLAIN TRACE 7").is_plan);
        CHECK_FALSE(asker.ask("EXPLAIN TRACE 7").asked);
    }
}

TEST_CASE("a short form is read in the language that is asked for", "[cache]") {
    Asker asker;
    for (int i = 0; i < 2; ++i) {
        asker.options.language = nullptr;
        CHECK(asker.fail("TRACE 7")[0].type == "SyntaxError");
        asker.options.language = &engine::claims_language();
        CHECK(asker.ask("TRACE 7").rows.empty());
        engine::Language other;
        other.short_forms = engine::claims_language().short_forms;
        other.rewrite = [](const grammar::ShortForm&) { return std::string("RETURN 'other'"); };
        asker.options.language = &other;
        CHECK(asker.ask("TRACE 7").rows.size() == 1);
        asker.cache.clear();  // the language ends
    }
    CHECK(asker.cache.size() == 0);
}

TEST_CASE("the cache is bounded, and the texts used last stay", "[cache]") {
    Asker asker;
    asker.ask("RETURN 0");
    for (int i = 1; i < 1000; ++i) {
        asker.ask("RETURN " + std::to_string(i));
        asker.ask("RETURN 0");
    }
    CHECK(asker.cache.size() == StatementCache::most_statements);
    CHECK(ready(asker, "RETURN 0") == 2);
    CHECK(ready(asker, "RETURN 999") == 2);
    CHECK(ready(asker, "RETURN 1") == 0);

    const std::string space(StatementCache::longest_text - 100, ' ');
    for (int i = 0; i < 100; ++i) asker.ask("RETURN " + space + std::to_string(i));
    CHECK(asker.cache.size() <= StatementCache::most_text / space.size());
    const std::string longest(StatementCache::longest_text, ' ');
    const std::size_t before = asker.cache.size();
    CHECK(asker.ask("RETURN " + longest + "5").rows[0][0].integer() == 5);
    CHECK(asker.cache.size() == before);
    asker.cache.clear();
    CHECK(asker.cache.size() == 0);
}

TEST_CASE("texts that differ by a byte are two", "[cache]") {
    Asker asker;
    CHECK(asker.ask("RETURN 1").columns == std::vector<std::string>{"1"});
    CHECK(asker.ask("RETURN  1 ").columns == std::vector<std::string>{"1"});
    CHECK(asker.ask("RETURN 'a'").rows[0][0].string() == "a");
    CHECK(asker.ask("RETURN 'A'").rows[0][0].string() == "A");
    CHECK(asker.cache.size() == 4);
}
