#include "grammar/text/diagnostic.hpp"

#include <catch2/catch.hpp>

using namespace hearsay::grammar;

namespace {

std::string shown(const std::string& text, Span span) {
    return render({Severity::Error, span, "wrong", "", "", ""}, text, "query");
}

}  // namespace

TEST_CASE("an error is shown with its line, a caret and tildes", "[grammar]") {
    const Diagnostic error{Severity::Error,         {17, 22}, "unknown function `coutn`",
                           "did you mean `count`?", "",       ""};
    CHECK(render(error, "MATCH (n) RETURN coutn(n)", "query") ==
          "query:1:18: error: unknown function `coutn`\n"
          "  MATCH (n) RETURN coutn(n)\n"
          "                   ^~~~~\n"
          "did you mean `count`?\n");
    CHECK(render({Severity::Warning, {2, 3}, "odd", "", "", ""}, "a\nb\nc", "moths.cypher") ==
          "moths.cypher:2:1: warning: odd\n  b\n  ^\n");
}

TEST_CASE("the caret stands under its place", "[grammar]") {
    CHECK(shown("abc", {3, 3}) == "query:1:4: error: wrong\n  abc\n     ^\n");
    CHECK(shown("", {0, 0}) == "query:1:1: error: wrong\n  \n  ^\n");
    CHECK(shown("a\r\nbc\r\n", {3, 7}) == "query:2:1: error: wrong\n  bc\n  ^~\n");
    CHECK(shown("\tab", {1, 2}) == "query:1:2: error: wrong\n      ab\n      ^\n");
    // wide: two columns each
    CHECK(shown("\xE8\x9B\xBE\xE8\x9B\xBE x", {7, 8}) ==
          "query:1:4: error: wrong\n  \xE8\x9B\xBE\xE8\x9B\xBE x\n       ^\n");
    CHECK(shown("\xE8\x9B\xBE", {0, 3}) == "query:1:1: error: wrong\n  \xE8\x9B\xBE\n  ^~\n");
    // e and a combining accent: one column
    CHECK(shown("e\xCC\x81 x", {4, 5}) == "query:1:4: error: wrong\n  e\xCC\x81 x\n    ^\n");
    CHECK(shown("a\xFF x", {3, 4}) == "query:1:4: error: wrong\n  a\xEF\xBF\xBD x\n     ^\n");
    CHECK(shown("ab", {5, 9}) == "query:1:3: error: wrong\n  ab\n    ^\n");
}

TEST_CASE("a long line is cut around the place", "[grammar]") {
    const std::string text = std::string(500, 'a') + "X" + std::string(500, 'b');
    const std::string picture = shown(text, {500, 501});
    const std::string line = "..." + std::string(50, 'a') + "X" + std::string(49, 'b') + "...";
    CHECK(picture == "query:1:501: error: wrong\n  " + line + "\n  " + std::string(53, ' ') + "^\n");
}

TEST_CASE("places are counted in lines and characters", "[grammar]") {
    CHECK(locate("ab\nc", 0).column == 1);
    CHECK(locate("ab\nc", 3).line == 2);
    CHECK(locate("\xC3\xA9x", 2).column == 2);
    CHECK(locate("ab", 99).column == 3);
}

TEST_CASE("the nearest name is found, if it is near", "[grammar]") {
    const std::vector<std::string> names = {"count", "collect", "coalesce", "toUpper", "id"};
    CHECK(nearest("coutn", names) == "count");
    CHECK(nearest("COUNT", names) == "count");
    CHECK(nearest("toupper", names) == "toUpper");
    CHECK(nearest("colect", names) == "collect");
    CHECK(nearest("moth", names) == "");
    CHECK(nearest("ix", names) == "");
    CHECK(nearest("", names) == "");
}
