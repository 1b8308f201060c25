#include <catch2/catch.hpp>

#include "evaluate_text.hpp"

using namespace hearsay::engine;
using namespace hearsay::graphs;

namespace {

std::string aggregate(std::string_view function, const List& values, bool distinct = false,
                      const Value& second = {}) {
    PropertyGraph graph;
    const Parameters parameters;
    const QueryContext context{graph, parameters, function};
    const auto accumulator = make_accumulator(function, distinct, {}, context);
    try {
        for (const Value& value : values) accumulator->add(value, second);
        return test::text_of(accumulator->result());
    } catch (const QueryError& error) {
        return error.diagnostic().type + "/" + error.diagnostic().detail;
    }
}

const Value null;

}  // namespace

TEST_CASE("nulls are passed over") {
    CHECK(aggregate("count", {1, null, 2}) == "2");
    CHECK(aggregate("sum", {1, null, 2}) == "3");
    CHECK(aggregate("avg", {1, null, 2}) == "1.5");
    CHECK(aggregate("min", {null, 2}) == "2");
    CHECK(aggregate("collect", {1, null, "a"}) == "[1, 'a']");
}

TEST_CASE("aggregates of nothing") {
    CHECK(aggregate("count", {}) == "0");
    CHECK(aggregate("sum", {}) == "0");
    CHECK(aggregate("avg", {}) == "null");
    CHECK(aggregate("max", {}) == "null");
    CHECK(aggregate("collect", {}) == "[]");
    CHECK(aggregate("percentileCont", {}, false, 0.5) == "null");
}

TEST_CASE("sums keep their type and never wrap") {
    CHECK(aggregate("sum", {1, 2}) == "3");
    CHECK(aggregate("sum", {1, 2.5}) == "3.5");
    CHECK(aggregate("sum", {INT64_MAX, 1}) == "ArithmeticError/IntegerOverflow");
    CHECK(aggregate("sum", {"a"}) == "TypeError/InvalidArgumentType");
}

TEST_CASE("extremes across kinds") {
    CHECK(aggregate("max", {1, "a", 2.5, List{1}}) == "2.5");
    CHECK(aggregate("min", {1, "a", 2.5, List{1}}) == "[1]");
}

TEST_CASE("distinct counts equivalent values once") {
    CHECK(aggregate("count", {1, 1.0, "1", null, null}, true) == "2");
    CHECK(aggregate("collect", {2, 1, 2}, true) == "[2, 1]");
    CHECK(aggregate("SUM", {2, 2, 3}, true) == "5");
}

TEST_CASE("deviations and percentiles") {
    CHECK(aggregate("stDev", {2, 4, 4, 4, 5, 5, 7, 9}) == "2.138089935299395");
    CHECK(aggregate("stDevP", {2, 4, 4, 4, 5, 5, 7, 9}) == "2.0");
    CHECK(aggregate("stDev", {1}) == "0.0");
    CHECK(aggregate("percentileDisc", {30, 10, 20}, false, 0.5) == "20");
    CHECK(aggregate("percentileDisc", {30, 10, 20}, false, 0.0) == "10");
    CHECK(aggregate("percentileDisc", {30, 10, 20}, false, 1) == "30");
    CHECK(aggregate("percentileCont", {30, 10, 20, 40}, false, 0.5) == "25.0");
    CHECK(aggregate("percentileCont", {30, 10}, false, 1.0) == "30.0");
    CHECK(aggregate("percentileCont", {30}, false, 1.5) == "ArgumentError/NumberOutOfRange");
}

TEST_CASE("aggregates are known by name") {
    CHECK(is_aggregate("COUNT"));
    CHECK(is_aggregate("percentiledisc"));
    CHECK_FALSE(is_aggregate("size"));
    CHECK_FALSE(is_aggregate("nothing"));
}
