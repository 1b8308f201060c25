#include "engine/articles/zones/zones.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/shared_data.hpp"

using namespace hearsay::engine;

namespace {

Document zoned(const std::string& text, const std::string& title = "") {
    Document document;
    document.text = text;
    document.title = title;
    make_zone_annotator()->annotate(document);
    // Zones cover the text without gap or overlap.
    std::size_t end = 0;
    for (const Zone& zone : document.zones) {
        CHECK(zone.span.begin == end);
        CHECK(zone.span.begin < zone.span.end);
        end = zone.span.end;
    }
    CHECK(end == text.size());
    return document;
}

char letter(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::Title:
            return 'T';
        case ZoneKind::Body:
            return 'B';
        case ZoneKind::Heading:
            return 'H';
        case ZoneKind::Caption:
            return 'C';
        case ZoneKind::Byline:
            return 'Y';
        case ZoneKind::Furniture:
            return 'F';
    }
    return '?';
}

// A letter a line.
std::string kinds(const Document& document) {
    std::string out;
    for (const Zone& zone : document.zones) out += letter(zone.kind);
    return out;
}
std::string kinds(const std::string& text, const std::string& title = "") {
    return kinds(zoned(text, title));
}

// Three paragraphs of an invented report.
const std::string body =
    "The mayor of Velk, Ada Kern, said on Monday that the old ferry would not sail before the harbour wall "
    "is mended.\n"
    "\n"
    "\"We looked at every stone,\" she told the council. \"There is no other way, and I am sorry for it.\"\n"
    "\n"
    "The ferrymen's guild denied that the wall was in danger and accused the mayor of wanting the quay for a "
    "market.\n";

// Three more.
const std::string more =
    "The council will vote on the matter on Thursday, and both sides have called their people to the town "
    "hall.\n"
    "\n"
    "Engineers from the upper town measured the wall last week and reported cracks \"as wide as a thumb\" at "
    "its foot.\n"
    "\n"
    "The guild replied that the cracks had been there since the flood and that its own mason would prove "
    "it.\n";

// And two.
const std::string last =
    "Until then the people of the island take the long way round, by the bridge at Orl, which costs them two "
    "hours and a toll.\n"
    "\n"
    "\"My hens do not know what a wall is,\" said Cy Holm, a farmer who used to sell his eggs at the quay "
    "every Saturday.\n";

}  // namespace

TEST_CASE("a clean article is title and body") {
    CHECK(kinds("Ferry Stays In Harbour, Mayor Says\n\n" + body) == "TBBB");
    CHECK(kinds("Ferry stays in harbour, mayor says.\n\n" + body) == "TBBB");
    CHECK(kinds(body) == "BBB");
}

TEST_CASE("a line without a stop is body where there is nothing else") {
    CHECK(kinds("The mayor of Velk said that the ferry is late") == "B");
    CHECK(kinds("Home\nSport\nContact us") == "FFF");
}

TEST_CASE("empty and blank texts have no body") {
    CHECK(kinds("") == "");
    CHECK(kinds("\n \n\t\n") == "F");
}

TEST_CASE("headlines that stand again are titles each time; the standfirst is body") {
    CHECK(kinds("Ferry Stays In Harbour\nGuild and mayor quarrel over a wall that nobody has seen "
                "fall.\nFerry Stays In Harbour\n\n" +
                body) == "TBTBBB");
}

TEST_CASE("a given title is found, cut off or with the outlet's name behind it") {
    CHECK(kinds("Ferry stays in harbour while wall is mended | The Velk Times\n\n" + body,
                "Ferry stays in harbour while wall is mended") == "TBBB");
}

TEST_CASE("menus above the headline are furniture, dates and names below it are byline") {
    const std::string page =
        "Skip to content\nHome\nWorld Business Sport Culture Weather\nSubscribe\n\n"
        "Ferry stays in harbour while wall is mended\n\nBy Bo Lind\nMay 6, 2023 3:59 AM\n4 min "
        "read\nUpdated: May 7, 2023\n\n" +
        body;
    CHECK(kinds(page) == "FFFFTYYYYBBB");
}

