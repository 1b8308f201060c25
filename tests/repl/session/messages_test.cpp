#include "repl/session/messages.hpp"

#include <catch2/catch.hpp>

using namespace hearsay;

TEST_CASE("only the severity and the caret are in colour") {
    CHECK(repl::painted("query:1:8: error: no such thing\n  RETURN x\n         ^\ndid you mean `y`?\n",
                        grammar::Severity::Error) ==
          "query:1:8:\x1b[1;31m error:\x1b[0m no such thing\n  RETURN x\n\x1b[1;31m         ^\x1b[0m\ndid "
          "you mean `y`?\n");
}
