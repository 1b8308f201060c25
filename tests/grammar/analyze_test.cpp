// PEGTL's own check: no rule calls itself without progress, no loop stands still.
#include <catch2/catch.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/rules/statement.hpp"

TEST_CASE("the grammar always goes forward", "[grammar]") {
    CHECK(tao::pegtl::analyze<hearsay::grammar::rules::Text>(1) == 0);
}
