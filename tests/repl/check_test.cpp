// `hearsay check`.
#include <catch2/catch.hpp>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;

TEST_CASE("a whole graph is said to be whole, a damaged one is not") {
    WorkFolder folder;
    REQUIRE(run_program({"query", "g", "CREATE (:A {n: 1})-[:K]->(:B)"}).status == 0);
    const Ran whole = run_program({"check", "g"});
    CHECK(whole.status == 0);
    CHECK(whole.out == "g: 2 nodes, 1 relationship: nothing is wrong\n");
    CHECK(whole.err == "");

    std::string bytes = read("g");
    bytes[bytes.size() - 1] ^= 1;  // the last byte of the only chunk of relationships
    write("g", bytes);
    const Ran damaged = run_program({"check", "g"});
    CHECK(damaged.status == 1);
    CHECK(damaged.out == "");
    CHECK_THAT(damaged.err, Contains("hearsay: g: is damaged"));
    CHECK(read("g") == bytes);

    const Ran none = run_program({"check", "gg"});
    CHECK(none.status == 1);
    CHECK_THAT(none.err, Contains("gg: there is no such graph"));
}
