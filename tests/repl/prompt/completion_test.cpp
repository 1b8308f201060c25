#include "repl/prompt/completion.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace hearsay::repl;
using Names = std::vector<std::string>;

namespace {

Vocabulary vocabulary() {
    Vocabulary words;
    words.labels = {"Actor", "Article", "Statement", "`odd one`"};
    words.types = {"ATTRIBUTES", "CLAIMS", "DENIES"};
    words.keys = {"name", "role", "text"};
    words.functions = {"count", "collect", "toUpper"};
    words.parameters = {"who"};
    words.parties = [](std::string_view begin, std::size_t) {
        return begin.empty() || begin.front() == 'M' || begin.front() == 'm' ? Names{"Mara Voss", "M. O'Dell"}
                                                                             : Names{};
    };
    words.files = [](std::string_view) { return Names{"articles/", "answers.csv"}; };
    return words;
}

// What Tab offers at the end of the text.
Names offered(std::string_view text) {
    return complete(text, vocabulary()).candidates;
}

// The text after Tab, if there is one way on.
std::string completed(std::string_view text) {
    const Completion completion = complete(text, vocabulary());
    REQUIRE(completion.candidates.size() == 1);
    return std::string(text.substr(0, completion.begin)) + completion.candidates[0];
}

}  // namespace

TEST_CASE("keywords come as they are typed") {
    CHECK(completed("MAT") == "MATCH ");
    CHECK(completed("mat") == "match ");
    CHECK(completed("MATCH (a) RETU") == "MATCH (a) RETURN ");
    CHECK(completed("MATCH (a) RETURN a ORDER ") == "MATCH (a) RETURN a ORDER BY ");
    CHECK(completed("who cl") == "who claims ");
    CHECK(offered("WHO ") == Names{"CLAIMS", "DENIES"});
    CHECK(completed("RETURN 1; TIMEL") == "RETURN 1; TIMELINE OF ");
}

TEST_CASE("clauses that change the graph come as well") {
    CHECK(offered("CR") == Names{"CREATE "});
    CHECK(offered("mer") == Names{"merge "});
    CHECK(offered("MATCH (n) DET") == Names{"DETACH "});
    CHECK(offered("MATCH (n) DETACH ") == Names{"DELETE "});
    CHECK(offered("MERGE (n) ON ") == Names{"CREATE", "MATCH"});
}

TEST_CASE("labels, types, properties and parameters come where they stand") {
    CHECK(offered("MATCH (a:A") == Names{"Actor", "Article"});
    CHECK(offered("MATCH (a:") == Names{"Actor", "Article", "Statement", "`odd one`"});
    CHECK(offered("MATCH (a:od") == Names{"`odd one`"});
    CHECK(offered("MATCH (a:a") == Names{"Actor", "Article"});
    CHECK(completed("MATCH ()-[c:CL") == "MATCH ()-[c:CLAIMS");
    CHECK(completed("MATCH ()-[:CLAIMS|DE") == "MATCH ()-[:CLAIMS|DENIES");
    CHECK(completed("MATCH ()-[c:CLAIMS]->(s:S") == "MATCH ()-[c:CLAIMS]->(s:Statement");
    CHECK(completed("MATCH (a) WHERE a.na") == "MATCH (a) WHERE a.name");
    CHECK(offered("MATCH (a) RETURN a.") == Names{"name", "role", "text"});
    CHECK(completed("MATCH (a:Actor {na") == "MATCH (a:Actor {name: ");
    CHECK(completed("MATCH (a) WHERE a.name = $w") == "MATCH (a) WHERE a.name = $who");
    CHECK(completed("MATCH (a) WHERE a:S") == "MATCH (a) WHERE a:Statement");
    CHECK(offered("RETURN [x IN xs | x.t") == Names{"text"});
}

TEST_CASE("functions and the statement's own variables come too") {
    CHECK(completed("RETURN toU") == "RETURN toUpper(");
    CHECK(offered("MATCH (colour:Actor) RETURN col") == Names{"collect ", "collect(", "colour"});
    CHECK(offered("WITH 1 AS weight RETURN wei") == Names{"weight"});
}

TEST_CASE("names of parties come in quotes, whole and escaped") {
    CHECK(offered("WHAT DOES 'M") == Names{"'M. O\\'Dell'", "'Mara Voss'"});
    CHECK(offered("WHAT DOES \"M") == Names{"\"M. O'Dell\"", "\"Mara Voss\""});
    CHECK(complete("WHAT DOES 'M", vocabulary()).begin == 10);
    CHECK(offered("MATCH (a {name: '").size() == 2);
}

TEST_CASE("strings of two lines, comments and empty words get nothing") {
    CHECK(offered("MATCH (a) // WHE").empty());
    CHECK(offered("MATCH (a) ").empty());
    CHECK(offered("RETURN 'zzz").empty());
    CHECK(offered("RETURN `na").empty());
    CHECK(offered("RETURN '(' + b:").size() == 4);  // brackets in strings are no brackets
}

TEST_CASE("commands and what stands behind them") {
    CHECK(completed(":sch") == ":schema ");
    CHECK(offered(":mode j") == Names{"json", "jsonl"});
    CHECK(completed(":timer on") == ":timer on");
    CHECK(completed(":load art") == ":load articles/");
    CHECK(completed(":load \"x y\" art") == ":load \"x y\" articles/");
    CHECK(offered(":load ") == Names{"answers.csv", "articles/"});
    CHECK(completed(":help who c") == ":help who claims");
    CHECK(completed(":export f.svg MATCH (a:Act") == ":export f.svg MATCH (a:Actor");
    CHECK(completed(":param w") == ":param who ");
}

TEST_CASE("half-typed text of any kind is no trouble") {
    const std::string text =
        "MATCH (a:Actor {name: 'x\\'y'})-[:CLAIMS*1..3|DENIES]->(s) WHERE s.text =~ '(?i).*[a-' /* c */ "
        "RETURN [x IN "
        "$p | x.`q r`][0..2], \"d\" // e\n:load ~/ü";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const Completion completion = complete(text.substr(0, length), vocabulary());
        CHECK(completion.begin <= length);
        CHECK(std::is_sorted(completion.candidates.begin(), completion.candidates.end()));
    }
}

TEST_CASE("what candidates have in common is whole characters") {
    CHECK(common_beginning({"json", "jsonl"}) == "json");
    CHECK(common_beginning({"Ä", "Ö"}).empty());
    CHECK(common_beginning({"aÄ", "aÖ"}) == "a");
    CHECK(common_beginning({}).empty());
    CHECK(common_beginning({"same"}) == "same");
}

TEST_CASE("files are completed as :load reads them") {
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / "hearsay-completion-test";
    fs::create_directories(folder / "sub");
    std::ofstream(folder / "it's a file.txt") << "x";
    std::ofstream(folder / ".hidden") << "x";
    CHECK(files_that_begin((folder / "it").string()) == Names{(folder / "it\\'s\\ a\\ file.txt").string()});
    CHECK(files_that_begin((folder / "su").string()) == Names{(folder / "sub/").string()});
    CHECK(files_that_begin(folder.string() + "/").size() == 2);
    CHECK(files_that_begin((folder / "none" / "x").string()).empty());
    fs::remove_all(folder);
}
