// Writing programs are ended at any moment: what they acknowledged is in the file, and nothing is there in
// part.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <random>
#include <sstream>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;

namespace {

constexpr int nodes_a_statement = 10;

// Statements that each make ten nodes with one number, and hang them on the node of the statement before.
void write_script(const std::string& file, int from, int count) {
    std::string script;
    for (int number = from; number < from + count; ++number) {
        script += "CREATE (b:Batch {number: " + std::to_string(number) + "}) WITH b UNWIND range(1, " +
                  std::to_string(nodes_a_statement) +
                  ") AS i CREATE (b)-[:HOLDS]->(:Part {number: " + std::to_string(number) +
                  ", i: i}) RETURN DISTINCT b.number AS number;\n";
    }
    write(file, script);
}

// Runs the script on the graph `g` and sends the signal so many microseconds after its start, or after its
// first answer; gives the exit status. The answers go to the file `answers`.
int run_and_send(int number, useconds_t after, bool first_answer) {
    write("answers", "");
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const int out = open("answers", O_WRONLY | O_CREAT | O_TRUNC, 0600);
        const int err = open("messages", O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(out, STDOUT_FILENO);
        dup2(err, STDERR_FILENO);
        execl(HEARSAY_PROGRAM, HEARSAY_PROGRAM, "run", "--format", "jsonl", "g", "script.cypher", nullptr);
        _exit(127);
    }
    for (int waits = 0; first_answer && waits < 20'000 && read("answers").empty(); ++waits) usleep(1000);
    usleep(after);
    kill(child, number);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// The highest number that was answered, in a line that came out whole; `before` if there is none.
int acknowledged(int before) {
    std::istringstream lines(read("answers"));
    int highest = before;
    for (std::string line; std::getline(lines, line) && !lines.eof();) {
        REQUIRE(line.rfind("{\"number\": ", 0) == 0);
        highest = std::max(highest, std::stoi(line.substr(11)));
    }
    return highest;
}

// How many statements the graph holds, each of them whole.
int kept() {
    const Ran ran = run_program({"query", "g", "--format", "csv",
                                 "MATCH (b:Batch) OPTIONAL MATCH (b)-[:HOLDS]->(p:Part {number: b.number}) "
                                 "WITH b.number AS number, count(p) AS parts "
                                 "RETURN count(*) AS statements, min(parts) AS least, max(parts) AS most, "
                                 "max(number) AS last"});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    int statements = 0, least = 0, most = 0, last = -1;
    const std::string row = ran.out.substr(ran.out.find('\n') + 1);
    if (std::sscanf(row.c_str(), "%d,%d,%d,%d", &statements, &least, &most, &last) == 4) {
        CHECK(least == nodes_a_statement);
        CHECK(most == nodes_a_statement);
    }
    CHECK(last == statements - 1);
    return statements;
}

}  // namespace

TEST_CASE("whenever a script is killed or stopped, its graph holds what it answered, whole") {
    WorkFolder folder;
    write_script("script.cypher", 0, 2);
    REQUIRE(run_program({"run", "g", "script.cypher"}).status == 0);
    std::mt19937 random(7);
    int before = kept();
    REQUIRE(before == 2);
    for (int round = 0; round < 6; ++round) {
        INFO("round " << round);
        const int number = round % 2 == 0 ? SIGKILL : SIGINT;
        write_script("script.cypher", before, 400);
        const int status = run_and_send(number, static_cast<useconds_t>(random() % 300'000), round % 3 != 2);
        INFO(read("messages"));
        if (number == SIGINT) {
            // It ends by itself, unless the signal came before it was ready for it, or after its end.
            if (status == 1) CHECK_THAT(read("messages"), Contains("stopped by Ctrl-C"));
            CHECK((status == 1 || status == 0 || status == 128 + SIGINT));
        }
        const int answered = acknowledged(before - 1) + 1;
        const int now = kept();
        CHECK(now >= answered);
        CHECK(now <= answered + 1);  // one at most that was written, but not answered yet
        if (number == SIGINT && status == 1) CHECK(now == answered);
        before = now;
    }
    CHECK(before >= 6);  // two to begin with, and one at least of each round that waited for an answer
}
