#include "graphs/indexes/ordered_values.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "graphs/graph/property_graph.hpp"

using namespace hearsay::graphs;

namespace {

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

// Walks all vertices with the label in steps of `most` and compares with sorting them.
void check_order(const PropertyGraph& graph, LabelId label, KeyId key, bool descending, std::size_t most) {
    const auto all = graph.vertices(label);
    std::vector<VertexId> expected(all.begin(), all.end());
    std::stable_sort(expected.begin(), expected.end(), [&](VertexId a, VertexId b) {
        const int by_value = order(graph.property(a, key), graph.property(b, key));
        return descending ? by_value > 0 : by_value < 0;
    });
    std::vector<VertexId> walked;
    OrderedValues::Walk walk = graph.in_order(label, key, descending, no_progress);
    while (const std::size_t given = walk.give(most, walked, no_progress)) REQUIRE(given <= most);
    REQUIRE(walked == expected);
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
            check_order(graph, label, key, maker.number(2) == 0, 1 + maker.number(300));
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

TEST_CASE("vertices are walked in order, many with one value and some with none", "[graph]") {
    PropertyGraph graph;
    const LabelId label = graph.label("L");
    const KeyId key = graph.key("k");
    std::vector<VertexId> none;
    CHECK(graph.in_order(LabelId::none(), key, true, no_progress).give(1, none, no_progress) == 0);
    for (int i = 0; i < 5000; ++i) {
        Properties properties;
        if (i % 7 != 0) properties.emplace_back(key, Value(i % 3 == 0 ? 1 : i % 1000));
        graph.add_vertex(std::vector<LabelId>{label}, std::move(properties));
    }
    for (const bool descending : {false, true}) {
        for (const std::size_t most : {1, 10, 1024, 10'000}) check_order(graph, label, key, descending, most);
    }
    for (std::uint32_t i = 0; i < 5000; i += 11)
        graph.set_property(VertexId{i}, key, Value(i % 2 == 0 ? 1 : 7));
    for (const bool descending : {false, true}) check_order(graph, label, key, descending, 100);
    check_order(graph, label, KeyId::none(), true, 100);
}

TEST_CASE("texts that begin alike are a range", "[graph]") {
    const auto lies_in = [](const Value& value, std::string_view prefix) {
        return texts_with_prefix(prefix).contains(value);
    };
    for (const std::string prefix : {"", "a", "ab", "\xC3\xA9", "a\xFF", "\xFF\xFF", "z\x7F"}) {
        for (const std::string text : {"", "a", "ab", "abc", "ac", "b", "\xC3\xA9t", "\xC3\xAA", "a\xFF",
                                       "a\xFFz", "\xFF\xFF\xFF", "z\x7F!", "z\x80"}) {
            INFO(prefix << " before " << text);
            CHECK(lies_in(Value(text), prefix) == text.starts_with(prefix));
        }
        CHECK_FALSE(lies_in(Value(1), prefix));
        CHECK_FALSE(lies_in(Value(), prefix));
        CHECK_FALSE(lies_in(Value(List{Value("ab")}), prefix));
    }
}

TEST_CASE("progress can end the building of every index", "[graph]") {
    PropertyGraph graph;
    const LabelId label = graph.label("L");
    const KeyId key = graph.key("k");
    for (int i = 0; i < 3000; ++i)
        graph.add_vertex(std::vector<LabelId>{label}, {{key, Value(std::to_string(i))}});
    const Progress stop = [](std::size_t) { throw std::length_error("stop"); };
    std::vector<VertexId> walked;
    for (int i = 0; i < 2; ++i) {
        CHECK_THROWS_AS(graph.find(label, key, Value("7"), stop), std::length_error);
        CHECK_FALSE(graph.distinct_values(label, key));
        CHECK_THROWS_AS(graph.in_order(label, key, false, stop), std::length_error);
        CHECK_THROWS_AS(graph.find_text(label, key, TextPredicate::Contains, "7", stop), std::length_error);
    }
    CHECK(graph.find(label, key, Value("7")).size() == 1);
    CHECK(graph.find(label, key, Value("7"), stop).size() == 1);  // it is there
    auto walk = graph.in_order(label, key, false, no_progress);
    CHECK_THROWS_AS(walk.give(1000, walked, stop), std::length_error);
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
    CHECK(graph.find_text(label, key, TextPredicate::Contains, "x", no_progress).size() == 10);
}
