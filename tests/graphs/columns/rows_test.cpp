// Rows against sets: long rows, whose changes wait for a reader, short ones, and the merge of all.
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "graphs/columns/rows.hpp"
#include "graphs/ids.hpp"

using namespace hearsay::graphs;

namespace {

struct Same {
    VertexId operator()(VertexId vertex) const { return vertex; }
};
using VertexRows = Rows<VertexId, Same>;
using Model = std::vector<std::set<VertexId>>;

void check_same(const VertexRows& rows, const Model& model) {
    for (std::size_t i = 0; i < model.size(); ++i) {
        CHECK(rows.row_size(i) == model[i].size());
        const auto row = rows.row(i);
        CHECK(std::equal(row.begin(), row.end(), model[i].begin(), model[i].end()));
    }
}

}  // namespace

TEST_CASE("rows hold what was put in and not taken out") {
    std::mt19937 random(7);
    VertexRows rows;
    Model model(3);
    // The first row gets long, the second stays short, the third is emptied and filled.
    const std::uint32_t reach[] = {4000, 20, 600};
    for (int step = 0; step < 60'000; ++step) {
        const std::size_t row = random() % 3;
        const VertexId item{static_cast<std::uint32_t>(random() % reach[row])};
        if (model[row].insert(item).second) {
            rows.insert(row, item);
        } else if (row != 0 || random() % 2 == 0) {
            model[row].erase(item);
            rows.erase(row, item);
        }
        CHECK(rows.row_size(row) == model[row].size());
        if (random() % 500 == 0 || (step % 10'000 < 20 && row == 0)) check_same(rows, model);
    }
    check_same(rows, model);
}

TEST_CASE("rows that are moved keep the changes that wait") {
    VertexRows rows;
    Model model(1);
    for (std::uint32_t i = 0; i < 2000; ++i) {
        rows.insert(0, VertexId{i});
        model[0].insert(VertexId{i});
    }
    for (std::uint32_t i = 0; i < 2000; i += 3) {
        rows.erase(0, VertexId{i});
        model[0].erase(VertexId{i});
    }
    const VertexRows moved = std::move(rows);
    check_same(moved, model);
}
