#include "engine/articles/loading/load.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/engine/articles/readings.hpp"
#include "tests/shared_data.hpp"

using namespace hearsay;
using namespace hearsay::engine;
namespace fs = std::filesystem;

namespace {

class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "hearsay-load-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    std::string add(const std::string& name, const std::string& bytes) const {
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return (path_ / name).string();
    }
    fs::path path() const { return path_; }

  private:
    fs::path path_;
};

const Pipeline& reading() {
    static const Pipeline pipeline = Pipeline::reading_with(std::make_unique<KnownReadings>(
        std::vector<Reading>{
            {"The mayor of Velk, Ada Kern", "said", "that ferry"},
            {"Bo Lind", "denied", "that the wall was in danger"},
            {"the harbour master", "said", "that it had"},
        },
        std::vector<std::string>{"Ada Kern", "Bo Lind"}));
    return pipeline;
}

struct Seen {
    std::vector<std::string> notes, errors, loaded;
    LoadEvents events() {
        return {{},
                [this](const std::string& place, const std::string& text) {
                    notes.push_back(place + ": " + text);
                },
                [this](const std::string& place, const std::string& text) {
                    errors.push_back(place + ": " + text);
                },
                [this](const std::string& place, const std::string&) { loaded.push_back(place); }};
    }
};

std::string report(int number) {
    const std::string n = std::to_string(number);
    return "Harbour report " + n + "\n\nThe mayor of Velk, Ada Kern, said on Monday that ferry " + n +
           " would not sail.\n\nBo Lind denied that the wall was in danger, and the harbour master said "
           "that it had " +
           n + " cracks.\n";
}

std::string lines(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        std::string text = report(i);
        for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "\\n");
        out += "{\"id\": \"r" + std::to_string(i) + "\", \"text\": \"" + text + "\"}\n";
    }
    return out;
}

// The ids of the articles in the graph; every one has its text and as many statements as the others of its
// kind.
std::set<std::string> articles(const graphs::PropertyGraph& graph) {
    std::set<std::string> ids;
    const auto label = graph.find_label("Article");
    if (label.is_none()) return ids;
    for (const auto vertex : graph.vertices(label)) {
        CHECK(graph.property(vertex, graph.find_key("text")).kind() == graphs::Kind::String);
        CHECK(graph.property(vertex, graph.find_key("sha256")).string().size() == 64);
        CHECK(graph.out_degree(vertex) > 0);
        ids.emplace(graph.property(vertex, graph.find_key("id")).string());
    }
    return ids;
}

std::set<std::string> articles_in(const graphs::PropertyGraph& graph) {
    std::set<std::string> ids;
    const auto label = graph.find_label("Article");
    if (label.is_none()) return ids;
    for (const auto vertex : graph.vertices(label))
        ids.emplace(graph.property(vertex, graph.find_key("id")).string());
    return ids;
}

}  // namespace

TEST_CASE("articles become vertices, statements and edges, and are counted") {
    const Folder folder;
    folder.add("a.txt", report(1));
    folder.add("b.jsonl", lines(3));
    auto store = graphs::Store::in_memory();
    Seen seen;
    const auto summary = load_articles(store, reading(), {folder.path().string()}, seen.events());
    REQUIRE(summary);
    CHECK(summary->articles == 3);  // report 1 is there twice
    CHECK(summary->duplicates == 1);
    CHECK(summary->failed == 0);
    CHECK(summary->statements > 0);
    CHECK(summary->claims > 0);
    CHECK(summary->denials > 0);
    CHECK(summary->parties > 0);
    CHECK(summary->words > 60);
    CHECK(seen.loaded.size() == 3);
    CHECK(seen.errors.empty());
    REQUIRE(seen.notes.size() == 1);
    CHECK(seen.notes[0] == folder.path().string() + "/b.jsonl:2: is loaded already as 'a'");
    CHECK(articles(store.graph()) == std::set<std::string>{"a", "r0", "r2"});
    CHECK(store.graph().vertices(store.graph().find_label("Statement")).size() == summary->statements);
}

