#include <catch2/catch.hpp>

#include "repl/commands/commands.hpp"
#include "repl/commands/help.hpp"
#include "repl/session/literal.hpp"

using namespace hearsay::repl;
using Words = std::vector<std::string>;

TEST_CASE("words are separated as in a shell") {
    CHECK(words_of("").empty());
    CHECK(words_of("  a  b\tc ") == Words{"a", "b", "c"});
    CHECK(words_of("'a b' \"c d\" e\\ f") == Words{"a b", "c d", "e f"});
    CHECK(words_of("pre'fix ed'post ''") == Words{"prefix edpost", ""});
    CHECK(words_of("\"it's\" 'back\\slash'") == Words{"it's", "back\\slash"});
    CHECK(words_of("'open end") == Words{"open end"});
}

TEST_CASE("every command is found by its name and explained") {
    for (const Command& command : commands()) {
        INFO(command.name);
        CHECK(find_command(command.name) == &command);
        CHECK(help_topic(command.name));
        CHECK(help_overview().find(":" + command.name) != std::string::npos);
        CHECK_FALSE(command.summary.empty());
    }
    CHECK(find_command("q") == find_command("quit"));
    CHECK(find_command("nonsense") == nullptr);
}

TEST_CASE("help knows commands, short forms, clauses and functions") {
    CHECK_THAT(*help_topic(":load"), Catch::Matchers::Contains("PATH"));
    CHECK_THAT(*help_topic("WHO CLAIMS"), Catch::Matchers::Contains("WHO CLAIMS '"));
    CHECK_THAT(*help_topic("timeline"), Catch::Matchers::Contains("TIMELINE OF"));
    CHECK_THAT(*help_topic("Optional Match"), Catch::Matchers::Contains("OPTIONAL MATCH"));
    CHECK_THAT(*help_topic("toupper"), Catch::Matchers::Contains("toUpper("));
    CHECK_THAT(*help_topic("toUpper()"), Catch::Matchers::Contains("STRING"));
    CHECK_THAT(*help_topic("left"), Catch::Matchers::Contains("left('harbour', 4) is 'harb'"));
    CHECK_FALSE(help_topic("nonsense"));
    for (const std::string& topic : help_topics()) CHECK(help_topic(topic));
}

TEST_CASE("help fits a terminal of 80 columns") {
    std::string text = help_overview();
    for (const Command& command : commands()) text += *help_topic(command.name);
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin);
        INFO(text.substr(begin, end - begin));
        CHECK(end - begin < 80);
        begin = end + 1;
    }
}

TEST_CASE("parameters are NAME=VALUE") {
    CHECK(name_and_value("a=1") == std::pair<std::string, std::string>("a", "1"));
    CHECK(name_and_value("$a==") == std::pair<std::string, std::string>("a", "="));
    CHECK(name_and_value("a=")->second.empty());
    CHECK_FALSE(name_and_value("=1"));
    CHECK_FALSE(name_and_value("a b=1"));
    CHECK_FALSE(name_and_value("none"));
}

TEST_CASE("a value is a literal of openCypher, or else text") {
    CHECK(literal_or_text("42").integer() == 42);
    CHECK(literal_or_text("-7").integer() == -7);
    CHECK(literal_or_text("1.5").floating() == 1.5);
    CHECK(literal_or_text("true").boolean());
    CHECK(literal_or_text("null").is_null());
    CHECK(literal_or_text("'it\\'s'").string() == "it's");
    CHECK(literal_or_text("[1, 'a']").list().size() == 2);
    CHECK(literal_or_text("{a: 1}").map().at("a").integer() == 1);
    CHECK(literal_or_text("Moscow Street").string() == "Moscow Street");
    CHECK(literal_or_text("harbour").string() == "harbour");
    CHECK(literal_or_text("2031-04-09").string() == "2031-04-09");  // a subtraction is no literal
    CHECK(literal_or_text("1 AS n, 2").string() == "1 AS n, 2");
    CHECK(literal_or_text("1 LIMIT 0").string() == "1 LIMIT 0");
    CHECK(literal_or_text("it's").string() == "it's");
    CHECK(literal_or_text("").string().empty());
    CHECK(literal_or_text("date('2031-04-09')").date() == hearsay::graphs::date_from(2031, 4, 9));
}
