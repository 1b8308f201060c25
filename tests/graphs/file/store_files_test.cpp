// A store beside whatever else happens to its file: it is replaced, moved, made by a program that is killed,
// sent by somebody, or its disk fails.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>

#include "graphs/file/store.hpp"
#include "tests/graphs/file/system_calls.hpp"
#include "tests/graphs/scratch_folder.hpp"

using namespace hearsay::graphs;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void add_pair(PropertyGraph& g, const std::string& name) {
    const auto person = [&] { return g.add_vertex(std::vector{g.label("Person")}, {{g.key("name"), name}}); };
    const VertexId one = person(), other = person();
    g.add_edge(one, g.type("KNOWS"), other, {{g.key("name"), name}});
}

void make_file(const fs::path& file, const std::string& name, int pairs = 1) {
    auto store = Store::open(file);
    REQUIRE(store);
    for (int i = 0; i < pairs; ++i) add_pair(store->graph(), name);
    REQUIRE(store->commit());
}

void sql(const fs::path& file, const char* text) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, text, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
}

std::size_t count(const fs::path& file) {
    const auto store = Store::open(file, Store::Access::ReadOnly);
    if (!store) FAIL(store.error().place << " " << store.error().reason);
    return store->graph().vertex_count();
}

// What the calls below know; the last of these tests that ran has set it.
struct {
    fs::path file, other;
    long left = 0;  // calls until something happens
} world;

bool is_up() {
    return world.left > 0 && --world.left == 0;
}

int replacing_open(const char* path, int flags, int mode) {
    if (path == world.file && is_up()) fs::rename(world.other, world.file);
    return ::open(path, flags, mode);
}

ssize_t killing_write(int file, const void* bytes, std::size_t size, off_t at) {
    if (is_up()) {
        // Torn, as a power cut may leave it.
        static_cast<void>(!::pwrite(file, bytes, size / 2, at));
        ::kill(::getpid(), SIGKILL);
    }
    return ::pwrite(file, bytes, size, at);
}
int killing_truncate(int file, off_t size) {
    if (is_up()) ::kill(::getpid(), SIGKILL);
    return ::ftruncate(file, size);
}
int killing_unlink(const char* path) {
    if (is_up()) ::kill(::getpid(), SIGKILL);
    return ::unlink(path);
}

ssize_t failing_read(int file, void* bytes, std::size_t size, off_t at) {
    if (!is_up()) return ::pread(file, bytes, size, at);
    errno = EIO;
    return -1;
}
int failing_unlink(const char*) {
    errno = EIO;
    return -1;
}
ssize_t failing_write(int, const void*, std::size_t, off_t) {
    errno = EIO;
    return -1;
}
// A folder that cannot be brought to the disk: fsync of a pipe is an error.
int folder_without_disk(const char*, int* opened) {
    int ends[2];
    if (::pipe(ends) != 0) return SQLITE_CANTOPEN;
    ::close(ends[1]);
    *opened = ends[0];
    return SQLITE_OK;
}
// Every lock that is given back is an error.
int failing_unlock(int file, int command, void* lock) {
    if (command == F_SETLK && static_cast<struct flock*>(lock)->l_type == F_UNLCK && is_up()) {
        errno = EIO;
        return -1;
    }
    return ::fcntl(file, command, lock);
}

