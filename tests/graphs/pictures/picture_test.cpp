#include "graphs/pictures/picture.hpp"

#include <catch2/catch.hpp>

#include "engine/schema/picture_style.hpp"
#include "graphs/pictures/render.hpp"
#include "graphs/pictures/text.hpp"

using namespace hearsay::graphs;
using Catch::Matchers::Contains;
using hearsay::engine::claim_styles;

namespace {

struct Drawn {
    PropertyGraph g;
    std::vector<VertexId> vertices;
    std::vector<EdgeId> edges;

    VertexId add(std::string_view label, Properties properties) {
        vertices.push_back(g.add_vertex(std::vector{g.label(label)}, std::move(properties)));
        return vertices.back();
    }
    EdgeId join(VertexId from, std::string_view type, VertexId to, Properties properties = {}) {
        edges.push_back(g.add_edge(from, g.type(type), to, std::move(properties)));
        return edges.back();
    }
    std::string draw_as(PictureFormat format, const Selection& selection) {
        const Result<std::string> picture = draw(g, selection, claim_styles(), format);
        if (!picture) FAIL(picture.error().reason);
        return *picture;
    }
};

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += line + "|";
    return all;
}

}  // namespace

TEST_CASE("text is made clean", "[picture]") {
    CHECK(clean_text(" a\t\nb\r\n ") == "a b");
    CHECK(clean_text("a\x01\x7f"
                     "b") == "a b");
    CHECK(clean_text(std::string("a\0b", 3)) == "a b");
    CHECK(clean_text("a\xff\xc3(") == "a\uFFFD\uFFFD(");
    CHECK(clean_text("\xed\xa0\x80").find('\xed') == std::string::npos);  // a lone surrogate
    CHECK(clean_text("evil\u202Egnp.exe") == "evilgnp.exe");
    CHECK(clean_text("\uFFFE!") == "!");
    CHECK(clean_text("caf\u00e9 \U0001F408") == "caf\u00e9 \U0001F408");
    CHECK(clean_text("").empty());
}

TEST_CASE("widths count wide and combining characters", "[picture]") {
    CHECK(text_width("abc") == 3);
    CHECK(text_width("e\u0301") == 1);
    CHECK(text_width("\u6f22\u5b57") == 4);
    CHECK(text_width("\U0001F408") == 2);
    CHECK(text_width("\u0411\u0435\u043b") == 3);
}

TEST_CASE("text is wrapped where lines may break", "[picture]") {
    CHECK(joined(wrap_text("one two three", 7, 9)) == "one two|three|");
    CHECK(joined(wrap_text("one two three", 40, 9)) == "one two three|");
    CHECK(joined(wrap_text("well-known words", 10, 9)) == "well-known|words|");
    CHECK(joined(wrap_text("abcdefghij", 4, 9)) == "abcd|efgh|ij|");
    CHECK(joined(wrap_text("a abcdefghij", 4, 9)) == "a|abcd|efgh|ij|");
    CHECK(joined(wrap_text("\u6f22\u5b57\u6f22\u5b57\u6f22", 4, 9)) == "\u6f22\u5b57|\u6f22\u5b57|\u6f22|");
    CHECK(joined(wrap_text("e\u0301e\u0301e\u0301", 2, 9)) == "e\u0301e\u0301|e\u0301|");
    CHECK(wrap_text("", 4, 9).empty());
}

TEST_CASE("text that does not fit is cut with an ellipsis", "[picture]") {
    CHECK(joined(wrap_text("one two three four", 8, 2)) == "one two|three\u2026|");
    CHECK(joined(wrap_text("abcdefghij", 4, 2)) == "abcd|efg\u2026|");
    CHECK(wrap_text(std::string(10000, 'w'), 40, 8).size() == 8);
    for (const std::string& line : wrap_text(std::string(10000, 'w'), 40, 8)) CHECK(text_width(line) <= 40);
    CHECK(cut_text("short", 10) == "short");
    CHECK(cut_text("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", 8) == "\u00e9\u00e9\u2026");
}

