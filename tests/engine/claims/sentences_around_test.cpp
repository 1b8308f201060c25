#include <catch2/catch.hpp>

#include "engine/claims/trace.hpp"

using namespace hearsay::engine;

namespace {

// The sentence around the first place where `part` stands.
std::string around(std::string_view text, std::string_view part) {
    const std::size_t begin = text.find(part);
    REQUIRE(begin != std::string_view::npos);
    const TextSpan span = sentences_around(text, {begin, begin + part.size()});
    return std::string(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

TEST_CASE("a sentence ends at a full stop or at the end of a line") {
    const std::string_view text = "A headline\nIt rained. The ferry sank, she said. Nobody came.\n\nThe end";
    CHECK(around(text, "ferry") == "The ferry sank, she said.");
    CHECK(around(text, "rained. The") == "It rained. The ferry sank, she said.");
    CHECK(around(text, "headline") == "A headline");
    CHECK(around(text, "Nobody came.") == "Nobody came.");
    CHECK(around(text, "end") == "The end");
}

TEST_CASE("abbreviations, initials and numbers end no sentence") {
    CHECK(around("He left. Gen. A. Tull lost 3.5 ships, Mr. Orr said. Rain.", "lost") ==
          "Gen. A. Tull lost 3.5 ships, Mr. Orr said.");
}

TEST_CASE("quotation marks after the full stop belong to the sentence") {
    CHECK(around("“We won.” The crowd left.", "won") == "“We won.”");
    CHECK(around("\"Who goes?\" he asked. Silence.", "goes") == "\"Who goes?\" he asked.");
    CHECK(around("Silence. “We won,” he said.", "said") == "“We won,” he said.");
}
