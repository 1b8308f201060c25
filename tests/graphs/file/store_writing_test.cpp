// A store that is open for reading and writes now and then, beside others that do the same.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "graphs/file/store.hpp"
#include "tests/graphs/scratch_folder.hpp"

using namespace hearsay::graphs;
namespace fs = std::filesystem;

namespace {

Store open_or_fail(const fs::path& file, Store::Access access = Store::Access::ReadOnly) {
    Result<Store> store = Store::open(file, access);
    if (!store) FAIL(store.error().place << " " << store.error().reason);
    return std::move(*store);
}

void add_person(Store& store) {
    PropertyGraph& g = store.graph();
    g.add_vertex(std::vector{g.label("Actor")}, {{g.key("name"), std::string("Somebody")}});
}

// What a statement does that adds a person: the state of the graph matters to it.
void add_and_commit(Store& store) {
    add_person(store);
    const Result<bool> same = store.begin_writing();
    REQUIRE(same);
    if (!*same) add_person(store);
    REQUIRE(store.commit());
    store.end_writing();
}

std::size_t people_in(const fs::path& file) {
    return open_or_fail(file).graph().vertex_count();
}

}  // namespace

TEST_CASE("stores that are open for reading write in turn, each on top of the other's", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    Store first = Store::not_yet_there(file);
    CHECK_FALSE(first.is_there());
    CHECK_FALSE(fs::exists(file));
    add_and_commit(first);
    CHECK(first.is_there());
    Store second = open_or_fail(file);
    add_and_commit(first);  // second has not seen it
    add_and_commit(second);
    CHECK(second.graph().vertex_count() == 3);
    add_and_commit(first);
    add_and_commit(first);
    CHECK(first.graph().vertex_count() == 5);
    CHECK(people_in(file) == 5);
    CHECK(second.graph().vertex_count() == 3);
    CHECK(second.refresh().value());
    CHECK(second.graph().vertex_count() == 5);
    CHECK_FALSE(second.refresh().value());
    CHECK_FALSE(first.refresh().value());  // its own writing is no news to it
}

TEST_CASE("what is on top of old content is dropped, never written", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    Store first = Store::not_yet_there(file);
    add_and_commit(first);
    Store second = open_or_fail(file);
    add_and_commit(first);
    add_person(second);
    CHECK_FALSE(second.begin_writing().value());
    CHECK(second.graph().changes().empty());
    CHECK(second.graph().vertex_count() == 2);
    // Others wait while it may write.
    CHECK(second.begin_writing().value());
    std::atomic<bool> stop{true};
    add_person(first);
    const Result<bool> kept_out = first.begin_writing(&stop);
    REQUIRE_FALSE(kept_out);
    CHECK(kept_out.error().reason == "is in use by another program");
    CHECK(first.graph().changes().empty());
    second.end_writing();
    // A commit without the right to it.
    add_person(second);
    CHECK(second.commit().error().reason == "was opened for reading only");
    CHECK(people_in(file) == 2);
}

TEST_CASE("another graph in the file's place is not written into", "[store]") {
    const ScratchFolder folder;
    Store one = Store::not_yet_there(folder / "one"), other = Store::not_yet_there(folder / "other");
    add_and_commit(one);
    add_and_commit(other);
    add_and_commit(other);
    SECTION("copied over it") {
        fs::copy_file(folder / "other", folder / "one", fs::copy_options::overwrite_existing);
        add_and_commit(one);
        CHECK(one.graph().vertex_count() == 3);
    }
    SECTION("moved to it") {
        fs::rename(folder / "other", folder / "one");
        add_and_commit(one);
        CHECK(one.graph().vertex_count() == 3);
    }
    SECTION("nothing") {
        fs::remove(folder / "one");
        const Result<bool> news = one.refresh();
        REQUIRE_FALSE(news);
        CHECK(one.graph().vertex_count() == 1);
        add_person(one);
        const Result<bool> begun = one.begin_writing();
        REQUIRE_FALSE(begun);
        CHECK(begun.error().reason == "is not there any more: it was moved or deleted");
        CHECK(one.graph().vertex_count() == 1);
        CHECK_FALSE(fs::exists(folder / "one"));
    }
    SECTION("gone while it was about to write") {
        add_person(one);
        REQUIRE(one.begin_writing().value());
        fs::remove(folder / "one");
        CHECK(one.commit().error().reason == "is not there any more: it was moved or deleted");
        CHECK(one.graph().vertex_count() == 1);
    }
}

TEST_CASE("a first commit that fails leaves no file", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{60000, 60000};
        setrlimit(RLIMIT_FSIZE, &limit);
        Store store = Store::not_yet_there(file);
        PropertyGraph& g = store.graph();
        for (int i = 0; i < 100; ++i)
            g.add_vertex({}, {{g.key("text"), std::string(5000, 'a') + std::to_string(i)}});
        if (store.begin_writing() != true) _exit(1);
        if (store.commit()) _exit(2);
        store.end_writing();
        if (fs::exists(file) || store.is_there() || g.vertex_count() != 0) _exit(3);
        if (store.refresh() != false) _exit(4);
        add_and_commit(store);
        _exit(store.is_there() ? 0 : 5);
    }
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(people_in(file) == 1);
}

TEST_CASE("an empty file, as a killed program leaves it, is a graph that is not there yet", "[store]") {
    const ScratchFolder folder;
    std::ofstream(folder / "g").flush();
    Store store = Store::not_yet_there(folder / "g");
    CHECK_FALSE(store.refresh().value());
    add_and_commit(store);
    CHECK(people_in(folder / "g") == 1);
}

TEST_CASE("an interrupt before the commit leaves everything as it was", "[store]") {
    const ScratchFolder folder;
    Store store = Store::not_yet_there(folder / "g");
    add_and_commit(store);
    std::atomic<bool> stop{false};
    add_person(store);
    REQUIRE(store.begin_writing(&stop).value());
    stop = true;
    CHECK_FALSE(store.commit());
    store.end_writing();
    CHECK(store.graph().vertex_count() == 1);
    CHECK(people_in(folder / "g") == 1);
    stop = false;
    add_and_commit(store);
    CHECK(people_in(folder / "g") == 2);
}

TEST_CASE("programs that write at once wait for one another", "[store]") {
    const ScratchFolder folder;
    const auto file = folder / "g";
    Store made = Store::not_yet_there(file);
    add_and_commit(made);
    std::vector<pid_t> children;
    for (int program = 0; program < 4; ++program) {
        const pid_t child = fork();
        if (child == 0) {
            Result<Store> store = Store::open(file, Store::Access::ReadOnly);
            for (int i = 0; store && i < 10; ++i) {
                add_person(*store);
                const Result<bool> same = store->begin_writing();
                if (!same) _exit(1);
                if (!*same) add_person(*store);
                if (!store->commit()) _exit(2);
                store->end_writing();
            }
            _exit(store ? 0 : 3);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        CHECK(WEXITSTATUS(status) == 0);
    }
    CHECK(people_in(file) == 41);
}
