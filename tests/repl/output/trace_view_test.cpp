#include "repl/output/trace_view.hpp"

#include <catch2/catch.hpp>

#include "repl/output/terminal/text_width.hpp"

using namespace hearsay;
using namespace hearsay::repl;

namespace {

engine::Evidence evidence() {
    engine::Evidence found;
    found.stance = "claims";
    found.who = "Mara Voss";
    found.title = "Ferry strike";
    found.outlet = "Quellhaven Post";
    found.file = "ferry.txt";
    found.published = graphs::date_from(2031, 4, 9);
    found.sentence = "The ferries will sail, Mara\nVoss said.";
    found.content = {{0, 21}};
    found.source = {{23, 32}};
    found.cue = {{33, 37}};
    return found;
}

std::string shown(const std::vector<engine::Evidence>& all, const Look& look) {
    StringSink sink;
    write_trace(sink, all, look);
    return sink.text();
}

}  // namespace

TEST_CASE("in a file, source, cue and content are underlined") {
    CHECK(shown({evidence()}, {}) ==
          "claims: Mara Voss\n"
          "Ferry strike, Quellhaven Post, 2031-04-09 (ferry.txt)\n"
          "  The ferries will sail, Mara Voss said.\n"
          "  ~~~~~~~~~~~~~~~~~~~~~  ^^^^^^^^^ ====\n"
          "\n"
          "^ source  = cue  ~ content\n");
}

TEST_CASE("on a terminal the words are coloured") {
    Look look;
    look.colour = true;
    look.width = 80;
    const std::string text = shown({evidence()}, look);
    CHECK(text.find("\x1b[1;36mMara Voss\x1b[0m") != std::string::npos);
    CHECK(text.find("\x1b[1;33msaid\x1b[0m") != std::string::npos);
    CHECK(text.find("~~~") == std::string::npos);
}

TEST_CASE("a trace fits its window") {
    engine::Evidence found = evidence();
    found.sentence = "橋 " + found.sentence;
    for (auto* spans : {&found.source, &found.cue, &found.content})
        for (auto& span : *spans) {
            span.begin += 4;
            span.end += 4;
        }
    Look look;
    look.width = 24;
    const std::string text = shown({found}, look);
    for (std::size_t begin = 0, end = 0; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
        if (text.substr(begin, 3) != "^ s") CHECK(display_width(text.substr(begin, end - begin)) <= 24);
    CHECK(text.find("  橋 The ferries will\n     ~~~~~~~~~~~~~~~~\n") != std::string::npos);
}

TEST_CASE("evidence without its article, and no evidence, are said") {
    engine::Evidence bare;
    bare.stance = "denies";
    bare.who = "Harbour\x1b[2JUnion";
    CHECK(
        shown({bare}, {}).find("denies: Harbour\\x1b[2JUnion\n  (the article's text is not in the graph)") ==
        0);
    CHECK(shown({}, {}) == "no such statement\n");
}
