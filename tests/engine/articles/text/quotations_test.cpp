#include "engine/articles/text/quotations.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/articles/text/sentences.hpp"
#include "engine/articles/text/tokens.hpp"

using namespace hearsay::engine;

namespace {

// The quotations' insides, "~" before one that is not closed.
std::vector<std::string> quotations(const std::string& text) {
    Document document;
    document.text = text;
    TokenAnnotator().annotate(document);
    SentenceAnnotator().annotate(document);
    QuotationAnnotator().annotate(document);
    std::vector<std::string> out;
    for (const Quotation& q : document.quotations) {
        out.push_back((q.closed ? "" : "~") + std::string(document.slice(q.inside)));
    }
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Quotation marks of all kinds are found", "[quotations]") {
    CHECK(quotations("\"The dam holds,\" Ondra said. \"We sleep.\"") == Texts{"The dam holds,", "We sleep."});
    CHECK(quotations("“The dam holds,” Ondra said.") == Texts{"The dam holds,"});
    CHECK(quotations("Ondra called it «a miracle».") == Texts{"a miracle"});
    CHECK(quotations("Council Says ‘No Way’ to Tolls") == Texts{"No Way"});
    CHECK(quotations("Council Says 'No Way' to Tolls") == Texts{"No Way"});
}

TEST_CASE("Apostrophes are no quotation marks", "[quotations]") {
    CHECK(quotations("The farmers' hall isn't Velk's, and the ’90s are over.").empty());
    CHECK(quotations("The farmers’ hall isn’t Velk’s.").empty());
    CHECK(quotations("She said the ‘farmers’ were not Velk’s men.") == Texts{"farmers"});
    CHECK(quotations("'It isn't the farmers' hall,' she said.") == Texts{"It isn't the farmers' hall,"});
}

TEST_CASE("Nested and unclosed quotations", "[quotations]") {
    CHECK(quotations("“He said ‘go away’ to us,” Ilse said.") ==
          Texts{"He said ‘go away’ to us,", "go away"});
    CHECK(quotations("“The first paragraph goes on.\n\n“The second ends,” Ilse said.") ==
          Texts{"~The first paragraph goes on.", "The second ends,"});
    CHECK(quotations("\"The first paragraph goes on.\n\n\"The second ends,\" Ilse said.") ==
          Texts{"~The first paragraph goes on.", "The second ends,"});
}

TEST_CASE("Ill-formed text and lone marks do no harm", "[quotations]") {
    CHECK(quotations("").empty());
    CHECK(quotations("\"").empty());
    CHECK(quotations("a \xff\" b ” “").empty());
    CHECK(quotations("the pipe is 5\" wide").size() <= 1);
}
