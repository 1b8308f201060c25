#include "graphs/ordered_values.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "graphs/property_graph.hpp"

using namespace hearsay::graphs;

namespace {

const Progress no_progress = [](std::size_t) {};

class Maker {
  public:
    explicit Maker(unsigned seed) : random_(seed) {}
    std::size_t number(std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
    }
    // Of one kind mostly, of any kind at times.
    Value value() {
        const auto small = static_cast<std::int64_t>(number(20));
        switch (number(30)) {
            case 0:
                return {};
            case 1:
                return Value(static_cast<double>(small) / 2);
            case 2:
                return Value(std::numeric_limits<double>::quiet_NaN());
            case 3:
                return Value(std::string(1 + number(2), static_cast<char>('a' + number(3))));
            case 4:
                return Value(number(2) == 0);
            case 5:
                return Value(Date{small});
            case 6:
                return Value(Time{small * 3'600'000'000'000, static_cast<std::int32_t>(3600 * number(3))});
            case 7:
                return Value(Duration{0, small, 0, 0});
            case 8:
                return Value(List{Value(small), number(2) == 0 ? Value() : Value(1)});
            default:
                return Value(small);
        }
    }
    ValueRange range() {
        ValueRange range;
        if (number(3) > 0) range.low = ValueRange::Bound{value(), number(2) == 0};
        if (!range.low || number(2) == 0) range.high = ValueRange::Bound{value(), number(2) == 0};
        return range;
    }

  private:
    std::mt19937 random_;
};

// As the operators < <= > >= have it.
bool lies_in(const Value& value, const ValueRange& range) {
    const auto is = [](const Value& compared, int side, bool included) {
        if (compared.is_null()) return false;
        return compared.integer() == side || (included && compared.integer() == 0);
    };
    if (range.low && !is(compare(value, range.low->value), 1, range.low->included)) return false;
    return !range.high || is(compare(value, range.high->value), -1, range.high->included);
}

}  // namespace

// Everything that can happen to a vertex, with an index and without one.
TEST_CASE("vertices between two values are found as they are now", "[graph]") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        Maker maker(seed);
        PropertyGraph graph;
        const LabelId label = graph.label("L"), other = graph.label("M");
        const KeyId key = graph.key("k");
        const std::vector<LabelId> labels{label};
        const auto add = [&] { graph.add_vertex(labels, {{key, maker.value()}}); };
        for (int i = 0; i < 2000; ++i) add();
        if (seed % 3 != 0) graph.add_index({"numbers", IndexKind::Range, "L", "k"}, no_progress);
        graph.accept();
        CHECK(graph.estimate_between(label, key, {}).has_value() == (seed % 3 != 0));
        const auto check = [&] {
            const ValueRange range = maker.range();
            std::vector<VertexId> expected;
            for (const VertexId v : graph.vertices(label)) {
                if (lies_in(graph.property(v, key), range)) expected.push_back(v);
            }
            INFO(seed);
            REQUIRE(graph.find_between(label, key, range, no_progress) == expected);
        };
        for (int i = 0; i < 50; ++i) check();
        for (int round = 0; round < 40; ++round) {
            for (std::size_t n = maker.number(100); n > 0; --n) {
                const VertexId v{static_cast<std::uint32_t>(maker.number(graph.vertex_capacity()))};
                if (!graph.alive(v)) continue;
                switch (maker.number(6)) {
                    case 0:
                        graph.remove(v);
                        break;
                    case 1:
                        graph.remove_label(v, label);
                        break;
                    case 2:
                        graph.add_label(v, maker.number(2) == 0 ? label : other);
                        break;
                    case 3:
                        add();
                        break;
                    default:
                        graph.set_property(v, key, maker.value());
                }
            }
            for (int i = 0; i < 5; ++i) check();
            if (maker.number(2) == 0)
                graph.accept();
            else
                graph.take_back();
            for (int i = 0; i < 5; ++i) check();
        }
    }
}

TEST_CASE("an index counts what lies in a range", "[graph]") {
    PropertyGraph graph;
    const LabelId label = graph.label("L");
    const KeyId key = graph.key("k");
    for (int i = 0; i < 1000; ++i) graph.add_vertex(std::vector<LabelId>{label}, {{key, Value(i)}});
    const auto between = [&](int low, int high) {
        return ValueRange{ValueRange::Bound{Value(low), true}, ValueRange::Bound{Value(high), false}};
    };
    CHECK(graph.find_between(label, key, between(10, 20), no_progress).size() == 10);
    CHECK_FALSE(graph.estimate_between(label, key, between(10, 20)));
    graph.add_index({"numbers", IndexKind::Range, "L", "k"}, no_progress);
    CHECK(graph.estimate_between(label, key, between(0, 1000)) == 1000);
    CHECK(*graph.estimate_between(label, key, between(10, 20)) <= 11);
    CHECK(graph.find_between(label, key, between(10, 20), no_progress).size() == 10);
    CHECK(graph.find_between(label, key, between(20, 10), no_progress).empty());
    graph.remove_index("numbers");
    CHECK_FALSE(graph.estimate_between(label, key, between(10, 20)));
}

TEST_CASE("the indexes that were asked for are taken back with all else", "[graph]") {
    PropertyGraph graph;
    const IndexDefinition names{"names", IndexKind::Range, "L", "name"},
        words{"a", IndexKind::Text, "L", "name"};
    graph.add_index(names, no_progress);
    CHECK(graph.changes().indexes);
    graph.accept();
    CHECK(graph.changes().empty());
    const auto version = graph.version();
    graph.add_index(words, no_progress);
    CHECK(graph.version() != version);
    CHECK(graph.indexes()[0] == words);
    CHECK(graph.find_index("names")->key == "name");
    CHECK(graph.find_index(IndexKind::Text, "L", "name")->name == "a");
    CHECK(graph.find_index(IndexKind::Text, "M", "name") == nullptr);
    graph.remove_index("names");
    graph.take_back();
    REQUIRE(graph.indexes().size() == 1);
    CHECK(graph.indexes()[0] == names);
    CHECK(graph.changes().empty());

    // What stops the building of an index leaves none.
    const LabelId label = graph.label("L");
    const KeyId key = graph.key("name");
    for (int i = 0; i < 10; ++i) graph.add_vertex(std::vector<LabelId>{label}, {{key, Value("x")}});
    const Progress stop = [](std::size_t) { throw std::length_error("stop"); };
    CHECK_THROWS_AS(graph.add_index(words, stop), std::length_error);
    CHECK(graph.indexes().size() == 1);
    CHECK_FALSE(graph.indexes_texts(label, key));
    graph.add_index(words, no_progress);
    CHECK(graph.indexes_texts(label, key));
    CHECK(graph.find_text(label, key, TextTest::Contains, "x", no_progress).size() == 10);
}