TEST_CASE("the same load again brings nothing new") {
    const Folder folder;
    const std::string file = folder.add("b.jsonl", lines(3));
    auto store = graphs::Store::in_memory();
    REQUIRE(load_articles(store, reading(), {file}, {}));
    const std::size_t vertices = store.graph().vertex_count();
    const auto again = load_articles(store, reading(), {file}, {});
    REQUIRE(again);
    CHECK(again->articles == 0);
    CHECK(again->duplicates == 3);
    CHECK(store.graph().vertex_count() == vertices);
}

TEST_CASE("another text with the same id gets an id of its own") {
    const Folder folder;
    fs::create_directory(folder.path() / "x");
    const std::string first = folder.add("report.txt", report(1)),
                      second = folder.add("x/report.txt", report(2));
    auto store = graphs::Store::in_memory();
    Seen seen;
    REQUIRE(load_articles(store, reading(), {first, second}, seen.events()));
    CHECK(articles(store.graph()) == std::set<std::string>{"report", "report~2"});
    REQUIRE(seen.notes.size() == 1);
    CHECK(seen.notes[0].find("loaded as 'report~2'") != std::string::npos);
}

TEST_CASE("any number of articles may come with one id") {
    const Folder folder;
    std::string all;
    std::set<std::string> expected{"one"};
    for (int i = 0; i < 150; ++i) {
        all += "{\"id\": \"one\", \"text\": \"Report " + std::to_string(i) + "\"}\n";
        if (i > 0) expected.insert("one~" + std::to_string(i + 1));
    }
    expected.insert("one~7~2");
    const std::string file = folder.add("all.jsonl", all + "{\"id\": \"one~7\", \"text\": \"Another\"}\n");
    auto store = graphs::Store::in_memory();
    REQUIRE(load_articles(store, reading(), {file}, {}));
    CHECK(articles_in(store.graph()) == expected);
    const std::string more = folder.add("more.jsonl", R"({"id": "one", "text": "One more"})");
    REQUIRE(load_articles(store, reading(), {more}, {}));
    expected.insert("one~151");
    CHECK(articles_in(store.graph()) == expected);
}

TEST_CASE("bad inputs are counted and named, the others load") {
    auto store = graphs::Store::in_memory();
    Seen seen;
    const auto summary =
        load_articles(store, reading(), {"tests/engine/articles/bad", "no such file"}, seen.events());
    REQUIRE(summary);
    CHECK(summary->articles == 3);
    CHECK(summary->failed == seen.errors.size());
    CHECK(summary->failed > 10);
}

TEST_CASE("an interrupt keeps what was read so far") {
    const Folder folder;
    const std::string file = folder.add("b.jsonl", lines(200));
    auto store = graphs::Store::in_memory();
    std::atomic<bool> interrupt{false};
    Seen seen;
    LoadEvents events = seen.events();
    events.loaded = [&](const std::string& place, const std::string&) {
        seen.loaded.push_back(place);
        interrupt = true;
    };
    const auto summary = load_articles(store, reading(), {file}, events, 1, Watch({}, &interrupt));
    REQUIRE(summary);
    CHECK(summary->articles >= 1);
    CHECK(summary->articles < 200);
    CHECK(summary->stopped_at.starts_with(file));
    CHECK(articles(store.graph()).size() == summary->articles);
}

