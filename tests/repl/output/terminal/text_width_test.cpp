#include "repl/output/terminal/text_width.hpp"

#include <catch2/catch.hpp>

using namespace hearsay::repl;

TEST_CASE("text is as wide as a terminal draws it") {
    CHECK(display_width("") == 0);
    CHECK(display_width("bridge") == 6);
    CHECK(display_width("Мост") == 4);
    CHECK(display_width("橋が") == 4);             // East Asian Wide
    CHECK(display_width("ｈａ") == 4);             // Fullwidth
    CHECK(display_width("e\u0301te\u0301") == 3);  // combining accents
    CHECK(display_width("\u200b") == 0);
    CHECK(display_width("👩‍🚒!") == 3);  // joined with a zero-width joiner
    CHECK(display_width("👍🏽") == 2);      // with a skin tone
    CHECK(display_width("🇺🇦🇵🇱") == 4);          // two flags
    CHECK(display_width("❤️") == 2);        // emoji presentation
    CHECK(display_width("각") == 2);            // Jamo
    CHECK(display_width("ab\xFF") == 3);        // no UTF-8
}

TEST_CASE("control characters and escape sequences are spelt out") {
    CHECK(harmless("plain") == "plain");
    CHECK(harmless("a\nb\tc\rd") == "a\\nb\\tc\\rd");
    CHECK(harmless("\x1b[2Jgone") == "\\x1b[2Jgone");
    CHECK(harmless(std::string_view("a\0b", 3)) == "a\\x00b");
    CHECK(harmless("\u009b31m") == "\\x9b31m");
    CHECK(harmless("\u202eback") == "\\u202eback");
    CHECK(harmless("\u061c\u200f\u2066\x7f") == "\\u061c\\u200f\\u2066\\x7f");
    CHECK(harmless_lines("a\x1b\nb\t\n") == "a\\x1b\nb\\t\n");
    CHECK(harmless("ok \xC3") == "ok \\xc3");
    CHECK(harmless("é 橋 👍") == "é 橋 👍");
}

TEST_CASE("text is cut to a width and says so") {
    CHECK(cut("bridge", 6, "…") == "bridge");
    CHECK(cut("bridges", 6, "…") == "bridg…");
    CHECK(cut("bridges", 6, "...") == "bri...");
    CHECK(cut("橋橋橋", 4, "…") == "橋…");
    CHECK(display_width(cut("橋橋橋", 4, "…")) <= 4);
    CHECK(cut("e\u0301e\u0301e\u0301", 2, "…") == "e\u0301…");
    CHECK(display_width(cut("bridges", 2, "...")) <= 2);
}

TEST_CASE("text wraps at spaces, and inside words only where it must") {
    CHECK(wrap("", 5) == std::vector<std::string>{""});
    CHECK(wrap("the old bridge", 8) == std::vector<std::string>{"the old", "bridge"});
    CHECK(wrap("the old bridge", 7) == std::vector<std::string>{"the old", "bridge"});
    CHECK(wrap("unbelievable", 5) == std::vector<std::string>{"unbel", "ievab", "le"});
    CHECK(wrap("an unbelievable tale", 6) == std::vector<std::string>{"an", "unbeli", "evable", "tale"});
    CHECK(wrap("橋橋橋", 4) == std::vector<std::string>{"橋橋", "橋"});
    CHECK(wrap("e\u0301e\u0301e\u0301", 2) == std::vector<std::string>{"e\u0301e\u0301", "e\u0301"});
    for (std::size_t width = 1; width < 12; ++width)
        for (const std::string& line : wrap("a bb ccc dddd eeeee 橋 ffffff  gg", width))
            CHECK(display_width(line) <= std::max<std::size_t>(width, 2));
}

TEST_CASE("nothing but spaces is lost by wrapping") {
    const std::string text = "one  two   three four-five 橋六 seven ";
    const auto without_spaces = [](std::string s) {
        s.erase(std::remove(s.begin(), s.end(), ' '), s.end());
        return s;
    };
    for (std::size_t width = 2; width < 20; ++width) {
        std::string joined;
        for (const std::string& line : wrap(text, width)) joined += line;
        CHECK(without_spaces(joined) == without_spaces(text));
    }
}

TEST_CASE("padding counts columns") {
    CHECK(pad_right("橋", 4) == "橋  ");
    CHECK(pad_left("12", 4) == "  12");
    CHECK(pad_right("too long", 3) == "too long");
}
