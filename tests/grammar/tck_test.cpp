// The openCypher kit, where it stands beside the checkout: everything that is grammatical parses, everything
// that is not is refused with the kit's name for the error.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "grammar/parse.hpp"

using namespace hearsay::grammar;

namespace {

// Errors of the grammar; the others take a look at the meaning.
const std::set<std::string> grammatical = {
    "UnexpectedSyntax", "InvalidNumberLiteral",  "InvalidUnicodeLiteral",  "InvalidRelationshipPattern",
    "IntegerOverflow",  "FloatingPointOverflow", "InvalidUnicodeCharacter"};

std::filesystem::path scenarios() {
    const char* shared = std::getenv("HEARSAY_SHARED");
    return std::filesystem::path(shared != nullptr ? shared : "../shared") / "tck" / "scenarios.jsonl";
}

}  // namespace

TEST_CASE("the texts of the openCypher kit parse, or are refused by the right name", "[grammar][tck]") {
    std::ifstream file(scenarios());
    if (!file) {
        WARN("skipped: there is no " << scenarios() << "; HEARSAY_SHARED names its folder");
        return;
    }
    std::size_t parsed = 0;
    for (std::string line; std::getline(file, line);) {
        const nlohmann::json scenario = nlohmann::json::parse(line);
        std::vector<std::string> texts;
        for (const auto& text : scenario["setup"]) texts.push_back(text.get<std::string>());
        for (const auto& control : scenario["control"])
            texts.push_back((control.is_string() ? control : control["query"]).get<std::string>());
        const std::string query = scenario["query"].get<std::string>();
        const auto& expect = scenario["expect"];
        const bool error = expect["kind"] == "error" && expect["phase"] == "compile time";
        if (error && grammatical.count(expect["detail"].get<std::string>()) > 0) {
            const auto statement = parse(query);
            INFO(scenario["id"] << ": " << query);
            REQUIRE_FALSE(statement);
            CHECK(statement.error().detail == expect["detail"].get<std::string>());
        } else if (!error) {
            texts.push_back(query);
        }
        for (const std::string& text : texts) {
            const auto statement = parse(text);
            if (!statement) FAIL_CHECK(scenario["id"] << ": " << render(statement.error(), text, "query"));
            ++parsed;
        }
    }
    CHECK(parsed > 3000);
}