TEST_CASE("a load can be stopped within an article") {
    // Reads on until it is stopped, where the text says so.
    class Endless final : public Annotator {
      public:
        explicit Endless(std::atomic<bool>& interrupt) : interrupt_(interrupt) {}
        std::string_view name() const override { return "endless"; }
        void annotate(Document& document, const graphs::Progress& progress) const override {
            if (document.text.find("without end") == std::string::npos) return;
            while (true) {
                progress(0);
                interrupt_ = true;
            }
        }

      private:
        std::atomic<bool>& interrupt_;
    };
    const Folder folder;
    const std::string file = folder.add(
        "b.jsonl", lines(5) + R"({"text": "It goes on without end."})" + "\n" + R"({"text": "Behind it."})");
    for (const std::size_t threads : {1, 2, 5}) {
        std::atomic<bool> interrupt{false};
        const Pipeline pipeline = Pipeline::reading_with(std::make_unique<Endless>(interrupt));
        auto store = graphs::Store::in_memory();
        Seen seen;
        const auto summary =
            load_articles(store, pipeline, {file}, seen.events(), threads, Watch({}, &interrupt));
        REQUIRE(summary);
        CHECK(summary->articles <= 5);
        CHECK(summary->stopped_at == file + ":" + std::to_string(summary->articles + 1));
        CHECK(seen.loaded.size() == summary->articles);
        CHECK(articles_in(store.graph()).size() == summary->articles);
        CHECK(store.graph().changes().empty());
    }
}

TEST_CASE("a load can be stopped while an article is put into the graph") {
    const Folder folder;
    std::string large;
    for (int i = 0; i < 200; ++i) large += report(i);
    const std::string first = folder.add("a.txt", report(1000)), second = folder.add("b.txt", large);
    auto store = graphs::Store::in_memory();
    std::atomic<bool> interrupt{false};
    LoadEvents events;
    events.loaded = [&](const std::string&, const std::string&) { interrupt = true; };
    const auto summary = load_articles(store, reading(), {first, second}, events, 1, Watch({}, &interrupt));
    REQUIRE(summary);
    CHECK(summary->articles == 1);
    CHECK(summary->stopped_at == second);
    CHECK(store.graph().changes().empty());
    auto alone = graphs::Store::in_memory();
    REQUIRE(load_articles(alone, reading(), {first}, {}));
    CHECK(store.graph().vertex_count() == alone.graph().vertex_count());
    CHECK(store.graph().edge_count() == alone.graph().edge_count());
    // What was stopped is read again.
    const auto again = load_articles(store, reading(), {first, second}, {});
    REQUIRE(again);
    CHECK(again->articles == 1);
    CHECK(articles(store.graph()) == std::set<std::string>{"a", "b"});
}

