#include "engine/articles/reader/read_articles.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

using namespace hearsay::engine;
namespace fs = std::filesystem;

namespace {

struct Outcome {
    std::vector<Document> documents;
    std::vector<std::string> places;
    std::vector<std::string> notes;
    std::map<std::string, std::string> errors;  // place -> reason
    std::uintmax_t last_done = 0, total = 0;
};

Outcome read(const std::vector<std::string>& paths, const std::string& standard_input = "",
             std::optional<std::size_t> most = ReadingLimits::default_most_article) {
    Outcome out;
    std::istringstream in(standard_input);
    const ReadEvents events{
        [&](const std::string& place, const std::string& text) { out.notes.push_back(place + ": " + text); },
        [&](const std::string& place, const std::string& reason) { out.errors[place] = reason; },
        [&](std::uintmax_t done, std::uintmax_t total, const std::string&) {
            CHECK(done >= out.last_done);
            out.last_done = done;
            out.total = total;
        }};
    CHECK(read_articles(
        paths, in, events,
        [&](Document&& document, const std::string& place) {
            out.documents.push_back(std::move(document));
            out.places.push_back(place);
            return true;
        },
        Watch({{}, {}, most})));
    return out;
}

// A folder that goes away with the test.
class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "hearsay-read-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    std::string add(const std::string& name, const std::string& bytes) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return (path_ / name).string();
    }
    fs::path path() const { return path_; }
    std::string name() const { return path_.string(); }

  private:
    fs::path path_;
};

}  // namespace

TEST_CASE("a text file is one article, stored byte for byte") {
    const Folder folder;
    const std::string text = "Velk reopens mill\r\n\r\nThe mayor said so.  \n\n";
    const std::string file = folder.add("mill.txt", text);
    const Outcome out = read({file});
    REQUIRE(out.documents.size() == 1);
    CHECK(out.documents[0].text == text);
    CHECK(out.documents[0].id == "mill");
    CHECK(out.documents[0].file == file);
    CHECK(out.places[0] == file);
    CHECK(out.last_done == text.size());
    CHECK(out.total == text.size());
}

TEST_CASE("folders are read through, in the order of names") {
    const Folder folder;
    folder.add("b/two.TXT", "Two.");
    folder.add("a.jsonl", "{\"text\": \"One.\"}\n\n{\"id\": \"own\", \"text\": \"One and a half.\"}\n");
    folder.add("c.html", "<p>Three.</p>");
    folder.add("d.json", "[{\"text\": \"Four.\"}, {\"text\": \"Five.\"}]");
    folder.add("e.png", "no article");
    folder.add(".hidden.txt", "not read");
    const Outcome out = read({folder.name()});
    std::vector<std::string> texts, ids;
    for (const Document& d : out.documents) texts.push_back(d.text), ids.push_back(d.id);
    CHECK(texts == std::vector<std::string>{"One.", "One and a half.", "Two.", "Three.", "Four.", "Five."});
    CHECK(ids == std::vector<std::string>{"a:1", "own", "two", "c", "d:1", "d:2"});
    CHECK(out.places[1] == (folder.path() / "a.jsonl").string() + ":3");
    CHECK(out.errors.empty());
    CHECK(out.notes == std::vector<std::string>{folder.name() + ": 1 file of another kind was left out"});
}

