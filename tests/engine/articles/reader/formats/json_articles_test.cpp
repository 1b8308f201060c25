#include "engine/articles/reader/formats/json_articles.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace hearsay;
using namespace hearsay::engine;

namespace {

std::string reason(const std::string& json) {
    const auto article = read_json_article(json);
    return article ? "" : article.error().reason;
}

}  // namespace

TEST_CASE("every field is taken") {
    const auto a = read_json_article(
        R"({"id": "v1", "text": "Said so.", "title": "T", "outlet": "O", "author": ["A", "B"],
                                        "published": "2023-05-06T10:00:00Z", "url": "u", "more": {"x": [1]}})");
    REQUIRE(a);
    CHECK(a->document.id == "v1");
    CHECK(a->document.text == "Said so.");
    CHECK(a->document.title == "T");
    CHECK(a->document.outlet == "O");
    CHECK(a->document.author == "A, B");
    CHECK(a->document.url == "u");
    REQUIRE(a->document.published);
    CHECK(graphs::to_string(*a->document.published) == "2023-05-06");
    CHECK(a->note.empty());
}

TEST_CASE("publisher and date are other names; null and absent are nothing; a number may be an id") {
    const auto a = read_json_article(
        R"({"id": 7, "text": "x", "publisher": {"name": "P"}, "date": "6 May 2023", "title": null, "url": null})");
    REQUIRE(a);
    CHECK(a->document.id == "7");
    CHECK(a->document.outlet == "P");
    CHECK(graphs::to_string(*a->document.published) == "2023-05-06");
    CHECK(a->document.title.empty());
    CHECK_FALSE(read_json_article(R"({"text": "x", "published": ""})")->document.published);
}

TEST_CASE("the wrong shape is named") {
    CHECK(reason("[]") == "is no object but array");
    CHECK(reason("\"words\"") == "is no object but string");
    CHECK(reason(R"({"title": "no text"})") == "`text` is missing");
    CHECK(reason(R"({"text": 5})") == "`text` is no string but number");
    CHECK(reason(R"({"text": null})") == "`text` is no string but null");
    CHECK(reason(R"({"text": " \n "})") == "`text` is empty");
    CHECK(reason(R"({"text": "x", "title": {"a": 1}})") == "`title` is no string but object");
    CHECK(reason(R"({"text": "x", "published": "soon"})") == "`published` is no date: 'soon'");
    CHECK(reason(R"({"text": "x", "published": "2023-02-30"})") == "`published` is no date: '2023-02-30'");
    CHECK(reason(R"({"text": "x", "date": 20230506})") == "`date` is no date but number");
}

TEST_CASE("ill-formed JSON is named with its place") {
    CHECK(reason("{\"text\": \"a\",}").rfind("line 1, column 14: ill-formed JSON: ", 0) == 0);
    CHECK(reason("{\n \"text\": tru }").rfind("line 2, column ", 0) == 0);
    CHECK(reason("").rfind("line 1, column 1: ", 0) == 0);
    CHECK(reason("{\"text\": \"caf\xE9 au lait\"}").find("UTF-8") != std::string::npos);
    CHECK(reason("{\"text\": \"" + std::string(100000, 'a')).size() < 600);  // does not quote the whole text
}

TEST_CASE("a number is kept as it is written, however large or exact") {
    for (const char* id :
         {"0", "-0", "7", "-12", "1.0", "1.50", "9223372036854775807", "9223372036854775808",
          "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616",
          "123456789012345678901234567890", "1e3", "1E+400", "-1e400", "1e-400", "0.1e999999"}) {
        INFO(id);
        const std::string line =
            R"({"id": )" + std::string(id) + R"(, "title": )" + id + R"(, "text": "\"9e9\" 1e5"})";
        const auto article = read_json_article(line);
        REQUIRE(article);
        CHECK(article->document.id == id);
        CHECK(article->document.title == id);
        CHECK(article->document.text == "\"9e9\" 1e5");
        CHECK(is_json_object(line));
        std::string in_array;
        REQUIRE(read_json_articles("[" + line + "]", [&](std::size_t, graphs::Result<JsonArticle> one) {
            in_array = one ? one->document.id : one.error().reason;
            return true;
        }));
        CHECK(in_array == id);
    }
    // What nobody asks for may be as large as it likes; a text is still no number.
    CHECK(reason("{\"text\": \"x\", \"n\": 1e999999}").empty());
    CHECK(reason("{\"id\": 1.0, \"text\": 1.5}") == "`text` is no string but number");
    CHECK(reason("{\"text\": \"x\", \"n\": 01}").find("ill-formed") != std::string::npos);
}

TEST_CASE("half surrogate pairs and NUL characters are mended") {
    const auto a = read_json_article(R"({"text": "one \ud83d two \ud83d\ude00 three \\ud83d"})");
    REQUIRE(a);
    CHECK(a->document.text == "one \xEF\xBF\xBD two \xF0\x9F\x98\x80 three \\ud83d");
    CHECK(a->note == "1 half surrogate pair became U+FFFD");
    const auto b = read_json_article(R"({"text": "a\u0000b"})");
    REQUIRE(b);
    CHECK(b->document.text == "a b");
    CHECK(b->note == "NUL characters became spaces");
}

TEST_CASE("one object or an array of them") {
    std::vector<std::string> seen;
    const auto take = [&](std::size_t number, graphs::Result<JsonArticle> a) {
        seen.push_back(std::to_string(number) + ": " + (a ? a->document.text : a.error().reason));
        return true;
    };
    REQUIRE(read_json_articles(R"([{"text": "a"}, 3, {"text": "b"}])", take));
    REQUIRE(read_json_articles(R"({"text": "c"})", take));
    CHECK(seen == std::vector<std::string>{"1: a", "2: is no object but number", "3: b", "1: c"});
    CHECK(read_json_articles("[]", take).error().reason == "holds no article");
    CHECK_FALSE(read_json_articles("[{\"text\": \"a\"}", take));
}

TEST_CASE("deep nesting and long texts are no trouble") {
    CHECK(reason("{\"text\": \"x\", \"deep\": " + std::string(200000, '[') + std::string(200000, ']') + "}")
              .empty());
    CHECK(read_json_article("{\"text\": \"" + std::string(5000000, 'a') + "\"}")->document.text.size() ==
          5000000);
}
