// Exit statuses, messages and files of the program.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
namespace fs = std::filesystem;

TEST_CASE("help and version go to standard output, wrong usage to standard error") {
    CHECK(run_program({"--help"}).status == 0);
    CHECK_THAT(run_program({"--help"}).out, Contains("hearsay load GRAPH PATH..."));
    CHECK_THAT(run_program({"--version"}).out, StartsWith("hearsay "));
    const Ran wrong = run_program({"qurey", "g", "RETURN 1"});
    CHECK(wrong.status == 2);
    CHECK(wrong.out.empty());
    CHECK_THAT(wrong.err, Contains("did you mean `query`?"));
}

TEST_CASE("load makes a graph, says what it found and what it did not read") {
    WorkFolder folder;
    write("good/one.txt", "A headline\n\nThe mill is closed, miller Osk Brandt said on Tuesday.\n");
    write("good/empty.txt", "");
    const Ran first = run_program({"load", "g.hearsay", "good", "nowhere.txt"});
    CHECK(first.status == 1);
    CHECK_THAT(first.out, StartsWith("1 article, "));
    CHECK_THAT(first.out, Contains("2 inputs could not be read"));
    CHECK_THAT(first.err, Contains("empty.txt"));
    CHECK_THAT(first.err, Contains("nowhere.txt"));
    CHECK(fs::exists("g.hearsay"));

    const Ran again = run_program({"load", "g.hearsay", "good/one.txt"});
    CHECK(again.status == 0);
    CHECK_THAT(again.out, StartsWith("0 articles, "));
    CHECK_THAT(again.out, Contains("1 article was loaded before"));
}

TEST_CASE("a graph that is not there is not made by asking") {
    WorkFolder folder;
    make_graph("harbour.hearsay");
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"query", "harbor.hearsay", "RETURN 1"},
          {"export", "harbor.hearsay", "-o", "x.svg"},
          {"run", "harbor.hearsay", "-"}}) {
        const Ran ran = run_program(arguments, "RETURN 1;");
        CHECK(ran.status == 1);
        CHECK_THAT(ran.err,
                   Contains("harbor.hearsay: there is no such graph; did you mean harbour.hearsay?"));
        CHECK_FALSE(fs::exists("harbor.hearsay"));
    }
    const Ran piped = run_program({"harbor.hearsay"}, "RETURN 1;");
    CHECK(piped.status == 1);
    CHECK_THAT(piped.err, Contains("no such graph"));
    CHECK_FALSE(fs::exists("harbor.hearsay"));
}

TEST_CASE("a file that is no graph is named and left alone") {
    WorkFolder folder;
    write("notes.txt", "these are notes\n");
    for (const char* verb : {"query", "load"}) {
        const Ran ran = run_program({verb, "notes.txt", "notes.txt"});
        CHECK(ran.status == 1);
        CHECK_THAT(ran.err, StartsWith("hearsay: notes.txt: "));
    }
    CHECK(read("notes.txt") == "these are notes\n");
    CHECK_THAT(run_program({"query", ".", "RETURN 1"}).err, StartsWith("hearsay: .: "));
}

TEST_CASE("a question is answered in the format that was asked for") {
    WorkFolder folder;
    make_graph("g");
    const std::string query = "MATCH (p)-[:CLAIMS]->(s:Statement) RETURN p.name AS who ORDER BY who LIMIT 1";
    CHECK_THAT(run_program({"query", "g", query}).out, Contains("| Mara Voss |") && Contains("1 row\n"));
    CHECK(run_program({"query", "g", query, "--format", "jsonl"}).out == "{\"who\": \"Mara Voss\"}\n");
    CHECK(run_program({"query", "g", query, "-f", "csv"}).out == "who\r\nMara Voss\r\n");
    CHECK(run_program({"query", "g", query, "-f", "markdown"}).out == "| who |\n| --- |\n| Mara Voss |\n");
    CHECK(nlohmann::json::parse(run_program({"query", "g", query, "-f", "json"}).out)[0]["who"] ==
          "Mara Voss");
}