TEST_CASE("every bad input is named with its place and reason, and the others load") {
    const std::string bad = "tests/engine/articles/bad";
    REQUIRE(fs::exists(bad));
    const Outcome out = read({bad});
    const std::map<std::string, std::string> expected{
        {"binary.jsonl", "is binary data (NUL bytes), not JSON lines"},
        {"blank.jsonl", "holds no article"},
        {"blank.txt", "holds white space only"},
        {"broken.json", "line 2, column 11: ill-formed JSON"},
        {"empty.json", "is empty"},
        {"empty.txt", "is empty"},
        {"lines.jsonl:2", "line 1, column "},
        {"lines.jsonl:4", "`text` is no string but number"},
        {"lines.jsonl:5", "`published` is no date: 'soon'"},
        {"lines.jsonl:6", "line 1, column "},
        {"lines.jsonl:7", "line 1, column "},
        {"menu-only.html", "shows no text"},
        {"none.json", "holds no article"},
        {"nul.txt", "is binary data (NUL bytes), not text"},
        {"paper.txt", "is a PDF document, not text"},
        {"picture.txt", "is a PNG image, not text"},
        {"shapes.json: article 2", "`text` is missing"},
        {"shapes.json: article 3", "is no object but string"},
        {"shapes.json: article 4", "`text` is no string but array"},
    };
    CHECK(out.errors.size() == expected.size());
    for (const auto& [name, reason] : expected) {
        INFO(name);
        const auto found = out.errors.find(bad + "/" + name);
        REQUIRE(found != out.errors.end());
        CHECK(found->second.substr(0, reason.size()) == reason);
    }
    std::vector<std::string> ids;
    for (const Document& d : out.documents) ids.push_back(d.id);
    CHECK(ids == std::vector<std::string>{"good-1", "good-2", "shapes:1"});
}

TEST_CASE("links, loops and missing files are named") {
    const Folder folder;
    folder.add("inner/x.txt", "Read once.");
    fs::create_directory_symlink(folder.path(), folder.path() / "inner" / "up");
    fs::create_symlink(folder.path() / "nowhere", folder.path() / "dangling.txt");
    fs::create_symlink(folder.path() / "self.txt", folder.path() / "self.txt");
    const Outcome out = read({folder.name(), folder.name() + "/missing.txt"});
    CHECK(out.documents.size() == 1);
    CHECK(out.errors.at(folder.name() + "/inner/up") == "is a link back to a folder above it");
    CHECK(out.errors.at(folder.name() + "/dangling.txt") == "is a link to nothing");
    CHECK(out.errors.at(folder.name() + "/self.txt") == "is a link that leads back to itself");
    CHECK(out.errors.at(folder.name() + "/missing.txt") == "no such file or folder");
}

TEST_CASE("files without permission are named") {
    if (geteuid() == 0) {
        WARN("skipped: root may read everything");
        return;
    }
    const Folder folder;
    const std::string file = folder.add("secret.txt", "x");
    fs::permissions(file, fs::perms::none);
    CHECK(read({file}).errors.at(file) == "no permission to read it");
}

TEST_CASE("an empty folder is no error, but is noted") {
    const Folder folder;
    const Outcome out = read({folder.name()});
    CHECK(out.errors.empty());
    CHECK(out.notes ==
          std::vector<std::string>{folder.name() + ": holds no file to read (.txt, .html, .json, .jsonl)"});
}

TEST_CASE("standard input is looked into") {
    CHECK(read({"-"}, "{\"text\": \"a\"}\n{\"text\": \"b\"}\n").documents.size() == 2);
    CHECK(read({"-"}, "[{\"text\": \"a\"},\n {\"text\": \"b\"}]").documents.size() == 2);
    CHECK(read({"-"}, "{\n  \"text\": \"a\"\n}\n").documents.at(0).text == "a");
    CHECK(read({"-"}, "<!DOCTYPE html>\n<p>One.</p>").documents.at(0).text == "One.");
    CHECK(read({"-"}, "\n<html><body>One.").documents.at(0).text == "One.");
    CHECK(read({"-"}, "Plain words.\n").documents.at(0).text == "Plain words.\n");
    CHECK(read({"-"}, "{curly} words are words").errors.size() == 1);
    CHECK(read({"-"}, "").errors.at("-") == "is empty");
    // The first line is faulty, the second is not: lines all the same.
    const Outcome out = read({"-"}, "{\"text\": \n{\"text\": \"b\"}\n");
    CHECK(out.documents.size() == 1);
    CHECK(out.errors.count("-:1") == 1);
}

