#include "graphs/file/store.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <limits>
#include <random>

#include "tests/graphs/scratch_folder.hpp"

using namespace hearsay::graphs;

namespace {

Store open_or_fail(const std::filesystem::path& file, Store::Access access = Store::Access::ReadWrite) {
    Result<Store> store = Store::open(file, access);
    if (!store) FAIL(store.error().place << " " << store.error().reason);
    return std::move(*store);
}

std::string reason(const std::filesystem::path& file, Store::Access access = Store::Access::ReadWrite) {
    const Result<Store> store = Store::open(file, access);
    if (store) return "opened";
    CHECK(store.error().place == file.string());
    return store.error().reason;
}

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::filesystem::remove(
        file);  // a new file: writing an old one again waits for the disk on some file systems
    std::ofstream(file, std::ios::binary) << bytes;
}

// Everything that a graph says, as one text.
std::string told(const PropertyGraph& g) {
    std::string all;
    const auto value = [&](const auto& self, const Value& v) -> void {
        all += kind_name(v.kind());
        switch (v.kind()) {
            case Kind::Boolean:
                all += v.boolean() ? "+" : "-";
                break;
            case Kind::Integer:
                all += std::to_string(v.integer());
                break;
            case Kind::Float:
                all += std::to_string(std::bit_cast<std::uint64_t>(v.floating()));
                break;
            case Kind::String:
                all += v.string();
                break;
            case Kind::Date:
                all += std::to_string(v.date().days);
                break;
            case Kind::LocalTime:
            case Kind::Time:
            case Kind::LocalDateTime:
            case Kind::DateTime:
            case Kind::Duration:
                all += temporal_text(v);
                break;
            case Kind::List:
                for (const Value& item : v.list()) self(self, item), all += ",";
                break;
            default:
                break;
        }
    };
    const auto properties = [&](auto id) {
        for (const auto& [key, v] : g.properties(id)) {
            all += " " + std::string(g.name(key)) + "=";
            value(value, v);
        }
        all += "\n";
    };
    for (std::uint32_t v = 0; v < g.vertex_capacity(); ++v) {
        if (!g.alive(VertexId{v})) continue;
        all += "v" + std::to_string(v);
        for (const LabelId label : g.labels(VertexId{v})) all += ":" + std::string(g.name(label));
        properties(VertexId{v});
    }
    for (std::uint32_t e = 0; e < g.edge_capacity(); ++e) {
        const EdgeId id{e};
        if (!g.alive(id)) continue;
        all += "e" + std::to_string(e) + " " + std::to_string(g.source(id).value) + "-" +
               std::string(g.name(g.type(id))) + "->" + std::to_string(g.target(id).value);
        properties(id);
    }
    return all + std::to_string(g.vertex_count()) + " " + std::to_string(g.edge_count());
}

void add_person(PropertyGraph& g, const std::string& name) {
    const LabelId label = g.label("Actor");
    g.add_vertex(std::vector{label}, {{g.key("name"), name}});
}

// A graph of `count` people, committed.
void make_file(const std::filesystem::path& file, int count) {
    Store store = open_or_fail(file);
    for (int i = 0; i < count; ++i) add_person(store.graph(), "Person " + std::to_string(i));
    REQUIRE(store.commit());
}

}  // namespace

