#include "engine/articles/attribution/attributions.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/articles/quotations.hpp"
#include "engine/articles/sentences.hpp"
#include "engine/articles/tokens.hpp"

using namespace hearsay::engine;

namespace {

Document read(const std::string& text, std::vector<Zone> zones = {}) {
    Document document;
    document.text = text;
    document.zones = std::move(zones);
    TokenAnnotator().annotate(document);
    SentenceAnnotator().annotate(document);
    QuotationAnnotator().annotate(document);
    AttributionAnnotator().annotate(document);
    return document;
}

std::string joined(const Document& document, const std::vector<Span>& spans) {
    std::string out;
    for (const Span& span : spans) out += (out.empty() ? "" : " + ") + std::string(document.slice(span));
    return out;
}

// "source | cue | content" for each relation; a denial has "NOT " before its cue, what is passed on "VIA ".
std::vector<std::string> described(const Document& document) {
    std::vector<std::string> out;
    for (const Attribution& a : document.attributions) {
        const char* stance = a.stance == Stance::Denial ? "NOT " : a.stance == Stance::PassedOn ? "VIA " : "";
        out.push_back(joined(document, a.source) + " | " + stance + joined(document, a.cue) + " | " +
                      joined(document, a.content));
    }
    return out;
}

using Relations = std::vector<std::string>;

struct Case {
    const char* text;
    Relations expected;
};

void check(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(described(read(c.text)) == c.expected);
    }
}

}  // namespace

TEST_CASE("Direct speech before, after and around its cue", "[attribution]") {
    check({
        {"\"The dam holds,\" Ondra Velk said.", {"Ondra Velk | said | \"The dam holds,\""}},
        {"''The dam holds,'' Ondra Velk said.", {"Ondra Velk | said | ''The dam holds,''"}},
        {"“The dam holds,” said Ondra Velk, a baker from Tarn.",
         {"Ondra Velk, a baker from Tarn | said | “The dam holds,”"}},
        {"Ondra Velk said: “The dam holds.”", {"Ondra Velk | said | “The dam holds.”"}},
        {"Ondra Velk said:\n\n“The dam holds.”", {"Ondra Velk | said | “The dam holds.”"}},
        {"Velk told the council, “It will hold.”", {"Velk | told | “It will hold.”"}},
        {"“The dam,” Velk said, “will hold for years.”",
         {"Velk | said | “The dam,” + “will hold for years.”"}},
        {"“Will it hold?” she asked.", {"she | asked | “Will it hold?”"}},
        {"“The dam holds,” Ilse Orr, in tears, told reporters.", {"Ilse Orr | told | “The dam holds,”"}},
    });
}

TEST_CASE("Direct speech of several sentences and paragraphs", "[attribution]") {
    check({
        {"“The dam holds,” he told reporters. “We sleep well.”",
         {"he | told | “The dam holds,” + “We sleep well.”"}},
        {"“It holds,” he said. “We sleep,” she added.",
         {"he | said | “It holds,”", "she | added | “We sleep,”"}},
        {"“We built it.\n\n“We will mend it,” Velk said.",
         {"Velk | said | “We built it.\n\n“We will mend it,”"}},
        {"“We built it,” Velk said. “We will mend it.\n\n“It is ours.”",
         {"Velk | said | “We built it,” + “We will mend it.\n\n“It is ours.”"}},
        // A new paragraph's cue does not reach back.
        {"“It is ours.”\n\nMr. Velk said, “It holds.”", {"Mr. Velk | said | “It holds.”"}},
    });
}

