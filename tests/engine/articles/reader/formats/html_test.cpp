#include "engine/articles/reader/formats/html.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace hearsay::engine;
using hearsay::graphs::Progress;

namespace {

Document page(const std::string& html) {
    auto document = read_html(html);
    REQUIRE(document);
    return std::move(*document);
}

}  // namespace

TEST_CASE("blocks become lines, markup goes, entities are read") {
    const Document d = page(
        "<html><head><title>t</title><style>p {}</style></head><body><p>The  mayor\n said &ldquo;no&rdquo; "
        "&amp; left.</p>"
        "<script>var x = 'The mayor lies';</script><p>Then it "
        "<b>rain</b>ed.</p><ul><li>one</li><li>two</li></ul></body></html>");
    CHECK(d.text == "The mayor said “no” & left.\n\nThen it rained.\n\none\ntwo");
}

TEST_CASE("menus, forms, boxes and hidden parts are left out") {
    const Document d = page(
        "<body><nav>Home News Sport</nav><aside>Most read</aside><p>The bridge is open "
        "again.</p><form><label>Your mail</label>"
        "<button>Send</button></form><div hidden>secret</div><div style='display:none'>more "
        "secret</div><footer>Imprint</footer></body>");
    CHECK(d.text == "The bridge is open again.");
}

TEST_CASE("the article element is preferred where it holds a fair share of the text") {
    const std::string body =
        "<p>The council of Velk voted on Monday to reopen the old mill as a school for carpenters.</p>";
    const Document d = page("<body><h1>Velk reopens mill</h1><div>Weather: rain</div><article>" + body +
                            "</article><div>Elsewhere: sun</div></body>");
    CHECK(d.text ==
          "Velk reopens mill\n\nThe council of Velk voted on Monday to reopen the old mill as a school for "
          "carpenters.");
    const Document teaser = page("<body><article>See also</article>" + body + body + "</body>");
    CHECK(teaser.text.find("carpenters") != std::string::npos);
}

TEST_CASE("zones that the markup names are set") {
    const Document d = page(
        "<article><h1>Big news</h1><p>Text.</p><h2>More</h2><figure><img><figcaption>A "
        "mill</figcaption></figure></article>");
    REQUIRE(d.zones.size() == 3);
    CHECK(d.slice(d.zones[0].span) == "Big news");
    CHECK(d.zones[0].kind == ZoneKind::Title);
    CHECK(d.slice(d.zones[1].span) == "More");
    CHECK(d.zones[1].kind == ZoneKind::Heading);
    CHECK(d.slice(d.zones[2].span) == "A mill");
    CHECK(d.zones[2].kind == ZoneKind::Caption);
}

TEST_CASE("metadata comes from JSON-LD first") {
    const Document d = page(R"(<html><head>
      <meta property="og:title" content="A shorter headline"><meta property="og:site_name" content="Other">
      <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "no"},
        {"@type": ["NewsArticle"], "headline": "Velk reopens its mill", "datePublished": "2023-05-06T23:30:00-05:00",
         "author": [{"name": "Ada Kern"}, {"name": "Bo Lind"}], "publisher": {"name": "The Velk Times"}, "url": "https://velk.example/1"}]}
      </script></head><body><p>Text.</p></body></html>)");
    CHECK(d.title == "Velk reopens its mill");
    CHECK(d.outlet == "The Velk Times");
    CHECK(d.author == "Ada Kern, Bo Lind");
    CHECK(d.url == "https://velk.example/1");
    REQUIRE(d.published);
    CHECK(hearsay::graphs::to_string(*d.published) == "2023-05-06");
}

TEST_CASE("without JSON-LD the meta elements, the title and <time> serve") {
    const Document d = page(
        "<html><head><title>Velk reopens mill | The Velk Times</title><meta name='author' content='By Ada "
        "Kern'>"
        "<link rel='canonical' href='https://velk.example/2'></head><body><p>Text.</p><time "
        "datetime='2023-05-06'>May 6</time></body></html>");
    CHECK(d.title == "Velk reopens mill");
    CHECK(d.outlet == "The Velk Times");
    CHECK(d.author == "Ada Kern");
    CHECK(d.url == "https://velk.example/2");
    REQUIRE(d.published);
    CHECK(hearsay::graphs::to_string(*d.published) == "2023-05-06");
}

TEST_CASE("broken and hostile pages are read without a crash") {
    CHECK(page("").text.empty());
    CHECK(page("<p>one<p>two<div>three").text == "one\n\ntwo\n\nthree");
    CHECK(page("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", </script><p>x").text == "x");
    CHECK(page("<script "
               "type='application/"
               "ld+json'>[[[{\"@type\":\"Article\",\"author\":[[1]],\"headline\":3}]]]</script><p>x")
              .text == "x");
    std::string deep;
    for (int i = 0; i < 3000; ++i) deep += "<div><b>";
    CHECK(page(deep + "deep down").text == "deep down");
    CHECK(page("a < b & c > d &bogus; &#0; &#x110000;").text.substr(0, 5) == "a < b");
}

TEST_CASE("a page is too deep if its elements are, not if it has many") {
    std::string deep, wide, list;
    for (std::size_t i = 0; i < 2 * hearsay::engine::deepest_nesting; ++i) {
        deep += "<div>";
        wide += "<div class=a>x</div>";
        list += "<li>x<br>y<p>z";
    }
    CHECK(nested_too_deeply(deep));
    CHECK_FALSE(nested_too_deeply(wide));
    CHECK_FALSE(nested_too_deeply(list));
    CHECK_FALSE(nested_too_deeply("<<< < 5 </"));
}

TEST_CASE("an element may have many attributes, not any number") {
    const auto element = [](std::size_t attributes) {
        std::string html = "<p>one<div";
        for (std::size_t i = 0; i < attributes; ++i) html += " a" + std::to_string(i) + "='>'";
        return html + ">two</div><p a b>three";
    };
    CHECK(page(element(1000)).text == "one\n\ntwo\n\nthree");
    const auto refused = read_html(element(40'000));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == "has an element with more than 2000 attributes");
    std::string wide;  // many elements have as many as they like
    for (int i = 0; i < 5000; ++i) wide += "<i a b c d e>x</i> ";
    CHECK(page(wide).text.size() > 5000);
}

TEST_CASE("formatting that is never closed does not unfold without bound") {
    std::string html = "<p>";
    for (int i = 0; i < 2000; ++i) html += "<font size=" + std::to_string(i) + ">";
    for (int i = 0; i < 2000; ++i) html += "<p>x</p>";
    const auto refused = read_html(html);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason.find("unfolds without bound") != std::string::npos);
}

TEST_CASE("a page can be left while it is read") {
    std::string html;
    for (int i = 0; i < 20'000; ++i) html += "<p>one <b>two</b>";
    struct Enough {};
    std::size_t steps = 0;
    const Progress stop = [&](std::size_t) {
        if (++steps == 5) throw Enough();
    };
    CHECK_THROWS_AS(read_html(html, stop), Enough);
    CHECK(steps == 5);
    CHECK(page(html).text.size() > 20'000);
}
