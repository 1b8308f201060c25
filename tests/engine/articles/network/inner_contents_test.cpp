#include "engine/articles/network/inner_contents.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace hearsay::engine;

namespace {

// A document whose readings have these contents; each is the first such words of the text.
Document with_contents(const std::string& text, const std::vector<std::vector<std::string>>& contents) {
    Document document;
    document.text = text;
    for (const auto& pieces : contents) {
        SpanReading reading;
        for (const std::string& piece : pieces) {
            const std::size_t at = text.find(piece);
            REQUIRE(at != std::string::npos);
            reading.content.push_back({at, at + piece.size()});
        }
        document.readings.push_back(reading);
    }
    return document;
}

std::vector<std::string> inner(const Document& document) {
    std::vector<std::string> out;
    for (const Span& span : inner_contents(document)) out.emplace_back(document.slice(span));
    return out;
}

}  // namespace

TEST_CASE("Contents with a verb of speech are read by themselves", "[network]") {
    const std::string text = "Orr said that Lund denied the leak. The mill closed, Velk said. Orr wrote it.";
    CHECK(inner(with_contents(text, {{"that Lund denied the leak"}, {"The mill closed"}})) ==
          std::vector<std::string>{"Lund denied the leak"});
    CHECK(inner(with_contents("It fell, according to Orr, Lund said.", {{"It fell, according to Orr"}})) ==
          std::vector<std::string>{"It fell, according to Orr"});
    CHECK(inner(with_contents(text, {})).empty());
}

TEST_CASE("Of contents that overlap the longer is read, in the order of the text", "[network]") {
    const std::string text = "The dam held, Orr said Lund told them, and the mill, as Velk claims, fell.";
    CHECK(inner(with_contents(
              text, {{"the mill, as Velk claims, fell"}, {"Lund told them"}, {"Orr said Lund told them"}})) ==
          std::vector<std::string>{"Orr said Lund told them", "the mill, as Velk claims, fell"});
}