TEST_CASE("Indirect speech", "[attribution]") {
    check({
        {"Ondra Velk said the dam would hold.", {"Ondra Velk | said | the dam would hold"}},
        {"Ondra Velk told reporters on Monday that the dam would hold.",
         {"Ondra Velk | told | that the dam would hold"}},
        {"In a statement on Monday, the ministry said the dam was safe.",
         {"the ministry | said | the dam was safe"}},
        {"The dam would hold, Ondra Velk said.", {"Ondra Velk | said | The dam would hold"}},
        {"While it rained, the dam held, local officials said.",
         {"local officials | said | While it rained, the dam held"}},
        {"The dam, Velk said, was safe.", {"Velk | said | The dam + was safe"}},
        {"Orr accused the ministry of hiding the leak.", {"Orr | accused | the ministry of hiding the leak"}},
        {"Orr urged the village to leave.", {"Orr | urged | the village to leave"}},
        {"The agency quoted minister Lund as saying that it was over.",
         {"minister Lund | quoted | that it was over"}},
        {"“It is over,” the minister was quoted as saying by the agency.",
         {"the minister | was quoted as saying | “It is over,”"}},
    });
}

TEST_CASE("Cues in one sentence share their source", "[attribution]") {
    check({
        {"Velk praised the workers and said the dam would hold.",
         {"Velk | praised | the workers", "Velk | said | the dam would hold"}},
        {"“It holds,” Velk said on Monday, adding that the road was open.",
         {"Velk | said | “It holds,”", "Velk | adding | that the road was open"}},
        {"The raid was confirmed by Ilse Orr, adding that two men were hurt.",
         {"Ilse Orr | was confirmed by | The raid", "Ilse Orr | adding | that two men were hurt"}},
        {"Along with claiming victory, the rebels said the road was theirs.",
         {"the rebels | claiming | victory", "the rebels | said | the road was theirs"}},
    });
}

TEST_CASE("Sources with apposition, clauses and quotation marks", "[attribution]") {
    check({
        {"Ilse Orr, the mayor of Tarn, said the dam was safe.",
         {"Ilse Orr, the mayor of Tarn | said | the dam was safe"}},
        {"The ministry, meanwhile, said the dam was safe.", {"The ministry | said | the dam was safe"}},
        {"Gov. Ilse Orr (Tarn), said the dam was safe.", {"Gov. Ilse Orr (Tarn) | said | the dam was safe"}},
        {"Two units composed of men from Tarn said the dam was safe.",
         {"Two units composed of men from Tarn | said | the dam was safe"}},
        {"Those who saw the dam said it was safe.", {"Those who saw the dam | said | it was safe"}},
        {"The local “river guards” said they saved the town.",
         {"The local “river guards” | said | they saved the town"}},
        {"Orr, Lund and Velk said the dam was safe.", {"Orr, Lund and Velk | said | the dam was safe"}},
        {"Both groups all said the raid went well.", {"Both groups | said | the raid went well"}},
        {"The office has on Monday dismissed the reports.",
         {"The office | NOT has on Monday dismissed | the reports"}},
    });
}

TEST_CASE("According to, before, after and in the middle", "[attribution]") {
    check({
        {"According to the ministry, the dam holds.", {"the ministry | According to | the dam holds"}},
        {"According to Ilse Orr, the head of the union, the dam was leaking.",
         {"Ilse Orr, the head of the union | According to | the dam was leaking"}},
        {"The dam holds, according to the ministry.", {"the ministry | according to | The dam holds"}},
        {"The dam, according to Orr, was leaking.", {"Orr | according to | The dam + was leaking"}},
    });
}

TEST_CASE("Headlines", "[attribution]") {
    check({
        {"Troops Retake Dam After Long Night, Tarn Says",
         {"Tarn | Says | Troops Retake Dam After Long Night"}},
        {"Tarn Says Dam Is Safe", {"Tarn | Says | Dam Is Safe"}},
        {"Poll: Most Want the Dam Gone", {"Poll | : | Most Want the Dam Gone"}},
    });
}

TEST_CASE("Passives, and sources left out", "[attribution]") {
    check({
        {"Responsibility for the raid has been claimed by two rebel groups.",
         {"two rebel groups | has been claimed by | Responsibility for the raid"}},
        {"It was reported that the dam leaked.", {" | was reported | that the dam leaked"}},
        {"The dam reportedly leaked for years.", {" | reportedly | The dam + leaked for years"}},
        {"The dam allegedly leaked for years.", {" | allegedly | The dam + leaked for years"}},
        {"The mayor is expected to resign.", {" | is expected | The mayor + to resign"}},
    });
}

