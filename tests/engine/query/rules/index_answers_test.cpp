// Questions that an index answers, on graphs that change: the same rows in the same order as without it.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "engine/query/statement/run_query.hpp"
#include "graphs/values/value.hpp"
#include "tests/engine/query/evaluate_text.hpp"

using namespace hearsay;
using namespace hearsay::engine;
using graphs::Value;

namespace {

class Trial {
  public:
    explicit Trial(unsigned seed) : random_(seed), kind_(seed % 3) {
        ask("CREATE INDEX values FOR (n:N) ON (n.v)");
        for (int i = 0; i < 12; ++i)
            ask(fmt::format("UNWIND range(1, 25) AS i CREATE (:N {{{}}})", properties()));
        for (int i = 0; i < 60; ++i) ask(fmt::format("CREATE (:N {{{}}})", properties()));
    }

    void run() {
        for (int round = 0; round < 12; ++round) {
            for (int i = 0; i < 12; ++i) compare(question());
            for (std::size_t n = below(8); n > 0; --n) ask(change());
        }
    }

    // How often a plan had the step.
    std::map<std::string, std::size_t> used;

  private:
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
    bool one_in(std::size_t n) { return below(n) == 0; }

    std::string text() {
        static const char* const letters[] = {"a", "b", "ab", "é", "z", ""};
        return fmt::format("{}{}{}", letters[below(6)], letters[below(6)], letters[below(6)]);
    }
    std::string value() {
        switch (kind_ < 2 ? kind_ : below(10)) {
            case 1:
                return fmt::format("{}", below(20));
            case 2:
                return fmt::format("{}.5", below(9));
            case 3:
                return one_in(2) ? "true" : "false";
            case 4:
                return fmt::format("date('2030-01-0{}')", 1 + below(9));
            case 5:
                return fmt::format("[{}, '{}']", below(3), text());
            case 6:
                return "0.0 / 0.0";
            case 7:
                return fmt::format("-{}", below(20));
            default:
                return fmt::format("'{}'", text());
        }
    }
    std::string properties() {
        const std::string other = fmt::format("w: {}", below(5));
        return one_in(6) ? other : other + ", v: " + value();
    }

    std::string question() {
        const std::string where = one_in(2)   ? ""
                                  : one_in(2) ? fmt::format("WHERE n.w > {} ", below(4))
                                              : "WHERE n.v IS NOT NULL ";
        const std::string down = one_in(2) ? " DESC" : "";
        const std::string rows =
            (one_in(3) ? fmt::format(" SKIP {}", below(6)) : "") + fmt::format(" LIMIT {}", below(8));
        switch (below(9)) {
            case 8:
                return "UNWIND [1, 2] AS x RETURN x, COLLECT { MATCH (n:N) " + where +
                       "RETURN n.v ORDER BY n.v" + down + rows + " } AS values";
            case 0:
                return "MATCH (n:N) " + where + "RETURN id(n) AS i, n.v ORDER BY n.v" + down + rows;
            case 1:
                return "MATCH (n:N) " + where + "RETURN n.v AS v ORDER BY v" + down + rows;
            case 2:
                return "MATCH (n:N) " + where + "WITH n AS m, n.w AS w ORDER BY m.v" + down + rows +
                       " RETURN id(m), w";
            case 3:
                return "MATCH (n:N) " + where + "WITH n ORDER BY n.v" + down + rows +
                       " WITH collect(id(n)) AS ids RETURN ids";
            case 4:
                return fmt::format("MATCH (n:N) WHERE n.v STARTS WITH '{}' RETURN id(n), n.v", text());
            case 5:
                return fmt::format(
                    "UNWIND ['{}', 1, null, '{}'] AS p MATCH (n:N) WHERE n.v STARTS WITH p RETURN p, id(n)",
                    text(), text());
            case 6:
                return fmt::format("MATCH (n:N) WHERE n.v {} {} RETURN id(n), n.v", one_in(2) ? ">=" : "<",
                                   value());
            default:
                return fmt::format("MATCH (n:N) WHERE n.v = {} RETURN id(n), n.v", value());
        }
    }
    std::string change() {
        const std::string some = fmt::format("MATCH (n) WHERE id(n) % 17 = {} ", below(17));
        switch (below(7)) {
            case 0:
                return some + "DETACH DELETE n";
            case 1:
                return some + "REMOVE n:N";
            case 2:
                return some + "SET n:N";
            case 3:
                return some + "REMOVE n.v";
            case 4:
                return fmt::format("CREATE (:N {{{}}})", properties());
            default:
                return some + "SET n.v = " + value();
        }
    }

    QueryResult ask(const std::string& text, const QueryOptions& options = {}) {
        INFO(text);
        auto result = run_query(graph_, text, options);
        REQUIRE(result);
        if (one_in(3)) graph_.accept();
        return std::move(*result);
    }
    std::string rows_of(const QueryResult& result) const {
        std::string rows;
        for (const auto& row : result.rows) {
            for (const Value& value : row) rows += test::text_of(value) + " ";
            rows += "\n";
        }
        return rows;
    }
    void compare(const std::string& text) {
        QueryOptions without;
        without.rules_left_out = {"walk in order", "look up in index", "look up in text index",
                                  "look up range in index"};
        INFO(text);
        REQUIRE(rows_of(ask(text)) == rows_of(ask(text, without)));
        const auto plan = ask("EXPLAIN " + text);
        for (const char* step : {"in the order of", "TextLookup", "RangeLookup", "IndexLookup"}) {
            if (rows_of(plan).find(step) != std::string::npos) ++used[step];
        }
    }

    std::mt19937 random_;
    std::size_t kind_;  // of all values, so that their column has a type: 0 texts, 1 integers; 2: any
    graphs::PropertyGraph graph_;
};

}  // namespace

TEST_CASE("an index changes no answer", "[rules][random]") {
    std::map<std::string, std::size_t> used;
    for (unsigned seed = 1; seed <= 30; ++seed) {
        INFO("seed " << seed);
        Trial trial(seed);
        trial.run();
        for (const auto& [step, times] : trial.used) used[step] += times;
    }
    for (const char* step : {"in the order of", "TextLookup", "RangeLookup", "IndexLookup"}) {
        INFO(step);
        CHECK(used[step] > 100);
    }
}
