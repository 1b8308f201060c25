#include "graphs/indexes/text_index.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "graphs/graph/property_graph.hpp"
#include "graphs/indexes/passing_texts.hpp"
#include "graphs/indexes/text_tokens.hpp"

using namespace hearsay::graphs;

namespace {

std::vector<std::string> tokens_of(std::string_view text) {
    std::vector<std::string> tokens;
    for_each_token(text, [&](const TextToken& token) {
        tokens.emplace_back(text.substr(token.begin, token.end - token.begin));
    });
    return tokens;
}

constexpr TextPredicate all_tests[] = {TextPredicate::Contains, TextPredicate::StartsWith,
                                       TextPredicate::EndsWith};

// Says without an index whether a text passes.
bool passes_plainly(std::string_view text, TextPredicate test, std::string_view part) {
    if (part.size() > text.size()) return false;
    if (test == TextPredicate::StartsWith) return text.compare(0, part.size(), part) == 0;
    if (test == TextPredicate::EndsWith)
        return text.compare(text.size() - part.size(), part.size(), part) == 0;
    return text.find(part) != std::string::npos;
}

struct Texts {
    std::vector<std::string> texts;
    TextIndex index;
    explicit Texts(std::vector<std::string> all) : texts(std::move(all)) {
        TextIndex::Builder builder(no_progress);
        builder.add(std::vector<std::string_view>(texts.begin(), texts.end()));
        index = builder.finish();
    }
    std::size_t asked = 0;  // texts that had to be looked at
    std::vector<std::uint32_t> find(TextPredicate test, const std::string& part) {
        return index.find(
            test, part,
            [&](std::uint32_t text) {
                ++asked;
                return passes(texts.at(text), test, part);
            },
            no_progress);
    }
    std::vector<std::uint32_t> scan(TextPredicate test, const std::string& part) const {
        std::vector<std::uint32_t> found;
        for (std::uint32_t i = 0; i < texts.size(); ++i) {
            if (passes_plainly(texts[i], test, part)) found.push_back(i);
        }
        return found;
    }
};

// Makes texts and parts of few pieces, so that they often meet; some are cut within a character.
class Maker {
  public:
    explicit Maker(unsigned seed) : random_(seed) {}
    std::string text(std::size_t most) {
        static const std::vector<std::string> pieces = {
            "a",    "b",  "ab", "Ab",   "aba",  "7",    " ",        " ",    "  ",       "-",  "\n",
            "'",    "é",  "ß",  "я",    "да",   "—",    "“",        "”",    "«",        "中", "国",
            "中国", "。", "Ａ", "한국", "🙂", "\xC2", "\xE4\xB8", "\xAD", "\xE2\x80", "\0"};
        std::string made;
        for (std::size_t n = number(most + 1); n > 0; --n) made += pieces[number(pieces.size())];
        return made;
    }
    std::size_t number(std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
    }

  private:
    std::mt19937 random_;
};

}  // namespace

TEST_CASE("a text falls into runs of letters and into signs", "[text]") {
    using Tokens = std::vector<std::string>;
    CHECK(tokens_of("").empty());
    CHECK(tokens_of(" ,.- ").empty());
    CHECK(tokens_of("The bridge, No. 7b, isn't open") ==
          Tokens{"The", "bridge", "No", "7b", "isn", "t", "open"});
    CHECK(tokens_of("Żółw «Гривна» — naïve…") == Tokens{"Żółw", "Гривна", "naïve"});
    CHECK(tokens_of("U20中国 ok") == Tokens{"U20", "中", "国", "ok"});
    CHECK(tokens_of("\xE4\xB8 a\xC2") == Tokens{"\xE4\xB8", "a\xC2"});
}