TEST_CASE("Claims of responsibility and nouns of speech", "[attribution]") {
    check({
        {"Two rebel groups claimed responsibility for the raid.",
         {"Two rebel groups | claimed | responsibility for the raid"}},
        {"The mayor's claim that the dam was safe angered the village.",
         {"The mayor | 's claim | that the dam was safe"}},
        {"Its criticism of the mayor was loud.", {"Its | criticism of | the mayor"}},
    });
}

TEST_CASE("Denials", "[attribution]") {
    check({
        {"The minister denied that the dam leaked.", {"The minister | NOT denied | that the dam leaked"}},
        {"The claim was rejected by the ministry.", {"the ministry | NOT was rejected by | The claim"}},
        {"The ministry dismissed the reports as nonsense.",
         {"The ministry | NOT dismissed | the reports as nonsense"}},
        {"The ministry disputed the figures.", {"The ministry | NOT disputed | the figures"}},
        {"The envoy called the claims false.", {"The envoy | NOT called | the claims false"}},
        {"The envoy described the reports as “pure fiction.”",
         {"The envoy | NOT described | the reports as “pure fiction.”"}},
        {"“We did not fire the shots,” the general said.",
         {"the general | NOT said | “We did not fire the shots,”"}},
        {"“There was a storm. There was hail, but there was no flood,” he said.",
         {"he | NOT said | “There was a storm. There was hail, but there was no flood,”"}},
        {"“Tarn has not and will not interfere,” she said.",
         {"she | NOT said | “Tarn has not and will not interfere,”"}},
        {"Tarn has no plans to leave, the envoy said.",
         {"the envoy | NOT said | Tarn has no plans to leave"}},
    });
}

TEST_CASE("What is no denial", "[attribution]") {
    check({
        {"The Courier could not verify the claims.", {}},
        {"The ministry did not comment on the claims.", {"The ministry | did not comment on | the claims"}},
        {"“We do not know who fired,” the general said.",
         {"the general | said | “We do not know who fired,”"}},
        {"The general did not deny that his men had fired.",
         {"The general | did not deny | that his men had fired"}},
        {"“There is no doubt about it,” the general said.",
         {"the general | said | “There is no doubt about it,”"}},
    });
}

TEST_CASE("A plain negative is a claim, an answer to an accusation a denial", "[attribution]") {
    const auto stance = [](const std::string& text) {
        const Document document = read(text);
        REQUIRE(document.attributions.size() == 1);
        return document.attributions.front().stance;
    };
    for (const char* text : {
             "The general said his planes had not struck the mill.",
             "“The mill was not damaged,” the general said.",
             "After the raid, the general said: “Following the raid, the mill was not damaged.”",
             "“We categorically reject the claims,” the general said.",
             "“The reports are completely false,” the general said.",
             "The general said he was not involved.",
             "“I have never met the smith,” the general said.",
             "The minister does not think that the dam leaks.",
         }) {
        INFO(text);
        CHECK(stance(text) == Stance::Denial);
    }
    for (const char* text : {
             "The envoy said there was no comment from the mill.",
             "The ministry said it did not have numbers.",
             "The ministry said it had not received the letter.",
             "“Fish isn't a great purchase,” the mayor said.",
             "The mayor said he was not satisfied with the dam.",
             "The mayor said many villagers did not like the dam.",
             "“You don't win by waiting,” the mayor said.",
             "“Villages should never be flooded,” the mayor said.",
             "The reports are wrong about the fish, the mayor said.",
         }) {
        INFO(text);
        CHECK(stance(text) == Stance::Claim);
    }
}

