#include "repl/command_line/command_line.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace hearsay::repl;

namespace {

std::variant<Invocation, Ending> parsed(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "hearsay");
    return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}
Invocation asked(std::vector<const char*> arguments) {
    const auto result = parsed(std::move(arguments));
    if (const auto* ending = std::get_if<Ending>(&result)) FAIL(ending->text);
    return std::get<Invocation>(result);
}
Ending ended(std::vector<const char*> arguments) {
    const auto result = parsed(std::move(arguments));
    REQUIRE(std::holds_alternative<Ending>(result));
    return std::get<Ending>(result);
}

}  // namespace

TEST_CASE("a graph alone, or nothing, opens the prompt") {
    CHECK(asked({}).verb == Verb::Prompt);
    CHECK_FALSE(asked({}).graph);
    CHECK(asked({"border.hearsay"}).graph == "border.hearsay");
}

TEST_CASE("commands take their arguments in any order") {
    const Invocation query =
        asked({"query", "g", "-p", "n=1", "RETURN $n", "--param", "m='x'", "--format", "csv"});
    CHECK(query.verb == Verb::Query);
    CHECK(query.graph == "g");
    CHECK(query.query == "RETURN $n");
    CHECK(query.parameters == std::vector<std::pair<std::string, std::string>>{{"n", "1"}, {"m", "'x'"}});
    CHECK(query.format == "csv");
    CHECK(asked({"query", "g", "q", "--param", "a=b=c"}).parameters[0].second == "b=c");

    const Invocation load = asked({"load", "-q", "g", "a.txt", "-", "b/"});
    CHECK(load.paths == std::vector<std::string>{"a.txt", "-", "b/"});
    CHECK(load.quiet);
    CHECK(asked({"run", "g", "x.cypher", "-", "--keep-going"}).keep_going);
    CHECK(asked({"export", "g", "-o", "x.svg", "--query", "RETURN 1"}).output == "x.svg");
    CHECK(asked({"extract"}).verb == Verb::Extract);
    CHECK_FALSE(asked({"extract"}).threads);
    CHECK(asked({"extract", "--threads", "256"}).threads == 256);
    CHECK(asked({"load", "g", "-t", "1", "a.txt"}).threads == 1);
    CHECK(asked({"load", "g", "a.txt", "--weights", "w"}).weights == "w");
    CHECK(asked({"extract", "-w", "w"}).weights == "w");
}

TEST_CASE("what is wrong with a command line cannot steer the terminal") {
    const char* const steering = "\x1b[2J\u009b31m\u202e";
    for (const auto& arguments :
         std::vector<std::vector<const char*>>{{steering, "x"},
                                               {"load", "g", "a", "--threads", steering},
                                               {"query", "g", "q", "extra", steering},
                                               {"query", "g", "q", "-f", steering},
                                               {"query", "g", "q", "-p", steering},
                                               {"query", "g", "q", "--timeout", steering}}) {
        const std::string text = ended(arguments).text;
        INFO(text);
        CHECK(text.find_first_of("\x1b\xc2\xe2") == std::string::npos);
    }
}

TEST_CASE("help and version end well") {
    CHECK(ended({"--version"}).status == 0);
    CHECK(ended({"--version"}).text.find("hearsay ") == 0);
    CHECK(ended({"--help"}).status == 0);
    CHECK(ended({"query", "--help"}).text == command_line_help("query"));
}

TEST_CASE("every command's help names all its options and gives an example") {
    for (const std::string& name : command_names()) {
        INFO(name);
        const std::string help = command_line_help(name);
        CHECK(help.find("Usage\n  hearsay " + name) != std::string::npos);
        CHECK(command_line_help("").find("hearsay " + name) != std::string::npos);
        CHECK(help.find("Example") != std::string::npos);
        std::istringstream lines(help);
        for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 80);
    }
    for (const char* option : {"--param", "--format"}) {
        CHECK(command_line_help("query").find(option) != std::string::npos);
        CHECK(command_line_help("run").find(option) != std::string::npos);
        CHECK(command_line_help("export").find(option) != std::string::npos);
    }
    CHECK(command_line_help("run").find("--keep-going") != std::string::npos);
    CHECK(command_line_help("load").find("--quiet") != std::string::npos);
    for (const char* command : {"load", "extract"})
        for (const char* option : {"--threads", "--weights", "HEARSAY_WEIGHTS"})
            CHECK(command_line_help(command).find(option) != std::string::npos);
}

TEST_CASE("wrong usage says what is wrong and where help is") {
    const auto check = [](std::vector<const char*> arguments, const std::string& reason) {
        const Ending ending = ended(std::move(arguments));
        CHECK(ending.status == 2);
        CHECK_THAT(ending.text, Catch::Matchers::Contains(reason));
        CHECK_THAT(ending.text, Catch::Matchers::StartsWith("hearsay: "));
        CHECK_THAT(ending.text, Catch::Matchers::Contains("--help"));
    };
    check({"qurey", "g", "RETURN 1"}, "no command `qurey`; did you mean `query`?");
    check({"zzzzzz", "g"},
          "no command `zzzzzz`; commands are load, import, extract, query, run, export, check");
    check({"query", "g"}, "QUERY is missing");
    check({"query"}, "GRAPH is missing");
    check({"load", "g"}, "PATH is missing");
    check({"run", "g"}, "FILE is missing");
    check({"query", "g", "MATCH", "(n)"}, "is the query in quotes?");
    check({"query", "g", "q", "--format", "jsn"}, "did you mean `json`?");
    check({"export", "g", "--format", "pdf"}, "dot, svg, png, csv");
    check({"query", "g", "q", "--param", "novalue"}, "not NAME=VALUE");
    check({"query", "g", "q", "--param"}, "--param needs a value");
    check({"query", "g", "q", "--nope"}, "no option --nope");
    for (const char* number : {"0", "257", "-1", "2.5", "many", "", "99999999999999999999"})
        check({"extract", "--threads", number},
              "--threads takes a number from 1 to 256, not `" + std::string(number) + "`");
    check({"load", "g", "a", "--threads"}, "--threads needs a value");
    check({"query", "g", "q", "--threads", "2"}, "no option --threads");
    check({"--nope"}, "no option --nope");
    check({"g", "query", "RETURN 1"}, "");
}
