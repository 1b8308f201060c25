// Statements that change the graph, as people run them.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
namespace fs = std::filesystem;

namespace {

std::string counted(const std::string& graph) {
    const Ran ran = run_program({"query", graph, "-f", "csv", "MATCH (n) RETURN count(n) AS n"});
    INFO(ran.err);
    CHECK(ran.status == 0);
    return ran.out;
}

}  // namespace

TEST_CASE("what a statement changed is said, and is in the file") {
    WorkFolder folder;
    const Ran made =
        run_program({"query", "g", "CREATE (:Actor {name: 'Mara Voss'})-[:CLAIMS]->(:Statement)"});
    INFO(made.err);
    CHECK(made.status == 0);
    CHECK(made.out == "2 nodes created, 1 relationship created, 1 property set, 2 labels added\n");
    CHECK(made.err.empty());
    CHECK(counted("g") == "n\r\n2\r\n");

    const Ran set = run_program({"query", "g", "MATCH (a:Actor) SET a.role = 'mayor' RETURN a.name, a.role"});
    CHECK_THAT(set.out, Contains("1 row\n1 property set\n"));
    const Ran none = run_program({"query", "g", "MATCH (a:Actor {name: 'Nobody'}) DELETE a"});
    CHECK(none.status == 0);
    CHECK(none.out == "no changes\n");
    const Ran gone = run_program({"query", "g", "MATCH (n) DETACH DELETE n"});
    CHECK(gone.out == "2 nodes deleted, 1 relationship deleted\n");
    CHECK(counted("g") == "n\r\n0\r\n");
}

TEST_CASE("formats that programs read hold rows alone") {
    WorkFolder folder;
    const auto run = [](const std::string& format, const std::string& query) {
        const Ran ran = run_program({"query", "g", "-f", format, query});
        CHECK(ran.status == 0);
        CHECK(ran.err.empty());
        return ran.out;
    };
    CHECK(nlohmann::json::parse(run("json", "CREATE (:A)")) == nlohmann::json::array());
    CHECK(run("jsonl", "CREATE (:A)").empty());
    CHECK(run("csv", "CREATE (:A)").empty());
    CHECK(run("markdown", "CREATE (:A)").empty());
    CHECK(run("csv", "CREATE (a:A {n: 1}) RETURN a.n AS n") == "n\r\n1\r\n");
    CHECK(counted("g") == "n\r\n5\r\n");
}

TEST_CASE("EXPLAIN changes nothing, PROFILE does") {
    WorkFolder folder;
    REQUIRE(run_program({"query", "g", "CREATE (:A)"}).status == 0);
    CHECK(run_program({"query", "g", "EXPLAIN CREATE (:A)"}).status == 0);
    CHECK(counted("g") == "n\r\n1\r\n");
    CHECK_THAT(run_program({"query", "g", "PROFILE CREATE (:A)"}).out, Contains("1 node created"));
    CHECK(counted("g") == "n\r\n2\r\n");
}

TEST_CASE("a graph is made by what changes it, not by what asks it") {
    WorkFolder folder;
    for (const char* asks :
         {"MATCH (n) RETURN n", "MATCH (n) SET n.a = 1", "EXPLAIN CREATE ()", "CREATE (n"}) {
        INFO(asks);
        const Ran ran = run_program({"query", "new", asks});
        CHECK(ran.status == 1);
        CHECK_FALSE(fs::exists("new"));
    }
    CHECK_THAT(run_program({"query", "nowhere/new", "CREATE ()"}).err, Contains("its folder does not exist"));
    CHECK(run_program({"run", "new", "-"}, "MERGE (:Town {name: 'Osk'}); MATCH (t) RETURN t;").status == 0);
    CHECK(counted("new") == "n\r\n1\r\n");
}

TEST_CASE("an error half way leaves the statements before it, and nothing of its own") {
    WorkFolder folder;
    const Ran ran = run_program({"run", "g", "-"},
                                "CREATE (:A);\n"
                                "UNWIND [1, 2, 0] AS i CREATE (:B {n: 6 / i});\n"
                                "CREATE (:C);\n");
    CHECK(ran.status == 1);
    CHECK_THAT(ran.err, Contains("standard input:2:"));
    CHECK(counted("g") == "n\r\n1\r\n");
    const Ran going = run_program({"run", "-k", "g", "-"},
                                  "UNWIND [1, 2, 0] AS i CREATE (:B {n: 6 / i});\n"
                                  "CREATE (:C);\n");
    CHECK(going.status == 1);
    CHECK(counted("g") == "n\r\n2\r\n");
}