TEST_CASE("words are told without a look at the texts", "[text]") {
    Texts news({"the ceasefire holds", "a Ceasefire?", "no fire", "", "ceasefires: ceasefire"});
    using Found = std::vector<std::uint32_t>;
    CHECK(news.find(TextPredicate::Contains, "ceasefire") == Found{0, 4});
    CHECK(news.find(TextPredicate::Contains, "fire") == Found{0, 1, 2, 4});
    CHECK(news.find(TextPredicate::Contains, "nothing").empty());
    CHECK(news.asked == 0);
    CHECK(news.find(TextPredicate::Contains, "fire holds") == Found{0});
    CHECK(news.asked == 1);
    CHECK(news.find(TextPredicate::Contains, "") == Found{0, 1, 2, 3, 4});
    CHECK(news.find(TextPredicate::StartsWith, "a Cease") == Found{1});
    CHECK(news.find(TextPredicate::EndsWith, "fire") == Found{2, 4});
    CHECK(news.index.token_count() == 8);
    CHECK(news.index.estimate(TextPredicate::Contains, "fire") >= 4);
    CHECK(news.index.estimate(TextPredicate::Contains, "bridge") == 0);
}

TEST_CASE("words of any length and number are found", "[text]") {
    std::vector<std::string> texts;
    for (int i = 0; i < 20'000; ++i) texts.push_back("w" + std::to_string(i) + " w" + std::to_string(i % 10));
    texts.push_back(std::string(1000, 'x') + " y");
    texts.push_back(std::string(128, 'x'));
    Texts many(std::move(texts));
    for (const char* part : {"w7", "w19999", "9999 w", "xxx", "x y", " y", "9 w9"}) {
        INFO(part);
        for (const TextPredicate test : all_tests) CHECK(many.find(test, part) == many.scan(test, part));
    }
    const std::string longer(200, 'x');
    CHECK(many.find(TextPredicate::Contains, longer) == many.scan(TextPredicate::Contains, longer));
}

TEST_CASE("a word that few have is looked up among a hundred thousand words", "[text]") {
    std::vector<std::string> texts;
    for (int i = 0; i < 30'000; ++i) {
        texts.emplace_back();
        for (int k = 0; k < 4; ++k) texts.back() += "word" + std::to_string(i * 4 + k) + " of it ";
    }
    Texts many(std::move(texts));
    CHECK(many.index.token_count() == 120'002);
    CHECK(many.index.estimate(TextPredicate::Contains, "of") == Approx(30'000).epsilon(0.1));
    CHECK(many.index.estimate(TextPredicate::Contains, "word1") == Approx(31'111).epsilon(0.5));
    for (const char* part : {"word119999", "77 of it word", "it word7", "f i", "word9999 of", "of it of"}) {
        INFO(part);
        for (const TextPredicate test : all_tests) CHECK(many.find(test, part) == many.scan(test, part));
    }
    // Of a part that has a rare word few texts are looked at; of one that any text may have, all.
    many.asked = 0;
    CHECK(many.find(TextPredicate::Contains, "word9999 of it").size() == 1);
    CHECK(many.asked < 10);
    many.asked = 0;
    CHECK(many.find(TextPredicate::Contains, "it w").size() == 30'000);
    CHECK(many.asked == 30'000);
}

TEST_CASE("the index finds what a look at every text finds", "[text]") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        Maker maker(seed);
        std::vector<std::string> texts(1 + maker.number(400));
        for (std::string& text : texts) text = maker.text(12);
        Texts all(std::move(texts));
        for (int i = 0; i < 150; ++i) {
            std::string part = maker.text(4);
            if (maker.number(3) == 0) {  // of one of the texts, cut anywhere
                const std::string& from = all.texts[maker.number(all.texts.size())];
                const std::size_t begin = maker.number(from.size() + 1);
                part = from.substr(begin, maker.number(8));
            }
            for (const TextPredicate test : all_tests) {
                INFO(seed << ": " << part << " as " << static_cast<int>(test));
                REQUIRE(all.find(test, part) == all.scan(test, part));
            }
        }
    }
}

TEST_CASE("progress can end the building of an index", "[text]") {
    const auto build = [](std::size_t most_bytes) {
        const Progress progress = [most_bytes](std::size_t bytes) {
            if (bytes > most_bytes) throw std::length_error("too much");
        };
        TextIndex::Builder builder(progress);
        for (int i = 0; i < 50'000; ++i) {
            const std::string text = "number " + std::to_string(i);
            const std::string_view one[] = {text};
            builder.add(one);
        }
        return builder.finish();
    };
    CHECK_THROWS_AS(build(100'000), std::length_error);
    CHECK(build(100'000'000).text_count() == 50'000);
}

// Everything that can happen to a vertex, and what is found is right after each of it.
TEST_CASE("texts in a graph are found as they are now", "[text]") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        Maker maker(seed);
        PropertyGraph graph;
        const LabelId statement = graph.label("Statement"), other = graph.label("Other");
        const KeyId text = graph.key("text");
        const std::vector<LabelId> labels{statement};
        const auto add = [&] { graph.add_vertex(labels, {{text, Value(maker.text(10))}}); };
        for (int i = 0; i < 3000; ++i) add();
        graph.accept();
        const auto check = [&] {
            const std::string part = maker.text(3);
            for (const TextPredicate test : all_tests) {
                std::vector<VertexId> expected;
                for (const VertexId v : graph.vertices(statement)) {
                    const Value value = graph.property(v, text);
                    if (value.kind() == Kind::String && passes_plainly(value.string(), test, part))
                        expected.push_back(v);
                }
                INFO(seed << ": " << part << " as " << static_cast<int>(test));
                REQUIRE(graph.find_text(statement, text, test, part, no_progress) == expected);
            }
        };
        check();
        CHECK(graph.estimate_text(statement, text, TextPredicate::Contains, "a").has_value());
        const auto change = [&] {
            const VertexId v{static_cast<std::uint32_t>(maker.number(graph.vertex_capacity()))};
            if (!graph.alive(v)) return;
            switch (maker.number(7)) {
                case 0:
                    graph.remove(v);
                    break;
                case 1:
                    graph.set_property(v, text, Value());
                    break;
                case 2:
                    graph.remove_label(v, statement);
                    break;
                case 3:
                    graph.add_label(v, maker.number(2) == 0 ? statement : other);
                    break;
                case 4:
                    add();
                    break;
                case 5:
                    if (maker.number(200) == 0)
                        graph.set_property(v, text, Value(7));  // the column holds any value now
                    break;
                default:
                    graph.set_property(v, text, Value(maker.text(10)));
            }
        };
        for (int round = 0; round < 40; ++round) {
            for (std::size_t n = maker.number(120); n > 0; --n) change();
            check();
            if (maker.number(2) == 0)
                graph.accept();
            else
                graph.take_back();
            check();
        }
    }
}

TEST_CASE("what nobody has is nowhere found", "[text]") {
    PropertyGraph graph;
    CHECK(graph.find_text(LabelId::none(), KeyId::none(), TextPredicate::Contains, "", no_progress).empty());
    const LabelId label = graph.label("L");
    const KeyId key = graph.key("k");
    for (int i = 0; i < 2000; ++i) graph.add_vertex(std::vector<LabelId>{label});
    for (int i = 0; i < 3; ++i)
        CHECK(graph.find_text(label, key, TextPredicate::Contains, "", no_progress).empty());
    graph.take_back();
    CHECK(graph.find_text(label, key, TextPredicate::Contains, "", no_progress).empty());
}

TEST_CASE("an index counts its values", "[graph]") {
    PropertyGraph graph;
    const LabelId label = graph.label("L");
    const KeyId key = graph.key("k");
    std::vector<VertexId> all;
    for (int i = 0; i < 10; ++i)
        all.push_back(graph.add_vertex(std::vector<LabelId>{label}, {{key, Value(i / 2)}}));
    CHECK_FALSE(graph.distinct_values(label, key));
    graph.find(label, key, Value(1));
    CHECK(graph.distinct_values(label, key) == 5);
    graph.set_property(all[0], key, Value(100));
    CHECK(graph.distinct_values(label, key) == 6);
    graph.set_property(all[1], key, Value(1.0));
    CHECK(graph.distinct_values(label, key) == 5);
    graph.set_property(all[1], key, Value(1.0));
    CHECK(graph.distinct_values(label, key) == 5);
    graph.remove(all[0]);
    CHECK(graph.distinct_values(label, key) == 4);
}