// Temporary files stand in memory, where it can be had, as long as this lives: a kill needs no disk, and
// without one many syncs take no time.
class InMemory {
  public:
    InMemory() {
        if (const char* before = std::getenv("TMPDIR")) before_ = before;
        if (fs::is_directory("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 1);
    }
    ~InMemory() {
        if (before_.empty())
            ::unsetenv("TMPDIR");
        else
            ::setenv("TMPDIR", before_.c_str(), 1);
    }
    InMemory(const InMemory&) = delete;
    InMemory& operator=(const InMemory&) = delete;

  private:
    std::string before_;
};

// How a child ended that did this: its exit status, or 128 and more if it was killed.
template <class Do>
int in_child(Do&& act) {
    const pid_t child = ::fork();
    if (child == 0) {
        act();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("a store that has committed nothing deletes the file that it made, and no other", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    Store store = Store::not_yet_there(file);
    REQUIRE(store.begin_writing().value());
    REQUIRE(fs::exists(file));
    SECTION("its own") {
        store.end_writing();
        CHECK_FALSE(fs::exists(file));
        CHECK_FALSE(store.is_there());
    }
    SECTION("a graph that was moved there") {
        make_file(folder / "precious", "Ada");
        fs::rename(folder / "precious", file);
        store.end_writing();
        CHECK(count(file) == 2);
    }
    SECTION("something that was moved there") {
        std::ofstream(folder / "thesis") << "Of bridges.";
        fs::rename(folder / "thesis", file);
        add_pair(store.graph(), "Ada");
        CHECK_FALSE(store.commit());
        store.end_writing();
        CHECK(content(file) == "Of bridges.");
    }
    SECTION("it was moved away") {
        fs::rename(file, folder / "elsewhere");
        store.end_writing();
        CHECK(count(folder / "elsewhere") == 0);
    }
    SECTION("behind a link") {
        store.end_writing();
        fs::create_symlink("target", folder / "link");
        Store linked = Store::not_yet_there(folder / "link");
        REQUIRE(linked.begin_writing().value());
        CHECK(fs::exists(folder / "target"));
        linked.end_writing();
        CHECK_FALSE(fs::exists(folder / "target"));
        CHECK(fs::is_symlink(folder / "link"));
    }
    SECTION("an empty file that was there before") {
        store.end_writing();
        std::ofstream(folder / "empty").flush();
        Store filled = Store::not_yet_there(folder / "empty");
        REQUIRE(filled.begin_writing());
        filled.end_writing();
        CHECK(count(folder / "empty") == 0);
    }
}

TEST_CASE("all of a graph is read from one file, whatever takes its place meanwhile", "[store]") {
    const ScratchFolder folder;
    for (long opening = 1; opening <= 4; ++opening) {
        world = {folder / "g", folder / "new", opening};
        make_file(world.file, "old");
        make_file(world.other, "new");
        const SystemCall call("open", replacing_open);
        const auto store = Store::open(world.file, Store::Access::ReadOnly);
        REQUIRE(store);
        const PropertyGraph& g = store->graph();
        const KeyId name = g.find_key("name");
        CHECK(g.property(VertexId{0}, name).string() == g.property(EdgeId{0}, name).string());
        fs::remove(world.file);
        fs::remove(world.other);
    }
}

TEST_CASE("a file that is replaced while it is opened for writing is opened again", "[store]") {
    const ScratchFolder folder;
    world = {folder / "g", folder / "new", 1};
    make_file(world.file, "old");
    make_file(world.other, "new", 2);
    {
        const SystemCall call("open", replacing_open);
        auto store = Store::open(world.file);
        REQUIRE(store);
        CHECK(store->graph().vertex_count() == 4);
        add_pair(store->graph(), "newer");
        CHECK(store->commit());
    }
    CHECK(count(world.file) == 6);
}

TEST_CASE("a kill while the file is made or filled leaves nothing that the next one stumbles over",
          "[store]") {
    const InMemory where;
    const ScratchFolder folder;
    const auto file = folder / "g";
    const bool empty_before = GENERATE(false, true);
    int killed = 0;
    for (long after = 1; after < 200; ++after) {
        INFO("killed at call " << after);
        fs::remove(file);
        fs::remove(folder / "g-journal");
        if (empty_before) std::ofstream(file).flush();
        const int ended = in_child([&] {
            world.left = after;
            const SystemCall writes("pwrite", killing_write), more_writes("pwrite64", killing_write);
            const SystemCall cuts("ftruncate", killing_truncate), deletes("unlink", killing_unlink);
            Store store = Store::not_yet_there(file);
            if (!store.begin_writing()) ::_exit(1);
            add_pair(store.graph(), "Ada");
            if (!store.commit()) ::_exit(2);
        });
        REQUIRE((ended == 0 || ended == 128 + SIGKILL));
        killed += ended != 0;
        const bool reader_first = after % 2 == 0;
        auto next = Store::open_or_new(file);
        REQUIRE(next);
        CHECK((next->graph().vertex_count() == 0 || next->graph().vertex_count() == 2));
        if (reader_first) CHECK(next->refresh().value_or(true) == false);
        const std::size_t before = next->graph().vertex_count();
        add_pair(next->graph(), "Bea");
        const Result<bool> same = next->begin_writing();
        REQUIRE(same);
        if (!*same) add_pair(next->graph(), "Bea");
        REQUIRE(next->commit());
        next->end_writing();
        CHECK(count(file) == before + 2);
        CHECK_FALSE(fs::exists(folder / "g-journal"));
        CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
        if (ended == 0) break;
    }
    CHECK(killed > 3);
}

TEST_CASE("what a file has beside the tables of a graph is not run, and it is not opened", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    const auto reason = [&](const char* text, Store::Access access) {
        fs::remove(file);
        make_file(file, "Ada");
        sql(file, text);
        const std::string before = content(file);
        const auto store = Store::open(file, access);
        CHECK(content(file) == before);
        return store ? "opened" : store.error().reason;
    };
    for (const auto access : {Store::Access::ReadOnly, Store::Access::ReadWrite}) {
        CHECK(reason("CREATE TRIGGER evil AFTER UPDATE ON graph BEGIN DELETE FROM vertices; END", access) ==
              "has a trigger named evil, which no graph has: it is not opened");
        CHECK(reason("ALTER TABLE names RENAME TO old; CREATE VIEW names AS SELECT 1, 2, 3", access) ==
              "has a view named names that is not as a graph has it: it is not opened");
        CHECK(reason("CREATE INDEX quick ON vertices(content)", access) ==
              "has a index named quick, which no graph has: it is not opened");
        CHECK(reason("DROP TABLE edges; CREATE TABLE edges(chunk INTEGER PRIMARY KEY, content)", access) ==
              "has a table named edges that is not as a graph has it: it is not opened");
        CHECK(reason("CREATE VIRTUAL TABLE words USING fts5(word)", access) != "opened");
        CHECK(reason("DROP TABLE edges", access) == "is damaged: its table edges is missing");
        CHECK(reason("CREATE TABLE indexes(name)", access) ==
              "has a table named indexes, which no graph has: it is not opened");
        CHECK(reason("PRAGMA user_version=3", access) == "is damaged: its table indexes is missing");
        CHECK(reason("PRAGMA user_version=1", access) == "opened");
    }
}

TEST_CASE("a disk that cannot be read is not said to be damage", "[store]") {
    const ScratchFolder folder;
    make_file(folder / "g", "Ada", 500);
    int failed = 0;
    for (long read = 1; read <= 30; ++read) {
        world.left = read;
        const SystemCall reads("pread", failing_read), more_reads("pread64", failing_read);
        const auto store = Store::open(folder / "g", Store::Access::ReadOnly);
        failed += !store;
        if (store)
            CHECK(store->graph().vertex_count() == 1000);
        else
            CHECK(store.error().reason == "cannot be read (Input/output error)");
    }
    CHECK(failed > 5);
    CHECK(count(folder / "g") == 1000);
}

TEST_CASE("of a commit that failed it is said whether the change is in the file", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    make_file(file, "Ada");
    Store store = Store::open(file).value();
    add_pair(store.graph(), "Bea");
    SECTION("the folder does not reach the disk") {
        const SystemCall call("openDirectory", folder_without_disk);
        const Result<void> written = store.commit();
        REQUIRE_FALSE(written);
        CHECK(written.error().reason ==
              "has the change, but a power cut may still undo it: it cannot be written: its folder does not "
              "reach the disk");
        CHECK(store.changed_anyway());
        CHECK(store.graph().vertex_count() == 4);
        CHECK(count(file) == 4);
    }
    SECTION("the lock does not go") {
        world.left = 1;
        const SystemCall call("fcntl", failing_unlock);
        const Result<void> written = store.commit();
        if (!written) {
            CHECK(store.changed_anyway());
            CHECK_THAT(written.error().reason, StartsWith("has the change"));
        }
        CHECK(store.graph().vertex_count() == 4);
        CHECK(count(file) == 4);
    }
    SECTION("the journal does not go") {
        {
            const SystemCall call("unlink", failing_unlink);
            const Result<void> written = store.commit();
            REQUIRE_FALSE(written);
            CHECK_THAT(written.error().reason,
                       EndsWith("cannot be written: the journal beside it cannot be deleted"));
            CHECK_THAT(written.error().reason, !Contains("has the change, but"));
        }
        store.end_writing();
        CHECK(count(file) == 2);
    }
    SECTION("nothing can be written") {
        {
            const SystemCall call("pwrite", failing_write), other("pwrite64", failing_write);
            const Result<void> written = store.commit();
            REQUIRE_FALSE(written);
            CHECK(written.error().reason == "cannot be written (Input/output error)");
            CHECK_FALSE(store.changed_anyway());
            CHECK(store.graph().vertex_count() == 2);
        }
        add_pair(store.graph(), "Cleo");
        CHECK(store.commit());
        CHECK_FALSE(store.changed_anyway());
        CHECK(count(file) == 4);
    }
    SECTION("the file was moved away before") {
        fs::rename(file, folder / "elsewhere");
        const Result<void> written = store.commit();
        REQUIRE_FALSE(written);
        CHECK_FALSE(store.changed_anyway());
        store.end_writing();
        CHECK(count(folder / "elsewhere") == 2);
    }
}
