#include "engine/words/stem.hpp"

#include <catch2/catch.hpp>

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
