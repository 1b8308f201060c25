// ORDER BY over columns of every kind, against a plain stable sort of values.
#include "engine/query/operators/sort_order.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "engine/query/statement/run_query.hpp"

using namespace hearsay::engine;
using namespace hearsay::graphs;
using hearsay::engine::Column;

namespace {

const Parameters no_parameters;

struct Fixture {
    PropertyGraph graph;
    QueryContext context{graph, no_parameters, ""};
    StringPool pool, other_pool;
    std::mt19937 random{3};

    // Few distinct values, so that many rows tie.
    Column column(int kind, std::size_t rows) {
        static const std::vector<std::string_view> names{"",  "a", "ab", "prefix-same-1", "prefix-same-2",
                                                         "ä", "b"};
        std::vector<std::int64_t> integers(rows);
        List values(rows);
        Texts texts{kind == 3 ? &other_pool : &pool, std::vector<StringId>(rows)};
        for (std::size_t row = 0; row < rows; ++row) {
            const auto draw = static_cast<std::int64_t>(random() % 7);
            integers[row] = draw < 2 ? (draw == 0 ? INT64_MIN : INT64_MAX) : draw - 4;
            values[row] = draw == 0  ? Value()
                          : draw < 3 ? Value(draw * 0.5)
                          : draw < 5 ? Value(draw)
                                     : Value("x");
            if (random() % 7)
                texts.ids[row] = (kind == 3 ? other_pool : pool).intern(names[random() % names.size()]);
        }
        switch (kind) {
            case 0:
                return Column(std::move(integers));
            case 1:
                return Column(std::move(values));
            case 4:
                return Column::repeat(nullptr, rows);
            case 5:
                return Column(Dates{std::move(integers)});
            default:
                return Column(std::move(texts));
        }
    }

    static int compare(const Batch& a, std::size_t i, const Batch& b, std::size_t j, const SortKeys& keys) {
        for (const SortKey& key : keys) {
            const int sign = order(a.columns[key.column].at(i), b.columns[key.column].at(j));
            if (sign != 0) return key.descending ? -sign : sign;
        }
        return 0;
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "rows are sorted stably by columns of every kind") {
    for (int first = 0; first < 6; ++first) {
        for (int second = 0; second < 6; ++second) {
            const std::size_t rows = 200;
            const Batch batch{rows, {column(first, rows), column(second, rows)}};
            const SortKeys keys{{0, random() % 2 == 0}, {1, random() % 2 == 0}};
            RowNumbers all(rows);
            std::iota(all.begin(), all.end(), 0U);
            RowNumbers wanted = all;
            std::stable_sort(wanted.begin(), wanted.end(), [&](std::uint32_t a, std::uint32_t b) {
                return compare(batch, a, batch, b, keys) < 0;
            });
            CHECK(sorted_rows(batch, keys, all, rows, context) == wanted);
            wanted.resize(17);
            CHECK(sorted_rows(batch, keys, all, 17, context) == wanted);
        }
    }
}

TEST_CASE_METHOD(Fixture, "long texts that begin alike are sorted too") {
    const std::size_t rows = 3000;
    Texts texts{&pool, std::vector<StringId>(rows)};
    for (StringId& id : texts.ids) {
        if (random() % 20 == 0) continue;
        std::string text;
        for (auto words = random() % 40; words > 0; --words) text += random() % 8 ? "harbour " : "\xC3\xA6g ";
        id = pool.intern(std::string_view(text));
    }
    const Batch batch{rows, {Column(texts), column(0, rows)}};
    RowNumbers all(rows);
    std::iota(all.begin(), all.end(), 0U);
    for (const bool descending : {false, true}) {
        const SortKeys keys{{0, descending}, {1, !descending}};
        RowNumbers wanted = all;
        std::stable_sort(wanted.begin(), wanted.end(), [&](std::uint32_t a, std::uint32_t b) {
            return compare(batch, a, batch, b, keys) < 0;
        });
        CHECK(sorted_rows(batch, keys, all, rows, context) == wanted);
        wanted.resize(1000);
        CHECK(sorted_rows(batch, keys, all, 1000, context) == wanted);
    }
}

TEST_CASE_METHOD(Fixture, "only rows that come before a bound can be among the first") {
    for (int kind = 0; kind < 6; ++kind) {
        for (int of_kept = 0; of_kept < 6; ++of_kept) {
            for (std::size_t key_count = 1; key_count < 3; ++key_count) {
                const Batch batch{100, {column(kind, 100), column(2, 100)}},
                    kept{9, {column(of_kept, 9), column(2, 9)}};
                SortKeys keys{{0, random() % 2 == 0}, {1, random() % 2 == 0}};
                keys.resize(key_count);
                for (std::size_t bound = 0; bound < 9; ++bound) {
                    RowNumbers wanted;
                    for (std::uint32_t row = 0; row < 100; ++row) {
                        if (compare(batch, row, kept, bound, keys) < 0) wanted.push_back(row);
                    }
                    CHECK(rows_before(batch, kept, bound, keys, context) == wanted);
                }
            }
        }
    }
}

TEST_CASE("the first rows of many are those of all rows sorted") {
    PropertyGraph graph;
    const LabelId buoy = graph.label("Buoy");
    const KeyId depth = graph.key("depth"), name = graph.key("name"), number = graph.key("number");
    std::mt19937 random(11);
    for (int i = 0; i < 9000; ++i) {
        const VertexId vertex =
            graph.add_vertex(std::span(&buoy, 1), {{depth, static_cast<int>(random() % 90)}});
        if (i % 11) graph.set_property(vertex, name, Value("buoy " + std::to_string(random() % 50)));
        graph.set_property(vertex, number, i);
    }
    graph.accept();
    for (const char* keys :
         {"depth, name DESC", "depth DESC", "name, depth", "name DESC", "depth % 7, name"}) {
        const std::string query =
            std::string(
                "MATCH (b:Buoy) WITH b.number AS number, b.depth AS depth, b.name AS name "
                "RETURN number, depth, name ORDER BY ") +
            keys;
        const auto all = run_query(graph, query);
        REQUIRE(all);
        REQUIRE(all->rows.size() == 9000);
        for (std::size_t i = 1; i < 9000; ++i) {  // ties in the order of the scan, which is by number
            const List &a = all->rows[i - 1], &b = all->rows[i];
            if (equivalent(a[1], b[1]) && equivalent(a[2], b[2])) CHECK(a[0].integer() < b[0].integer());
        }
        for (const auto& [skip, limit] :
             {std::pair{0, 1}, {0, 100}, {95, 20}, {3000, 3000}, {8990, 50}, {0, 9001}}) {
            const auto some =
                run_query(graph, query + " SKIP " + std::to_string(skip) + " LIMIT " + std::to_string(limit));
            REQUIRE(some);
            REQUIRE(some->rows.size() == static_cast<std::size_t>(std::min(limit, 9000 - skip)));
            bool same = true;
            for (std::size_t i = 0; i < some->rows.size(); ++i)
                same = same && equivalent(some->rows[i][0], all->rows[static_cast<std::size_t>(skip) + i][0]);
            CHECK(same);
        }
    }
}