TEST_CASE("what is larger than an article may be is named, and the rest loads") {
    const Folder folder;
    constexpr std::size_t most = 1000;
    const std::string large(2 * most, 'a'), fits(most, 'b');
    const auto line = [](const std::string& text) { return "{\"text\": \"" + text + "\"}"; };
    const std::string short_line = line("One."), long_line = line(large);
    folder.add("a.txt", large);
    folder.add("b.txt", fits);
    folder.add("c.html", "<p>" + large);
    folder.add("d.json", "[" + long_line + "]");
    folder.add("e.jsonl", short_line + "\n" + long_line + "\n" + short_line + "\n" + long_line);
    folder.add("f.jsonl", long_line + "\n" + short_line);
    const Outcome out = read({folder.name()}, "", most);
    const std::string reason =
        "is larger than 1000 bytes, the most that one article may have; `--max-article` raises it";
    const auto at = [&](const std::string& name) { return folder.name() + "/" + name; };
    CHECK(out.errors ==
          std::map<std::string, std::string>{{at("a.txt"), reason},
                                             {at("c.html"), reason},
                                             {at("d.json"), reason + "; JSON lines may be many"},
                                             {at("e.jsonl:2"), reason},
                                             {at("e.jsonl:4"), reason},
                                             {at("f.jsonl:1"), reason}});
    CHECK(out.places ==
          std::vector<std::string>{at("b.txt"), at("e.jsonl:1"), at("e.jsonl:3"), at("f.jsonl:2")});
    CHECK(read({folder.name()}, "", std::nullopt).errors.empty());

    // What has no name that says what it is, and what has no end.
    for (const std::string& input : {large, "<p>" + large, "a\n" + large, std::string(5000, '\0')}) {
        const Outcome refused = read({"-"}, input, most);
        CHECK(refused.documents.empty());
        CHECK(refused.errors == std::map<std::string, std::string>{{"-", reason}});
    }
    const Outcome lines = read({"-"}, short_line + "\n" + long_line + "\n" + short_line, most);
    CHECK(lines.errors == std::map<std::string, std::string>{{"-:2", reason}});
    CHECK(lines.places == std::vector<std::string>{"-:1", "-:3"});
    const Outcome first = read({"-"}, long_line + "\n" + short_line, most);
    CHECK(first.errors == std::map<std::string, std::string>{{"-:1", reason}});
    CHECK(first.places == std::vector<std::string>{"-:2"});
    CHECK(read({"/dev/zero"}, "", most).errors == std::map<std::string, std::string>{{"/dev/zero", reason}});
}

TEST_CASE("reading ends where the watch is over") {
    const Folder folder;
    std::atomic<bool> interrupt{false};
    std::istringstream none;
    const Watch watch({}, &interrupt);
    std::size_t articles = 0;
    const TakeArticle take = [&](Document&&, const std::string&) {
        ++articles;
        interrupt = true;
        return true;
    };
    const std::vector<std::string> paths = {folder.add("a.txt", "One."), folder.add("b.txt", "Two.")};
    CHECK_THROWS_AS(read_articles(paths, none, {}, take, watch), ReadingStopped);
    CHECK(articles == 1);
    CHECK(watch.interrupted());
    // A pipe that nobody writes to, and input without end.
    const std::string pipe = (folder.path() / "pipe.txt").string();
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    for (const std::string& path : {pipe, std::string("/dev/zero")}) {
        const Watch short_time({std::chrono::milliseconds(50), {}, {}});
        CHECK_THROWS_AS(read_articles({path}, none, {}, take, short_time), ReadingStopped);
        CHECK(short_time.reason() ==
              "the reading takes more than 50 ms; `--timeout` sets how long it may take");
    }
}

TEST_CASE("a .json file may hold an object a line, and JSON may come in UTF-16") {
    const Folder folder;
    CHECK(read({folder.add("x.json", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n")}).documents.size() == 2);
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("{\"text\": \"a\"}\n{\"text\": \"b\"}\n")) wide += c, wide += '\0';
    const Outcome out = read({folder.add("y.jsonl", wide)});
    CHECK(out.documents.size() == 2);
    CHECK(out.notes.size() == 1);
}

TEST_CASE("the taker can stop the reading") {
    std::istringstream in("{\"text\": \"a\"}\n{\"text\": \"b\"}\n");
    int taken = 0;
    CHECK_FALSE(read_articles({"-"}, in, {}, [&](Document&&, const std::string&) { return ++taken < 1; }));
    CHECK(taken == 1);
}