TEST_CASE_METHOD(Drawn, "a picture shows captions, cues and a legend of what occurs", "[picture]") {
    const KeyId name = g.key("name"), text = g.key("text"), cue = g.key("cue"), title = g.key("title");
    const VertexId ada = add("Actor", {{name, "Ada Quill"}, {g.key("role"), "mayor"}});
    const VertexId said = add("Statement", {{text, "The well is dry."}});
    const VertexId paper = add("Article", {{title, "Drought in Elm Vale"}, {g.key("published"), Date{0}}});
    const EdgeId claims = join(ada, "CLAIMS", said, {{cue, "told a meeting"}});
    join(paper, "ATTRIBUTES", said);

    const std::string dot = draw_as(PictureFormat::Dot, {{}, {claims}});
    CHECK_THAT(dot, Contains("Ada Quill") && Contains("mayor") && Contains("The well is dry.") &&
                        Contains("told a meeting"));
    CHECK_THAT(dot, Contains("legend_Actor") && Contains("\"claims\""));
    CHECK_THAT(dot, !Contains("legend_Article") && !Contains("denies") && !Contains("Drought"));

    // Order and repetition do not matter; removed elements are passed over.
    CHECK(draw_as(PictureFormat::Dot, {{said, ada, said}, {claims, claims}}) == dot);
    const EdgeId gone = join(ada, "DENIES", said);
    g.remove(gone);
    CHECK(draw_as(PictureFormat::Dot, {{}, {claims, gone}}) == dot);

    const std::string all = draw_as(PictureFormat::Svg, {vertices, {edges[0], edges[1]}});
    CHECK_THAT(all, Contains("<svg") && Contains("Drought in Elm Vale") && Contains("1970&#45;01&#45;01") &&
                        Contains("passes on"));
    CHECK(draw_as(PictureFormat::Png, {vertices, {}}).substr(0, 4) == "\x89PNG");
}

TEST_CASE_METHOD(Drawn, "labels and types of other kinds are drawn as well", "[picture]") {
    const VertexId a = add("Lantern \"x\"", {{g.key("id"), 7}}), b = g.add_vertex({});
    const EdgeId e = join(a, "SHINES|<ON>", b);
    const std::string dot = draw_as(PictureFormat::Dot, {{}, {e}});
    CHECK_THAT(dot, Contains("SHINES|<ON>") && Contains("Lantern"));
    CHECK(render_dot(dot, "svg"));
}

TEST_CASE_METHOD(Drawn, "hostile texts give a file that Graphviz reads and shows as they are", "[picture]") {
    const KeyId name = g.key("name"), text = g.key("text"), cue = g.key("cue"), title = g.key("title");
    const std::vector<std::string> hostile = {
        "ends in a backslash\\",
        "\\",
        "\\\\\\",
        "\\\"",
        "\"; evil [shape=box]; \"",
        "a \\N \\G \\n \\l b",
        "<b>bold</b>",
        "<<table>>",
        "&lt;&amp;&#65;&bogus;&",
        "{a|b}",
        "line\nbreak\r\nhere\x0b",
        "\U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467",
        "\xff\xfe\xc0\x80 invalid",
        std::string("null\0byte", 9),
        "]]>--><!--",
        "<script>alert(1)</script>",
        "\" onload=\"alert(1)",
        "' onload='alert(1)",
        "javascript:alert(1)",
        "\u202Ereversed",
        "%s%n%d",
        std::string(10000, 'x'),
        std::string(10000, '\\'),
        std::string(10000, '"'),
        std::string(3333, '\xe2'),
    };
    for (const std::string& bad : hostile) {
        INFO(clean_text(bad).substr(0, 60));
        Drawn d;
        const VertexId who = d.add("Actor", {{d.g.key("name"), bad}, {d.g.key("role"), bad}});
        const VertexId what = d.add("Statement", {{d.g.key("text"), bad}});
        const EdgeId e = d.join(who, "CLAIMS", what, {{d.g.key("cue"), bad}, {d.g.key("source_text"), bad}});
        const std::string dot = d.draw_as(PictureFormat::Dot, {{}, {e}});
        const Result<std::string> read = render_dot(dot, "svg");
        if (!read) FAIL(read.error().reason);
        // Two vertices, one edge and the legend: nothing broke out of its quotation marks.
        std::size_t nodes = 0;
        for (std::size_t at = read->find("class=\"node\""); at != std::string::npos;
             at = read->find("class=\"node\"", at + 1)) {
            ++nodes;
        }
        CHECK(nodes == 4);
        // A browser runs nothing of it.
        for (const char* active : {"<script", " onload=\"", " onload='", "href"})
            CHECK(read->find(active) == std::string::npos);
    }
    // All at once, as a picture.
    for (const std::string& bad : hostile) {
        const VertexId a = add("Organisation", {{name, bad}}), s = add("Statement", {{text, bad}});
        add("Article", {{title, bad}});
        join(a, "DENIES", s, {{cue, bad}});
    }
    CHECK(draw_as(PictureFormat::Png, {vertices, edges}).substr(0, 4) == "\x89PNG");
}

