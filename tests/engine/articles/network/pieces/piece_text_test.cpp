#include <catch2/catch.hpp>
#include <set>

#include "engine/articles/network/pieces/piece_text.hpp"
#include "engine/articles/network/pieces/word_forms.hpp"

using namespace hearsay::engine;

namespace {

const std::string lines =
    "[UNK]\n[CLS]\n[SEP]\n.\n,\n\"\n\u201C\n\u201D\nharbour\nhar\n##bour\n##s\n##master\nel\n##"
    "ia\nin\nova\n12\n##th\n\u6771\n"
    "a\n##a\n$\n!\n";

Vocabulary vocabulary() {
    auto found = Vocabulary::from({reinterpret_cast<const std::uint8_t*>(lines.data()), lines.size()});
    REQUIRE(found);
    return *found;
}

// Words with their pieces: "harbour+s(1)": the number is the shape.
std::string show(const std::string& text, std::vector<Span> paragraphs = {}) {
    const Vocabulary v = vocabulary();
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < lines.size(); begin = lines.find('\n', begin) + 1)
        names.push_back(lines.substr(begin, lines.find('\n', begin) - begin));
    if (paragraphs.empty()) paragraphs = {{0, text.size()}};
    const PieceText t = split_words(text, paragraphs, v);
    std::string out;
    for (const PieceWord& w : t.words) {
        if (w.begins_paragraph) out += "| ";
        for (std::size_t i = 0; i < w.pieces; ++i) {
            std::string piece = names[t.pieces[w.first_piece + i]];
            out += i > 0 && piece.substr(0, 2) == "##" ? "+" + piece.substr(2) : piece;
        }
        out += "(" + std::to_string(w.shape) + ") ";
    }
    return out;
}

std::string folded(const std::string& word) {
    std::string out;
    fold(word, out);
    return out;
}

}  // namespace

TEST_CASE("words are cut into the longest pieces", "[piece_text]") {
    CHECK(show("harbours Harbourmaster") == "| harbour+s(1) harbour+master(2) ");
    CHECK(show("Elia in ELIA") == "| el+ia(2) in(1) el+ia(3) ");
    CHECK(show("harbourx") == "| [UNK](1) ");
    CHECK(show("12th, $12!") == "| 12+th(5) ,(0) $(0) 12(5) !(0) ");
    CHECK(show("") == "");
    CHECK(show(" \n\t ") == "");
}

TEST_CASE("a word of more than a hundred characters is unknown", "[piece_text]") {
    CHECK(show(std::string(101, 'a')) == "| [UNK](1) ");
    CHECK(show(std::string(3, 'a')) == "| a+a+a(1) ");
    std::string accented;
    for (int i = 0; i < 100; ++i) accented += "\u00E1";
    CHECK(show(accented).substr(0, 5) == "| a+a");
}

TEST_CASE("words keep their bytes, whatever the characters", "[piece_text]") {
    const std::string text =
        "\u00C9lia\u2014in\u00A0\u6771\u6771 \u00ADel\u00ADia \u200B ova\xFF"
        "a";
    const PieceText t = split_words(text, std::vector<Span>{{0, text.size()}}, vocabulary());
    std::vector<std::string> words;
    for (const PieceWord& w : t.words) words.push_back(text.substr(w.span.begin, w.span.end - w.span.begin));
    CHECK(words == std::vector<std::string>{"\u00C9lia", "\u2014", "in", "\u6771", "\u6771", "el\u00ADia",
                                            "ova\xFF"
                                            "a"});
    CHECK(t.words[0].span == Span{0, 5});
    CHECK(show(text).substr(0, 13) == "| el+ia(2) [U");
    CHECK(show("el\u00ADia") == "| el+ia(1) ");
}

TEST_CASE("words are folded as the vocabulary was", "[piece_text]") {
    CHECK(folded("HARBOUR") == "harbour");
    CHECK(folded("\u00C9l\u00EDa") == "elia");
    CHECK(folded("\u0130nova") == "inova");
    CHECK(folded("\u039F\u03A3") == "\u03BF\u03C2");  // a small sigma at the word's end
    CHECK(folded("\u00DF") == "\u00DF");
    CHECK(folded("a\x01"
                 "b\u200Bc") == "abc");
    CHECK(folded("\u200B").empty());
}

TEST_CASE("a word's shape is that of its letters", "[piece_text]") {
    CHECK(shape_of("harbour") == Shape::Lower);
    CHECK(shape_of("Harbour") == Shape::Capitalised);
    CHECK(shape_of("A") == Shape::Capitalised);
    CHECK(shape_of("UN") == Shape::Upper);
    CHECK(shape_of("McElia") == Shape::Mixed);
    CHECK(shape_of("iX") == Shape::Mixed);
    CHECK(shape_of("4x4") == Shape::Number);
    CHECK(shape_of("\u00C9lia") == Shape::Capitalised);
    CHECK(shape_of("\u00C9LIA") == Shape::Upper);
    CHECK(shape_of("\u00E9lia") == Shape::Lower);
    CHECK(shape_of("m\u00B2") == Shape::Number);
    CHECK(shape_of("\u6771") == Shape::Mixed);
    CHECK(shape_of("$") == Shape::Other);
    CHECK(shape_of("\u20AC") == Shape::Other);
}

TEST_CASE("a quotation lasts to its mark or its paragraph's end", "[piece_text]") {
    CHECK(show("in \"in\" in") == "| in(1) \"(6) in(7) \"(6) in(1) ");
    CHECK(show("\u201Cin\u201D in \u201D in") == "| \u201C(6) in(7) \u201D(6) in(1) \u201D(6) in(1) ");
    const std::string two = "\u201Cin\nin";
    CHECK(show(two) == "| \u201C(6) in(7) in(7) ");
    CHECK(show(two, {{0, 6}, {6, 8}}) == "| \u201C(6) in(7) | in(1) ");
}

TEST_CASE("what stands between the paragraphs is not read", "[piece_text]") {
    CHECK(show("in\nova\nel", {{0, 3}, {7, 9}}) == "| in(1) | el(1) ");
    CHECK(show("in ova", {{0, 0}, {3, 6}}) == "| ova(1) ");
}

TEST_CASE("chunks end before a paragraph, or after a sentence, or anywhere", "[piece_text]") {
    const Vocabulary v = vocabulary();
    const auto chunks = [&](const std::vector<std::string>& paragraphs, std::size_t most) {
        std::string text;
        std::vector<Span> spans;
        for (const std::string& p : paragraphs) {
            spans.push_back({text.size(), text.size() + p.size()});
            text += p + "\n";
        }
        const PieceText t = split_words(text, spans, v);
        std::vector<std::pair<std::size_t, std::size_t>> out;
        for (const Chunk& c : split_chunks(t.words, most)) out.emplace_back(c.first, c.last);
        return out;
    };
    using Chunks = std::vector<std::pair<std::size_t, std::size_t>>;
    CHECK(chunks({}, 8).empty());
    CHECK(chunks({"in in", "in in"}, 8) == Chunks{{0, 4}});
    CHECK(chunks({"in in", "in in"}, 7) == Chunks{{0, 4}});
    CHECK(chunks({"in in", "in in"}, 6) == Chunks{{0, 2}, {2, 4}});
    CHECK(chunks({"in in", "in . in in"}, 8) == Chunks{{0, 2}, {2, 6}});
    CHECK(chunks({"in . in in . in in in in"}, 8) == Chunks{{0, 5}, {5, 9}});
    CHECK(chunks({"in in in in in in in in"}, 6) == Chunks{{0, 4}, {4, 8}});
}
