#include "repl/prompt/history.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
using hearsay::repl::decode_entry;
using hearsay::repl::encode_entry;
using hearsay::repl::History;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / "hearsay-history-test";
    Folder() { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("an entry of several lines is one line of the file and comes back whole") {
    for (const std::string entry : {"MATCH (a)\nRETURN a;", "a \\n b", "\\", "x\r\ny", "橋;"}) {
        CHECK(encode_entry(entry).find('\n') == std::string::npos);
        CHECK(decode_entry(encode_entry(entry)) == entry);
    }
}

TEST_CASE("what one session types the next one recalls") {
    Folder folder;
    const fs::path file = folder.path / "state" / "hearsay" / "history";
    {
        History history(file);
        CHECK(history.entries().empty());
        CHECK(history.add("MATCH (a)\n  RETURN a;"));
        CHECK(history.add("MATCH (a)\n  RETURN a;"));  // again: kept once
        CHECK(history.add("   "));
        CHECK(history.add(":schema"));
    }
    CHECK(History(file).entries() == std::vector<std::string>{"MATCH (a)\n  RETURN a;", ":schema"});
    CHECK((fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
          fs::perms::none);
}

TEST_CASE("sessions side by side keep each other's entries") {
    Folder folder;
    const fs::path file = folder.path / "history";
    History one(file), two(file);
    CHECK(one.add("RETURN 1;"));
    CHECK(two.add("RETURN 2;"));
    CHECK(one.add("RETURN 3;"));
    CHECK(History(file).entries() == std::vector<std::string>{"RETURN 1;", "RETURN 2;", "RETURN 3;"});
}

TEST_CASE("an overgrown file is cut to its newest entries") {
    Folder folder;
    const fs::path file = folder.path / "history";
    {
        History history(file, 3);
        for (int i = 0; i < 10; ++i) CHECK(history.add("RETURN " + std::to_string(i) + ";"));
    }
    CHECK(History(file, 3).entries() == std::vector<std::string>{"RETURN 7;", "RETURN 8;", "RETURN 9;"});
    std::ifstream in(file);
    CHECK(std::count(std::istreambuf_iterator<char>(in), {}, '\n') == 3);
}

TEST_CASE("a history that cannot be written says so once and goes on in memory") {
    Folder folder;
    fs::create_directories(folder.path / "history");  // a folder where the file should be
    History history(folder.path / "history");
    const auto first = history.add("RETURN 1;");
    REQUIRE_FALSE(first);
    CHECK(first.error().reason.find("history cannot be kept") != std::string::npos);
    CHECK(history.add("RETURN 2;"));
    CHECK(history.entries().size() == 2);
}

TEST_CASE("the file is where the XDG specification says") {
    const char* state = std::getenv("XDG_STATE_HOME");
    const char* home = std::getenv("HOME");
    const std::string old_state = state ? state : "", old_home = home ? home : "";
    setenv("HOME", "/home/mara", 1);
    setenv("XDG_STATE_HOME", "/state", 1);
    CHECK(History::default_file() == fs::path("/state/hearsay/history"));
    unsetenv("XDG_STATE_HOME");
    CHECK(History::default_file() == fs::path("/home/mara/.local/state/hearsay/history"));
    unsetenv("HOME");
    CHECK_FALSE(History::default_file());
    if (state) setenv("XDG_STATE_HOME", old_state.c_str(), 1);
    if (home) setenv("HOME", old_home.c_str(), 1);
}
