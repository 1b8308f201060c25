// Runs the examples of engine/query/LANGUAGE.md one after another on one graph that is empty at first. With
// HEARSAY_WRITE_SCRIPTS set, writes what came out into the page instead of comparing; read the difference
// before you keep it.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <regex>

#include "engine/claims/language.hpp"
#include "engine/query/statement/run_query.hpp"
#include "grammar/text/diagnostic.hpp"
#include "repl/output/effects_text.hpp"
#include "repl/output/write_result.hpp"
#include "repl/session/limits.hpp"
#include "repl/session/literal.hpp"
#include "tests/docs/page.hpp"

using namespace hearsay;
using namespace hearsay::docs;

namespace {

const char* const page_file = "engine/query/LANGUAGE.md";

// What one prompt would keep between statements.
struct Session {
    graphs::PropertyGraph graph;
    engine::Parameters parameters;
};

std::string fenced(const std::string& text) {
    return "```\n" + text + (text.ends_with('\n') ? "" : "\n") + "```\n";
}

std::string rendered(const grammar::Diagnostics& diagnostics, const std::string& query) {
    std::string text;
    for (const auto& diagnostic : diagnostics) {
        text += grammar::render(diagnostic, query, "query");
        if (!text.ends_with('\n')) text += "\n";
    }
    return text;
}

// `:param name = value` and the limits, as the program's prompt takes them. False: it is none of these.
bool obey(const std::string& line, Session& session, engine::Limits& limits) {
    static const std::regex command(R"(:([a-z-]+) +(?:(\w+) +)?=? *(.+))");
    std::smatch found;
    if (!std::regex_match(line, found, command)) return false;
    const std::string name = found[1], value = found[3];
    if (name == "param") {
        session.parameters[found[2]] = repl::literal_or_text(value);
    } else if (name == "timeout") {
        limits.time = repl::time_limit_from(value).value();
    } else if (name == "max-memory") {
        limits.memory = repl::memory_limit_from(value).value();
    } else if (name == "max-rows") {
        limits.rows = repl::row_limit_from(value).value();
    } else {
        return false;
    }
    return true;
}

// What the program shows: tables in Markdown, everything else in blocks. Limits hold for the one example.
std::vector<std::string> answer(const Example& example, Session& session) {
    engine::Limits limits;
    std::size_t first = 0;
    while (first < example.query.size() && example.query[first].starts_with(":")) {
        INFO(example.query[first]);
        REQUIRE(obey(example.query[first], session, limits));
        ++first;
    }
    const auto begin = example.query.begin() + static_cast<std::ptrdiff_t>(first);
    std::string query = joined({begin, example.query.end()});
    if (!query.empty()) query.pop_back();  // as if typed in one go
    if (query.empty()) return {};

    const auto result = engine::run_query(session.graph, query,
                                          {session.parameters, nullptr, &engine::claims_language(), limits});
    if (!result) return lines_of(fenced(rendered(result.error(), query)));
    session.graph.accept();
    std::vector<std::string> parts;
    if (!result->columns.empty()) {
        repl::StringSink sink;
        repl::Look look;
        look.format = repl::Format::Markdown;
        repl::write_result(sink, session.graph, *result, look);
        parts.push_back(result->is_plan ? fenced(sink.text()) : sink.text());
    }
    if (result->effects.any() || result->columns.empty())
        parts.push_back(fenced(repl::effects_text(result->effects)));
    if (!result->warnings.empty()) parts.push_back(fenced(rendered(result->warnings, query)));
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : "\n") + part;
    return lines_of(text);
}

// Times differ from run to run.
std::string without_times(const std::string& text) {
    static const std::regex time(R"([0-9]+\.[0-9]{3} ms)");
    return std::regex_replace(text, time, "0.000 ms");
}

}  // namespace

TEST_CASE("the examples of the page on the language") {
    auto sections = read_page(page_file);
    const bool write = std::getenv("HEARSAY_WRITE_SCRIPTS") != nullptr;
    Session session;
    std::size_t examples = 0;
    for (Section& section : sections) {
        if (!section.has_example) continue;
        ++examples;
        INFO(page_file << ":" << section.example.line << "\n" << joined(section.example.query));
        const auto lines = answer(section.example, session);
        const bool same = without_times(joined(lines)) == without_times(joined(section.example.answer));
        if (!write) {
            CHECK(without_times(joined(lines)) == without_times(joined(section.example.answer)));
        } else if (!same) {
            section.example.answer = lines;
        }
    }
    CHECK(examples > 50);
    if (write) std::ofstream(page_file) << page_text(sections);
}
