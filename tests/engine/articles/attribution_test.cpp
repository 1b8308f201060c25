#include "engine/articles/attribution/attributions.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/articles/quotations.hpp"
#include "engine/articles/sentences.hpp"
#include "engine/articles/tokens.hpp"

using namespace hearsay::engine;

namespace {

Document read(const std::string& text) {
    Document document;
    document.text = text;
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
std::vector<std::string> relations(const std::string& text) {
    const Document document = read(text);
    std::vector<std::string> out;
    for (const Attribution& a : document.attributions) {
        const char* stance = a.stance == Stance::Denial ? "NOT " : a.stance == Stance::PassedOn ? "VIA " : "";
        out.push_back(joined(document, a.source) + " | " + stance + joined(document, a.cue) + " | " +
                      joined(document, a.content));
    }
    return out;
}

using Relations = std::vector<std::string>;

}  // namespace

TEST_CASE("Direct speech before, after and around its cue", "[attribution]") {
    CHECK(relations("\"The dam holds,\" Ondra Velk said.") ==
          Relations{"Ondra Velk | said | \"The dam holds,\""});
    CHECK(relations("“The dam holds,” said Ondra Velk, a baker.") ==
          Relations{"Ondra Velk, a baker | said | “The dam holds,”"});
    CHECK(relations("Ondra Velk said: “The dam holds.”") ==
          Relations{"Ondra Velk | said | “The dam holds.”"});
    CHECK(relations("“The dam holds,” he told reporters. “We sleep well.”") ==
          Relations{"he | told | “The dam holds,” + “We sleep well.”"});
}

TEST_CASE("Indirect speech", "[attribution]") {
    CHECK(relations("Ondra Velk said the dam would hold.") ==
          Relations{"Ondra Velk | said | the dam would hold"});
    CHECK(relations("Ondra Velk told reporters on Monday that the dam would hold.") ==
          Relations{"Ondra Velk | told | that the dam would hold"});
    CHECK(relations("The dam would hold, Ondra Velk said.") ==
          Relations{"Ondra Velk | said | The dam would hold"});
    CHECK(relations("According to the ministry, the dam holds.") ==
          Relations{"the ministry | According to | the dam holds"});
    CHECK(relations("The dam holds, according to the ministry.") ==
          Relations{"the ministry | according to | The dam holds"});
}

TEST_CASE("Whatever the text, reading it does no harm", "[attribution]") {
    CHECK(relations("").empty());
    for (const char* text : {"said", "\"", "” said", "said.", "According to", "according to to",
                             "\"said\" said \"said", ", said", "he said he said he said", "who said", "that",
                             "to say to say", "(said) he", "said, said, said,"}) {
        CHECK_NOTHROW(relations(text));
    }
}
