#include <catch2/catch.hpp>

#include "engine/query/aggregations/grouped_accumulator.hpp"
#include "engine/query/functions/aggregate_calls.hpp"
#include "tests/engine/query/evaluate_text.hpp"

using namespace hearsay::engine;
using namespace hearsay::graphs;

namespace {

// Adds columns of arguments batch by batch; the result of each group, or the error.
class Run {
  public:
    explicit Run(std::string_view function, bool distinct = false, std::vector<std::string> weights = {})
        : step_{"x", std::string(function), distinct, {}, {}, std::move(weights)} {
        if (step_.weights.empty()) step_.arguments.emplace_back();
        accumulator_ = make_grouped_accumulator(step_, context_);
    }

    // Of one group.
    Run& add(std::vector<Column> arguments) {
        const std::size_t rows = arguments[0].size();
        return run([&] {
            accumulator_->expect(groups_);
            accumulator_->add({rows, {}}, arguments);
        });
    }
    Run& add(std::vector<std::uint32_t> of_row, std::vector<Column> arguments) {
        for (const std::uint32_t group : of_row) groups_ = std::max<std::size_t>(groups_, group + 1);
        return run([&] {
            accumulator_->expect(groups_);
            accumulator_->add({of_row.size(), of_row}, arguments);
        });
    }
    std::string text() {
        run([&] {
            accumulator_->expect(groups_);
            result_ = accumulator_->result(0, groups_);
        });
        if (!error_.empty()) return error_;
        std::string text;
        for (std::size_t group = 0; group < groups_; ++group)
            text += (group == 0 ? "" : " ") + test::text_of(result_.at(group));
        return text;
    }
    const Column& result() const { return result_; }

  private:
    template <class F>
    Run& run(const F& f) {
        try {
            f();
        } catch (const QueryError& error) {
            if (error_.empty()) error_ = error.diagnostic().type + "/" + error.diagnostic().detail;
        }
        return *this;
    }

