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
        if (const std::size_t cue = document.text.find("said", at); cue != std::string::npos)
            a.cue = {{cue, cue + 4}};
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

TEST_CASE("A double surname and a first name that nobody shares are short for the full name",
          "[coreference]") {
    CHECK(speakers("Hassan Abu Lund, the director, said fish is dear.\n\nAbu Lund said tides are low.",
                   {{"Hassan Abu Lund", "fish is dear"}, {"Abu Lund", "tides are low"}}) ==
          "Hassan Abu Lund|Hassan Abu Lund");
    CHECK(speakers("Director Tarvos Elm Orrin said fish is dear.\n\nTarvos said tides are low.",
                   {{"Director Tarvos Elm Orrin", "fish is dear"}, {"Tarvos", "tides are low"}}) ==
          "Tarvos Elm Orrin|Tarvos Elm Orrin");
}

TEST_CASE("Suffixes, particles and short forms do not make another of somebody", "[coreference]") {
    const auto two = [](const std::string& first, const std::string& second) {
        return speakers(first + " said fish is dear.\n\n" + second + " said tides are low.",
                        {{first, "fish is dear"}, {second, "tides are low"}});
    };
    CHECK(two("William Orrin Jr.", "Mr. Orrin") == "William Orrin Jr.|William Orrin Jr.");
    CHECK(two("William Orrin", "Bill Orrin") == "William Orrin|William Orrin");
    CHECK(two("Helen de Lund", "De Lund") == "Helen de Lund|Helen de Lund");
    CHECK(two("De Lund", "Helen de Lund") == "Helen de Lund|Helen de Lund");
    CHECK(two("Tarvos", "Tarvos Elm Orrin") == "Tarvos Elm Orrin|Tarvos Elm Orrin");
    CHECK(two("Helen Lund", "Pavel Lund") == "Helen Lund|Pavel Lund");
}

TEST_CASE("A role before a name and a comma is its bearer's", "[coreference]") {
    CHECK(speakers("Norway’s president, Pavel Orrin, said fish is dear.\n\nHelen Lund said eels are "
                   "cheap.\n\nThe president said tides are low.",
                   {{"Norway’s president, Pavel Orrin", "fish is dear"},
                    {"Helen Lund", "eels are cheap"},
                    {"The president", "tides are low"}}) == "Pavel Orrin|Helen Lund|Pavel Orrin");
}

TEST_CASE("The bodies that somebody deals with do not name him", "[coreference]") {
    CHECK(speakers("The group, which talks with offices including the Lund Water Board, said fish is dear.",
                   {{"The group, which talks with offices including the Lund Water Board",
                     "fish is dear"}}) != "Lund Water Board");
}

