// Runs the example of every function, and checks that engine/query/FUNCTIONS.md says what the tables of
// functions and procedures say. With HEARSAY_WRITE_SCRIPTS set, writes the page instead of comparing.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "engine/claims/language.hpp"
#include "engine/query/statement/run_query.hpp"
#include "repl/output/cypher_text.hpp"

using namespace hearsay;

namespace {

const char* const page_file = "engine/query/FUNCTIONS.md";

std::string statement(const engine::FunctionExample& example) {
    return (example.is_expression() ? "RETURN " : "") + std::string(example.query);
}

std::string line_of(const engine::FunctionSignature& function) {
    std::string line = fmt::format("- `{}`", function.signature);
    if (function.extension) line += " **(extension)**";
    line += fmt::format("\\\n  {}", function.summary);
    for (const auto& example : engine::examples_of(function.name, engine::claims_function_families()))
        line += fmt::format("\\\n  `{}` is `{}`", example.query, example.result);
    return line + "\n";
}

std::string page() {
    std::string text = R"(# Functions and procedures

Made from the program's own tables by `HEARSAY_WRITE_SCRIPTS=1 build/dev/tests/docs/page_test`. Every example has been run.
[LANGUAGE.md](LANGUAGE.md) explains the language; what is not openCypher is marked **(extension)**.

A signature says what a function is called, what it takes and what it gives: `name(argument :: TYPE) :: TYPE`. An argument with `=` may be
left out, one with `...` may come several times, and `A | B` is the one or the other. Names of functions are written in any case.
A function gives null where an argument is null, unless its line says otherwise. `:help NAME` shows a function's lines at the prompt.

Examples with `MATCH` ask this graph:

```cypher
)";
    text += std::string(engine::example_graph()) + "\n```\n";
    for (const auto& family : engine::claims_function_families()) {
        text += fmt::format("\n## {}\n\n", family.title);
        std::string_view last;
        for (const auto& example : family.examples) {
            if (example.function == last) continue;
            last = example.function;
            if (const auto* function = engine::claims_language().functions.find(last))
                text += line_of(function->signature);
        }
    }
    text += R"(
## Procedures

`CALL` runs them. The columns that they give stand behind `::`; `?` says that a value may be null.

)";
    for (const std::string& name : engine::claims_language().procedures.names()) {
        const engine::Procedure& procedure = *engine::claims_language().procedures.find(name);
        text += fmt::format("- `{}` **(extension)**\\\n  {}\n", procedure.signature(), procedure.summary);
    }
    return text;
}

}  // namespace

TEST_CASE("every function has an example, in one family") {
    std::map<std::string, int> families;
    for (const auto& family : engine::claims_function_families()) {
        std::string_view last;
        for (const auto& example : family.examples) {
            INFO(example.function);
            CHECK(engine::claims_language().functions.find(example.function) != nullptr);
            if (example.function != last) ++families[std::string(example.function)];
            last = example.function;
        }
    }
    for (const std::string& function : engine::claims_language().functions.names()) {
        INFO(function);
        CHECK(families[function] == 1);
    }
}

TEST_CASE("the functions' examples give what they say") {
    graphs::PropertyGraph graph;
    REQUIRE(engine::run_query(graph, engine::example_graph()));
    graph.accept();
    for (const auto& family : engine::claims_function_families()) {
        for (const auto& example : family.examples) {
            INFO(example.query);
            engine::QueryOptions options;
            options.language = &engine::claims_language();
            const auto result = engine::run_query(graph, statement(example), options);
            if (!result) FAIL_CHECK(result.error()[0].message);
            if (!result) continue;
            CHECK(result->warnings.empty());
            REQUIRE(result->rows.size() == 1);
            REQUIRE(result->columns.size() == 1);
            CHECK(repl::to_cypher(graph, result->rows[0][0]) == example.result);
        }
    }
}

TEST_CASE("the page on the functions says what the tables say") {
    if (std::getenv("HEARSAY_WRITE_SCRIPTS") != nullptr) {
        std::ofstream(page_file) << page();
        return;
    }
    std::ifstream in(page_file);
    std::stringstream text;
    text << in.rdbuf();
    CHECK(text.str() == page());
}
