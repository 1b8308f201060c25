// `hearsay import` and `hearsay export --format csv`, as a user runs them.
#include <catch2/catch.hpp>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
namespace fs = std::filesystem;

namespace {

void write_tables() {
    write("people.csv", "id,name,born\n1,Ada,1815-12-10\n2,\"Ben, \"\"the mill\"\"\",\n");
    write("towns.csv", "id,name\n1,Tidewick\n");
    write("lives.csv", "from,to,since\n1,1,1835\n2,1,\n");
}

const std::vector<std::string> import_tables = {"import",
                                                "g.hearsay",
                                                "--nodes",
                                                "Person=people.csv",
                                                "Town=towns.csv",
                                                "--edges",
                                                "LIVES_IN:Person:Town=lives.csv"};

std::string answer(const std::string& query) {
    Ran ran = run_program({"query", "g.hearsay", query, "--format", "csv"});
    CHECK(ran.err.empty());
    std::erase(ran.out, '\r');
    return ran.out;
}

}  // namespace

TEST_CASE("import makes a graph and says how large it is") {
    WorkFolder folder;
    write_tables();
    const Ran ran = run_program(import_tables);
    CHECK(ran.err.empty());
    CHECK(ran.out == "3 nodes, 2 relationships\n");
    CHECK(ran.status == 0);
    CHECK(answer("MATCH (p:Person)-[l:LIVES_IN]->(t:Town) RETURN p.id, p.name, p.born, l.since, t.name ORDER "
                 "BY p.id") ==
          "p.id,p.name,p.born,l.since,t.name\n1,Ada,1815-12-10,1835,Tidewick\n2,\"Ben, \"\"the "
          "mill\"\"\",,,Tidewick\n");

    write("more.csv", "from,to\n2,1\n");
    CHECK(run_program({"import", "g.hearsay", "--edges", "BORN_IN:Person:Town=more.csv"}).out ==
          "0 nodes, 1 relationship\n");
    CHECK(answer("MATCH (p)-[r]->() RETURN type(r), count(*) ORDER BY type(r)") ==
          "type(r),count(*)\nBORN_IN,1\nLIVES_IN,2\n");
}

TEST_CASE("one bad row, and nothing is imported") {
    WorkFolder folder;
    write_tables();
    write("lives.csv", "from,to,since\n1,1,1835\n3,1,\n");
    const Ran ran = run_program(import_tables);
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(
        ran.err ==
        "hearsay: lives.csv:3: `from` is '3': no node :Person has that id\nhearsay: nothing was imported\n");
    CHECK_FALSE(fs::exists("g.hearsay"));

    std::vector<std::string> skipping = import_tables;
    skipping.push_back("--skip-bad");
    const Ran skipped = run_program(skipping);
    CHECK(skipped.status == 0);
    CHECK(skipped.out == "3 nodes, 1 relationship, 1 bad row left out\n");
    CHECK_THAT(skipped.err, StartsWith("hearsay: lives.csv:3: "));

    const std::string before = read("g.hearsay");
    CHECK(run_program(import_tables).status == 1);
    CHECK((read("g.hearsay") == before));
}

TEST_CASE("what export writes, import reads") {
    WorkFolder folder;
    write_tables();
    REQUIRE(run_program(import_tables).status == 0);
    const Ran out = run_program({"export", "g.hearsay", "--format", "csv", "-o", "tables"});
    CHECK(out.err.empty());
    CHECK(out.out == "3 nodes, 2 relationships, 4 files\n");
    CHECK(read("tables/Person.csv") ==
          "id:integer,name:string,born:date\n1,Ada,1815-12-10\n2,\"Ben, \"\"the mill\"\"\",\n");
    CHECK(read("tables/LIVES_IN-Person-Town.csv") == "from,to,since:integer\n1,1,1835\n2,1,\n");
    CHECK(read("tables/contents.csv") ==
          "kind,name,from,to,file\nnodes,Person,,,Person.csv\nnodes,Town,,,Town.csv\n"
          "edges,LIVES_IN,Person,Town,LIVES_IN-Person-Town.csv\n");
    CHECK(run_program({"import", "again.hearsay", "tables"}).out == "3 nodes, 2 relationships\n");
    CHECK(run_program({"export", "again.hearsay", "-f", "csv", "-o", "again"}).status == 0);
    for (const char* file : {"contents.csv", "Person.csv", "Town.csv", "LIVES_IN-Person-Town.csv"})
        CHECK(read(fs::path("again") / file) == read(fs::path("tables") / file));
    CHECK_THAT(run_program({"export", "g.hearsay", "-f", "csv", "-o", "tables"}).err,
               Contains("is not empty"));
}