TEST_CASE_METHOD(Drawn, "what Graphviz would interpret is shown as it is written", "[picture]") {
    add("Statement", {{g.key("text"), "a\\Nb &lt; <i> \\"}});
    const std::string svg = draw_as(PictureFormat::Svg, {vertices, {}});
    CHECK_THAT(svg, Contains("a\\Nb") && Contains("&amp;lt;") && Contains("&lt;i&gt;"));
}

TEST_CASE_METHOD(Drawn, "a long text is cut in the label and longer in the tooltip", "[picture]") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "word" + std::to_string(i) + " ";
    add("Statement", {{g.key("text"), text}});
    const std::string svg = draw_as(PictureFormat::Svg, {vertices, {}});
    CHECK_THAT(svg, Contains("\u2026") || Contains("&#8230;"));
    CHECK_THAT(svg, Contains("word199"));
}

TEST_CASE_METHOD(Drawn, "what cannot be drawn is an error", "[picture]") {
    CHECK(draw(g, {}, claim_styles(), PictureFormat::Svg).error().reason == "is empty: nothing was chosen");
    for (int i = 0; i < 4000; ++i) add("Actor", {});
    const Result<std::string> large = draw(g, {vertices, {}}, claim_styles(), PictureFormat::Svg);
    REQUIRE_FALSE(large);
    CHECK_THAT(large.error().reason, Contains("too large"));
    CHECK(draw(g, {vertices, {}}, claim_styles(), PictureFormat::Dot));
    const Result<std::string> broken = render_dot("digraph { a -> ", "svg");
    REQUIRE_FALSE(broken);
    CHECK_THAT(broken.error().reason, Contains("syntax error"));
    CHECK_FALSE(render_dot("digraph { a }", "nonsense"));
    CHECK(render_dot("digraph { a }", "svg"));
}

// In layers it would take many minutes.
TEST_CASE_METHOD(Drawn, "where each is joined to each there is a picture too, and it can be stopped",
                 "[picture]") {
    for (int i = 0; i < 54; ++i) add("Actor", {{g.key("id"), i}});
    const TypeId knows = g.type("KNOWS");
    std::vector<EdgeId> all;
    for (const VertexId a : vertices)
        for (const VertexId b : vertices)
            if (a != b) all.push_back(g.add_edge(a, knows, b));
    const std::atomic<bool> interrupt{true};
    CHECK_FALSE(draw(g, {vertices, all}, claim_styles(), PictureFormat::Svg, &interrupt));
    CHECK_THAT(draw_as(PictureFormat::Svg, {vertices, all}), Contains("<svg"));
}
