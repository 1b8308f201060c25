#include "engine/words/words.hpp"

#include <catch2/catch.hpp>

using hearsay::engine::fold_words;
using hearsay::engine::FoldedWords;
using Folded = std::vector<std::string>;

TEST_CASE("words are folded") {
    CHECK(fold_words("") == Folded{});
    CHECK(fold_words(" -- \xE2\x80\x94 !") == Folded{});
    CHECK(fold_words("The Mayor SAID so.") == Folded{"the", "mayor", "said", "so"});
    CHECK(fold_words("Café Ærø, Łódź; Straße") == Folded{"cafe", "aero", "lodz", "strasse"});
    CHECK(fold_words("cafe\xCC\x81s") == Folded{"cafes"});
    CHECK(fold_words("pro-peace half\xE2\x80\x93way") == Folded{"pro", "peace", "half", "way"});
}

TEST_CASE("apostrophes are dropped") {
    CHECK(fold_words("Ms O'Hara's don't") == Folded{"ms", "ohara", "dont"});
    CHECK(fold_words("the council\xE2\x80\x99s, the councils\xE2\x80\x99 'quoted'") ==
          Folded{"the", "council", "the", "councils", "quoted"});
    CHECK(fold_words("Tvar\xCA\xB9") == Folded{"tvar"});
}

TEST_CASE("numbers are whole words") {
    CHECK(fold_words("1,200 dead, 1200 hurt") == Folded{"1200", "dead", "1200", "hurt"});
    CHECK(fold_words("12,345,678.50 and 1,2,3") == Folded{"12345678.50", "and", "1", "2", "3"});
    CHECK(fold_words("In 2031, 450 came") == Folded{"in", "2031", "450", "came"});
    CHECK(fold_words("about 7.") == Folded{"about", "7"});
}

TEST_CASE("acronyms lose their dots") {
    CHECK(fold_words("the U.N. and the U.N.-led talks") ==
          Folded{"the", "un", "and", "the", "un", "led", "talks"});
    CHECK(fold_words("Plan B. It") == Folded{"plan", "b", "it"});
    CHECK(fold_words("J.Holm") == Folded{"j", "holm"});
}

TEST_CASE("passing over words keeps their count and their places") {
    const std::string text = "Élan, O'Hara's 1,200 \xE2\x80\x9Ckites\xE2\x80\x9D and U.N. kin, k'i, kelp, k";
    FoldedWords::Beginnings wanted;
    wanted.add('k', 'i');
    FoldedWords all(text), some(text);
    std::size_t kept = 0;
    while (some.next(wanted)) {
        while (all.next() && all.index() < some.index()) {
        }
        CHECK(all.word() == some.word());
        CHECK(all.begin() == some.begin());
        CHECK(all.end() == some.end());
        ++kept;
    }
    CHECK(kept == 5);  // "Ãlan", "kites", "kin", "k'i" and "k": those that are or may be wanted
}

TEST_CASE("ill-formed UTF-8 parts words") {
    CHECK(fold_words("one\xFFtwo\xE2\x80") == Folded{"one", "two"});
}
