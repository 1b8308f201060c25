// The matcher passes over most words unread: it has to find the same as one that reads them all.
#include "engine/claims/word_matcher.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "engine/words/stem.hpp"
#include "engine/words/words.hpp"

using namespace hearsay::engine;
using namespace hearsay::graphs;

namespace {

const std::vector<std::string> vocabulary{"boat",
                                          "Boats",
                                          "boating",
                                          "BOATED",
                                          "sky",
                                          "skies",
                                          "dying",
                                          "die",
                                          "dies",
                                          "tie",
                                          "tying",
                                          "Élan",
                                          "elan",
                                          "élans",
                                          "Łódź",
                                          "lodz",
                                          "1,200",
                                          "1200",
                                          "12",
                                          "1",
                                          "200",
                                          "U.N.",
                                          "UN",
                                          "un",
                                          "unit",
                                          "O'Hara",
                                          "ohara",
                                          "Hara",
                                          "Brand's",
                                          "brand",
                                          "branding",
                                          "ferry",
                                          "ferries",
                                          "Old",
                                          "old",
                                          "older",
                                          "Вежа",
                                          "вежа",
                                          "\xE2\x80\x9Cquay\xE2\x80\x9D",
                                          "quay",
                                          "quays\xE2\x80\x99",
                                          "the",
                                          "of",
                                          "half-way",
                                          "way",
                                          "half",
                                          "3.5",
                                          "3",
                                          "5",
                                          "news",
                                          "new",
                                          "generically",
                                          "general"};
const std::vector<std::string> separators{" ", " ", " ", ", ", ". ", " \xE2\x80\x94 ", "; ", "\n", "/"};

bool says_all(const std::string& text, const std::string& words) {
    std::vector<std::string> said;
    for (const std::string& word : fold_words(text)) said.push_back(stem(word));
    std::vector<std::string> wanted = fold_words(words);
    if (!std::all_of(wanted.begin(), wanted.end(), is_stop_word)) {
        std::erase_if(wanted, [](const std::string& word) { return is_stop_word(word); });
    }
    return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&said](const std::string& word) {
        return std::find(said.begin(), said.end(), stem(word)) != said.end();
    });
}

}  // namespace

TEST_CASE("the fast way finds what the slow way finds") {
    std::mt19937 random(7);
    const auto text_of = [&random](int most) {
        std::string text;
        const int count = std::uniform_int_distribution<int>(0, most)(random);
        for (int i = 0; i < count; ++i) {
            text += vocabulary[random() % vocabulary.size()];
            text += separators[random() % separators.size()];
        }
        return text;
    };
    const PropertyGraph graph;
    const NameIndex names(graph);
    int hits = 0;
    for (int question = 0; question < 200; ++question) {
        const std::string words = text_of(3);
        WordMatcher matcher(words, names, graph);
        for (int i = 0; i < 50; ++i) {
            const std::string text = text_of(12);
            INFO(words << " | " << text);
            const bool found = matcher.matches(text);
            CHECK(found == says_all(text, words));
            hits += found ? 1 : 0;
        }
    }
    CHECK(hits > 200);  // else the test says little
}
