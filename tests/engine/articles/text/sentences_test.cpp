#include "engine/articles/text/sentences.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/articles/text/tokens.hpp"

using namespace hearsay::engine;

namespace {

using Texts = std::vector<std::string>;

Texts sentences(const std::string& text, std::vector<Zone> zones = {}) {
    Document document;
    document.text = text;
    document.zones = std::move(zones);
    TokenAnnotator().annotate(document);
    SentenceAnnotator().annotate(document);
    Texts out;
    for (const Sentence& s : document.sentences) {
        CHECK(s.first_token < s.last_token);
        out.emplace_back(document.slice(s.span));
    }
    return out;
}

}  // namespace

TEST_CASE("Sentences end at stops, not at abbreviations", "[sentences]") {
    CHECK(sentences("The ferry sank. Nobody drowned.") == Texts{"The ferry sank.", "Nobody drowned."});
    CHECK(sentences("Gen. Oskar Brandl met Dr. Lund. They spoke.") ==
          Texts{"Gen. Oskar Brandl met Dr. Lund.", "They spoke."});
    CHECK(sentences("The U.S. Senate voted. It left the U.S. The rest stayed.") ==
          Texts{"The U.S. Senate voted.", "It left the U.S.", "The rest stayed."});
    CHECK(sentences("On Nov. 5 it rained at 6 a.m. in Velk. J. P. Lund slept.") ==
          Texts{"On Nov. 5 it rained at 6 a.m. in Velk.", "J. P. Lund slept."});
    CHECK(sentences("It cost 3.5 million. Fine.") == Texts{"It cost 3.5 million.", "Fine."});
}

TEST_CASE("A question in quotation marks does not end the sentence around it", "[sentences]") {
    CHECK(sentences("“Why?” she asked. “Who knows?” he said.") ==
          Texts{"“Why?” she asked.", "“Who knows?” he said."});
    CHECK(sentences("\"We won!\" he said. \"We left.\" Then it rained.") ==
          Texts{"\"We won!\" he said.", "\"We left.\"", "Then it rained."});
}

TEST_CASE("Sentences keep to lines and zones", "[sentences]") {
    CHECK(sentences("Council Votes\n\nThe council voted") == Texts{"Council Votes", "The council voted"});
    CHECK(sentences("The long line that tells about the council of the town of\nvelk goes on here.").size() ==
          1);
    const std::string text = "Ferry sinks Nobody drowned.";
    const Texts cut = sentences(text, {{{0, 12}, ZoneKind::Title}, {{12, text.size()}, ZoneKind::Body}});
    CHECK(cut == Texts{"Ferry sinks", "Nobody drowned."});
    CHECK(sentences("").empty());
    CHECK(sentences(" \n \n").empty());
}