TEST_CASE("The force of a cue", "[attribution]") {
    const auto force = [](const std::string& text) {
        const Document document = read(text);
        REQUIRE(document.attributions.size() == 1);
        return document.attributions.front().force;
    };
    for (const char* text :
         {"The mayor said the dam was safe.", "The mayor believes the dam is safe.",
          "The mayor vowed to mend the dam.", "The mayor urged the villagers to leave.",
          "The mayor accused the miller of theft.", "The mayor denied that the dam leaked.",
          "The mayor does not think that the dam leaks."}) {
        INFO(text);
        CHECK(force(text) == Force::Asserted);
    }
    for (const char* text : {"The mayor wants to mend the dam.", "The mayor is seeking to mend the dam.",
                             "The mayor hopes that the dam will hold."}) {
        INFO(text);
        CHECK(force(text) == Force::Wanted);
    }
    CHECK(force("The mayor asked whether the dam was safe.") == Force::Asked);
    for (const char* text : {"The mayor was referring to the old dam.",
                             "The mayor posted videos of the flood.", "The mayor cited fears of a flood."}) {
        INFO(text);
        CHECK(force(text) == Force::Referred);
    }
    for (const char* text :
         {"The mayor did not say that the dam was safe.", "The mayor did not deny that the dam leaked.",
          "The mayor declined to comment.", "The mayor should admit that the dam leaks."}) {
        INFO(text);
        CHECK(force(text) == Force::Withheld);
    }
}

TEST_CASE("Nested attribution", "[attribution]") {
    const Document nested = read("Velk said that the mayor claimed the dam was safe.");
    CHECK(described(nested) == Relations{"Velk | VIA said | that the mayor claimed the dam was safe",
                                         "the mayor | claimed | the dam was safe"});
    REQUIRE(nested.attributions.size() == 2);
    CHECK_FALSE(nested.attributions[0].outer);
    CHECK(nested.attributions[1].outer == std::size_t{0});
    check({{"The Tarn Courier reported that the mayor had denied taking money.",
            {"The Tarn Courier | VIA reported | that the mayor had denied taking money",
             "the mayor | NOT had denied | taking money"}}});
}

TEST_CASE("Forms", "[attribution]") {
    CHECK(read("“It holds,” Velk said.").attributions.at(0).form == SpeechForm::Direct);
    CHECK(read("Velk said it would hold.").attributions.at(0).form == SpeechForm::Indirect);
    CHECK(read("Velk said the dam was “a wonder of the north” and would hold.").attributions.at(0).form ==
          SpeechForm::Mixed);
}

TEST_CASE("Quotation marks and verbs that attribute nothing", "[attribution]") {
    check({
        {"The nickname “Old Mule” suits the boat.", {}},
        {"He put the “new” bread on the “old” table.", {}},
        {"The board has yet to say anything.", {}},
        {"Police found the boat after two reported attacks.", {"Police | found | the boat"}},
        {"Visitors to Tarn can see the dam.", {}},
    });
}

TEST_CASE("Only titles, headings and the body are read", "[attribution]") {
    const std::string text = "Velk said it broke.\nOrr said it broke.\n";
    const Document document =
        read(text, {{{0, 20}, ZoneKind::Furniture}, {{20, text.size()}, ZoneKind::Body}});
    CHECK(described(document) == Relations{"Orr | said | it broke"});
}

TEST_CASE("Confidence is a share", "[attribution]") {
    for (const Attribution& a :
         read("“It holds,” Velk said. The mayor wants to leave. Orr reportedly left.").attributions) {
        CHECK(a.confidence > 0.0);
        CHECK(a.confidence < 1.0);
    }
}

TEST_CASE("Whatever the text, reading it does no harm", "[attribution]") {
    CHECK(described(read("")).empty());
    for (const char* text : {"said",
                             "\"",
                             "” said",
                             "said.",
                             "According to",
                             "according to to",
                             "\"said\" said \"said",
                             ", said",
                             "he said he said he said",
                             "who said",
                             "that",
                             "to say to say",
                             "(said) he",
                             "said, said, said,",
                             "''said''",
                             ":",
                             "a:",
                             "'s claim that",
                             "reportedly",
                             "In a poll",
                             "quoted as saying",
                             "(((((said)))))",
                             "\xff said \xfe",
                             "said that that that",
                             "“a\n\n“b\n\n“c\n\n“d",
                             "said:\n\n",
                             "a claim b said c claim d, said e, f, g, said"}) {
        CHECK_NOTHROW(described(read(text)));
    }
}
