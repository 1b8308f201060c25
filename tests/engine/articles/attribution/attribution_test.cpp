#include "engine/articles/attribution/attributions.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/articles/text/quotations.hpp"
#include "engine/articles/text/sentences.hpp"
#include "engine/articles/text/tokens.hpp"
#include "tests/engine/articles/readings.hpp"

using namespace hearsay::engine;

namespace {

Document annotated(Document document) {
    TokenAnnotator().annotate(document);
    SentenceAnnotator().annotate(document);
    QuotationAnnotator().annotate(document);
    AttributionAnnotator().annotate(document);
    return document;
}

// The one relation that is marked in the text.
Attribution read(const std::string& marked) {
    const Document document = annotated(read_marked(marked));
    REQUIRE(document.attributions.size() == 1);
    return document.attributions.front();
}

void check_stance(Stance expected, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        INFO(text);
        CHECK(read(text).stance == expected);
    }
}

void check_force(Force expected, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        INFO(text);
        CHECK(read(text).force == expected);
    }
}

void check_strength(CueStrength expected, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        INFO(text);
        CHECK(read(text).strength == expected);
    }
}

}  // namespace

TEST_CASE("Spans are as the network reads them", "[attribution]") {
    const Document document = annotated(read_marked("[The dam], {Velk} <said>, [is safe]."));
    REQUIRE(document.attributions.size() == 1);
    const Attribution& a = document.attributions.front();
    CHECK(a.source == std::vector<Span>{{9, 13}});
    CHECK(a.cue == std::vector<Span>{{14, 18}});
    CHECK(a.content == std::vector<Span>{{0, 7}, {20, 27}});
    CHECK(read("<According to> {the mill}, [the dam holds].").source.size() == 1);
    CHECK(read("It <is believed> [that the dam holds].").source.empty());
}

TEST_CASE("A content ends before the stop of its clause", "[attribution]") {
    CHECK(read("{Velk} <said> [the dam holds.]").content == std::vector<Span>{{10, 23}});
    CHECK(read("[The dam holds,] {Velk} <said>.").content == std::vector<Span>{{0, 13}});
    CHECK(read("{Velk} <said>: [\"It holds.\"]").content == std::vector<Span>{{11, 22}});
    CHECK(read("{Velk} <said> [it left the U.S.]").content == std::vector<Span>{{10, 26}});
}

TEST_CASE("The confidence is the reading's, less where only the content shows a denial", "[attribution]") {
    CHECK(read("{Velk} <said> [the dam holds].").confidence == Approx(0.9));
    CHECK(read("{Velk} <denied> [that the dam leaked].").confidence == Approx(0.9));
    CHECK(read("{Velk} <said> [he had not broken the dam].").confidence < 0.9);
}

TEST_CASE("Cues of denial", "[attribution]") {
    check_stance(Stance::Denial, {
                                     "{The minister} <denied> [that the dam leaked].",
                                     "{The minister} <has firmly denied> [that the dam leaked].",
                                     "[The claim] <was rejected by> {the ministry}.",
                                     "{The ministry} <dismissed> [the reports as nonsense].",
                                     "{The ministry} <disputed> [the figures].",
                                     "{The envoy} <called> [the claims false].",
                                     "{The envoy} <described> [the reports as “pure fiction.”]",
                                     "{The minister}<'s denial> [that the dam leaked] helped nobody.",
                                     "{The minister} <brushed off> [the complaints].",
                                     "{The minister} <pushed back on> [the complaints].",
                                     "{The minister} <refused to acknowledge> [the leak].",
                                     "{The minister} <refused> [to confirm the leak].",
                                     "{The minister} <does not believe> [that the dam leaks].",
                                     "{The minister} <will not accept> [the verdict].",
                                 });
    check_force(Force::Asserted, {"{The minister} <refused> [to confirm the leak].",
                                  "{The minister} <does not believe> [that the dam leaks].",
                                  "{The minister} <denied> [the leak]."});
}