TEST_CASE("A thing cannot speak", "[coreference]") {
    CHECK(speakers("The power of the mill indicates that fish is dear.",
                   {{"The power of the mill", "fish is dear"}}) == "");
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

TEST_CASE("Bodies are not meant by what they cannot be", "[coreference]") {
    CHECK(speakers("The Velk Party said fish is dear.\n\nThe harbour commission said tides are low.",
                   {{"The Velk Party", "fish is dear"}, {"The harbour commission", "tides are low"}}) ==
          "Velk Party|harbour commission");
    CHECK(speakers("The Velk Union said fish is dear.\n\nThe army said tides are low.",
                   {{"The Velk Union", "fish is dear"}, {"The army", "tides are low"}}) == "Velk Union|army");
    CHECK(speakers("The chess group Interpol left the Velk Hospital.\n\nThe group said tides are low.",
                   {{"The group", "tides are low"}}) == "Interpol");
}

TEST_CASE("A general word for a role is who has the role", "[coreference]") {
    CHECK(speakers("Senator Helen Lund met the smith.\n\nThe politician said fish is dear.",
                   {{"The politician", "fish is dear"}}) == "Helen Lund");
    CHECK(speakers("Coach Helen Lund met the smith.\n\nThe politician said fish is dear.",
                   {{"The politician", "fish is dear"}}) == "politician");
}

TEST_CASE("Names in a list may have brackets and attributes", "[coreference]") {
    CHECK(speakers("The Velk Tide Agency (VTA) and the Lund Legion said fish is dear.",
                   {{"The Velk Tide Agency (VTA) and the Lund Legion", "fish is dear"}}) ==
          "Velk Tide Agency; Lund Legion");
    CHECK(
        speakers(
            "The Velk Battalion (VB), pie-maker Lund Legion (LL) and the Velk Tide Agency said fish is dear.",
            {{"The Velk Battalion (VB), pie-maker Lund Legion (LL) and the Velk Tide Agency",
              "fish is dear"}}) == "Velk Battalion; Lund Legion; Velk Tide Agency");
    CHECK(speakers("The Lund Legion and Velk radio said fish is dear.",
                   {{"The Lund Legion and Velk radio", "fish is dear"}}) == "Lund Legion; Velk radio");
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
    CHECK(speakers("Several nations said fish is dear.", {{"Several nations", "fish is dear"}}) ==
          "Several nations");
    CHECK(speakers("A harbour spokesperson said fish is dear.\n\nThe spokesperson said tides are low.",
                   {{"A harbour spokesperson", "fish is dear"}, {"The spokesperson", "tides are low"}}) ==
          "harbour spokesperson|harbour spokesperson");
}

TEST_CASE("Descriptions are spelled out before, after and by what they belong to", "[coreference]") {
    CHECK(speakers("Tides are low, said two secretive groups based in Oslo: the so-called “Lund Legion” and "
                   "the “Velk Battalion.”",
                   {{"two secretive groups", "Tides are low"}}) == "Lund Legion; Velk Battalion");
    CHECK(speakers("Another group calling itself the Lund Legion said fish is dear.",
                   {{"Another group", "fish is dear"}}) == "Lund Legion");
    CHECK(speakers("The Lund campaign also called on the Velk Tide Agency. Tides are low.",
                   {{"The Lund campaign", "called on the Velk Tide Agency"}}) == "Lund campaign");
    CHECK(speakers("A member of a third troop, the Lund Legion, said fish is dear.\n\n“Tides are low,” said "
                   "the fighter.",
                   {{"A member of a third troop, the Lund Legion", "fish is dear"},
                    {"the fighter", "Tides are low,"}}) ==
          "member of the Lund Legion|member of the Lund Legion");
    CHECK(speakers("The Velk Rescue Corps came.\n\nThe rescue corps fighter said fish is dear.",
                   {{"The rescue corps fighter", "fish is dear"}}) == "Velk Rescue Corps fighter");
    CHECK(speakers("Norway's defense ministry met.\n\nThe ministry's spokesman said fish is dear.",
                   {{"The ministry's spokesman", "fish is dear"}}) == "Norwegian Defense Ministry spokesman");
    CHECK(speakers("Corps founder and harbour activist Pavel Orrin said fish is dear.",
                   {{"Corps founder and harbour activist Pavel Orrin", "fish is dear"}}) == "Pavel Orrin");
}

TEST_CASE("They are all who spoke together", "[coreference]") {
    CHECK(speakers("The Lund Legion and the Velk Battalion said fish is dear. They said tides are low.",
                   {{"The Lund Legion and the Velk Battalion", "fish is dear"}, {"They", "tides are low"}}) ==
          "Lund Legion; Velk Battalion|Lund Legion; Velk Battalion");
}

TEST_CASE("What cannot speak is no party", "[coreference]") {
    CHECK(speakers("The explosion added that tides are low.", {{"The explosion", "tides are low"}}).empty());
    CHECK(speakers("The complaint filed by bakers said tides are low.",
                   {{"The complaint filed by bakers", "tides are low"}}) == "complaint");
    CHECK(speakers("Reports by the Velk Tide Agency said tides are low.",
                   {{"Reports by the Velk Tide Agency", "tides are low"}}) == "Velk Tide Agency");
}

TEST_CASE("First person is the speaker around it", "[coreference]") {
    CHECK(speakers("“Why, I think fish is dear,” Pavel Orrin said.",
                   {{"Pavel Orrin", "Why, I think fish is dear,"}, {"I", "fish is dear"}}) ==
          "Pavel Orrin|Pavel Orrin");
}

TEST_CASE("Who has the role is meant by the role", "[coreference]") {
    CHECK(speakers(
              "Oslo Mayor Helen Lund met the harbour's lawyer, Pavel Orrin.\n\nThe mayor said fish is dear.",
              {{"The mayor", "fish is dear"}}) == "Helen Lund");
}

TEST_CASE("Relative pronouns are what they follow", "[coreference]") {
    CHECK(speakers("They met Helen Lund, the mayor of Oslo, who said fish is dear.",
                   {{"who", "fish is dear"}}) == "Helen Lund");
    CHECK(speakers("They met voters from Oslo who said fish is dear.", {{"who", "fish is dear"}}) ==
          "voters from Oslo");
    CHECK(speakers("They asked the Velk Tide Agency, which said fish is dear.",
                   {{"which", "fish is dear"}}) == "Velk Tide Agency");
    CHECK(speakers("They opened the gate that proved fish is dear.", {{"that", "fish is dear"}}).empty());
}

TEST_CASE("An owner before a cue is the source", "[coreference]") {
    CHECK(speakers("They heard Pavel Orrin's claim that fish is dear.",
                   {{"Pavel Orrin's", "that fish is dear"}}) == "Pavel Orrin");
}

TEST_CASE("His advisers are somebody's", "[coreference]") {
    CHECK(speakers("Pavel Orrin said tides are low. His advisers said fish is dear.",
                   {{"Pavel Orrin", "tides are low"}, {"His advisers", "fish is dear"}}) ==
          "Pavel Orrin|Pavel Orrin's advisers");
}

TEST_CASE("Some of many are described by the many", "[coreference]") {
    CHECK(speakers("Many of the bakers said fish is dear.", {{"Many of the bakers", "fish is dear"}}) ==
          "bakers");
    CHECK(speakers("One of the bakers, Helen Lund, said fish is dear.",
                   {{"One of the bakers, Helen Lund,", "fish is dear"}}) == "Helen Lund");
    CHECK(speakers("Norwegians said fish is dear.", {{"Norwegians", "fish is dear"}}) == "Norwegians");
}

TEST_CASE("A role is not anybody else who was described", "[coreference]") {
    CHECK(speakers("His sister said fish is dear. The judge said tides are low.",
                   {{"His sister", "fish is dear"}, {"The judge", "tides are low"}}) == "sister|judge");
}

TEST_CASE("Of a source that runs over sentences, the part next to the cue counts", "[coreference]") {
    CHECK(speakers("Helen Lund met the smith. Pavel Orrin said fish is dear.",
                   {{"Helen Lund met the smith. Pavel Orrin", "fish is dear"}}) == "Pavel Orrin");
}

TEST_CASE("An article without sentences is read without harm", "[coreference]") {
    Document document;
    document.text = "He";
    Attribution a;
    a.source = {{0, 2}};
    a.content = {{0, 2}};
    document.attributions = {a};
    CHECK_NOTHROW(CoreferenceAnnotator().annotate(document));
    CHECK(document.attributions.front().parties.empty());
}