TEST_CASE("parameters are values or text") {
    WorkFolder folder;
    make_graph("g");
    const auto answer = [](const std::string& parameter) {
        return run_program({"query", "g", "RETURN $x AS x", "-f", "jsonl", "--param", parameter}).out;
    };
    CHECK(answer("x=42") == "{\"x\": 42}\n");
    CHECK(answer("x='42'") == "{\"x\": \"42\"}\n");
    CHECK(answer("x=[1, 'a']") == "{\"x\": [1,\"a\"]}\n");
    CHECK(answer("x=plain words") == "{\"x\": \"plain words\"}\n");
    CHECK(answer("x=2031-04-09") == "{\"x\": \"2031-04-09\"}\n");
}

TEST_CASE("an error in a query points at its place") {
    WorkFolder folder;
    make_graph("g");
    const Ran ran = run_program({"query", "g", "MATCH (n) RETURN m"});
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, StartsWith("query:1:18: error: "));
    CHECK_THAT(ran.err, Contains("\n                   ^"));
}

TEST_CASE("pictures are drawn of what a query returns") {
    WorkFolder folder;
    make_graph("g");
    CHECK(run_program({"export", "g", "-o", "all.svg"}).status == 0);
    CHECK_THAT(read("all.svg"), Contains("<svg"));
    CHECK(run_program({"export", "g", "-o", "all.png"}).status == 0);
    CHECK(read("all.png").substr(1, 3) == "PNG");
    const Ran dot = run_program(
        {"export", "g", "--format", "dot", "--query", "MATCH p = ()-[:DENIES]->() RETURN collect(p)"});
    CHECK(dot.status == 0);
    CHECK_THAT(dot.out, Contains("digraph"));

    const Ran numbers = run_program({"export", "g", "-o", "n.svg", "--query", "RETURN 1"});
    CHECK(numbers.status == 1);
    CHECK_THAT(numbers.err, Contains("returns no nodes, relationships or paths"));
    CHECK_FALSE(fs::exists("n.svg"));
    CHECK_THAT(run_program({"export", "g", "-o", "n.svg", "--query", "MATCH (n:Nobody) RETURN n"}).err,
               Contains("no rows"));
    CHECK(run_program({"export", "g"}).status == 2);
    CHECK(run_program({"export", "g", "-o", "x.pdf"}).status == 1);
    CHECK(run_program({"export", "g", "-o", "no/such/folder/x.svg"}).status == 1);
}

TEST_CASE("Ctrl-C ends extract while it waits for articles") {
    const WorkFolder folder;
    const Ran ran = run_shell(
        "mkfifo articles; (sleep 12; touch late) >articles & writer=$!\n"
        "$HEARSAY extract <articles & sleep 2; kill -INT $!; wait $!; status=$?\n"
        "kill $writer; exit $status");
    CHECK(ran.status == 1);
    CHECK_THAT(ran.err, Catch::Matchers::Contains("stopped by Ctrl-C"));
    CHECK_FALSE(std::filesystem::exists("late"));
}

TEST_CASE("Ctrl-C ends a load that waits for articles, and says nothing else") {
    const WorkFolder folder;
    const std::string article = R"({"id": "a", "text": "The mill is closed, Osk Brandt said on Tuesday."})";
    for (const std::string sent : {"", "The mill is", "{\\\"text\\\": \\\"The mill is"}) {
        const Ran ran = run_shell("mkfifo articles; (printf '%s' \"" + sent +
                                  "\"; sleep 12; touch late) >articles & writer=$!\n"
                                  "$HEARSAY load g - <articles & sleep 2; kill -INT $!; wait $!; status=$?\n"
                                  "kill $writer; rm articles; exit $status");
        CHECK(ran.status == 1);
        CHECK(ran.err ==
              "hearsay: stopped by Ctrl-C at standard input; what was loaded before it is kept, and loading "
              "the "
              "same again goes on from there\n");
        CHECK_THAT(ran.out, StartsWith("0 articles, ") && !Contains("could not be read"));
    }
    const Ran ran = run_shell("mkfifo articles; (echo '" + article +
                              "'; sleep 12; touch late) >articles & writer=$!\n"
                              "$HEARSAY load g - <articles & sleep 2; kill -INT $!; wait $!; status=$?\n"
                              "kill $writer; exit $status");
    CHECK(ran.status == 1);
    CHECK_THAT(ran.out, StartsWith("1 article, "));
    CHECK_THAT(ran.err, StartsWith("loaded -:1: ") && Contains("\nhearsay: stopped by Ctrl-C"));
    CHECK_FALSE(fs::exists("late"));
}

