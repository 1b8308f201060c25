#include "engine/articles/coreference/coreference_annotator.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/engine/articles/read_names.hpp"

using namespace hearsay::engine;

namespace {

struct Said {
    std::string source;   // the last occurrence before the content, else the first after it
    std::string content;  // once in the text
};

// The resolved sources, "|" between attributions.
std::string speakers(const std::string& text, const std::vector<Said>& said) {
    Document document = read_names(text);
    for (const Said& one : said) {
        Attribution a;
        a.content = {find(document, one.content)};
        std::size_t at = document.text.rfind(one.source, a.content.front().begin);
        const std::size_t paragraph = document.text.rfind('\n', a.content.front().begin);
        if (at == std::string::npos || (paragraph != std::string::npos && at < paragraph))
            at = document.text.find(one.source, a.content.front().end);
        a.source = {{at, at + one.source.size()}};
        document.attributions.push_back(a);
    }
    CoreferenceAnnotator().annotate(document);
    std::string out;
    for (const Attribution& a : document.attributions) out += (out.empty() ? "" : "|") + a.source_name;
    return out;
}

}  // namespace

TEST_CASE("A surname is its last bearer's", "[coreference]") {
    CHECK(speakers("Pavel Orrin said fish is dear.\n\nMr. Orrin said tides are low.",
                   {{"Pavel Orrin", "fish is dear"}, {"Mr. Orrin", "tides are low"}}) ==
          "Pavel Orrin|Pavel Orrin");
}

TEST_CASE("Pronouns are the last fitting speaker", "[coreference]") {
    CHECK(speakers("Pavel Orrin said fish is dear.\n\nHe said tides are low.",
                   {{"Pavel Orrin", "fish is dear"}, {"He", "tides are low"}}) == "Pavel Orrin|Pavel Orrin");
    CHECK(speakers("Helen Lund said fish is dear. Pavel Orrin said eels are cheap. She said tides are low.",
                   {{"Helen Lund", "fish is dear"},
                    {"Pavel Orrin", "eels are cheap"},
                    {"She", "tides are low"}}) == "Helen Lund|Pavel Orrin|Helen Lund");
    CHECK(speakers("The Velk Tide Agency said fish is dear.\n\nIt said tides are low.",
                   {{"The Velk Tide Agency", "fish is dear"}, {"It", "tides are low"}}) ==
          "Velk Tide Agency|Velk Tide Agency");
}

TEST_CASE("Descriptions are the party that fits", "[coreference]") {
    CHECK(speakers("Norway's defense ministry said fish is dear.\n\nThe ministry said tides are low.",
                   {{"Norway's defense ministry", "fish is dear"}, {"The ministry", "tides are low"}}) ==
          "Norwegian Defense Ministry|Norwegian Defense Ministry");
    CHECK(speakers("Kremlin spokesman Pavel Orrin met Helen Lund.\n\nThe spokesman said tides are low.",
                   {{"The spokesman", "tides are low"}}) == "Pavel Orrin");
    CHECK(speakers("The Lund Legion came.\n\n“We have fish,” the secretive group said.",
                   {{"the secretive group", "We have fish,"}}) == "Lund Legion");
    CHECK(
        speakers("Two groups, the Lund Legion and the Velk Battalion, came.\n\nBoth groups say fish is dear.",
                 {{"Both groups", "fish is dear"}}) == "Lund Legion; Velk Battalion");
    CHECK(speakers("Norway's Federal Tide Service (FTS) came. Oslo slept.\n\nThe FTS said fish is dear.",
                   {{"The FTS", "fish is dear"}}) == "Federal Tide Service");
}

TEST_CASE("Sources of several parties", "[coreference]") {
    CHECK(speakers("The Lund Legion and the Velk Battalion said fish is dear.",
                   {{"The Lund Legion and the Velk Battalion", "fish is dear"}}) ==
          "Lund Legion; Velk Battalion");
    CHECK(speakers("Security agencies and local officials said fish is dear.",
                   {{"Security agencies and local officials", "fish is dear"}}) ==
          "Security agencies; local officials");
    CHECK(speakers("Two groups, the Lund Legion and the Velk Battalion, said fish is dear.",
                   {{"Two groups, the Lund Legion and the Velk Battalion,", "fish is dear"}}) ==
          "Lund Legion; Velk Battalion");
}

TEST_CASE("A statement is whoever issued it", "[coreference]") {
    CHECK(speakers("The Lund Legion said fish is dear. “Tides are low,” a statement said.",
                   {{"The Lund Legion", "fish is dear"}, {"a statement", "Tides are low,"}}) ==
          "Lund Legion|Lund Legion");
}

TEST_CASE("Who is not named stays described", "[coreference]") {
    CHECK(speakers("Local officials said fish is dear.", {{"Local officials", "fish is dear"}}) ==
          "Local officials");
    CHECK(speakers("A harbour spokesperson said fish is dear.\n\nThe spokesperson said tides are low.",
                   {{"A harbour spokesperson", "fish is dear"}, {"The spokesperson", "tides are low"}}) ==
          "harbour spokesperson|harbour spokesperson");
}