TEST_CASE("tables come through pipes and with other delimiters") {
    WorkFolder folder;
    write("people.csv", "id;name\n1;Ada, B\nx;Ben\n");
    const Ran ran =
        run_shell("cat people.csv | $HEARSAY import g.hearsay --nodes Person=/dev/stdin --delimiter ';'");
    CHECK(ran.err.empty());
    CHECK(ran.out == "2 nodes, 0 relationships\n");
    CHECK(answer("MATCH (p) RETURN p.id, p.name ORDER BY p.name") == "p.id,p.name\n1,\"Ada, B\"\nx,Ben\n");
}

TEST_CASE("articles from files whose names are no text come out of the graph and in again") {
    WorkFolder folder;
    write("d/caf\xe9.txt", "The king said it is not so.");
    write("d/caf\\xe9.txt", "The queen said it is so.");
    const Ran loaded = run_program({"load", "g", "d"});
    CHECK(loaded.status == 0);
    CHECK_THAT(loaded.err, Contains("loaded d/caf\\xe9.txt"));
    CHECK_THAT(loaded.err, Contains("loaded d/caf\\x5cxe9.txt"));
    const Ran ids =
        run_program({"query", "g", "MATCH (a:Article) RETURN a.id, a.file ORDER BY a.id", "-f", "csv"});
    CHECK_THAT(ids.out, Contains("\ncaf\\x5cxe9,d/caf\\x5cxe9.txt"));
    CHECK_THAT(ids.out, Contains("\ncaf\\xe9,d/caf\\xe9.txt"));
    REQUIRE(run_program({"export", "g", "-f", "csv", "-o", "out"}).status == 0);
    const Ran again = run_program({"import", "g2", "out"});
    CHECK(again.err == "");
    CHECK(again.status == 0);
}

TEST_CASE("wrong words on the command line are named") {
    WorkFolder folder;
    const auto check = [](std::vector<std::string> words, const std::string& reason) {
        words.insert(words.begin(), {"import", "g.hearsay"});
        const Ran ran = run_program(words);
        CHECK(ran.status == 2);
        CHECK_THAT(ran.err, Contains(reason));
    };
    check({}, "name the files with --nodes and --edges, or a FOLDER");
    check({"--nodes", "people.csv"}, "--nodes people.csv is not LABEL=FILE");
    check({"--edges", "A:B=x.csv"}, "--edges A:B=x.csv is not TYPE:FROM:TO=FILE");
    check({"--nodes", "A=x.csv", "--delimiter", "::"}, "--delimiter is one ASCII character, or tab");
    check({"nowhere"}, "nowhere/contents.csv does not exist");
    CHECK(run_program({"export", "g.hearsay", "-f", "csv"}).status == 2);
    CHECK(run_program({"export", "g.hearsay", "-f", "csv", "-o", "x", "-q", "RETURN 1"}).status == 2);
}

TEST_CASE("an import that is killed leaves the file as it was") {
    WorkFolder folder;
    write_tables();
    REQUIRE(run_program(import_tables).status == 0);
    std::string rows = "id,text\n";
    for (int i = 0; i < 200'000; ++i)
        rows += std::to_string(i) + ",a text of some length " + std::to_string(i) + "\n";
    write("many.csv", rows);
    for (const char* seconds : {"0.05", "0.15", "0.3", "0.5"}) {
        run_shell("timeout -s KILL " + std::string(seconds) +
                  " $HEARSAY import g.hearsay --nodes Many=many.csv");
        const std::string found = answer("MATCH (n) RETURN count(*) AS n");
        INFO(seconds);
        CHECK((found == "n\n3\n" || found == "n\n200003\n"));
        if (found != "n\n3\n") break;
    }
}
