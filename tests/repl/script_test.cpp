// Scripts: what runs, what stops them, and where errors are said to be.
#include <catch2/catch.hpp>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("a script runs its statements and commands in order") {
    WorkFolder folder;
    make_graph("g");
    write("s.cypher",
          "#!/usr/bin/env -S hearsay run g\n"
          "// a comment; with a semicolon\n"
          ":mode jsonl\n"
          "RETURN 1 AS n; /* two\n lines */ RETURN ';' AS n;\n"
          ":param who 'Mara Voss'\n"
          "RETURN $who AS n\n;\n"
          "RETURN 4 AS n  // the last one needs no end\n");
    const Ran ran = run_program({"run", "g", "s.cypher"});
    CHECK(ran.err.empty());
    CHECK(ran.status == 0);
    CHECK(ran.out == "{\"n\": 1}\n{\"n\": \";\"}\n{\"n\": \"Mara Voss\"}\n{\"n\": 4}\n");
    CHECK(run_program({"run", "g", "s.cypher"}).out == ran.out);
}

TEST_CASE(":echo shows statements before their answers") {
    WorkFolder folder;
    make_graph("g");
    write("s.cypher", ":mode csv\n:echo on\nRETURN\n  1 AS n;\n:echo off\nRETURN 2 AS n;\n");
    CHECK(run_program({"run", "g", "s.cypher"}).out == "RETURN\n  1 AS n;\nn\r\n1\r\nn\r\n2\r\n");
}

TEST_CASE("the first error stops a script and says where it is") {
    WorkFolder folder;
    make_graph("g");
    write("s.cypher", "RETURN 1 AS n;\n\nMATCH (n)\n  RETURN nn;\nRETURN 3 AS n;\n");
    const Ran stopped = run_program({"run", "g", "s.cypher", "--format", "jsonl"});
    CHECK(stopped.status == 1);
    CHECK(stopped.out == "{\"n\": 1}\n");
    CHECK_THAT(stopped.err, StartsWith("s.cypher:4:10: error: "));
    CHECK_THAT(stopped.err, Contains("    RETURN nn;\n           ^~\n"));

    const Ran on = run_program({"run", "g", "--keep-going", "s.cypher", "--format", "jsonl"});
    CHECK(on.status == 1);
    CHECK(on.out == "{\"n\": 1}\n{\"n\": 3}\n");
}

TEST_CASE("a command that fails stops a script too") {
    WorkFolder folder;
    make_graph("g");
    write("s.cypher", "RETURN 1 AS n;\n  :moed csv\nRETURN 2 AS n;\n");
    const Ran ran = run_program({"run", "g", "s.cypher", "-f", "jsonl"});
    CHECK(ran.status == 1);
    CHECK(ran.out == "{\"n\": 1}\n");
    CHECK_THAT(ran.err, StartsWith("s.cypher:2:3: error: no command `:moed`; did you mean `:mode`?\n"));
}

TEST_CASE("a script includes others, beside it, but not itself") {
    WorkFolder folder;
    make_graph("g");
    write("in/outer.cypher", ":mode jsonl\n:source inner.cypher\nRETURN 2 AS n;\n");
    write("in/inner.cypher", "RETURN 1 AS n;\n");
    CHECK(run_program({"run", "g", "in/outer.cypher"}).out == "{\"n\": 1}\n{\"n\": 2}\n");

    write("a.cypher", ":source b.cypher\n");
    write("b.cypher", ":source a.cypher\n");
    const Ran circle = run_program({"run", "g", "a.cypher"});
    CHECK(circle.status == 1);
    CHECK_THAT(circle.err, Contains("includes itself"));
    CHECK_THAT(run_program({"run", "g", "c.cypher"}).err, Contains("c.cypher: no such file; did you mean "));
}

TEST_CASE("statements come from standard input as they are written") {
    WorkFolder folder;
    make_graph("g");
    CHECK(run_program({"run", "g", "-", "-f", "jsonl"}, "RETURN 1 AS n; RETURN 2 AS\nn;").out ==
          "{\"n\": 1}\n{\"n\": 2}\n");
    CHECK(run_program({"g"}, ":mode csv\nRETURN 1 AS n").out == "n\r\n1\r\n");
    const Ran wrong = run_program({"g"}, "RETURN 1;\nRETURN x;\nRETURN 3;\n");
    CHECK(wrong.status == 1);
    CHECK_THAT(wrong.err, StartsWith("standard input:2:8: error: "));
    CHECK(wrong.out.find('3') == std::string::npos);
    // An answer comes before the input ends.
    const Ran talk = run_shell(
        "mkfifo in; \"$HEARSAY\" g <in >answer & exec 3>in; echo ':mode csv' >&3; echo 'RETURN 7 AS n;' >&3; "
        "for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.3; [ -s answer ] && break; done; cat answer; exec 3>&-; "
        "wait");
    CHECK(talk.out == "n\r\n7\r\n");
}

