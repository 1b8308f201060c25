// What the program does where a statement would take more memory or time than it may.
#include <catch2/catch.hpp>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;

TEST_CASE("thousands of labels in one SET end at the limits, and leave the graph as it was") {
    WorkFolder folder;
    std::string statement = "CREATE (n) SET n";
    for (int i = 0; i < 20'000; ++i) statement += ":L" + std::to_string(i);
    write("labels.cypher", "CREATE (:Kept);\n" + statement + ";\n");

    const Ran memory = run_program({"run", "g.hearsay", "labels.cypher", "--max-memory", "10M"});
    CHECK(memory.status == 1);
    CHECK_THAT(memory.err, Contains("the statement needs more than 10 MiB of memory"));
    CHECK(run_program(
              {"query", "g.hearsay", "MATCH (n) RETURN labels(n) AS l, count(*) AS c", "--format", "csv"})
              .out == "l,c\r\n\"[\"\"Kept\"\"]\",1\r\n");

    const Ran time = run_program({"run", "g.hearsay", "labels.cypher", "--timeout", "1ms"});
    CHECK(time.status == 1);
    CHECK_THAT(time.err, Contains("the statement takes more than 1 ms"));
}
