#include "engine/articles/metadata/metadata.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/articles/names/outlets.hpp"
#include "engine/articles/zones/zones.hpp"
#include "tests/shared_data.hpp"

using namespace hearsay;
using namespace hearsay::engine;

namespace {

Document known(Document document) {
    make_zone_annotator()->annotate(document);
    make_metadata_annotator()->annotate(document);
    return document;
}
Document known(const std::string& text) {
    Document document;
    document.text = text;
    return known(document);
}
std::string date(const Document& document) {
    return document.published ? graphs::to_string(*document.published) : "";
}

const std::string body =
    "The mayor of Velk, Ada Kern, said on Monday that the old ferry would not sail before the harbour wall "
    "is mended.\n\n"
    "\"We looked at every stone,\" she told the council, as The Orl Gazette reported. \"There is no other "
    "way, I fear.\"\n\n"
    "The ferrymen's guild denied that the wall was in danger and accused the mayor of wanting the quay for a "
    "market.\n";

}  // namespace

TEST_CASE("byline with author and date") {
    const Document d = known(
        "Ferry stays in harbour\n\nby Bo Lind and The Velk Independent news desk April 2, 2023 3:59 AM 2 min "
        "read\n\n" +
        body);
    CHECK(d.title == "Ferry stays in harbour");
    CHECK(d.author == "Bo Lind, The Velk Independent news desk");
    CHECK(d.outlet == "The Velk Independent");
    CHECK(date(d) == "2023-04-02");
}

TEST_CASE("a dated line says whose report it is") {
    const Document d =
        known("Ferry stays in harbour\n\nDigest of a report by The Velk Independent, April 2, 2023\n\n" + body);
    CHECK(d.title == "Ferry stays in harbour");
    CHECK(d.outlet == "The Velk Independent");
    CHECK(date(d) == "2023-04-02");
}

TEST_CASE("a name and dates by themselves") {
    const Document d = known("Ferry stays in harbour\n\nBo Lind\n4/17/2023\nUpdated:\n4/19/2023\n\n" + body);
    CHECK(d.author == "Bo Lind");
    CHECK(date(d) == "2023-04-17");
    const Document below = known("Ferry stays in harbour\n\n" + body +
                                 "\nBo Lind\nWed, 04/19/2023 - 04:15\n\nvia Zero Hedge\n\nLeave a Reply\n");
    CHECK(below.author == "Bo Lind");
    CHECK(date(below) == "2023-04-19");
    CHECK(below.outlet == "ZeroHedge");
}

TEST_CASE("the outlet speaks of itself") {
    CHECK(known("Ferry stays\n\n" + body +
                "\nThe Velk Times could not independently verify the guild's statement.\n")
              .outlet == "The Velk Times");
    CHECK(known("Support The Velk Times!\n\nFerry stays in harbour today\n\n" + body).outlet ==
          "The Velk Times");
    CHECK(known(body + "\n\xC2\xA9 2023 The Velk Herald. All rights reserved.\n").outlet ==
          "The Velk Herald");
    CHECK(known("A version of this story appeared in the harbour newsletter from The Velk Tribune. Click "
                "here to subscribe to it.\n" +
                body)
              .outlet == "The Velk Tribune");
    CHECK(known("Ferry stays in harbour today - The Velk Courier\n\n" + body).outlet == "The Velk Courier");
    CHECK(known("Ferry stays in harbour today - The Velk Courier\n\n" + body).title ==
          "Ferry stays in harbour today");
}

TEST_CASE("whoever is quoted or contributed is not the outlet") {
    CHECK(known("Ferry stays in harbour\n\n" + body).outlet.empty());
    CHECK(known("Ferry stays in harbour\n\n" + body + "\nAFP contributed reporting.\n").outlet.empty());
    CHECK(
        known("Ferry stays in harbour\n\n" + body + "\nThe ferry in April. (Bo Lind/AFP via Getty Images)\n")
            .outlet.empty());
}