TEST_CASE("any number of threads gives the same file, messages and counts") {
    const Folder folder;
    fs::create_directory(folder.path() / "in");
    folder.add("in/a.jsonl", lines(150));
    folder.add("in/b.txt", report(200));
    folder.add("in/c.txt", "");
    folder.add("in/d.jsonl", lines(3) + "broken\n" + "{\"id\": \"r7\", \"text\": \"Another r7.\"}\n");
    std::string long_report;
    for (int i = 0; i < 300; ++i) long_report += report(1000 + i);
    folder.add("in/e.txt", long_report);
    folder.add("in/f.txt", "\xFF" + report(201));
    const auto load = [&](std::size_t threads, std::vector<std::string>& said) {
        const fs::path file = folder.path() / ("graph" + std::to_string(threads));
        auto store = graphs::Store::open(file);
        REQUIRE(store);
        LoadEvents events;
        const auto keep = [&said](const char* kind) {
            return [&said, kind](const std::string& place, const std::string& text) {
                said.push_back(kind + place + ": " + text);
            };
        };
        events.note = keep("note ");
        events.error = keep("error ");
        events.loaded = keep("loaded ");
        auto summary =
            load_articles(*store, reading(), {(folder.path() / "in").string(), "gone"}, events, threads);
        REQUIRE(summary);
        CHECK(summary->articles == 154);
        CHECK(summary->duplicates == 3);
        CHECK(summary->failed == 3);
        std::ifstream in(file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    std::vector<std::string> said;
    const std::string bytes = load(1, said);
    CHECK(said.size() == 154 + 3 + 3 + 2);  // and two notes: an encoding, an id
    for (const std::size_t threads : {2, 3, 8}) {
        std::vector<std::string> said_now;
        CHECK((load(threads, said_now) == bytes));
        CHECK(said_now == said);
    }
}

TEST_CASE("with several threads too an interrupt keeps whole batches") {
    const Folder folder;
    const std::string file = folder.add("b.jsonl", lines(400));
    auto store = graphs::Store::in_memory();
    std::atomic<bool> interrupt{false};
    std::size_t loaded = 0;
    LoadEvents events;
    events.loaded = [&](const std::string&, const std::string&) {
        ++loaded;
        interrupt = true;
    };
    const auto summary = load_articles(store, reading(), {file}, events, 4, Watch({}, &interrupt));
    REQUIRE(summary);
    CHECK(summary->articles == 64);
    CHECK(loaded == 64);
    CHECK(articles(store.graph()).size() == 64);
    CHECK(store.graph().changes().empty());
}

TEST_CASE("a read-only graph is refused") {
    const Folder folder;
    const fs::path file = folder.path() / "graph.hearsay";
    REQUIRE(graphs::Store::open(file));
    auto store = graphs::Store::open(file, graphs::Store::Access::ReadOnly);
    REQUIRE(store);
    const auto summary = load_articles(*store, reading(), {folder.add("a.txt", report(1))}, {});
    REQUIRE_FALSE(summary);
    CHECK(summary.error().reason.find("read-only") != std::string::npos);
}

TEST_CASE("killed at any moment, the file holds whole articles, and all that were reported") {
    const Folder folder;
    const std::string input = folder.add("b.jsonl", lines(2000));
    for (const int milliseconds : {30, 120, 400}) {
        INFO(milliseconds);
        const fs::path file = folder.path() / ("graph" + std::to_string(milliseconds));
        const fs::path reported = folder.path() / ("loaded" + std::to_string(milliseconds));
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            std::ofstream out(reported);
            LoadEvents events;
            events.loaded = [&](const std::string& place, const std::string&) { out << place << std::endl; };
            auto store = graphs::Store::open(file);
            if (store) (void)load_articles(*store, reading(), {input}, events);
            _exit(0);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);

        std::size_t count = 0;
        std::ifstream in(reported);
        for (std::string line; std::getline(in, line); ++count) {
        }
        auto store = graphs::Store::open(file);
        REQUIRE(store);
        const std::set<std::string> found = articles(store->graph());
        CHECK(found.size() >= count);
        // Loaded in order, so what is there is a beginning of the input.
        for (std::size_t i = 0; i < found.size(); ++i) CHECK(found.count("r" + std::to_string(i)) == 1);
    }
}

TEST_CASE("a disk that fills up ends the load, and what was committed stays") {
    const Folder folder;
    const std::string input = folder.add("b.jsonl", lines(1000));
    const fs::path file = folder.path() / "graph";
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // No file may grow beyond this: a write fails as on a full disk.
        signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{512 << 10, 512 << 10};
        setrlimit(RLIMIT_FSIZE, &limit);
        auto store = graphs::Store::open(file);
        if (!store) _exit(3);
        std::size_t loaded = 0;
        LoadEvents events;
        events.loaded = [&](const std::string&, const std::string&) { ++loaded; };
        const auto summary = load_articles(*store, reading(), {input}, events);
        _exit(summary ? 1 : loaded > 0 && !summary.error().reason.empty() ? 0 : 2);
    }
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    auto store = graphs::Store::open(file);
    REQUIRE(store);
    CHECK(articles(store->graph()).size() >= 64);
}

TEST_CASE("the seed reports load without an error") {
    const auto seeds = hearsay::tests::shared_data("seeds");
    if (!seeds) {
        WARN("skipped: there is no ../shared/seeds");
        return;
    }
    auto store = graphs::Store::in_memory();
    Seen seen;
    const auto summary = load_articles(store, reading(), {seeds->string()}, seen.events());
    REQUIRE(summary);
    CHECK(summary->articles == 5);
    CHECK(summary->failed == 0);
    CHECK(seen.errors.empty());
}