TEST_CASE("a graph comes back from its file as it was", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "all.hearsay";
    std::string before;
    {
        Store store = open_or_fail(file);
        PropertyGraph& g = store.graph();
        const LabelId actor = g.label("Actor"), place = g.label("Place");
        const TypeId claims = g.type("CLAIMS"), knows = g.type("KNOWS");
        const KeyId a = g.key("a"), b = g.key("b"), mixed = g.key("mixed");
        const std::vector<Value> values = {true,
                                           false,
                                           0,
                                           -1,
                                           std::numeric_limits<std::int64_t>::min(),
                                           std::numeric_limits<std::int64_t>::max(),
                                           0.5,
                                           -0.0,
                                           std::numeric_limits<double>::quiet_NaN(),
                                           std::numeric_limits<double>::infinity(),
                                           "",
                                           "text",
                                           std::string("zero \0 inside", 13),
                                           "Ümläut 🐈",
                                           Date{0},
                                           Date{-99999},
                                           Value(List{}),
                                           Value(List{1, "two", Value(List{3.0, Value()}), false, Date{5}}),
                                           LocalTime{nanoseconds_per_day - 1},
                                           Time{0, furthest_offset},
                                           Time{1, -furthest_offset},
                                           LocalDateTime{std::numeric_limits<std::int64_t>::min(), 0},
                                           DateTime{std::numeric_limits<std::int64_t>::max(), 999'999'999, -1,
                                                    std::string(longest_zone_name, 'z')},
                                           DateTime{},
                                           Duration{std::numeric_limits<std::int64_t>::min(),
                                                    std::numeric_limits<std::int64_t>::max(), -1, 1},
                                           Value(List{Duration{}, LocalTime{1}}),
                                           std::string(100000, 'x')};
        std::vector<VertexId> all;
        for (int i = 0; i < 200; ++i) {
            std::vector<LabelId> labels;
            if (i % 2 == 0) labels.push_back(actor);
            if (i % 3 == 0) labels.push_back(place);
            Properties properties = {{a, i}, {mixed, values[static_cast<std::size_t>(i) % values.size()]}};
            if (i % 5 == 0) properties.emplace_back(b, "text " + std::to_string(i % 7));
            all.push_back(g.add_vertex(labels, properties));
        }
        std::mt19937 random(3);
        for (int i = 0; i < 500; ++i) {
            g.add_edge(all[random() % 200], i % 3 == 0 ? knows : claims, all[random() % 200],
                       i % 2 == 0 ? Properties{} : Properties{{a, i}, {b, values[random() % values.size()]}});
        }
        REQUIRE(store.commit());
        // Gaps, also at the end, and a whole chunk without life.
        for (std::uint32_t e = 100; e < 300; ++e) g.remove(EdgeId{e});
        g.remove(EdgeId{499});
        for (const VertexId v : {VertexId{199}, VertexId{7}}) {
            for (const TypeId t : {claims, knows}) {
                while (!g.out(v, t).empty()) g.remove(g.out(v, t)[0].edge);
                while (!g.in(v, t).empty()) g.remove(g.in(v, t)[0].edge);
            }
            g.remove(v);
        }
        g.set_property(all[3], a, {});
        g.add_label(all[1], place);
        REQUIRE(store.commit());
        CHECK(store.commit());  // nothing to do
        before = told(g);
    }
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);  // one file
    for (const auto access : {Store::Access::ReadOnly, Store::Access::ReadWrite}) {
        const Store store = open_or_fail(file, access);
        CHECK(told(store.graph()) == before);
        CHECK(store.graph().changes().empty());
        CHECK(store.read_only() == (access == Store::Access::ReadOnly));
        const PropertyGraph& g = store.graph();
        CHECK(g.find(g.find_label("Actor"), g.find_key("a"), 4).size() == 1);
        // Adjacency agrees with the edges.
        std::size_t seen = 0;
        for (std::uint32_t v = 0; v < g.vertex_capacity(); ++v) {
            for (const char* type : {"CLAIMS", "KNOWS"}) {
                for (const Neighbour n : g.out(VertexId{v}, g.find_type(type))) {
                    ++seen;
                    CHECK(g.source(n.edge).value == v);
                    CHECK(g.target(n.edge) == n.vertex);
                }
                seen += g.in(VertexId{v}, g.find_type(type)).size();
            }
        }
        CHECK(seen == 2 * g.edge_count());
    }
}