    PropertyGraph graph_;
    Parameters parameters_;
    QueryContext context_{graph_, parameters_, ""};
    Aggregation step_;
    std::unique_ptr<GroupedAccumulator> accumulator_;
    std::size_t groups_ = 1;
    Column result_;
    std::string error_;
};

std::string aggregate(std::string_view function, const List& values, bool distinct = false,
                      const Value& second = {}) {
    return Run(function, distinct).add({Column(values), Column::repeat(second, values.size())}).text();
}

Column integers(std::vector<std::int64_t> values) {
    return Column(std::move(values));
}
Column vertices(const std::vector<std::uint32_t>& numbers) {
    std::vector<VertexId> ids;
    for (const std::uint32_t number : numbers) ids.push_back(VertexId{number});
    return Column(std::move(ids));
}
constexpr std::uint32_t none = VertexId::none().value;

Column texts(StringPool& pool, const std::vector<const char*>& all) {
    Texts column{&pool, {}};
    for (const char* text : all)
        column.ids.push_back(text ? pool.intern(std::string_view(text)) : StringId::none());
    return Column(std::move(column));
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
    CHECK(aggregate("stDev", {}) == "0.0");
    CHECK(aggregate("percentileCont", {}, false, 0.5) == "null");
    CHECK(Run("min").text() == "null");
    CHECK(Run("collect").text() == "[]");
    CHECK(Run("count", true).text() == "0");
}

TEST_CASE("sums keep their type and never wrap") {
    CHECK(aggregate("sum", {1, 2}) == "3");
    CHECK(aggregate("sum", {1, 2.5}) == "3.5");
    CHECK(aggregate("sum", {INT64_MAX, 1}) == "ArithmeticError/IntegerOverflow");
    CHECK(aggregate("sum", {0.5, INT64_MAX, INT64_MAX}) == "1.8446744073709552e19");
    CHECK(aggregate("sum", {"a"}) == "TypeError/InvalidArgumentType");
    CHECK(Run("sum").add({integers({INT64_MAX, 1})}).text() == "ArithmeticError/IntegerOverflow");
    CHECK(Run("sum").add({integers({INT64_MAX, 1, INT64_MIN})}).text() == "ArithmeticError/IntegerOverflow");
    CHECK(Run("sum").add({0, 1}, {integers({INT64_MAX, 1})}).text() == "9223372036854775807 1");
    CHECK(Run("sum").add({vertices({1})}).text() == "TypeError/InvalidArgumentType");
    CHECK(Run("sum").add({vertices({none})}).text() == "0");
}

TEST_CASE("dates are counted and compared") {
    const Column dates(Dates{{400, 3, 90}});
    CHECK(Run("min").add({dates}).text() == "1970-01-04");
    CHECK(Run("max").add({dates}).text() == "1971-02-05");
    CHECK(Run("max").add({0, 1, 0}, {dates}).add({1, 1, 2}, {dates}).text() ==
          "1971-02-05 1971-02-05 1970-04-01");
    CHECK(Run("min").add({dates}).add({Column(List{null, Date{-1}})}).text() == "1969-12-31");
    CHECK(Run("max").add({dates}).add({integers({1})}).text() == "1");  // numbers come after dates
    CHECK(Run("count").add({dates}).text() == "3");
    CHECK(Run("count", true).add({Column(Dates{{3, 3, 5}})}).text() == "2");
    CHECK(Run("sum").add({dates}).text() == "TypeError/InvalidArgumentType");
}

TEST_CASE("a sum becomes a Float in its group alone") {
    Run run("sum");
    run.add({0, 1, 0}, {integers({1, 2, 3})});
    run.add({1, 2, 0}, {Column(List{0.5, 7, null})});
    run.add({1, 3}, {integers({10, 20})});
    CHECK(run.text() == "4 12.5 7 20");
}

TEST_CASE("integers are counted, summed and averaged as they are") {
    Run sum("sum");
    CHECK(sum.add({1, 0, 1}, {integers({1, -2, 3})}).text() == "-2 4");
    CHECK(sum.result().as<std::int64_t>() != nullptr);
    Run count("count");
    CHECK(count.add({1, 0, 1}, {integers({1, -2, 3})}).text() == "1 2");
    CHECK(count.result().as<std::int64_t>() != nullptr);
    CHECK(Run("avg").add({1, 0, 1}, {integers({1, -2, 4})}).text() == "-2.0 2.5");
    CHECK(Run("avg").add({integers({1, 2})}).add({Column(List{3.5, null})}).text() == "2.1666666666666665");
}

TEST_CASE("ids that are none are not counted") {
    CHECK(Run("count").add({vertices({3, none, 3})}).text() == "2");
    CHECK(Run("count").add({0, 1, 1}, {vertices({3, none, 3})}).text() == "1 1");
    CHECK(Run("count").add({Column(std::vector{Truth::True, Truth::Unknown, Truth::False})}).text() == "2");
    CHECK(Run("count").add({Column::repeat(null, 5)}).add({Column::repeat(1, 4)}).text() == "4");
}

TEST_CASE("a row may count more than once") {
    const std::vector<std::string> two{"a", "b"};
    CHECK(Run("count", false, two).add({integers({2, 3}), integers({5, 7})}).text() == "31");
    CHECK(Run("count", false, two).add({1, 0}, {integers({2, 3}), Column(List{5, 7})}).text() == "21 10");
    CHECK(Run("count", false, {"a"}).add({Column::repeat(6, 2)}).text() == "12");
    CHECK(Run("count", false, two).add({integers({INT64_MAX}), integers({2})}).text() ==
          "ArithmeticError/IntegerOverflow");
    CHECK(Run("count", false, {"a"}).add({integers({INT64_MAX, 1})}).text() ==
          "ArithmeticError/IntegerOverflow");
}

TEST_CASE("extremes across kinds") {
    CHECK(aggregate("max", {1, "a", 2.5, List{1}}) == "2.5");
    CHECK(aggregate("min", {1, "a", 2.5, List{1}}) == "[1]");
}

TEST_CASE("extremes of integers and of texts") {
    Run least("min"), greatest("max");
    CHECK(least.add({integers({3, -1, 2})}).text() == "-1");
    CHECK(least.result().as<std::int64_t>() != nullptr);
    CHECK(greatest.add({0, 1, 0}, {integers({3, -1, 7})}).text() == "7 -1");
    CHECK(Run("max").add({0, 1}, {integers({3, 4})}).add({0, 2}, {Column(List{3.5, null})}).text() ==
          "3.5 4 null");

    StringPool pool, other;
    const Column words = texts(pool, {"pear", nullptr, "apple", "fig"});
    Run text("min");
    CHECK(text.add({words}).text() == "'apple'");
    CHECK(text.result().as<Texts>() != nullptr);
    CHECK(Run("max").add({0, 1, 1, 0}, {words}).text() == "'pear' 'apple'");
    CHECK(Run("max").add({Column::repeat(null, 2)}).add({words}).text() == "'pear'");
    CHECK(Run("max").add({words}).add({texts(other, {"plum"})}).text() == "'plum'");
    CHECK(Run("max").add({0, 0, 0, 0}, {words}).add({0, 1}, {Column(List{1, 2})}).text() == "1 2");
}

TEST_CASE("lists keep the order of their rows") {
    Run run("collect");
    run.add({0, 1, 0}, {vertices({5, 6, none})});
    run.add({2, 0, 1}, {vertices({7, 8, 9})});
    run.add({2, 0}, {Column(List{"a", null})});
    CHECK(run.text() == "[(5), (8)] [(6), (9)] [(7), 'a']");
    CHECK(Run("collect").add({integers({1, 2})}).add({Column::repeat("x", 2)}).text() == "[1, 2, 'x', 'x']");
}

TEST_CASE("distinct counts equivalent values once") {
    CHECK(aggregate("count", {1, 1.0, "1", null, null}, true) == "2");
    CHECK(aggregate("count", {0.0, -0.0, 0, std::nan(""), -std::nan("")}, true) == "2");
    CHECK(aggregate("collect", {2, 1, 2}, true) == "[2, 1]");
    CHECK(aggregate("SUM", {2, 2, 3}, true) == "5");
    CHECK(Run("count", true).add({integers({1, 2, 1})}).add({Column(List{1.0, 2.5, null})}).text() == "3");
}

TEST_CASE("distinct is of each group") {
    Run run("count", true);
    run.add({0, 1, 0, 0}, {vertices({5, 5, 5, none})});
    run.add({1, 1, 2, 0}, {vertices({5, 6, 5, 7})});
    CHECK(run.text() == "2 2 1");
    CHECK(Run("sum", true).add({0, 1, 0}, {integers({4, 4, 4})}).add({1, 1}, {integers({4, 5})}).text() ==
          "4 9");
    StringPool pool;
    CHECK(Run("count", true)
              .add({texts(pool, {"a", "b", "a", nullptr})})
              .add({Column(List{"b", "c"})})
              .text() == "3");
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
    CHECK(Run("percentileDisc").add({1, 0, 1}, {integers({1, 2, 3}), Column::repeat(1, 3)}).text() == "2 3");
}

TEST_CASE("aggregates are known by name") {
    CHECK(is_aggregate("COUNT"));
    CHECK(is_aggregate("percentiledisc"));
    CHECK_FALSE(is_aggregate("size"));
    CHECK_FALSE(is_aggregate("nothing"));
}