TEST_CASE("a graph in memory takes statements as well") {
    WorkFolder folder;
    const Ran ran = run_program({}, "CREATE (:A);\nUNWIND [1, 0] AS i CREATE ({n: 6 / i});\n");
    CHECK(ran.status == 1);
    CHECK_THAT(ran.out, StartsWith("1 node created"));
    const Ran fine = run_program({}, "CREATE (:A); MATCH (n) DELETE n; MATCH (n) RETURN count(n) AS n;");
    CHECK(fine.status == 0);
    CHECK_THAT(fine.out, Contains("1 node deleted"));
}

TEST_CASE("what cannot be written is said, and nothing of it stays") {
    WorkFolder folder;
    REQUIRE(run_program({"query", "g", "CREATE (:A)"}).status == 0);
    SECTION("a full disk") {
        const Ran ran = run_shell(
            "trap '' XFSZ; ulimit -f 64; "
            "\"$HEARSAY\" query g \"UNWIND range(1, 3000) AS i CREATE ({text: 'number ' + toString(i) + "
            "' of a text that takes room in a file'})\"");
        CHECK(ran.status == 1);
        CHECK_THAT(ran.err, Contains("nothing was changed: g cannot be written"));
        CHECK(ran.out.empty());
    }
    SECTION("a graph that another program loads into") {
        const Ran ran = run_shell(
            "mkfifo in; \"$HEARSAY\" load -q g - <in 2>/dev/null >loaded & exec 3>in; sleep 1; "
            "\"$HEARSAY\" query g 'CREATE (:B)'; status=$?; exec 3>&-; wait; exit $status");
        CHECK(ran.status == 1);
        CHECK_THAT(ran.err, Contains("nothing was changed: g is in use by another program"));
    }
    if (geteuid() != 0) {
        SECTION("a file that may only be read") {
            chmod("g", 0444);
            const Ran ran = run_program({"query", "g", "CREATE (:B)"});
            CHECK(ran.status == 1);
            CHECK_THAT(ran.err, Contains("nothing was changed: g cannot be written"));
        }
    }
    CHECK(counted("g") == "n\r\n1\r\n");
}

TEST_CASE("two sessions write to one graph, each on top of the other's changes") {
    WorkFolder folder;
    REQUIRE(run_program({"query", "g", "CREATE (:Count {n: 0})"}).status == 0);
    // The first reads its standard input while the second runs.
    const Ran ran = run_shell(
        "add='MATCH (c:Count) SET c.n = c.n + 1;'; "
        "( echo \"$add\"; sleep 1; echo \"$add MATCH (c:Count) RETURN c.n AS n;\" ) "
        "| \"$HEARSAY\" run -f csv g - & sleep 0.5; "
        "\"$HEARSAY\" query g \"$add\" >/dev/null; wait");
    INFO(ran.err);
    CHECK(ran.err.empty());
    CHECK(ran.out == "n\r\n3\r\n");

    const Ran gone = run_shell(
        "( echo 'RETURN 1 AS n;'; sleep 1; echo 'MATCH (c:Count) RETURN c.n AS n; CREATE (:B);' ) "
        "| \"$HEARSAY\" run -f csv g - & sleep 0.5; rm g; wait $!");
    CHECK(gone.status == 1);
    CHECK_THAT(gone.out, Contains("3"));  // what was read can still be asked
    CHECK_THAT(gone.err, Contains("what follows is as it was read before"));
    CHECK_THAT(gone.err, Contains("nothing was changed: g is not there any more"));
    CHECK_FALSE(fs::exists("g"));
}

TEST_CASE("a picture's query may not change the graph") {
    WorkFolder folder;
    REQUIRE(run_program({"query", "g", "CREATE (:A)-[:CLAIMS]->(:B)"}).status == 0);
    const Ran ran = run_program({"export", "g", "-o", "p.dot", "-q", "CREATE (n:C) RETURN n"});
    CHECK(ran.status == 1);
    CHECK_THAT(ran.err, Contains("changes the graph"));
    CHECK_FALSE(fs::exists("p.dot"));
    CHECK(counted("g") == "n\r\n2\r\n");
}
