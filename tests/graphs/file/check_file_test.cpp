// What is wrong with a file is named, and all else of it is read.
#include "graphs/file/check_file.hpp"

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "graphs/file/store.hpp"
#include "tests/graphs/scratch_folder.hpp"

using namespace hearsay::graphs;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t people = 1000;

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& bytes) {
    fs::remove(file);
    std::ofstream(file, std::ios::binary) << bytes;
}

void sql(const fs::path& file, const char* text) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, text, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
}

// Everybody has a number and a text, and knows the next one.
void make_file(const fs::path& file) {
    Store store = Store::open(file).value();
    PropertyGraph& g = store.graph();
    const auto label = std::vector{g.label("Person")};
    for (std::uint32_t i = 0; i < people; ++i)
        g.add_vertex(label, {{g.key("number"), std::int64_t{i}},
                             {g.key("text"), std::string(200, static_cast<char>('a' + i % 26))}});
    for (std::uint32_t i = 0; i < people; ++i)
        g.add_edge(VertexId{i}, g.type("KNOWS"), VertexId{(i + 1) % people},
                   {{g.key("from"), std::int64_t{i}}});
    g.add_index({"numbers", IndexKind::Range, "Person", "number"}, no_progress);
    REQUIRE(store.commit());
}

// What the graph says is what was written, if not all of it.
void require_true(const PropertyGraph& g) {
    const KeyId number = g.find_key("number"), text = g.find_key("text"), from = g.find_key("from");
    for (std::uint32_t v = 0; v < g.vertex_capacity(); ++v) {
        if (!g.alive(VertexId{v})) continue;
        if (!number.is_none()) {
            const Value n = g.property(VertexId{v}, number);
            REQUIRE((n.is_null() || n.integer() == v));
        }
        if (!text.is_none()) {
            const Value t = g.property(VertexId{v}, text);
            REQUIRE((t.is_null() || t.string() == std::string(200, static_cast<char>('a' + v % 26))));
        }
    }
    for (std::uint32_t e = 0; e < g.edge_capacity(); ++e) {
        if (!g.alive(EdgeId{e})) continue;
        REQUIRE(g.alive(g.source(EdgeId{e})));
        REQUIRE(g.source(EdgeId{e}).value == e);
        REQUIRE(g.target(EdgeId{e}).value == (e + 1) % people);
        if (!from.is_none())
            REQUIRE((g.property(EdgeId{e}, from).is_null() || g.property(EdgeId{e}, from).integer() == e));
    }
}

std::string all_said(const CheckedFile& checked) {
    std::string all;
    for (const Error& fault : checked.faults) all += fault.place + ": " + fault.reason + "\n";
    return all;
}

}  // namespace

TEST_CASE("nothing is wrong with a file that is whole", "[store]") {
    const ScratchFolder folder;
    make_file(folder / "g");
    const auto checked = check_file(folder / "g");
    REQUIRE(checked);
    CHECK(checked->faults.empty());
    CHECK(checked->graph.vertex_count() == people);
    CHECK(checked->graph.edge_count() == people);
    CHECK(checked->graph.indexes().size() == 1);
    CHECK(checked->lost_vertices == 0);
    require_true(checked->graph);

    PropertyGraph copy;
    copy_graph(checked->graph, copy);
    require_true(copy);
    CHECK(copy.vertex_count() == people);
    CHECK(copy.edge_count() == people);
    CHECK(copy.find_index("numbers") != nullptr);
}

TEST_CASE("what is no graph cannot be checked", "[store]") {
    const ScratchFolder folder;
    const auto reason = [&](const fs::path& file) {
        const auto checked = check_file(file);
        return checked ? "checked" : checked.error().reason;
    };
    CHECK(reason(folder / "none") == "does not exist");
    CHECK(reason(folder.path()) == "is a directory");
    write(folder / "text", std::string(5000, 'x'));
    CHECK(reason(folder / "text") == "is not a Hearsay graph");
    sql(folder / "other", "CREATE TABLE t(x)");
    CHECK(reason(folder / "other") == "is another SQLite file, not a Hearsay graph");
    make_file(folder / "newer");
    sql(folder / "newer", "PRAGMA user_version=9");
    CHECK_THAT(reason(folder / "newer"), Contains("newer Hearsay"));
}