TEST_CASE("Contents that answer an accusation", "[attribution]") {
    check_stance(Stance::Denial, {
                                     "[“We did not fire the shots,”] {the general} <said>.",
                                     "[“There was a storm, but there was no flood,”] {he} <said>.",
                                     "[“Tarn has not and will not interfere,”] {she} <said>.",
                                     "[Tarn has no plans to leave], {the envoy} <said>.",
                                     "{The general} <said> [his planes had not struck the mill].",
                                     "[“We categorically reject the claims,”] {the general} <said>.",
                                     "[“The reports are completely false,”] {the general} <said>.",
                                     "{The general} <said> [he was not involved].",
                                     "[“I have never met the smith,”] {the general} <said>.",
                                     "{The envoy} <said> [there was no truth in it].",
                                 });
}

TEST_CASE("What is no denial", "[attribution]") {
    check_stance(Stance::Claim, {
                                    "[“We do not know who fired,”] {the general} <said>.",
                                    "[“There is no doubt about it,”] {the general} <said>.",
                                    "{The envoy} <said> [there was no comment from the mill].",
                                    "{The ministry} <said> [it did not have numbers].",
                                    "{The ministry} <said> [it had not received the letter].",
                                    "[“Fish isn't a great purchase,”] {the mayor} <said>.",
                                    "{The mayor} <said> [he was not satisfied with the dam].",
                                    "{The mayor} <said> [many villagers did not like the dam].",
                                    "{The mayor} <said> [the villagers had not paid].",
                                    "[“You don't win by waiting,”] {the mayor} <said>.",
                                    "[“They did not pay,”] {the mayor} <said>.",
                                    "[“Villages should never be flooded,”] {the mayor} <said>.",
                                    "{The mayor} <admitted> [that he had not mended the dam].",
                                    "[The reports are wrong about the fish], {the mayor} <said>.",
                                    "[“That is a false choice,”] {the mayor} <said>.",
                                    "{The mayor} <called for> [an end of the lies].",
                                    "{The mayor} <did not deny> [the leak].",
                                });
}

TEST_CASE("The force of a cue", "[attribution]") {
    check_force(Force::Asserted, {
                                     "{The mayor} <said> [the dam was safe].",
                                     "{The mayor} <believes> [the dam is safe].",
                                     "{The mayor} <vowed> [to mend the dam].",
                                     "{The mayor} <urged> [the villagers to leave].",
                                     "{The mayor} <accused> [the miller of theft].",
                                     "{The mayor} <could not resist saying> [that the dam held].",
                                     "{The mayor} <not only said> [that the dam held].",
                                     "{The mayor} <cited> [“a fear of floods.”]",
                                     "{The mayor} <pointed out> [that the dam held].",
                                     "{The mayor} <published a letter that says> [the dam holds].",
                                     "{The mayor} <gurgled> [that the dam held].",
                                     "[The dam held], {the mayor} <gurgled>.",
                                     "{The mayor} <gurgled>: [The dam will hold].",
                                 });
    check_force(Force::Wanted, {
                                   "{The mayor} <wants> [to mend the dam].",
                                   "{The mayor} <is seeking> [to mend the dam].",
                                   "{The mayor} <hopes> [that the dam will hold].",
                                   "{The mayor} <plans to announce> [a new dam].",
                               });
    check_force(Force::Asked, {
                                  "{The mayor} <asked> [whether the dam was safe].",
                                  "[“Is it safe?”] {the mayor} <asked>.",
                              });
    check_force(Force::Referred, {
                                     "{The mayor} <was referring to> [the old dam].",
                                     "{The mayor} <posted> [videos of the flood].",
                                     "{The mayor} <cited> [fears of a flood].",
                                     "{The mayor} <pointed to> [the old dam].",
                                     "{The mayor} <trampled> [the old dam].",
                                     "{The guards} <call> [themselves river wardens].",
                                     "{The mayor} <blamed> it [on Velk].",
                                 });
    check_force(Force::Withheld, {
                                     "{The mayor} <did not say> [that the dam was safe].",
                                     "{The mayor} did not <say> [that the dam was safe].",
                                     "{The mayor} <did not deny> [that the dam leaked].",
                                     "{The mayor} <declined> [to comment on the leak].",
                                     "{The mayor} <refused to comment on> [the leak].",
                                     "{The mayor} declined to <say> [whether the dam leaked].",
                                     "{The mayor} <should admit> [that the dam leaks].",
                                     "{The mayor} <could say> [that the dam leaks].",
                                     "If {the mayor} <said> [that the dam leaks], nobody would care.",
                                     "{The mayor} left without <saying> [that the dam leaks].",
                                     "{The dam} <seems> [to leak].",
                                     "{The mayor} <has yet to comment on> [the leak].",
                                     "{The mayor} is yet to <confirm> [the leak].",
                                     "{The mayor} <has yet to deny> [the leak].",
                                 });
}