TEST_CASE("captions are known by their credit, or by speaking of their picture") {
    CHECK(
        kinds(body +
              "\nThe ferry at the quay of Velk in April. (Bo Lind/Velk Photo Service via Getty Images)\n\n" +
              more) == "BBBCBBB");
    CHECK(kinds(body + "\nThe ferry lay at the quay of Velk all of April. Reuters\n\n" + more) == "BBBCBBB");
    CHECK(kinds(body + "\nIn this photo from April, the ferry lies at the quay.\n\n" + more) == "BBBCBBB");
    CHECK(kinds(body + "\nPhoto: Bo Lind\n\n" + more) == "BBBCBBB");
    // An agency that signs a report makes no caption of it.
    CHECK(kinds(body + "\nThe guild's chair said that the claim was untrue. (Reuters)\n") == "BBBB");
}

TEST_CASE("headings between paragraphs") {
    CHECK(kinds(body + "\nA wall of contention\n\n" + more) == "BBBHBBB");
}

TEST_CASE("appeals, newsletters and cookie notices are furniture wherever they stand") {
    for (const char* appeal :
         {"Sign up for our free newsletter and get the news of Velk in your inbox every morning.",
          "Our journalism needs your help. Please support our work with a monthly contribution, however "
          "small.",
          "We use cookies to improve your experience. Read our privacy policy.",
          "Already a subscriber? Log in to read on.", "Follow us on Facebook and Twitter",
          "https://velk.example/ferry"}) {
        INFO(appeal);
        CHECK(kinds(body + "\n" + appeal + "\n\n" + more) == "BBBFBBB");
    }
}

TEST_CASE("what people say about support and news is body") {
    for (const char* line :
         {"\"Please support us and sign up for our newsletter,\" the guild's chair told the crowd at the "
          "quay.",
          "The harbour master said that the company would donate the old ferry to a museum in the spring.",
          "The council voted to subscribe to the regional water plan, a spokesman said, despite its cost.",
          "If you ask us, the mayor's reporting on the wall was late, the guild wrote in a letter to the "
          "council."}) {
        INFO(line);
        CHECK(kinds(body + "\n" + line + "\n\n" + more) == "BBBBBBB");
    }
}

TEST_CASE("what stands below the article is furniture, other articles' teasers included") {
    const std::string below =
        "\nComments\n\nMost popular\n\n6:02 AM\n\nMill to reopen as a school.\n\nThe council of Velk will "
        "turn the old mill into a school for "
        "carpenters, the mayor announced on Sunday after a long debate in the town hall.\n1:48 AM\n\nStorm "
        "breaks windows.\n\nA storm broke "
        "forty windows in the upper town on Saturday night, and the fire brigade said that nobody was hurt "
        "in it.\nSubscribe\n* needed\n";
    const std::string found = kinds(body + below);
    CHECK(found.substr(0, 3) == "BBB");
    CHECK(found.find('B', 3) == std::string::npos);
    CHECK(found.find('T', 3) == std::string::npos);
}

TEST_CASE("long readers' comments below the article are not its body") {
    std::string page = body + "\n3 Comments\n\n";
    for (int i = 0; i < 4; ++i)
        page += "Reader " + std::to_string(i) +
                "\n\nI was at the quay on Monday and I can tell that the wall is as sound as it was when my "
                "grandfather built it, whatever she says.\n\nHe said so himself, and he was the one who laid "
                "the stones in the first place there.\n\n";
    CHECK(kinds(page).find('B', 3) == std::string::npos);
}

TEST_CASE("the body goes on behind a box in its middle") {
    CHECK(kinds(body + "\nRelated stories\n\nMill to reopen\n\nStorm breaks windows\n\n" + more + "\n" + last)
              .find("BBBBB", 3) != std::string::npos);
}

TEST_CASE("a box behind the first paragraphs does not cut them off") {
    const std::string box =
        "\nSign up to the morning mail\nGet the news of Velk in your inbox every morning, and the best of "
        "the week on Sundays as well.\n"
        "We use cookies and may share what we learn. Read our privacy policy and our terms of use, and "
        "unsubscribe any time.\n\n";
    CHECK(
        kinds("Ferry stays in harbour as wall cracks\nGuild says the mayor wants the quay for a market\n\n" +
              body + box + more + "\n" + last) == "THBBBFFFBBBBB");
}