TEST_CASE("of a damaged chunk it is said what is lost, and the rest is there", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    make_file(file);
    SECTION("of nodes") {
        sql(file,
            "UPDATE vertices SET content = substr(content, 1, length(content) - 1) WHERE chunk IN (2, 3)");
        const auto checked = check_file(file);
        REQUIRE(checked);
        CHECK(checked->graph.vertex_count() == people - 128);
        CHECK(checked->graph.edge_count() == people - 129);
        CHECK(checked->lost_vertices == 128);
        CHECK(checked->lost_edges == 129);
        require_true(checked->graph);
        const std::string said = all_said(*checked);
        CHECK_THAT(said, Contains("g: nodes: those with id() 128 to 255 cannot be read"));
        CHECK_THAT(said, Contains("129 of type KNOWS lead from or to a node that is not there"));
        CHECK_THAT(said, Contains("g: nodes: 872 are there, of 1000"));
    }
    SECTION("of relationships") {
        sql(file, "DELETE FROM edges WHERE chunk=0; UPDATE edges SET content='text' WHERE chunk=5");
        const auto checked = check_file(file);
        REQUIRE(checked);
        CHECK(checked->lost_edges == 128);
        CHECK(checked->lost_vertices == 0);
        require_true(checked->graph);
    }
    SECTION("of names") {
        sql(file, "DELETE FROM names WHERE name='number'");
        const auto checked = check_file(file);
        REQUIRE(checked);
        CHECK(checked->graph.vertex_count() == people);
        CHECK_THAT(all_said(*checked),
                   Contains("the name of property 0 is lost; it is called `lost_property_0`"));
        const KeyId lost = checked->graph.find_key("lost_property_0");
        CHECK(checked->graph.property(VertexId{7}, lost).integer() == 7);
        PropertyGraph copy;
        copy_graph(checked->graph, copy);
        CHECK(copy.key_count() == 3);
    }
    SECTION("of counts") {
        sql(file, "UPDATE graph SET vertices=3");
        const auto checked = check_file(file);
        REQUIRE(checked);
        CHECK(checked->graph.vertex_count() == people);
        CHECK_THAT(all_said(*checked), Contains("counts: are damaged"));
    }
    SECTION("of what Hearsay did not make") {
        sql(file, "CREATE TRIGGER evil AFTER UPDATE ON graph BEGIN DELETE FROM vertices; END");
        const auto checked = check_file(file);
        REQUIRE(checked);
        CHECK(checked->graph.vertex_count() == people);
        CHECK_THAT(all_said(*checked), Contains("has a trigger named evil"));
    }
}

TEST_CASE("wherever a file is damaged, what is read of it is true", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    make_file(file);
    const std::string whole = content(file);
    constexpr std::size_t page = 8192;
    std::mt19937 random(11);
    std::size_t saved = 0, rounds = 0;
    const auto look = [&](const std::string& bytes) {
        write(file, bytes);
        const auto checked = check_file(file);
        CHECK(content(file) == bytes);
        if (!checked) return;  // nothing is left of it
        ++rounds;
        saved += checked->graph.vertex_count();
        require_true(checked->graph);
        const bool all = checked->graph.vertex_count() == people && checked->graph.edge_count() == people;
        CHECK((all || !checked->faults.empty()));
        PropertyGraph copy;
        copy_graph(checked->graph, copy);
        CHECK(copy.vertex_count() == checked->graph.vertex_count());
        CHECK(copy.edge_count() == checked->graph.edge_count());
    };
    SECTION("a page of rubbish") {
        for (std::size_t at = page; at < whole.size(); at += page) {
            std::string bytes = whole;
            for (std::size_t i = 0; i < page; ++i) bytes[at + i] = static_cast<char>(random());
            INFO("page " << at / page);
            look(bytes);
        }
        CHECK(saved > rounds * people / 2);
    }
    SECTION("the first page") {
        for (const bool rubbish : {false, true}) {
            std::string bytes = whole;
            for (std::size_t i = 0; i < page; ++i) bytes[i] = rubbish ? static_cast<char>(random()) : '\0';
            look(bytes);
            const auto checked = check_file(file);
            REQUIRE(checked);
            CHECK(checked->graph.vertex_count() == people);
            CHECK(checked->graph.edge_count() == people);
            CHECK(checked->graph.indexes().empty());
            CHECK_THAT(all_said(*checked), Contains("g: has lost its first page"));
        }
    }
    SECTION("cut off") {
        for (std::size_t size = 512; size < whole.size(); size += page + 512) {
            INFO("size " << size);
            look(whole.substr(0, size));
        }
    }
    SECTION("flipped bits") {
        for (int i = 0; i < 60; ++i) {
            std::string bytes = whole;
            bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
            look(bytes);
        }
        CHECK(saved > rounds * people / 2);
    }
}
