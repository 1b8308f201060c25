#include "engine/articles/loading/extract.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/engine/articles/readings.hpp"

using namespace hearsay::engine;
using nlohmann::ordered_json;

namespace {

struct Outcome {
    std::string out;
    std::vector<std::pair<std::size_t, std::string>> errors;
    ExtractSummary summary;
    ordered_json line(std::size_t number) const {
        std::istringstream in(out);
        std::string text;
        for (std::size_t i = 0; i < number; ++i) REQUIRE(std::getline(in, text));
        return ordered_json::parse(text);
    }
};

const Pipeline& reading() {
    static const Pipeline pipeline =
        Pipeline::reading_with(std::make_unique<KnownReadings>(std::vector<Reading>{
            {"The mayor of Velk", "said", "that the ferry would not sail"}, {"The guild", "denied", "it"}}));
    return pipeline;
}

Outcome filter(const std::string& in, std::size_t threads = 1) {
    Outcome outcome;
    std::istringstream input(in);
    std::ostringstream output;
    outcome.summary = extract(
        input, output, reading(),
        [&](std::size_t line, const std::string& reason) { outcome.errors.emplace_back(line, reason); },
        Watch(), threads);
    outcome.out = output.str();
    return outcome;
}

const std::string text =
    "The mayor of Velk said on Monday that the ferry would not sail. The guild denied it.";

}  // namespace

TEST_CASE("attributions are added and cut out what they name") {
    const Outcome o = filter("{\"id\": \"a\", \"text\": \"" + text + "\"}\n");
    const ordered_json line = o.line(1);
    REQUIRE_FALSE(line["attributions"].empty());
    const auto& a = line["attributions"][0];
    const auto cut = [&](const ordered_json& span) {
        return text.substr(span[0], span[1].get<std::size_t>() - span[0].get<std::size_t>());
    };
    CHECK(cut(a["cue"][0]) == "said");
    CHECK(cut(a["source"][0]) == "The mayor of Velk");
    CHECK(cut(a["content"][0]).find("the ferry would not sail") != std::string::npos);
    CHECK(a["stance"] == "claim");
    CHECK(a["form"] == "indirect");
    CHECK(a["force"] == "asserted");
    CHECK(a["strength"] == "neutral");
    CHECK(a["confidence"] == 0.9);
    CHECK(line["attributions"][1]["stance"] == "denial");
    CHECK(a.contains("source_name"));
    CHECK(o.summary.articles == 1);
    CHECK(o.summary.attributions == line["attributions"].size());
}

TEST_CASE("every other field stays as it stood, letter for letter") {
    const Outcome o = filter(
        R"(  {"z": 1.50, "text": "None here.", "big": 12345678901234567890123, "a": {"b": [1, "}"]}, "u": "\u00e9\"]"}  )"
        "\n");
    CHECK(
        o.out ==
        R"(  {"z": 1.50, "text": "None here.", "big": 12345678901234567890123, "a": {"b": [1, "}"]}, "u": "\u00e9\"]", "attributions": []})"
        "\n");
}

TEST_CASE("gold attributions are replaced in their place") {
    const Outcome o = filter(
        R"({"attributions": [{"source": [[0, 3]], "note": "]}"}], "text": "None here.", "x": {"attributions": 1}})"
        "\n");
    CHECK(o.out == R"({"attributions": [], "text": "None here.", "x": {"attributions": 1}})"
                   "\n");
}

TEST_CASE("bad lines are reported with their number and passed over, the order stays") {
    const Outcome o =
        filter("{\"id\": 1, \"text\": \"One.\"}\n{\"id\": 2}\n\nnothing\n{\"id\": 5, \"text\": \"Five.\"}");
    CHECK(o.line(1)["id"] == 1);
    CHECK(o.line(2)["id"] == 5);
    REQUIRE(o.errors.size() == 2);
    CHECK(o.errors[0].first == 2);
    CHECK(o.errors[0].second == "`text` is missing");
    CHECK(o.errors[1].first == 4);
    CHECK(o.summary.failed == 2);
    CHECK(o.summary.articles == 2);
}

TEST_CASE("a byte order mark, carriage returns, half surrogates and NUL characters are handled") {
    CHECK(filter("\xEF\xBB\xBF{\"text\": \"One.\"}\r\n").out ==
          "{\"text\": \"One.\", \"attributions\": []}\n");
    CHECK(filter("{\"text\": \"One \\ud800.\"}\n").line(1)["text"] == "One \xEF\xBF\xBD.");
    CHECK(filter("{\"text\": \"One\\u0000two.\"}\n").line(1)["text"].get<std::string>().size() == 8);
}

TEST_CASE("any number of threads gives the same lines and the same errors") {
    std::string in;
    for (int i = 0; i < 200; ++i) {
        std::string longer;
        for (int k = 0; k < i * 7 % 11; ++k) longer += text + " ";
        in += i % 17 == 5 ? "{\"id\": " + std::to_string(i) + "}\n"
                          : "{\"id\": " + std::to_string(i) + ", \"text\": \"" + longer + "Ferry " +
                                std::to_string(i) + " sails, the guild said.\"}\n";
    }
    const Outcome one = filter(in);
    CHECK(one.summary.failed == 12);
    for (const std::size_t threads : {2, 3, 9}) {
        const Outcome more = filter(in, threads);
        CHECK(more.out == one.out);
        CHECK(more.errors == one.errors);
        CHECK(more.summary.articles == one.summary.articles);
        CHECK(more.summary.attributions == one.summary.attributions);
    }
}

TEST_CASE("an interrupt ends the filter behind a whole line") {
    std::string in;
    for (int i = 0; i < 300; ++i) in += "{\"text\": \"" + text + "\"}\n";
    in += "broken\n";
    for (const std::size_t threads : {1, 3}) {
        std::istringstream input("broken\n" + in);
        std::ostringstream output;
        std::atomic<bool> interrupt{false};
        const ExtractSummary summary = extract(
            input, output, reading(), [&](std::size_t, const std::string&) { interrupt = true; },
            Watch({}, &interrupt), threads);
        CHECK(summary.articles == 0);
        CHECK(summary.failed == 1);
        CHECK(output.str().empty());
    }
}
