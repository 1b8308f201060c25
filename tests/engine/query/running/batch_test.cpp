// Columns of every kind: what they hold, null, picked, joined and copied.
#include "engine/query/running/batch.hpp"

#include <catch2/catch.hpp>

#include "engine/query/operators/operator.hpp"
#include "graphs/columns/column.hpp"
#include "graphs/graph/property_graph.hpp"

using namespace hearsay::engine;
using namespace hearsay::graphs;

namespace {

List values_of(const hearsay::engine::Column& column) {
    List values;
    for (std::size_t row = 0; row < column.size(); ++row) values.push_back(column.at(row));
    return values;
}

bool same(const List& a, const List& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), Equivalent{});
}

using hearsay::engine::Column;

struct Kinds {
    StringPool pool;
    StringId heron = pool.intern(std::string_view("heron")), gull = pool.intern(std::string_view("gull"));
    // A column of three rows of each kind, with what it holds.
    std::vector<std::pair<Column, List>> all{
        {Column(List{1, "two", nullptr}), {1, "two", nullptr}},
        {Column(std::vector{VertexId{4}, VertexId::none(), VertexId{7}}),
         {VertexId{4}, nullptr, VertexId{7}}},
        {Column(std::vector{EdgeId{1}, EdgeId{2}, EdgeId::none()}), {EdgeId{1}, EdgeId{2}, nullptr}},
        {Column(std::vector<std::int64_t>{-1, 0, 90}), {-1, 0, 90}},
        {Column(Texts{&pool, {heron, StringId::none(), gull}}), {"heron", nullptr, "gull"}},
        {Column(std::vector{Truth::True, Truth::Unknown, Truth::False}), {true, nullptr, false}},
        {Column::repeat("tide", 3), {"tide", "tide", "tide"}},
        {Column(Dates{{0, -1, 20'000}}), {Date{0}, Date{-1}, Date{20'000}}},
    };
};

}  // namespace

TEST_CASE_METHOD(Kinds, "a column of any kind gives its values, and tells which are null") {
    for (const auto& [column, values] : all) {
        CHECK(column.size() == 3);
        CHECK(same(values_of(column), values));
        for (std::size_t row = 0; row < 3; ++row) CHECK(column.is_null(row) == values[row].is_null());
    }
    CHECK(Column().size() == 0);
}

TEST_CASE_METHOD(Kinds, "a typed column gives its content, and no other") {
    CHECK(*all[3].first.as<std::int64_t>() == std::vector<std::int64_t>{-1, 0, 90});
    CHECK(all[4].first.as<Texts>()->ids[0] == heron);
    CHECK(all[5].first.as<Truth>()->at(1) == Truth::Unknown);
    CHECK(all[1].first.as<VertexId>()->at(2) == VertexId{7});
    CHECK(all[0].first.as<Value>()->size() == 3);
    CHECK(all[0].first.as<std::int64_t>() == nullptr);
    CHECK(all[3].first.as<Texts>() == nullptr);
    CHECK(all[7].first.as<Dates>()->days[2] == 20'000);
    CHECK(all[3].first.as<Dates>() == nullptr);
    CHECK(all[7].first.as<std::int64_t>() == nullptr);
    CHECK(all[6].first.as<Value>() == nullptr);
    CHECK(all[6].first.repeated()->string() == "tide");
    CHECK(all[3].first.repeated() == nullptr);
}

TEST_CASE_METHOD(Kinds, "picked rows are of the same kind, in the order asked for") {
    for (const auto& [column, values] : all) {
        const Column picked = column.pick({2, 0, 0});
        CHECK(same(values_of(picked), {values[2], values[0], values[0]}));
        CHECK((picked.as<std::int64_t>() != nullptr) == (column.as<std::int64_t>() != nullptr));
        CHECK((picked.as<Texts>() != nullptr) == (column.as<Texts>() != nullptr));
        CHECK((picked.repeated() != nullptr) == (column.repeated() != nullptr));
        CHECK(column.pick({}).size() == 0);
    }
}

TEST_CASE_METHOD(Kinds, "columns of any two kinds are joined, and a copy does not notice") {
    for (const auto& [first, values] : all) {
        for (const auto& [second, more] : all) {
            Column joined = first;
            joined.append(second);
            List both = values;
            both.insert(both.end(), more.begin(), more.end());
            CHECK(same(values_of(joined), both));
            CHECK(same(values_of(first), values));
            joined.append(joined);
            CHECK(joined.size() == 12);
            CHECK(joined.at(11).is_null() == more[2].is_null());
        }
    }
    Column numbers = all[3].first;
    numbers.append(all[3].first);
    CHECK(numbers.as<std::int64_t>()->size() == 6);
    Column none;
    none.append(all[4].first);
    CHECK(none.as<Texts>() != nullptr);
    none.append(Column());
    CHECK(none.as<Texts>()->size() == 3);
}

TEST_CASE_METHOD(Kinds, "texts of two pools are joined as values") {
    StringPool other;
    const StringId tern = other.intern(std::string_view("tern"));
    Column joined = all[4].first;
    joined.append(Column(Texts{&other, {tern}}));
    CHECK(joined.as<Texts>() == nullptr);
    CHECK(same(values_of(joined), {"heron", nullptr, "gull", "tern"}));
}

TEST_CASE_METHOD(Kinds, "batches are joined column by column") {
    Batch to, from{3, {}};
    for (const auto& [column, values] : all) from.columns.push_back(column);
    append_rows(to, from);
    append_rows(to, from);
    CHECK(to.rows == 6);
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(to.columns[i].size() == 6);
        CHECK(from.columns[i].size() == 3);
        CHECK(equivalent(to.columns[i].at(3), all[i].second[0]));
    }
}

TEST_CASE("a graph shows its columns of properties") {
    PropertyGraph graph;
    const KeyId age = graph.key("age"), name = graph.key("name");
    const VertexId a = graph.add_vertex({}, {{age, 3}, {name, "Marl"}}), b = graph.add_vertex({}, {{age, 9}});
    const EdgeId edge = graph.add_edge(a, graph.type("KNOWS"), b, {{age, 1}});

    const auto* ages = graph.vertex_properties().find_column(age);
    REQUIRE(ages != nullptr);
    REQUIRE(ages->as<std::int64_t>() != nullptr);
    CHECK(ages->as<std::int64_t>()->at(b.value) == 9);
    const auto* names = graph.vertex_properties().find_column(name);
    CHECK(names->has(a.value));
    CHECK_FALSE(names->has(b.value));
    const StringPool& texts = graph.vertex_properties().strings();
    CHECK(texts.text(names->as<StringId>()->at(a.value)) == "Marl");
    CHECK(texts.find("Marl") == names->as<StringId>()->at(a.value));
    CHECK(texts.find("Tern").is_none());
    CHECK(graph.edge_properties().find_column(age)->as<std::int64_t>()->at(edge.value) == 1);
}
