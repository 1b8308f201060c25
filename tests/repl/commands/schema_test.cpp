#include "repl/commands/schema.hpp"

#include <catch2/catch.hpp>

#include "repl/output/terminal/text_width.hpp"
#include "tests/repl/small_graph.hpp"

using namespace hearsay::repl;

TEST_CASE("the schema counts labels, relationships and properties") {
    const Schema schema = schema_of(test::small_graph());
    CHECK(schema.nodes == 3);
    CHECK(schema.relationships == 2);
    CHECK(schema.labels.at("Actor").count == 1);
    CHECK(schema.labels.at("Statement").properties.at("text").kinds == std::set<std::string>{"String"});
    CHECK(schema.types.at("DENIES").ends.at("Organisation -> Statement") == 1);
}

TEST_CASE("the schema fits the window") {
    for (std::size_t width : {40, 80}) {
        const std::string text = schema_text(schema_of(test::small_graph()), width);
        CHECK(text.find("Organisation") != std::string::npos);
        for (std::size_t begin = 0, end = 0; (end = text.find('\n', begin)) != std::string::npos;
             begin = end + 1)
            CHECK(display_width(text.substr(begin, end - begin)) <= width);
    }
    CHECK(schema_text(schema_of(test::small_graph()), 80).find("Actor -> Statement (1)") !=
          std::string::npos);
    CHECK(schema_text({}, 80).find("empty") != std::string::npos);
}
