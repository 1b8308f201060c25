// How long grouping and counting take alone, without the rest of a query: the least of some runs, in
// processor time.
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>
#include <string_view>

#include "engine/query/aggregations/grouped_accumulator.hpp"
#include "engine/query/groups/group_table.hpp"
#include "engine/query/groups/seen_rows.hpp"

using namespace hearsay;
using namespace hearsay::engine;

namespace {

constexpr int runs = 7;

struct Rows {
    std::vector<std::vector<Column>> batches;
    std::size_t count = 0;

    // `column(rows)` makes each column of a batch.
    Rows(std::size_t rows, const std::vector<std::function<Column(std::size_t)>>& columns) : count(rows) {
        for (std::size_t from = 0; from < rows; from += batch_rows) {
            auto& batch = batches.emplace_back();
            for (const auto& column : columns) batch.push_back(column(std::min(batch_rows, rows - from)));
        }
    }
};

std::string_view wanted;  // part of the name of what is measured

template <class F>
void measure(const char* what, const Rows& rows, const F& f) {
    if (std::string_view(what).find(wanted) == std::string_view::npos) return;
    double least = 1e9;
    std::size_t groups = 0;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t begin = std::clock();
        groups = f(rows);
        least = std::min(least, static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
    }
    std::printf("%-44s %8zu rows %7zu groups %8.3f ms %6.2f ns/row\n", what, rows.count, groups, least,
                least * 1e6 / static_cast<double>(rows.count));
}

}  // namespace

int main(int given, char** words) {
    if (given > 1) wanted = words[1];
    graphs::PropertyGraph graph;
    const Parameters parameters;
    const QueryContext context{graph, parameters, ""};
    std::mt19937_64 random(1);

    const auto count_by = [&](const Rows& rows) {
        GroupTable table;
        Aggregation step{"n", "count", false, {}, {}, {}};
        const auto count = make_grouped_accumulator(step, context);
        std::vector<std::uint32_t> of_row;
        for (const auto& batch : rows.batches) {
            const std::size_t size = batch[0].size();
            table.number(batch, size, of_row, context);
            count->expect(table.size());
            count->add({size, of_row}, {});
        }
        for (std::size_t from = 0; from < table.size(); from += batch_rows)
            count->result(from, std::min(table.size(), from + batch_rows));
        return table.size();
    };
    const auto distinct = [&](const Rows& rows) {
        SeenRows seen;
        std::size_t found = 0;
        for (const auto& batch : rows.batches) found += seen.pick_new(batch, batch[0].size(), context).size();
        return found;
    };

    graphs::StringPool pool;
    const auto texts = [&](std::uint32_t first, std::uint32_t many) {
        return [&, first, many](std::size_t rows) {
            Texts made{&pool, {}};
            for (std::size_t row = 0; row < rows; ++row)
                made.ids.push_back({first + static_cast<std::uint32_t>(random() % many)});
            return Column(std::move(made));
        };
    };
    const auto integers = [&](std::int64_t many, std::int64_t times) {
        return [&, many, times](std::size_t rows) {
            std::vector<std::int64_t> made;
            for (std::size_t row = 0; row < rows; ++row)
                made.push_back(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(many)) *
                               times);
            return Column(std::move(made));
        };
    };
    const auto vertices = [&](std::uint32_t many) {
        return [&, many](std::size_t rows) {
            std::vector<graphs::VertexId> made;
            for (std::size_t row = 0; row < rows; ++row)
                made.push_back({static_cast<std::uint32_t>(random() % many)});
            return Column(std::move(made));
        };
    };
    const auto boxed = [](const std::function<Column(std::size_t)>& column) {
        return [column](std::size_t rows) {
            const Column typed = column(rows);
            std::vector<graphs::Value> values;
            for (std::size_t row = 0; row < rows; ++row)
                values.emplace_back(static_cast<double>(typed.at(row).integer()) + 0.5);
            return Column(std::move(values));
        };
    };
    // Ever the same first text for some hundred rows, as where a walk begins at each vertex in turn.
    const auto runs_of = [&](std::size_t length) {
        return [&, length, row = std::size_t{0}](std::size_t rows) mutable {
            Texts made{&pool, {}};
            for (std::size_t i = 0; i < rows; ++i)
                made.ids.push_back({static_cast<std::uint32_t>(row++ / length)});
            return Column(std::move(made));
        };
    };

    measure("count by a text, few", Rows(26'000, {texts(300'000, 30)}), count_by);
    measure("count by a text, few, first in the pool", Rows(26'000, {texts(10, 30)}), count_by);
    measure("count by an integer, dense", Rows(200'000, {integers(50'000, 1)}), count_by);
    measure("count by an integer, sparse", Rows(200'000, {integers(50'000, 1'000'003)}), count_by);
    measure("count by two texts", Rows(2'000'000, {texts(1000, 708), texts(3000, 708)}), count_by);
    measure("count by two texts, the first in runs", Rows(1'350'000, {runs_of(270), texts(0, 5000)}),
            count_by);
    measure("count by two integers", Rows(2'000'000, {integers(708, 1), integers(708, 7)}), count_by);
    measure("count by a Float", Rows(200'000, {boxed(integers(50'000, 1))}), count_by);
    measure("distinct vertices", Rows(1'000'000, {vertices(225'000)}), distinct);
    measure("distinct pairs of vertices", Rows(1'000'000, {vertices(700), vertices(700)}), distinct);
}
