#include "engine/words/stem.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace hearsay::engine;

TEST_CASE("words with one stem are found together") {
    CHECK(stem("denied") == stem("denies"));
    CHECK(stem("villages") == stem("village"));
    CHECK(stem("controlling") == stem("control"));
    CHECK(stem("234") == "234");
    CHECK(stem("dying") == "die");
    CHECK(stem("") == "");
}

TEST_CASE("stop words") {
    CHECK(is_stop_word("the"));
    CHECK(is_stop_word("a"));
    CHECK(is_stop_word("your"));
    CHECK_FALSE(is_stop_word("village"));
    CHECK_FALSE(is_stop_word("not"));
}

TEST_CASE("a word and its stem begin alike") {
    const std::vector<std::string> beginnings{"a",   "o",     "be", "dy", "ty", "ly",  "ski", "cry",
                                              "try", "early", "ug", "iy", "ay", "add", "ox"};
    const std::vector<std::string> endings{"",   "s", "es",   "ed",      "ing", "ies",    "ied",
                                           "ly", "y", "ness", "ational", "e",   "fulness"};
    for (const std::string& beginning : beginnings) {
        for (const std::string& ending : endings) {
            const std::string word = beginning + ending, stemmed = stem(word);
            INFO(word << " " << stemmed);
            REQUIRE_FALSE(stemmed.empty());
            CHECK(stemmed[0] == word[0]);
            const bool exception = word == "dying" || word == "lying" || word == "tying";
            if (stemmed.size() > 1 && !exception) CHECK(stemmed[1] == word[1]);
            if (exception) CHECK(stemmed[1] == 'i');
        }
    }
}