TEST_CASE("address, file name and mail name the outlet") {
    Document d;
    d.text = body;
    d.url = "https://www.kyivpost.com/post/2023/04/17/ferry";
    CHECK(known(d).outlet == "Kyiv Post");
    CHECK(date(known(d)) == "2023-04-17");
    Document f;
    f.text = body;
    f.file = "articles/usa-today_2023-04-17_ferry.txt";
    CHECK(known(f).outlet == "USA Today");
    CHECK(date(known(f)) == "2023-04-17");
    const Document m = known(body + "\n* Bo Lind can be reached at blind@washingtontimes.com.\n");
    CHECK(m.outlet == "The Washington Times");
    CHECK(m.author == "Bo Lind");
}

TEST_CASE("nothing is guessed") {
    const Document d = known(body +
                             "\nThe wall was built on May 6, 1950, the guild says, and was never mended in "
                             "all these years since.\n");
    CHECK(d.title.empty());
    CHECK(d.author.empty());
    CHECK_FALSE(d.published);
}

TEST_CASE("what is known already stays") {
    Document d;
    d.text = "Ferry stays in harbour\n\nBy Bo Lind\nApril 2, 2023\n\n" + body;
    d.title = "Another";
    d.author = "Cy Holm";
    d.outlet = "Own";
    d.published = graphs::date_from(2020, 1, 2);
    d = known(d);
    CHECK(d.title == "Another");
    CHECK(d.author == "Cy Holm");
    CHECK(d.outlet == "Own");
    CHECK(date(d) == "2020-01-02");
}

TEST_CASE("a date with two readings follows the outlet's country or the text, and is noted") {
    const Document american = known("Ferry stays in harbour\n\n3/4/2023\n\n" + body +
                                    "\nFox News could not independently verify this.\n");
    CHECK(date(american) == "2023-03-04");
    CHECK(american.notes == std::vector<std::string>{"date 3/4/2023 read as 2023-03-04"});
    const Document british = known("Ferry stays in harbour\n\n3/4/2023\n\n" + body +
                                   "\nBBC News could not independently verify this.\n");
    CHECK(date(british) == "2023-04-03");
    const Document day_first =
        known("Ferry stays in harbour\n\n3/4/2023\n\n" + body +
              "\nThe wall fell on 12 March, the guild said, and again on 2 April of the year.\n");
    CHECK(date(day_first) == "2023-04-03");
}

TEST_CASE("outlets are found in lines") {
    const auto names = [](const std::string& line) {
        std::string out;
        for (const NamedOutlet& outlet : find_outlets(line)) out += (out.empty() ? "" : ", ") + outlet.name;
        return out;
    };
    CHECK(names("as the New York Times and BBC News wrote") == "The New York Times, BBC");
    CHECK(names("said The Upper Velk Gazette on Monday") == "The Upper Velk Gazette");
    CHECK(names("he had a good time in the post office") == "");
    CHECK(names("The Sun rose. Time went by. The Times of Velk") == "The Sun, The Times");
    CHECK(outlet_of_address("https://edition.cnn.com/x")->name == "CNN");
    CHECK(outlet_of_address("a@pravda.com.ua")->name == "Ukrainska Pravda");
    CHECK(outlet_of_address("https://notcnn.com") == nullptr);
    CHECK(outlet_of_address("") == nullptr);
}

TEST_CASE("the seed reports: outlet and date") {
    const auto seeds = hearsay::tests::shared_data("seeds");
    if (!seeds) {
        WARN("skipped: there is no ../shared/seeds");
        return;
    }
    struct Row {
        const char *file, *outlet, *published;
    };
    for (const Row& row : {Row{"000_56fbc03141bbda97.txt", "The Epoch Times", "2024-03-12"},
                           Row{"001_f4500a87108305b2.txt", "The Kyiv Independent", "2024-03-13"},
                           Row{"002_0bf6949777e6cf91.txt", "ZeroHedge", "2024-03-13"},
                           Row{"003_587fa2079d3e9a3e.txt", "The Moscow Times", ""},
                           Row{"004_6a2b5a429b439ddd.txt", "The Washington Times", ""}}) {
        INFO(row.file);
        std::ifstream in(*seeds / row.file);
        REQUIRE(in);
        const Document d = known(std::string(std::istreambuf_iterator<char>(in), {}));
        CHECK(d.outlet == row.outlet);
        CHECK(date(d) == row.published);
        CHECK(d.title.empty() == (std::string(row.file).substr(0, 3) == "004"));
    }
}
