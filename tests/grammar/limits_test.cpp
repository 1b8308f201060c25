// Deep and long input ends in an answer or an error, soon.
#include <catch2/catch.hpp>

#include "grammar/build/syntax_record.hpp"
#include "grammar/explain.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/interruption.hpp"

using namespace hearsay::grammar;

namespace {

std::string repeat(const std::string& part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

std::string nested(const std::string& open, const std::string& inner, const std::string& close,
                   std::size_t times) {
    return repeat(open, times) + inner + repeat(close, times);
}

struct Form {
    std::string open, inner, close;
};
const Form forms[] = {{"(", "1", ")"},
                      {"[", "1", "]"},
                      {"{a: ", "1", "}"},
                      {"f(", "1", ")"},
                      {"a[", "1", "]"},
                      {"[x IN ", "xs", " | 1]"},
                      {"[x IN ", "xs", ", 1]"},
                      {"any(x IN ", "xs", " WHERE x)"},
                      {"reduce(a = 0, x IN ", "xs", " | a)"},
                      {"CASE WHEN ", "1", " THEN 2 END"},
                      {"[(a)-->({k: ", "1", "}) | 1]"},
                      {"EXISTS { MATCH (a) WHERE ", "a", " }"},
                      {"NOT ({k: ", "1", "})-->()"}};

}  // namespace

TEST_CASE("brackets nest", "[grammar]") {
    for (const Form& form : forms) {
        INFO(form.open);
        CHECK(parse("RETURN " + nested(form.open, form.inner, form.close, 100)));
        const auto deep = parse("RETURN " + nested(form.open, form.inner, form.close, 10'000));
        REQUIRE_FALSE(deep);
        CHECK(deep.error().message.find("too deeply") != std::string::npos);
    }
}

TEST_CASE("a mistake in nested brackets is found at once", "[grammar]") {
    // Were anything read twice a level, the longest of these would outlast the universe.
    for (const Form& form : forms) {
        INFO(form.open);
        CHECK_FALSE(parse("RETURN " + nested(form.open, form.inner, "", 100)));
        CHECK_FALSE(parse("RETURN " + nested(form.open, form.inner + " 1", form.close, 100)));
    }
}

TEST_CASE("chains of operators do not exhaust the stack", "[grammar]") {
    for (const char* sign : {"NOT ", "-", "+ ", "a + ", "a ^ ", "a IN "}) {
        INFO(sign);
        CHECK(parse("RETURN " + repeat(sign, 400) + "1"));
        const auto deep = parse("RETURN " + repeat(sign, 100'000) + "1");
        REQUIRE_FALSE(deep);
        CHECK(deep.error().message.find("too deeply") != std::string::npos);
    }
    for (const char* sign : {"a OR ", "a AND ", "a XOR ", "a < "}) {
        INFO(sign);
        auto wide = parse("RETURN " + repeat(sign, 100'000) + "true");
        REQUIRE(wide);
        const auto copy = *wide;
        CHECK(copy.span.end == wide->span.end);
    }
}

TEST_CASE("what stands ahead is looked for once", "[grammar]") {
    // Each level looks ahead to its end, over all that is inside.
    const std::string numbers = "[" + repeat("1, ", 300'000) + "1]";
    CHECK(parse("RETURN " + nested("[x IN ", numbers, "]", 100)));
    CHECK(parse("MATCH " + nested("({k: ", numbers, "})", 1) + " RETURN 1"));
    CHECK(parse("RETURN " + nested("[({k: ", numbers, "})-->() | 1]", 1)));
    CHECK_FALSE(parse("RETURN " + repeat("[x IN ", 100'000)));
    CHECK_FALSE(parse("MATCH " + repeat("({k: ", 100'000)));
}

TEST_CASE("of a long line the place is shown", "[grammar]") {
    const std::string filler(5'000'000, 'x');
    for (const std::string& text :
         {"RETURN '" + filler + "' + '" + filler + "' 1", "RETURN " + filler + " 1", "RETURN '" + filler,
          "RETURN 1 1 " + filler, std::string(10'000'000, ')'),
          "RETURN '" + repeat("\u6f22", 300'000) + repeat("ж", 300'000) + "' ж 1"}) {
        INFO(text.substr(0, 40));
        const auto result = parse(text);
        REQUIRE_FALSE(result);
        const std::string shown = render(result.error(), text, "query");
        CHECK(shown.size() < 2'000);
        CHECK(find_invalid_utf8(shown) == std::string::npos);
    }
}

TEST_CASE("a long name in a message is cut", "[grammar]") {
    const Diagnostic error{Severity::Error, {0, 1}, "unknown `" + repeat("ж", 100'000) + "`", "", "", ""};
    const std::string shown = render(error, "x", "query");
    CHECK(shown.size() < 1'000);
    CHECK(find_invalid_utf8(shown) == std::string::npos);
}

TEST_CASE("the reading of a long text can be ended", "[grammar]") {
    const std::atomic<bool> stop{true};
    const Interruption scope(&stop);
    for (const std::string& text : {"RETURN [" + repeat("1, ", 30'000) + "1]",
                                    "RETURN [" + repeat("1, ", 30'000), repeat("RETURN 1 ", 30'000)}) {
        const auto statement = parse(text);
        REQUIRE_FALSE(statement);
        CHECK(statement.error().type == "Interrupted");
    }
    CHECK(parse("RETURN 1"));  // a short one is not worth it
}

TEST_CASE("long queries are read", "[grammar]") {
    CHECK(parse("RETURN [" + repeat("1, ", 300'000) + "1]"));
    CHECK(parse("RETURN '" + std::string(1'000'000, 'x') + "'"));
    CHECK_FALSE(parse("RETURN '" + std::string(1'000'000, 'x')));
}