TEST_CASE("a cut-off summary of a paragraph that follows is furniture") {
    const std::string start = body.substr(0, 60);
    CHECK(kinds("Ferry stays in harbour\n\n" + start + "...\n\n" + body) == "TFBBB");
}

TEST_CASE("a flattened list under another headline is a teaser") {
    CHECK(kinds(body + "\nNews of the week: storm breaks windows\nWhat happened: * Storm breaks windows * "
                       "Mill reopens * Ferry late\n") == "BBBFF");
}

TEST_CASE("wrapped lines are one paragraph") {
    std::string wrapped;
    std::size_t column = 0;
    for (const char c : body + "\n" + more) {
        const bool wrap = c == ' ' && column > 60;
        wrapped += wrap ? '\n' : c;
        column = wrap || c == '\n' ? 0 : column + 1;
    }
    CHECK(kinds(wrapped) == "BBBBBB");
}

TEST_CASE("a page that lost its line breaks is taken apart at its sentences") {
    std::string page;
    for (int i = 0; i < 8; ++i) page += body;
    std::replace(page.begin(), page.end(), '\n', ' ');
    page +=
        "Sign up for our free newsletter and get the news of Velk in your inbox. We use cookies, see our "
        "privacy policy and terms of use.";
    CHECK(kinds(page) == "BF");
}

TEST_CASE("carriage returns and no-break spaces are white space") {
    std::string dos;
    for (const char c : "Ferry Stays In Harbour, Mayor Says\n\n" + body)
        dos += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(kinds(dos) == "TBBB");
    CHECK(kinds("\xC2\xA0\n" + body) == "BBB");
}

TEST_CASE("zones from markup stand") {
    Document document;
    document.text = "Ferry stays\n\n" + body + "\nThe wall, seen from the sea\n";
    document.zones = {{{0, 11}, ZoneKind::Title},
                      {{document.text.size() - 28, document.text.size() - 1}, ZoneKind::Caption}};
    make_zone_annotator()->annotate(document);
    CHECK(kinds(document) == "TBBBC");
}

TEST_CASE("odd texts do no harm") {
    for (const std::string& text :
         {std::string(100000, 'a'), std::string(100000, '\n'), std::string(50000, '"'),
          std::string("\xE2\x80\x9C"), std::string("* * * * *"), std::string("...\n...\n"),
          std::string(20000, '.') + " A", std::string("\xC2\xA0")}) {
        Document document;
        document.text = text;
        make_zone_annotator()->annotate(document);
        REQUIRE_FALSE(document.zones.empty());
        CHECK(document.zones.back().span.end == text.size());
    }
}

TEST_CASE("the seed reports: a letter a line, as a person reads them") {
    const auto seeds = hearsay::tests::shared_data("seeds");
    if (!seeds) {
        WARN("skipped: there is no ../shared/seeds");
        return;
    }
    const std::vector<std::pair<std::string, std::string>> expected{
        {"000_56fbc03141bbda97.txt", "TBTCYYYYYBBBBBBBBBBBCCHBBBBBBBBBBBBBBBBBCCHBBBBBBBBBBBBY"},
        {"001_f4500a87108305b2.txt",
         "FFFFFFFFFFFFFTYCFBBBBBBBBBFFFYFFFFFFYFFYFFYFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"},
        {"002_0bf6949777e6cf91.txt", "TTBBBCBBBBBBBBBBBBBYYYFF"},
        {"003_587fa2079d3e9a3e.txt", "FTFYBBBBBBBBBBBBBBBBBBBBBBBYFFFFFFFFFFFFFFFFFF"},
        {"004_6a2b5a429b439ddd.txt", "FBBBBBBBBBBBBBBBBBBYYF"},
    };
    for (const auto& [name, letters] : expected) {
        INFO(name);
        std::ifstream in(*seeds / name);
        REQUIRE(in);
        CHECK(kinds(std::string(std::istreambuf_iterator<char>(in), {})) == letters);
    }
}