TEST_CASE("a graph in memory takes articles by :load") {
    WorkFolder folder;
    write("one.txt", "A headline\n\nThe mill is closed, miller Osk Brandt said on Tuesday.\n");
    const Ran ran = run_program({}, ":load one.txt\n:mode csv\nMATCH (a:Article) RETURN count(a) AS n;");
    CHECK(ran.status == 0);
    CHECK_THAT(ran.out, StartsWith("1 article, ") && Contains("n\r\n1\r\n"));
}

TEST_CASE(":load makes the file that the command line names") {
    WorkFolder folder;
    write("one.txt", "A headline\n\nThe mill is closed, miller Osk Brandt said on Tuesday.\n");
    CHECK(run_program({"new.hearsay"}, ":load one.txt").status == 0);
    CHECK_THAT(
        run_program({"query", "new.hearsay", "MATCH (a:Article) RETURN count(a) AS n", "-f", "csv"}).out,
        Contains("1\r\n"));
}

TEST_CASE(":output writes answers to a file") {
    WorkFolder folder;
    make_graph("g");
    write("s.cypher",
          ":mode csv\nRETURN 1 AS n;\n:output answer.csv\nRETURN 2 AS n;\n:output off\nRETURN 3 AS n;\n");
    CHECK(run_program({"run", "g", "s.cypher"}).out == "n\r\n1\r\nn\r\n3\r\n");
    CHECK(read("answer.csv") == "n\r\n2\r\n");
}

TEST_CASE("settings say what they are and what they take") {
    WorkFolder folder;
    make_graph("g");
    CHECK(run_program(
              {"g"},
              ":mode\n:timer\n:echo\n:rows\n:timeout\n:timeout 1.5\n:timeout\n:max-memory 2G\n:max-memory\n"
              ":max-rows\n:max-rows 5\n:max-rows\n:max-article\n:max-article "
              "1G\n:max-article\n:output\n:param x 1\n:param\n:param clear x\n:param\n")
              .out ==
          "mode table\ntimer off\necho off\nrows all\ntimeout off\ntimeout 1.5 s\nmax-memory 2 GiB\nmax-rows "
          "off\n"
          "max-rows 5\nmax-article 64 MiB\nmax-article 1 GiB\noutput off\n$x = 1\nno parameters; `:param "
          "NAME VALUE` "
          "sets one, "
          "and a query uses it as $NAME\n");
    for (const char* wrong : {":mode xml", ":timer maybe", ":echo loud", ":rows 0", ":timeout soon",
                              ":max-memory 0", ":max-rows x", ":max-article x", ":param clear y",
                              ":help nonsense", ":load", ":export", ":schema x"}) {
        INFO(wrong);
        const Ran ran = run_program({"g"}, wrong);
        CHECK(ran.status == 1);
        CHECK_THAT(ran.err, StartsWith("standard input:1:1: error: "));
    }
    CHECK_THAT(run_program({"g"}, ":schema").out, Contains("Statement") && Contains("CLAIMS"));
    CHECK_THAT(run_program({"g"}, ":help").out, Contains("WHO CLAIMS"));
}

TEST_CASE("a statement over a limit is an error, and the session goes on") {
    WorkFolder folder;
    make_graph("g");
    const Ran ran = run_program(
        {"run", "g", "-", "--keep-going", "--timeout", "200ms"},
        ":mode csv\nUNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN count(*);\n"
        ":max-rows 2\nUNWIND [1, 2, 3] AS n RETURN n;\n"
        ":timeout off\n:max-memory 1M\nUNWIND range(1, 1000000) AS n RETURN collect(n);\nRETURN 1 AS n;\n");
    CHECK(ran.status == 1);
    CHECK(ran.out == "n\r\n1\r\n");
    CHECK_THAT(ran.err, Contains("standard input:2:1: error: the statement takes more than 200 ms\n"));
    CHECK_THAT(ran.err, Contains("standard input:4:1: error: the result has more than 2 rows\n"));
    CHECK_THAT(ran.err,
               Contains("standard input:7:1: error: the statement needs more than 1 MiB of memory\n"));
}

TEST_CASE(":quit ends a script well") {
    WorkFolder folder;
    make_graph("g");
    const Ran ran = run_program({"g"}, ":mode csv\nRETURN 1 AS n;\n:quit\nRETURN 2 AS n;\n");
    CHECK(ran.status == 0);
    CHECK(ran.out == "n\r\n1\r\n");
}