TEST_CASE("opening a graph costs what is in it, not what was", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    constexpr std::uint32_t many = 40'000;
    const auto names = [](const PropertyGraph& g) {
        std::string all;
        for (const VertexId v : g.vertices(g.find_label("Actor")))
            all += std::string(g.property(v, g.find_key("name")).string()) + " ";
        for (std::uint32_t e = 0; e < g.edge_capacity(); ++e) {
            if (!g.alive(EdgeId{e})) continue;
            all += std::string(g.property(g.source(EdgeId{e}), g.find_key("name")).string()) + "-" +
                   std::to_string(g.property(EdgeId{e}, g.find_key("n")).integer()) + "->" +
                   std::string(g.property(g.target(EdgeId{e}), g.find_key("name")).string()) + " ";
        }
        return all;
    };
    // All but some go.
    const auto keep = [&](const std::vector<std::uint32_t>& kept) {
        Store store = open_or_fail(file);
        PropertyGraph& g = store.graph();
        const TypeId knows = g.type("KNOWS");
        for (std::uint32_t i = 0; i < many; ++i) add_person(g, std::to_string(i));
        for (std::uint32_t i = 0; i < many; ++i)
            g.add_edge(VertexId{i}, knows, VertexId{(i + 1) % many}, {{g.key("n"), std::int64_t{i}}});
        for (const std::uint32_t i : kept)
            g.add_edge(VertexId{i}, knows, VertexId{kept.front()}, {{g.key("n"), -std::int64_t{i}}});
        REQUIRE(store.commit());
        for (std::uint32_t e = 0; e < many; ++e) g.remove(EdgeId{e});
        for (std::uint32_t v = 0; v < many; ++v)
            if (std::find(kept.begin(), kept.end(), v) == kept.end()) g.remove(VertexId{v});
        REQUIRE(store.commit());
        add_person(g, "last");
        g.remove(VertexId{static_cast<std::uint32_t>(g.vertex_capacity() - 1)});
        add_person(g, "late");  // its id is far out
        g.set_property(VertexId{kept.front()}, g.key("changed"), true);
        REQUIRE(store.commit());
        return names(g);
    };
    SECTION("nothing") {
        {
            Store store = open_or_fail(file);
            for (std::uint32_t i = 0; i < many; ++i) add_person(store.graph(), "gone");
            REQUIRE(store.commit());
            for (std::uint32_t i = 0; i < many; ++i) store.graph().remove(VertexId{i});
            REQUIRE(store.commit());
        }
        Store store = open_or_fail(file);
        CHECK(store.graph().vertex_capacity() == 0);
        add_person(store.graph(), "new");
        REQUIRE(store.commit());
        CHECK(open_or_fail(folder / "g", Store::Access::ReadOnly).graph().vertex_count() == 1);
    }
    SECTION("a few among many gaps") {
        const std::string before = keep({3, 64, 65, 127, 20'000, 39'999});
        for (const bool changes_little : {true, false}) {
            Store store = open_or_fail(file);
            PropertyGraph& g = store.graph();
            CHECK(g.vertex_capacity() == 7);
            CHECK(g.edge_capacity() == 6);
            CHECK(names(g) == before);
            CHECK(g.changes().empty());
            // A reader sees the same ids, now and when they are in the file.
            CHECK(told(open_or_fail(file, Store::Access::ReadOnly).graph()) == told(g));
            g.set_property(VertexId{2}, g.key("changed"), changes_little);
            store.roll_back();
            g.set_property(VertexId{1}, g.key("changed"), changes_little);
            if (!changes_little) g.add_edge(VertexId{1}, g.type("KNOWS"), VertexId{2}, {{g.key("n"), 0}});
            REQUIRE(store.commit());
            CHECK(told(open_or_fail(file, Store::Access::ReadOnly).graph()) == told(g));
            add_person(g, "again");
            g.remove(VertexId{static_cast<std::uint32_t>(g.vertex_capacity() - 1)});
            REQUIRE(store.commit());
            CHECK(told(open_or_fail(file, Store::Access::ReadOnly).graph()) == told(g));
        }
    }
    SECTION("a store that reads and writes now and then") {
        const std::string before = keep({9, 39'998});
        Store reader = open_or_fail(file, Store::Access::ReadOnly);
        Store writer = open_or_fail(file, Store::Access::ReadOnly);
        writer.graph().set_property(VertexId{0}, writer.graph().key("changed"), 1);
        REQUIRE(writer.begin_writing().value());
        REQUIRE(writer.commit());
        writer.end_writing();
        CHECK(reader.refresh().value());
        CHECK(told(reader.graph()) == told(writer.graph()));
        CHECK(names(reader.graph()) == before);
    }
}

TEST_CASE("what is not committed is not in the file", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    make_file(file, 3);
    {
        Store store = open_or_fail(file);
        add_person(store.graph(), "Lost");
        store.roll_back();
        CHECK(store.graph().vertex_count() == 3);
        add_person(store.graph(), "Lost as well");
    }
    CHECK(open_or_fail(file).graph().vertex_count() == 3);
}

TEST_CASE("a graph in memory commits to nowhere", "[store]") {
    Store store = Store::in_memory();
    add_person(store.graph(), "Ada");
    CHECK(store.commit());
    CHECK(store.graph().changes().empty());
    CHECK(store.name() == "memory");
}

TEST_CASE("a file that is opened for reading is not written", "[store]") {
    const ScratchFolder folder;
    make_file(folder / "g", 2);
    const std::string before = content(folder / "g");
    Store store = open_or_fail(folder / "g", Store::Access::ReadOnly);
    add_person(store.graph(), "Ada");
    const Result<void> committed = store.commit();
    REQUIRE_FALSE(committed);
    CHECK(committed.error().reason == "was opened for reading only");
    CHECK(store.graph().vertex_count() == 2);
    CHECK(content(folder / "g") == before);
}

TEST_CASE("what is no graph is refused and left alone", "[store]") {
    const ScratchFolder folder;
    using Access = Store::Access;
    CHECK(reason(folder.path()) == "is a directory");
    CHECK(reason(folder / "none", Access::ReadOnly) == "does not exist");
    CHECK_FALSE(std::filesystem::exists(folder / "none"));
    CHECK(reason(folder / "no" / "folder") == "cannot be created: its folder does not exist");
    CHECK(reason("/dev/null") == "is not a regular file");

    for (const std::string& text :
         {std::string("A page of notes.\n"), std::string(50000, 'z'), std::string("SQLite format 3")}) {
        write(folder / "notes.txt", text);
        CHECK(reason(folder / "notes.txt") == "is not a Hearsay graph");
        CHECK(reason(folder / "notes.txt", Access::ReadOnly) == "is not a Hearsay graph");
        CHECK(content(folder / "notes.txt") == text);
    }
    write(folder / "empty", "");
    CHECK(reason(folder / "empty", Access::ReadOnly) == "is empty: it is not a Hearsay graph");
    CHECK(reason(folder / "empty") == "opened");

    const auto sql = [&](const std::filesystem::path& file, const char* text) {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
        CHECK(sqlite3_exec(db, text, nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(db);
    };
    sql(folder / "other.db", "PRAGMA journal_mode=WAL; CREATE TABLE t(x); INSERT INTO t VALUES(1)");
    const std::string other = content(folder / "other.db");
    CHECK(reason(folder / "other.db") == "is another SQLite file, not a Hearsay graph");
    CHECK(content(folder / "other.db") == other);

    make_file(folder / "newer", 1);
    sql(folder / "newer", "PRAGMA user_version=4");
    const std::string newer = content(folder / "newer");
    CHECK(reason(folder / "newer") ==
          "was written by a newer Hearsay (format 4; this one reads formats up to 3)");
    CHECK(content(folder / "newer") == newer);
}

TEST_CASE("each kind of temporal value comes back from a column of its own", "[store]") {
    const ScratchFolder folder;
    const auto at = [](std::int64_t i) -> std::vector<Value> {
        return {LocalTime{i}, Time{i, static_cast<std::int32_t>(60 * i)},
                LocalDateTime{-i, static_cast<std::int32_t>(i)},
                DateTime{i, 0, 3600, i % 2 == 0 ? "Africa/Lagos" : ""}, Duration{i, -i, 0, 5}};
    };
    const std::vector<std::string> keys = {"local", "time", "clock", "instant", "length"};
    {
        Store store = open_or_fail(folder / "g");
        PropertyGraph& g = store.graph();
        for (std::int64_t i = 0; i < 100; ++i) {
            Properties properties;
            for (std::size_t k = 0; k < keys.size(); ++k) properties.emplace_back(g.key(keys[k]), at(i)[k]);
            g.add_vertex({}, properties);
        }
        REQUIRE(store.commit());
    }
    const Store store = open_or_fail(folder / "g", Store::Access::ReadOnly);
    const PropertyGraph& g = store.graph();
    for (std::uint32_t v = 0; v < 100; ++v) {
        for (std::size_t k = 0; k < keys.size(); ++k) {
            const Value found = g.property(VertexId{v}, g.find_key(keys[k]));
            CHECK(equivalent(found, at(v)[k]));
        }
    }
}

TEST_CASE("a file of format 1 is read, and is one of format 2 from the first commit on", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "old";
    const auto format = [&] {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
        sqlite3_stmt* ask = nullptr;
        REQUIRE(sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &ask, nullptr) == SQLITE_OK);
        REQUIRE(sqlite3_step(ask) == SQLITE_ROW);
        const int found = sqlite3_column_int(ask, 0);
        sqlite3_finalize(ask);
        sqlite3_close(db);
        return found;
    };
    make_file(file, 70);
    CHECK(format() == 2);
    // Without values of the new kinds a file differs from one of format 1 in this number alone.
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_exec(db, "PRAGMA user_version=1", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);

    CHECK(open_or_fail(file, Store::Access::ReadOnly).graph().vertex_count() == 70);
    CHECK(open_or_fail(file).graph().vertex_count() == 70);
    CHECK(format() == 1);
    {
        Store store = open_or_fail(file);
        store.graph().set_property(VertexId{3}, store.graph().key("awake"), Duration{0, 0, 60, 0});
        store.roll_back();
        CHECK(store.commit());
    }
    CHECK(format() == 1);
    {
        Store store = open_or_fail(file);
        store.graph().set_property(VertexId{3}, store.graph().key("awake"), Duration{0, 0, 60, 0});
        REQUIRE(store.commit());
    }
    CHECK(format() == 2);
    const Store store = open_or_fail(file);
    CHECK(store.graph().vertex_count() == 70);
    CHECK(store.graph().property(VertexId{3}, store.graph().find_key("awake")).duration().seconds == 60);
}

TEST_CASE("indexes that were asked for come back from the file", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    const auto format = [&] {
        const std::string header = content(file);
        return static_cast<int>(header[63]);  // SQLite's user version
    };
    const IndexDefinition names{"names", IndexKind::Range, "Person", "name"};
    const IndexDefinition texts{"a \"text\" index", IndexKind::Text, "Nobody yet", "ключ"};
    make_file(file, 70);
    CHECK(format() == 2);
    {
        Store store = open_or_fail(file);
        CHECK(store.graph().indexes().empty());
        store.graph().add_index(names, no_progress);
        CHECK(store.graph().changes().indexes);
        store.roll_back();
        CHECK(store.graph().indexes().empty());
        CHECK(store.graph().changes().empty());
        store.graph().add_index(names, no_progress);
        store.graph().remove_index("names");
        CHECK(store.graph().changes().empty());
        CHECK(store.commit());
    }
    CHECK(format() == 2);
    {
        Store store = open_or_fail(file);
        store.graph().add_index(names, no_progress);
        store.graph().add_index(texts, no_progress);
        REQUIRE(store.commit());
    }
    CHECK(format() == 3);
    {
        Store store = open_or_fail(file);
        REQUIRE(store.graph().indexes().size() == 2);
        CHECK(store.graph().indexes()[0] == texts);
        CHECK(store.graph().indexes()[1] == names);
        CHECK(store.graph().changes().empty());
        CHECK(store.graph().vertex_count() == 70);
        store.graph().remove_index("names");
        REQUIRE(store.commit());
    }
    {
        Store store = open_or_fail(file);
        REQUIRE(store.graph().indexes().size() == 1);
        store.graph().remove_index(texts.name);
        REQUIRE(store.commit());
    }
    CHECK(open_or_fail(file).graph().indexes().empty());
    CHECK(format() == 3);
}

TEST_CASE("an index that somebody wrote into a file by hand makes it damaged", "[store]") {
    const ScratchFolder folder;
    {
        Store store = open_or_fail(folder / "g");
        store.graph().add_index({"names", IndexKind::Range, "Person", "name"}, [](std::size_t) {});
        REQUIRE(store.commit());
    }
    for (const char* sql :
         {"UPDATE indexes SET key='other'", "UPDATE indexes SET kind=7", "DELETE FROM indexes",
          "INSERT INTO indexes VALUES('other', 0, 'Person', 'name')"}) {
        INFO(sql);
        std::filesystem::copy_file(folder / "g", folder / "copy",
                                   std::filesystem::copy_options::overwrite_existing);
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open((folder / "copy").c_str(), &db) == SQLITE_OK);
        REQUIRE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(db);
        CHECK(reason(folder / "copy") == "is damaged");
    }
}

TEST_CASE("names that were rolled back do not reach the file", "[store]") {
    const ScratchFolder folder;
    {
        Store store = open_or_fail(folder / "g");
        add_person(store.graph(), "First");
        REQUIRE(store.commit());
        PropertyGraph& g = store.graph();
        g.add_vertex(std::vector{g.label("Mistake")}, {{g.key("mistaken"), 1}});
        store.roll_back();
        g.add_vertex(std::vector{g.label("Place")}, {{g.key("height"), 2.5}});
        REQUIRE(store.commit());
    }
    Store store = open_or_fail(folder / "g");
    PropertyGraph& g = store.graph();
    CHECK(g.label_count() == 2);
    CHECK(g.key_count() == 2);
    CHECK(g.find_label("Mistake").is_none());
    CHECK(g.property(VertexId{1}, g.find_key("height")).floating() == 2.5);
    // What the file names is no change: it stays when a statement is taken back.
    g.key("another");
    store.roll_back();
    CHECK(g.find_label("Place") == LabelId{1});
    CHECK(g.find_key("height") == KeyId{1});
    CHECK(g.find_key("another").is_none());
}

TEST_CASE("permissions are respected", "[store]") {
    if (::geteuid() == 0) {
        WARN("skipped: root may write everything");
        return;
    }
    const ScratchFolder folder;
    make_file(folder / "g", 1);
    std::filesystem::permissions(folder / "g", std::filesystem::perms::owner_read);
    CHECK(reason(folder / "g") == "cannot be written (Permission denied)");
    CHECK(reason(folder / "g", Store::Access::ReadOnly) == "opened");
    std::filesystem::permissions(folder / "g", std::filesystem::perms::none);
    CHECK(reason(folder / "g", Store::Access::ReadOnly) == "cannot be read (Permission denied)");
}

TEST_CASE("a damaged file is an error, never a crash, and stays as it is", "[store]") {
    const ScratchFolder folder;
    make_file(folder / "whole", 3000);
    const std::string whole = content(folder / "whole");
    REQUIRE(whole.size() > 30000);
    const std::string told_whole = told(open_or_fail(folder / "whole").graph());
    const auto file = folder / "damaged";
    std::mt19937 random(11);

    SECTION("cut short") {
        for (std::size_t size = 1; size < whole.size(); size += 997 + random() % 500) {
            INFO("size " << size);
            write(file, whole.substr(0, size));
            CHECK(reason(file) != "opened");
            CHECK(content(file).size() == size);
        }
    }
    SECTION("with a page of rubbish") {
        for (std::size_t page = 0; page * 4096 + 4096 <= whole.size(); ++page) {
            INFO("page " << page);
            std::string bytes = whole;
            for (std::size_t i = 0; i < 4096; ++i) bytes[page * 4096 + i] = static_cast<char>(random());
            write(file, bytes);
            const Result<Store> store = Store::open(file);
            if (store) CHECK(told(store->graph()) == told_whole);  // the page carried nothing
            CHECK(content(file) == bytes);
        }
    }
    SECTION("with a flipped bit") {
        for (int i = 0; i < 150; ++i) {
            std::string bytes = whole;
            bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
            write(file, bytes);
            const Result<Store> store = Store::open(file);
            // In bytes that carry nothing a flip does no harm; all else is found out.
            if (store) CHECK(told(store->graph()) == told_whole);
        }
    }
}

TEST_CASE("a second program may read, but not write", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    make_file(file, 2);
    Store first = open_or_fail(file);
    // A child stands for the other program; its exit status tells what it met.
    const auto other = [&](Store::Access access) {
        const pid_t child = fork();
        if (child == 0) {
            const Result<Store> store = Store::open(file, access);
            if (store) _exit(static_cast<int>(store->graph().vertex_count()));
            _exit(store.error().reason == "is in use by another program" ? 100 : 101);
        }
        int status = 0;
        waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    };
    CHECK(other(Store::Access::ReadWrite) == 100);
    CHECK(other(Store::Access::ReadOnly) == 2);
    add_person(first.graph(), "Third");
    CHECK(first.commit());
    CHECK(other(Store::Access::ReadWrite) == 100);
    CHECK(other(Store::Access::ReadOnly) == 3);
    CHECK(reason(file) == "is in use by another program");  // in the same process as well
    add_person(first.graph(), "Fourth");
    CHECK(first.commit());
    first = Store::in_memory();
    CHECK(other(Store::Access::ReadWrite) == 4);
}

TEST_CASE("a full disk takes the changes back and leaves the file whole", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    make_file(file, 100);
    // In a child: the limit on the size of files stays with the process.
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        Result<Store> store = Store::open(file);
        if (!store) _exit(10);
        const rlimit limit{100000, 100000};
        setrlimit(RLIMIT_FSIZE, &limit);
        const std::string before = told(store->graph());
        for (int i = 0; i < 1000; ++i) add_person(store->graph(), std::string(5000, 'a') + std::to_string(i));
        const Result<void> failed = store->commit();
        if (failed) _exit(11);
        if (failed.error().reason.find("cannot be written") != 0) _exit(12);
        if (told(store->graph()) != before) _exit(13);
        // What is small enough still goes in.
        add_person(store->graph(), "Small");
        _exit(store->commit() ? 0 : 14);
    }
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    const Store store = open_or_fail(file);
    CHECK(store.graph().vertex_count() == 101);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a file that cannot be made leaves nothing behind", "[store]") {
    const ScratchFolder folder;
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4096, 4096};
        setrlimit(RLIMIT_FSIZE, &limit);
        _exit(Store::open(folder / "g") ? 1 : 0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("what a killed program left half written is put right, also for a reader", "[store]") {
    const ScratchFolder folder;
    make_file(folder / "g", 3000);
    const std::string before = told(open_or_fail(folder / "g").graph());
    // A transaction that has outgrown SQLite's memory stands half in the file, half in its journal: copied
    // then, both are what a kill leaves.
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open((folder / "g").c_str(), &db) == SQLITE_OK);
    REQUIRE(sqlite3_exec(
                db,
                "PRAGMA cache_size=1; BEGIN; UPDATE vertices SET content=zeroblob(3000); DELETE FROM names",
                nullptr, nullptr, nullptr) == SQLITE_OK);
    for (const char* name : {"killed", "killed for a reader"}) {
        std::filesystem::copy_file(folder / "g", folder / name);
        std::filesystem::copy_file(folder / "g-journal", folder / (std::string(name) + "-journal"));
        REQUIRE(content(folder / name).find(std::string(3000, '\0')) != std::string::npos);
    }
    sqlite3_close(db);
    CHECK(told(open_or_fail(folder / "killed").graph()) == before);
    CHECK(told(open_or_fail(folder / "killed for a reader", Store::Access::ReadOnly).graph()) == before);
    CHECK_FALSE(std::filesystem::exists(folder / "killed-journal"));
    CHECK_FALSE(std::filesystem::exists(folder / "killed for a reader-journal"));
}

TEST_CASE("killed at any moment, the file holds every acknowledged commit, whole", "[store][kill]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    std::mt19937 random(5);
    std::int64_t acknowledged = -1;
    for (int round = 0; round < 12; ++round) {
        int pipe_ends[2];
        REQUIRE(pipe(pipe_ends) == 0);
        const pid_t child = fork();
        if (child == 0) {
            Result<Store> store = Store::open(file);
            if (!store) _exit(1);
            PropertyGraph& g = store->graph();
            const LabelId batch = g.label("Batch");
            const KeyId number = g.key("number"), text = g.key("text");
            const TypeId in = g.type("IN");
            // Each commit: a vertex with its number, ten with a text that hang on it, and a changed older
            // one.
            for (std::int64_t i = static_cast<std::int64_t>(g.vertices(batch).size());; ++i) {
                const VertexId head = g.add_vertex(std::vector{batch}, {{number, i}});
                for (int j = 0; j < 10; ++j) {
                    const std::string words(static_cast<std::size_t>(100 + 300 * j),
                                            static_cast<char>('a' + i % 26));
                    g.add_edge(g.add_vertex({}, {{text, words}}), in, head);
                }
                g.set_property(g.vertices(batch)[0], text, std::to_string(i));
                if (!store->commit()) _exit(2);
                if (::write(pipe_ends[1], &i, sizeof i) != sizeof i) _exit(3);
            }
        }
        close(pipe_ends[1]);
        pollfd first{pipe_ends[0], POLLIN, 0};  // however busy the machine is, it has begun
        poll(&first, 1, 60'000);
        usleep(60000 + static_cast<useconds_t>(random() % 90000));
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        REQUIRE(WIFSIGNALED(status));
        for (std::int64_t i = 0; read(pipe_ends[0], &i, sizeof i) == sizeof i;) acknowledged = i;
        close(pipe_ends[0]);

        const Store store = open_or_fail(file);
        const PropertyGraph& g = store.graph();
        const auto heads = g.vertices(g.find_label("Batch"));
        const auto count = static_cast<std::int64_t>(heads.size());
        CHECK(count >= acknowledged + 1);
        CHECK(count <= acknowledged + 2);  // at most one that was written, but not yet acknowledged
        for (std::int64_t i = 0; i < count; ++i) {
            const VertexId head = heads[static_cast<std::size_t>(i)];
            CHECK(g.property(head, g.find_key("number")).integer() == i);
            CHECK(g.in(head, g.find_type("IN")).size() == 10);
        }
        if (count > 0) CHECK(g.property(heads[0], g.find_key("text")).string() == std::to_string(count - 1));
        CHECK(g.vertex_count() == static_cast<std::size_t>(count * 11));
        acknowledged = count - 1;
    }
    CHECK(acknowledged > 10);  // the rounds did something
}
