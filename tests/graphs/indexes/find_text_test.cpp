// Finding a text in others, against the standard library's way.
#include "graphs/indexes/find_text.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace hearsay::graphs;

TEST_CASE("a text is found where it is, whatever byte is rare") {
    std::mt19937 random(5);
    const auto draw = [&random](std::size_t most, unsigned letters) {
        std::string text(random() % (most + 1), ' ');
        for (char& c : text) c = static_cast<char>('a' + random() % letters);
        return text;
    };
    std::size_t found = 0;
    for (int i = 0; i < 4000; ++i) {
        const unsigned letters = 1 + random() % 4;
        const std::string part = draw(5, letters), sample = draw(40, 4);
        const TextFinder finder(part, sample);
        for (int k = 0; k < 10; ++k) {
            const std::string text = draw(60, letters);
            const bool wanted = text.find(part) != std::string::npos;
            found += wanted ? 1 : 0;
            if (finder.is_in(text) != wanted) FAIL("'" << part << "' in '" << text << "'");
            REQUIRE(find_text(text, part) == text.find(part));
            const std::size_t from = random() % 62;
            REQUIRE(find_text(text, part, from) == text.find(part, from));
            REQUIRE(finder.find(text, from) == text.find(part, from));
        }
    }
    CHECK(found > 1000);
    CHECK(found < 39'000);
}

TEST_CASE("texts with bytes of every value are searched") {
    const std::string text("caf\xC3\xA9\0 bar", 10);
    CHECK(TextFinder("\xC3\xA9", text).is_in(text));
    CHECK(TextFinder(std::string_view("\0 b", 3), "").is_in(text));
    CHECK_FALSE(TextFinder("\xC3\xAA", text).is_in(text));
    CHECK_FALSE(TextFinder("bark", text).is_in(text));
    CHECK(TextFinder("", text).is_in(""));
    CHECK_FALSE(TextFinder("a", text).is_in(""));
}