TEST_CASE("The strength of a cue", "[attribution]") {
    check_strength(CueStrength::Neutral, {"{The mayor} <said> [the dam was safe].",
                                          "<According to> {the mayor}, [the dam is safe].",
                                          "{The mayor}<'s statement> [that the dam is safe] helped nobody.",
                                          "{The mayor} <gurgled> [that the dam held]."});
    check_strength(CueStrength::Factive, {"{The mayor} <has confirmed> [that the dam leaks].",
                                          "{The mayor}<'s admission> [that the dam leaks] came late.",
                                          "{The mayor} <pointed out> [that the dam leaks]."});
    check_strength(CueStrength::Emphatic, {"{The mayor} <insisted> [the dam was safe].",
                                           "{The mayor} <went on to stress> [the cost].",
                                           "{The mayor} <strongly said> [the dam was safe].",
                                           "{The mayor} <made it clear> [that the dam was safe]."});
    check_strength(CueStrength::Tentative,
                   {"{The mayor} <suggested> [the dam was safe].", "{The mayor} <thinks> [the dam is safe].",
                    "{The mayor} <seemed to say> [the dam was safe]."});
    check_strength(
        CueStrength::Distancing,
        {"{The mayor} <alleged> [that the dam leaked].", "{The mayor}<'s claims> [of a leak] are many.",
         "{The mayor} <reportedly said> [that the dam leaked].", "[The dam] <allegedly> [leaked]."});
}

TEST_CASE("Nested attribution", "[attribution]") {
    const std::string text = "Velk said that the mayor claimed the dam was safe.";
    Document nested = read_as(text, {{"Velk", "said", "that the mayor claimed the dam was safe"},
                                     {"the mayor", "claimed", "the dam was safe"}});
    nested = annotated(nested);
    REQUIRE(nested.attributions.size() == 2);
    CHECK_FALSE(nested.attributions[0].outer);
    CHECK(nested.attributions[1].outer == std::size_t{0});
    CHECK(nested.attributions[0].stance == Stance::PassedOn);
    CHECK(nested.attributions[1].stance == Stance::Claim);
}

TEST_CASE("Who says what somebody said passes it on, wherever the cue stands", "[attribution]") {
    const Document document =
        annotated(read_as("“The dam is safe,” the mayor claimed, according to Velk.",
                          {{"the mayor", "claimed", "“The dam is safe,”"},
                           {"Velk", "according to", "“The dam is safe,” the mayor claimed"}}));
    REQUIRE(document.attributions.size() == 2);
    CHECK(document.attributions[0].stance == Stance::Claim);
    CHECK(document.attributions[1].stance == Stance::PassedOn);
}

