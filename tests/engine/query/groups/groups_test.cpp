#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <random>

#include "../evaluate_text.hpp"
#include "engine/query/groups/group_table.hpp"
#include "engine/query/groups/seen_rows.hpp"
#include "engine/query/running/flat_table.hpp"

using namespace hearsay::engine;
using namespace hearsay::graphs;

namespace {

using Numbers = std::vector<std::uint32_t>;

struct Running {
    PropertyGraph graph;
    Parameters parameters;
    QueryContext context{graph, parameters, ""};
};

// A table and the groups that it gave.
struct Grouping : Running {
    GroupTable table;
    std::size_t columns = 0;

    Numbers number(const std::vector<Column>& keys) {
        columns = keys.size();
        Numbers groups;
        table.number(keys, keys.at(0).size(), groups, context);
        return groups;
    }
    // The keys of all groups: "1 'a' | 2 'b'".
    std::string keys() const {
        std::string text;
        for (std::size_t group = 0; group < table.size(); ++group) {
            text += group == 0 ? "" : " |";
            for (std::size_t i = 0; i < columns; ++i) {
                const Column key = table.keys(i, group, group + 1);
                text += (group == 0 && i == 0 ? "" : " ") + test::text_of(key.at(0));
            }
        }
        return text;
    }
};

template <class Id>
Column ids(const std::vector<std::uint32_t>& numbers) {
    std::vector<Id> all;
    for (const std::uint32_t number : numbers) all.push_back(Id{number});
    return Column(std::move(all));
}
Column vertices(const std::vector<std::uint32_t>& numbers) {
    return ids<VertexId>(numbers);
}
constexpr std::uint32_t none = VertexId::none().value;

Column integers(std::vector<std::int64_t> values) {
    return Column(std::move(values));
}
Column values(List list) {
    return Column(std::move(list));
}
Column texts(StringPool& pool, const std::vector<const char*>& all) {
    Texts column{&pool, {}};
    for (const char* text : all)
        column.ids.push_back(text ? pool.intern(std::string_view(text)) : StringId::none());
    return Column(std::move(column));
}

const Value null;

}  // namespace

