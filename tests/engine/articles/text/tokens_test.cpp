#include "engine/articles/text/tokens.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace hearsay::engine;

namespace {

// The tokens, joined by "|".
std::string tokens(const std::string& text) {
    Document document;
    document.text = text;
    TokenAnnotator().annotate(document);
    std::string out;
    for (const Token& token : document.tokens)
        out += (out.empty() ? "" : "|") + std::string(document.slice(token.span));
    return out;
}

}  // namespace

TEST_CASE("Words, clitics and marks", "[tokens]") {
    CHECK(tokens("Velk's mayor didn't say.") == "Velk|'s|mayor|did|n't|say|.");
    CHECK(tokens("Velk’s mayor didn’t say: we’ll see") == "Velk|’s|mayor|did|n’t|say|:|we|’ll|see");
    CHECK(tokens("the [council]'s men, O'Hara") == "the|[|council|]|'s|men|,|O'Hara");
    CHECK(tokens("“Velk-based” AT&T—so he said") == "“|Velk-based|”|AT&T|—|so|he|said");
    CHECK(tokens("yes--no... well") == "yes|--|no|...|well");
}

TEST_CASE("Numbers and abbreviations keep their marks", "[tokens]") {
    CHECK(tokens("7,500 of 3.5 at 4:30 p.m. and 40%.") == "7,500|of|3.5|at|4:30|p.m.|and|40|%|.");
    CHECK(tokens("Mr. Lund, J. Orr and the U.S. in No. 5, no.") ==
          "Mr.|Lund|,|J.|Orr|and|the|U.S.|in|No.|5|,|no|.");
    CHECK(tokens("Sen. Orr, R-Ky., left.") == "Sen.|Orr|,|R-Ky.|,|left|.");
    CHECK(tokens("$1.25 and £3") == "$|1.25|and|£|3");
}

TEST_CASE("Any bytes are read without harm", "[tokens]") {
    CHECK(tokens("").empty());
    CHECK(tokens("\xff\xfe\xc3").size() > 0);
    CHECK(tokens("Љубљана је, 東京。") == "Љубљана|је|,|東京|。");
}