TEST_CASE("A denial behind \"but\" is no part of what is denied", "[attribution]") {
    const std::string text = "Velk said the dam leaked, but Orvik denied it had leaked.";
    const Document document =
        annotated(read_as(text, {{"Velk", "said", "the dam leaked, but Orvik denied it had leaked"},
                                 {"Orvik", "denied", "it had leaked"}}));
    REQUIRE(document.attributions.size() == 2);
    CHECK(document.slice(document.attributions[0].content.back()) == "the dam leaked");
    CHECK_FALSE(document.attributions[1].outer);
    CHECK(document.attributions[1].stance == Stance::Denial);
    const Document beside = annotated(
        read_as("Velk said the dam leaked, while Orvik denied it.",
                {{"Velk", "said", "the dam leaked, while Orvik denied it."}, {"Orvik", "denied", "it."}}));
    CHECK(beside.slice(beside.attributions.at(0).content.back()) == "the dam leaked");
    const Document apart =
        annotated(read_as("Velk said the dam leaked but Orvik denied it had leaked.",
                          {{"Velk", "said", "the dam leaked but Orvik denied it had leaked"},
                           {"Orvik", "denied", "it had leaked"}}));
    CHECK(apart.attributions.at(1).outer == std::size_t{0});
}

TEST_CASE("Two cues with one source stand side by side", "[attribution]") {
    const Document document = annotated(read_as(
        "Velk said the dam was safe and announced a feast.",
        {{"Velk", "said", "the dam was safe and announced a feast"}, {"Velk", "announced", "a feast"}}));
    REQUIRE(document.attributions.size() == 2);
    CHECK_FALSE(document.attributions[1].outer);
    CHECK(document.attributions[0].stance == Stance::Claim);
}

TEST_CASE("A claim inside what is denied is not made", "[attribution]") {
    const Document document =
        annotated(read_as("Velk denied that the mayor had said the dam was safe.",
                          {{"Velk", "denied", "that the mayor had said the dam was safe"},
                           {"the mayor", "had said", "the dam was safe"}}));
    REQUIRE(document.attributions.size() == 2);
    CHECK(document.attributions[0].stance == Stance::Denial);
    CHECK(document.attributions[1].force == Force::Withheld);
    const Document noun = annotated(read_as("Velk denied the mayor's claim that the dam was safe.",
                                            {{"Velk", "denied", "the mayor's claim that the dam was safe"},
                                             {"the mayor", "'s claim", "that the dam was safe"}}));
    CHECK(noun.attributions.at(1).force == Force::Asserted);
}

TEST_CASE("An article may begin and end with any word of a rule", "[attribution]") {
    for (const std::string word :
         {"Is",    "Are", "Was",   "Has", "Have", "Can", "Could", "Must", "May", "Will", "Did", "Not",
          "Never", "No",  "False", "To",  "Only", "Yet", "Deny",  "Say",  "'s",  "\"",   "But", ","}) {
        INFO(word);
        const Attribution first = read("[" + word + " there a plan], {he} <said>.");
        CHECK(first.stance == Stance::Claim);
        CHECK(first.force == Force::Asserted);
        read("<" + word + "> [there is a plan]");
        read("{" + word + "} <said> [there is a plan]");
        read("[" + word + "] <said>");
        read("{He} <said> [" + word + "]");
        read("[There is a plan] {he} <" + word + ">");
        read("[There is a plan] <said> {" + word + "}");
    }
}

TEST_CASE("Forms", "[attribution]") {
    CHECK(read("[“It holds,”] {Velk} <said>.").form == SpeechForm::Direct);
    CHECK(read("[“It,”] {Velk} <said>, [“holds.”]").form == SpeechForm::Direct);
    CHECK(read("{Velk} <said> [it would hold].").form == SpeechForm::Indirect);
    CHECK(read("{Velk} <said> [the dam was “a wonder of the north” and would hold].").form ==
          SpeechForm::Mixed);
}

TEST_CASE("Whatever is read, stance and force do no harm", "[attribution]") {
    for (const char* text :
         {"<said> [said]", "<to> [to]", "<:> [a]", "[not] <not>", "<no> [never]", "[''] <''>",
          "<refused> [to]", "<that> [that] {that}", "[there is no] <said>", "<asked> [?]"}) {
        INFO(text);
        CHECK(annotated(read_marked(text)).attributions.size() == 1);
    }
    CHECK(annotated(Document{}).attributions.empty());
    Document spaces = annotated([] {
        Document document;
        document.text = "said   ";
        document.readings = {{{0, 4}, {}, {{5, 6}}, 0.5}};
        return document;
    }());
    CHECK(spaces.attributions.empty());
}