TEST_CASE("a flat table numbers keys as they come") {
    Running running;
    FlatTable table;
    std::vector<std::uint64_t> keys;
    const auto number_of = [&](std::uint32_t hash, std::uint64_t key) {
        if (table.full()) table.grow(running.context);
        const std::uint32_t number = table.find_or_add(hash, [&](std::uint32_t i) { return keys[i] == key; });
        if (number == keys.size()) keys.push_back(key);
        return number;
    };
    SECTION("equal hashes are different keys") {
        for (std::uint64_t key = 0; key < 1000; ++key) REQUIRE(number_of(7, key) == key);
        for (std::uint64_t key = 0; key < 1000; ++key) REQUIRE(number_of(7, key) == key);
    }
    SECTION("the last places run over into the first") {
        for (std::uint64_t key = 0; key < 1000; ++key) REQUIRE(number_of(0xFFFFFFFF, key) == key);
        for (std::uint64_t key = 0; key < 1000; ++key) REQUIRE(number_of(0xFFFFFFFF, key) == key);
        CHECK(number_of(0, 2000) == 1000);
        CHECK(number_of(0, 2000) == 1000);
    }
    SECTION("it grows") {
        for (std::uint64_t key = 0; key < 300'000; ++key)
            REQUIRE(number_of(static_cast<std::uint32_t>(mix(key, 1)), key) == key);
        for (std::uint64_t key = 300'000; key-- > 0;)
            REQUIRE(number_of(static_cast<std::uint32_t>(mix(key, 1)), key) == key);
        CHECK(table.size() == 300'000);
    }
}

TEST_CASE("groups are numbered in order of first appearance") {
    Grouping g;
    CHECK(g.number({vertices({5, 3, 5, none, 3})}) == Numbers{0, 1, 0, 2, 1});
    CHECK(g.number({vertices({none, 9, 5})}) == Numbers{2, 3, 0});
    CHECK(g.keys() == "(5) | (3) | null | (9)");
    CHECK(g.table.keys(0, 1, 3).as<VertexId>() != nullptr);
    g.table.clear();
    CHECK(g.table.size() == 0);
    CHECK(g.number({integers({5})}) == Numbers{0});
}

TEST_CASE("keys of several kinds are packed together") {
    Grouping g;
    StringPool pool;
    const Column truths(std::vector{Truth::True, Truth::Unknown, Truth::True});
    CHECK(g.number({vertices({1, 1, 1}), ids<EdgeId>({2, 2, none}), texts(pool, {"a", nullptr, "a"}), truths,
                    integers({-1, 4, -1})}) == Numbers{0, 1, 2});
    CHECK(g.number({Column::repeat(VertexId{1}, 2), ids<EdgeId>({2, 2}), Column::repeat("a", 2),
                    Column::repeat(true, 2), integers({-1, 4})}) == Numbers{0, 3});
    CHECK(g.keys() ==
          "(1) [2] 'a' true -1 | (1) [2] null null 4 | (1) null 'a' true -1 | (1) [2] 'a' true 4");
    CHECK(g.table.keys(2, 0, 4).as<Texts>() != nullptr);
}

TEST_CASE("integers of any size are told apart") {
    Grouping g;
    CHECK(g.number({integers({INT64_MIN, INT64_MAX, 0, -1, INT64_MIN, -1})}) == Numbers{0, 1, 2, 3, 0, 3});
    CHECK(g.number({integers({0xFFFFFFFF, 0x100000000, -1})}) == Numbers{4, 5, 3});
    CHECK(g.keys() == "-9223372036854775808 | 9223372036854775807 | 0 | -1 | 4294967295 | 4294967296");
}

TEST_CASE("typed keys that go over to values keep their groups") {
    Grouping g;
    SECTION("integers and the Floats that equal them") {
        CHECK(g.number({integers({1, 2, 1})}) == Numbers{0, 1, 0});
        CHECK(g.number({values({2.0, 1.5, 1, null, std::nan("")})}) == Numbers{1, 2, 0, 3, 4});
        CHECK(g.number({integers({3, 1})}) == Numbers{5, 0});
        CHECK(g.number({values({-std::nan(""), 3.0})}) == Numbers{4, 5});
        CHECK(g.keys() == "1 | 2 | 1.5 | null | NaN | 3");
    }
    SECTION("the two zeros are one") {
        CHECK(g.number({values({-0.0, 0.0, 0})}) == Numbers{0, 0, 0});
        CHECK(g.number({integers({0, 1})}) == Numbers{0, 1});
        CHECK(g.keys() == "-0.0 | 1");
    }
    SECTION("texts of one pool, of another, and of none") {
        StringPool pool, other;
        CHECK(g.number({texts(pool, {"a", "b", nullptr})}) == Numbers{0, 1, 2});
        CHECK(g.number({values({"b", null, "a"})}) == Numbers{1, 2, 0});
        CHECK(g.number({texts(other, {"z", "b", nullptr})}) == Numbers{3, 1, 2});
        CHECK(g.number({values({"c", null})}) == Numbers{4, 2});
        CHECK(g.keys() == "'a' | 'b' | null | 'z' | 'c'");
    }
    SECTION("integers with nulls stay packed") {
        CHECK(g.number({integers({1, 2})}) == Numbers{0, 1});
        CHECK(g.number({values({null, 2, 0})}) == Numbers{2, 1, 3});
        CHECK(g.number({integers({0, 1})}) == Numbers{3, 0});
        CHECK(g.keys() == "1 | 2 | null | 0");
    }
    SECTION("dates, the same as values, and with nulls or integers among them") {
        CHECK(g.number({Column(Dates{{5, -1, 5}})}) == Numbers{0, 1, 0});
        CHECK(g.table.keys(0, 0, 2).as<Dates>() != nullptr);
        CHECK(g.number({values({Date{-1}, Date{7}})}) == Numbers{1, 2});
        CHECK(g.number({values({null, Date{5}})}) == Numbers{3, 0});
        CHECK(g.number({integers({5, 7})}) == Numbers{4, 5});
        CHECK(g.number({Column(Dates{{7, 8}})}) == Numbers{2, 6});
        CHECK(g.number({values({"text"})}) == Numbers{7});
        CHECK(g.number({Column(Dates{{8, -1}})}) == Numbers{6, 1});
    }
    SECTION("the same bits of different kinds") {
        CHECK(g.number({values({1, VertexId{1}, EdgeId{1}, true, Date{1}, LocalTime{1}, null})}) ==
              Numbers{0, 1, 2, 3, 4, 5, 6});
        CHECK(g.number({vertices({1, none})}) == Numbers{1, 6});
        CHECK(g.number({Column(std::vector{Truth::Unknown, Truth::True, Truth::False})}) == Numbers{6, 3, 7});
        CHECK(g.number({values({"1", 1.0, VertexId{1}, Date{1}})}) == Numbers{8, 0, 1, 4});
    }
    SECTION("a value that all rows share") {
        CHECK(g.number({Column::repeat("k", 3)}) == Numbers{0, 0, 0});
        CHECK(g.number({Column::repeat("k", 1)}) == Numbers{0});
        CHECK(g.number({Column::repeat("l", 2)}) == Numbers{1, 1});
        CHECK(g.keys() == "'k' | 'l'");
    }
    SECTION("a shared value, then ids") {
        CHECK(g.number({Column::repeat(null, 3)}) == Numbers{0, 0, 0});
        CHECK(g.number({vertices({4, none})}) == Numbers{1, 0});
        CHECK(g.table.keys(0, 0, 2).as<VertexId>() != nullptr);
        CHECK(g.number({Column::repeat(VertexId{4}, 2)}) == Numbers{1, 1});
    }
    SECTION("a shared Integer, then Floats") {
        CHECK(g.number({Column::repeat(1, 2), vertices({1, 2})}) == Numbers{0, 1});
        CHECK(g.number({Column::repeat(1.0, 2), vertices({1, 2})}) == Numbers{0, 1});
        CHECK(g.number({Column::repeat(2, 2), vertices({1, 2})}) == Numbers{2, 3});
        CHECK(g.keys() == "1 (1) | 1 (2) | 2 (1) | 2 (2)");
    }
}

TEST_CASE("lists and maps are keys too") {
    Grouping g;
    CHECK(g.number({values({List{1, null}, List{1.0, null}, List{}, Map{{"a", 1}}, Map{{"a", 1.0}}})}) ==
          Numbers{0, 0, 1, 2, 2});
    CHECK(g.number({Column::repeat(List{1, null}, 2)}) == Numbers{0, 0});
}

TEST_CASE("many groups, whatever their keys look like") {
    std::mt19937_64 random(3);
    const auto key_of = GENERATE(0, 1, 2, 3);
    CAPTURE(key_of);
    Grouping g;
    std::map<std::int64_t, std::uint32_t> expected;
    for (int batch = 0; batch < 120; ++batch) {
        std::vector<std::int64_t> keys;
        for (int row = 0; row < 1500; ++row) {
            const auto some = static_cast<std::int64_t>(random() % 60'000);
            if (key_of == 0) keys.push_back(some);                             // dense, in no order
            if (key_of == 1) keys.push_back(some * 1'000'003);                 // sparse
            if (key_of == 2) keys.push_back(batch * 700 + row / 2);            // ascending
            if (key_of == 3) keys.push_back(batch < 60 ? some : -some << 40);  // dense, then sparse
        }
        Numbers wanted;
        for (const std::int64_t key : keys)
            wanted.push_back(
                expected.emplace(key, static_cast<std::uint32_t>(expected.size())).first->second);
        const bool as_values = batch > 100 && batch % 2 == 0;
        List boxed(keys.begin(), keys.end());
        if (as_values) boxed.back() = static_cast<double>(keys.back());
        REQUIRE(g.number({as_values ? values(std::move(boxed)) : integers(keys)}) == wanted);
    }
    CHECK(g.table.size() == expected.size());
}

TEST_CASE("many groups of two and of three words") {
    std::mt19937_64 random(5);
    const bool three = GENERATE(false, true);
    Grouping g;
    std::map<std::vector<std::int64_t>, std::uint32_t> expected;
    for (int batch = 0; batch < 100; ++batch) {
        std::vector<std::int64_t> a, b;
        std::vector<std::uint32_t> c;
        Numbers wanted;
        for (int row = 0; row < 1000; ++row) {
            a.push_back(static_cast<std::int64_t>(random() % 300) - 150);
            b.push_back(static_cast<std::int64_t>(random() % 300) << 33);
            c.push_back(static_cast<std::uint32_t>(random() % 2));
            std::vector<std::int64_t> key{a.back(), b.back()};
            if (three) key.push_back(c.back());
            wanted.push_back(
                expected.emplace(key, static_cast<std::uint32_t>(expected.size())).first->second);
        }
        std::vector<Column> keys{integers(a), integers(b)};
        if (three) keys.push_back(vertices(c));
        REQUIRE(g.number(keys) == wanted);
    }
}

TEST_CASE("pairs that come in runs") {
    std::mt19937 random(7);
    const auto [outer_first, again, far] = GENERATE(table<bool, bool, bool>(
        {{true, false, false}, {false, false, false}, {true, true, false}, {false, true, true}}));
    CAPTURE(outer_first, again, far);
    Grouping g;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> expected;
    std::uint32_t row = 0;
    for (int batch = 0; batch < 40; ++batch) {
        std::vector<std::uint32_t> outer, inner;
        Numbers wanted;
        for (int i = 0; i < 1000; ++i, ++row) {
            // Runs of 150 rows across the batches; with `again` the first ids come a second time.
            const std::uint32_t run = row / 150;
            outer.push_back(run == 0 ? none : again && batch >= 20 ? run - 100 : run);
            inner.push_back(random() % 100 == 0 ? none : random() % 80);
            if (far && batch == 30) inner.back() = 0xF0000000;
            wanted.push_back(
                expected.emplace(std::pair(outer.back(), inner.back()), expected.size()).first->second);
        }
        const Column a = vertices(outer), b = vertices(inner);
        REQUIRE(g.number({outer_first ? a : b, outer_first ? b : a}) == wanted);
    }
    CHECK(g.table.size() == expected.size());
}

TEST_CASE("rows that came before are passed over") {
    Running running;
    SeenRows seen;
    CHECK(seen.pick_new({vertices({4, 4, 5, none, 4, none})}, 6, running.context) == Numbers{0, 2, 3});
    CHECK(seen.pick_new({vertices({5, none, 6, 6})}, 4, running.context) == Numbers{2});
    CHECK(seen.pick_new({values({VertexId{6}, 1, 1.0, null})}, 4, running.context) == Numbers{1});
    CHECK(seen.pick_new({vertices({4, 5, 6, none, 7, 5000, 7})}, 7, running.context) == Numbers{4, 5});
    seen.clear();
    for (std::uint32_t first = 0; first < 100'000; first += 1000) {
        std::vector<std::uint32_t> some(1000);
        for (std::uint32_t i = 0; i < 1000; ++i) some[i] = (first + i) * 3 % 100'001;
        REQUIRE(seen.pick_new({vertices(some)}, 1000, running.context).size() == 1000);
    }
    CHECK(seen.pick_new({vertices({99'998, 0, 100'000})}, 3, running.context).size() == 1);
    CHECK(seen.pick_new({values({2.5, VertexId{99'999}, VertexId{100'000}})}, 3, running.context) ==
          Numbers{0});
    seen.clear();
    CHECK(seen.pick_new({Column::repeat("a", 4)}, 4, running.context) == Numbers{0});
}

TEST_CASE("a table of millions of groups asks for its memory") {
    PropertyGraph graph;
    const Parameters parameters;
    Limits limits;
    limits.memory = 1 << 20;
    QueryContext context{graph, parameters, "", nullptr, nullptr, Allowance(limits)};
    GroupTable table;
    Numbers groups;
    const auto fill = [&] {
        for (std::int64_t batch = 0; batch < 1000; ++batch) {
            std::vector<std::int64_t> keys(2048);
            for (std::size_t row = 0; row < keys.size(); ++row)
                keys[row] = (batch * 2048 + static_cast<std::int64_t>(row)) << 20;
            table.number({integers(std::move(keys))}, 2048, groups, context);
        }
    };
    CHECK_THROWS_AS(fill(), QueryError);
}