TEST_CASE("input without end is an error that says the limit") {
    const WorkFolder folder;
    for (const std::string command :
         {"yes 'The mayor said it is so.' | $HEARSAY load -q --max-article 100K g -",
          "tr '\\0' x </dev/zero | $HEARSAY load -q --max-article 100K g -",
          "$HEARSAY load -q --max-article=100K g /dev/zero"}) {
        INFO(command);
        const Ran ran = run_shell(command);
        CHECK(ran.status == 1);
        CHECK_THAT(ran.out, StartsWith("0 articles, ") && Contains("1 input could not be read"));
        CHECK_THAT(ran.err, Contains("is larger than 100 KiB, the most that one article may have; "
                                     "`--max-article` raises it"));
    }
    // The rest of the folder loads, and the other lines.
    const std::string article = R"({"text": "The mill is closed, Osk Brandt said."})";
    std::filesystem::create_directory("in");
    write("in/large.txt", std::string(200'000, 'x'));
    write("in/lines.jsonl", article + "\n{\"text\": \"" + std::string(200'000, 'x') + "\"}\n");
    const Ran ran = run_program({"load", "-q", "--max-article", "100K", "g", "in"});
    CHECK(ran.status == 1);
    CHECK_THAT(ran.out, StartsWith("1 article, ") && Contains("2 inputs could not be read"));
    CHECK_THAT(ran.err,
               Contains("in/large.txt: is larger than") && Contains("in/lines.jsonl:2: is larger than"));
    const Ran marked = run_shell("$HEARSAY extract --max-article 100K <in/lines.jsonl");
    CHECK(marked.status == 1);
    CHECK_THAT(marked.out, Contains("\"attributions\""));
    CHECK_THAT(marked.err, Contains("standard input:2: is larger than 100 KiB"));
    CHECK(run_program({"load", "--max-article", "off", "-q", "g", "in"}).status == 0);
    CHECK(run_program({"load", "--max-article", "much", "g", "in"}).status == 2);
}

TEST_CASE("Ctrl-C, a time and a memory limit end the reading within an article") {
    const WorkFolder folder;
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += "The mill is closed, Osk Brandt said on Tuesday. ";
    write("b.jsonl", "{\"text\": \"" + text + "\"}\n");
    write("a.txt", "The mill is open, Mara Voss said on Monday.");
    const auto check = [&](const std::string& how, const std::string& reason, const std::string& by) {
        INFO(how);
        // Far less than the article takes; no speed is measured here.
        const Ran ran = run_shell("rm -f g; " + how);
        CHECK(ran.status == 1);
        CHECK_THAT(ran.out, StartsWith("1 article, "));
        CHECK_THAT(ran.err, Contains(reason) && Contains("stopped" + by + " at b.jsonl:1; what was loaded"));
    };
    check("timeout 60 $HEARSAY load -q --timeout 4 g a.txt b.jsonl",
          "the reading takes more than 4 s; `--timeout` sets", "");
    check("timeout --preserve-status -s INT -k 60 4 $HEARSAY load -q g a.txt b.jsonl", "", " by Ctrl-C");
    // So little that not even a short article can be read beside it.
    const Ran small = run_shell("rm -f g; timeout 60 $HEARSAY load -q --max-memory 5M g b.jsonl");
    CHECK(small.status == 1);
    CHECK_THAT(small.err, Contains("the reading needs more than 5 MiB of memory; `--max-memory` sets") &&
                              Contains("stopped at b.jsonl"));
    const Ran marked = run_shell("timeout 60 $HEARSAY extract --timeout 2 <b.jsonl");
    CHECK(marked.status == 1);
    CHECK(marked.out.empty());
    CHECK_THAT(marked.err, Contains("stopped: the reading takes more than 2 s"));
}

TEST_CASE("an article may begin with any word") {
    std::string lines;
    for (const std::string begin : {"Is", "Can", "Will", "Are", "Have", "Has", "Must", "Not", "Did"})
        lines += "{\"text\": \"" + begin + " the mill a plan for the spring, Osk Brandt said.\"}\n";
    const WorkFolder folder;
    write("in.jsonl", lines);
    const Ran ran = run_shell("$HEARSAY extract <in.jsonl");
    CHECK(ran.status == 0);
    CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 9);
}

TEST_CASE("articles from a pipe are on the disk when the pipe pauses") {
    const WorkFolder folder;
    const Ran ran = run_shell(
        "(echo '{\"id\": \"a\", \"text\": \"The mill is closed, Osk Brandt said on Tuesday.\"}'; sleep 3;\n"
        "\"$HEARSAY\" query g 'MATCH (a:Article) RETURN a.id' -f csv >early) | \"$HEARSAY\" load -q g - "
        "--threads 4");
    CHECK(ran.status == 0);
    CHECK(read("early") == "a.id\r\na\r\n");
}

TEST_CASE("any number of threads gives the same graph and the same lines") {
    const WorkFolder folder;
    std::string lines;
    for (int i = 0; i < 100; ++i)
        lines += "{\"id\": " + std::to_string(i) + ", \"text\": \"Mill " + std::to_string(i) +
                 " is closed, Osk Brandt said on Tuesday.\"}\n" + (i % 30 == 7 ? "no json\n" : "");
    write("lines.jsonl", lines);
    const Ran load = run_program({"load", "one", "lines.jsonl", "--threads", "1"});
    const Ran extract = run_program({"extract", "--threads", "1"}, lines);
    CHECK(load.status == 1);
    for (const char* threads : {"2", "7"}) {
        const Ran other = run_program({"load", "more", "lines.jsonl", "--threads", threads});
        CHECK(other.err == load.err);
        CHECK((read("more") == read("one")));
        fs::remove("more");
        const Ran marked = run_program({"extract", "--threads", threads}, lines);
        CHECK(marked.status == extract.status);
        CHECK(marked.out == extract.out);
        CHECK(marked.err == extract.err);
    }
}

TEST_CASE("the prompt's load takes a number of threads") {
    const WorkFolder folder;
    write("a.txt", "The mill is closed, miller Osk Brandt said on Tuesday.\n");
    const Ran ran = run_program({"g"}, ":load --threads 2 a.txt\n");
    CHECK(ran.status == 0);
    CHECK_THAT(ran.out, StartsWith("1 article, "));
    CHECK_THAT(run_program({"g"}, ":load --threads=0 a.txt\n").err,
               Contains("--threads takes a number from 1 to 256, not `0`"));
    CHECK_THAT(run_program({"g"}, ":load a.txt --threads\n").err, Contains("--threads needs a value"));
    CHECK_THAT(run_program({"g"}, ":load --thread 2 a.txt\n").err,
               Contains("no option --thread; a path that begins so is written ./--thread"));
}

TEST_CASE("extract says why standard input cannot be read") {
    const Ran ran = run_shell("$HEARSAY extract < .");
    CHECK(ran.status == 1);
    CHECK_THAT(ran.err, Catch::Matchers::Contains("standard input: "));
}

TEST_CASE("extract marks articles and passes over bad lines") {
    const Ran ran =
        run_program({"extract"},
                    "{\"id\": \"a\", \"text\": \"The mill is closed, miller Osk Brandt said on Tuesday.\"}\n"
                    "no json\n"
                    "{\"id\": \"b\", \"text\": \"\"}\n");
    CHECK(ran.status == 1);
    CHECK_THAT(ran.err, StartsWith("hearsay: standard input:2: "));
    const auto first = nlohmann::json::parse(ran.out.substr(0, ran.out.find('\n')));
    CHECK(first["id"] == "a");
    CHECK(first["attributions"].is_array());
}

TEST_CASE("a reader that has seen enough ends the program quietly") {
    WorkFolder folder;
    make_graph("g");
    const Ran ran =
        run_shell("\"$HEARSAY\" query g 'UNWIND range(1, 200000) AS n RETURN n' -f csv | head -n 2");
    CHECK(ran.out == "n\r\n1\r\n");
    CHECK(ran.err.empty());
}

TEST_CASE("a full disk is said and fails") {
    if (!fs::exists("/dev/full")) {
        WARN("skipped: no /dev/full");
        return;
    }
    WorkFolder folder;
    make_graph("g");
    const Ran ran = run_shell("\"$HEARSAY\" query g 'RETURN 1' >/dev/full");
    CHECK(ran.status == 1);
    CHECK(ran.err == "hearsay: standard output: No space left on device\n");
    CHECK(run_program({"export", "g", "-f", "svg", "-o", "/dev/full"}).status == 1);
    CHECK(fs::exists("/dev/full"));
}
