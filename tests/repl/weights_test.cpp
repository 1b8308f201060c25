// What the program says about a weights file that is missing or no good.
#include <catch2/catch.hpp>
#include <cstdint>
#include <cstring>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
namespace fs = std::filesystem;

namespace {

const std::string article =
    "{\"id\": \"a\", \"text\": \"The mill is closed, Osk Brandt said on Tuesday.\"}\n";

// The beginning of a weights file (engine/articles/network/FORMAT.md) that has no tensors and a wrong
// checksum.
std::string header(std::uint32_t version, std::uint64_t size) {
    std::string bytes = "HSWEIGHT" + std::string(56, '\0');
    std::memcpy(bytes.data() + 8, &version, sizeof version);
    std::memcpy(bytes.data() + 16, &size, sizeof size);
    return bytes;
}

}  // namespace

TEST_CASE("weights that are no good are named with the reason, and nothing is read") {
    WorkFolder folder;
    write("articles.jsonl", article);
    write("garbage", "these are notes, and long enough to be a header: " + std::string(100, 'x'));
    write("empty", "");
    write("cut", header(1, 40'000'000));
    write("newer", header(2, 64));
    write("damaged", header(1, 64));
    fs::create_directory("folder");
    const std::pair<std::string, std::string> cases[] = {
        {"gone", "there is no such file"},
        {"garbage", "is not a weights file"},
        {"empty", "is not a weights file"},
        {"folder", "is not a file"},
        {"cut", "is damaged: it has 64 bytes of 40000000"},
        {"newer", "has version 2 of the format, and this program reads version 1"},
        {"damaged", "is damaged: its checksum is wrong"}};
    for (const auto& [file, reason] : cases) {
        INFO(file);
        for (const Ran& ran : {run_program({"extract", "--weights", file}, article),
                               run_program({"load", "g", "articles.jsonl", "--weights", file})}) {
            CHECK(ran.status == 1);
            CHECK(ran.out.empty());
            CHECK_THAT(ran.err, StartsWith("hearsay: " + file + ": " + reason));
            CHECK_THAT(ran.err, Contains("engine/articles/network/weights/reading.weights"));
            CHECK(ran.err.find('\n') == ran.err.size() - 1);
        }
        CHECK_FALSE(fs::exists("g"));
    }
    CHECK(run_program({"extract", "--weights", ""}, article).err ==
          "hearsay: --weights needs a file's name\n");
}

TEST_CASE("HEARSAY_WEIGHTS names weights, and an error says that it did") {
    WorkFolder folder;
    write("garbage", "these are notes");
    write("articles.jsonl", article);
    const Ran ran = run_shell("HEARSAY_WEIGHTS=garbage \"$HEARSAY\" extract <articles.jsonl");
    CHECK(ran.status == 1);
    CHECK_THAT(ran.err, StartsWith("hearsay: garbage (named by HEARSAY_WEIGHTS): is not a weights file"));
    const Ran option =
        run_shell("HEARSAY_WEIGHTS=garbage \"$HEARSAY\" extract --weights gone <articles.jsonl");
    CHECK_THAT(option.err, StartsWith("hearsay: gone: there is no such file"));
}

TEST_CASE("weights beside the installed program count before those of the source tree") {
    WorkFolder folder;
    write("articles.jsonl", article);
    write("share/hearsay/reading.weights", "these are notes");
    fs::create_directory("bin");
    const Ran ran = run_shell("cp \"$HEARSAY\" bin/hearsay; bin/hearsay extract <articles.jsonl");
    CHECK(ran.status == 1);
    CHECK_THAT(ran.err,
               StartsWith("hearsay: " + (fs::canonical(".") / "share/hearsay/reading.weights").string() +
                          ": is not a weights file"));
}

TEST_CASE("without weights everything but reading articles works, and the session lives on") {
    WorkFolder folder;
    write("articles.jsonl", article);
    const Ran ran = run_shell(
        "export HEARSAY_WEIGHTS=gone\n"
        "printf ':load articles.jsonl\\n' | \"$HEARSAY\" g\n"
        "\"$HEARSAY\" --version >/dev/null && printf 'RETURN 1 AS one;' | \"$HEARSAY\"");
    CHECK(ran.status == 0);
    CHECK_THAT(ran.out, Contains("| one |"));
    CHECK_THAT(ran.err, Contains("gone (named by HEARSAY_WEIGHTS): there is no such file"));
    CHECK_FALSE(fs::exists("g"));

    write("session.cypher", ":load articles.jsonl --weights gone\nRETURN 1 AS one;\n");
    const Ran session = run_shell("(cat session.cypher; sleep 1) | script -qec \"$HEARSAY\" /dev/null");
    CHECK_THAT(session.out, Contains("gone: there is no such file") && Contains("1 row"));
}
