#include "grammar/text/split.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace hearsay::grammar;

namespace {

// S<...> statement, C<...> command, U<...> unfinished
std::string pieces(const std::string& text) {
    std::string result;
    for (const Piece& piece : split(text)) {
        result += piece.kind == Piece::Kind::Statement ? 'S' : piece.kind == Piece::Kind::Command ? 'C' : 'U';
        result += "<" + text.substr(piece.span.begin, piece.span.end - piece.span.begin) + ">";
    }
    return result;
}

}  // namespace

TEST_CASE("a script is cut into statements and commands", "[grammar]") {
    CHECK(pieces("") == "");
    CHECK(pieces("  \n // nothing\n /* at all */ ") == "");
    CHECK(pieces("RETURN 1; RETURN 2;") == "S<RETURN 1;>S<RETURN 2;>");
    CHECK(pieces(" RETURN 1 // why\n") == "U<RETURN 1>");
    CHECK(pieces("RETURN ';' + \";\" + `;` /* ; */ // ;\n ;RETURN 2") ==
          "S<RETURN ';' + \";\" + `;` /* ; */ // ;\n ;>U<RETURN 2>");
    CHECK(pieces("RETURN '\\';';") == "S<RETURN '\\';';>");
    CHECK(pieces(":help me \nRETURN 1;\n  :quit") == "C<:help me>S<RETURN 1;>C<:quit>");
    CHECK(pieces("MATCH (n\n:Moth) RETURN n;") == "S<MATCH (n\n:Moth) RETURN n;>");
    CHECK(pieces("#!/usr/bin/env hearsay\nRETURN 1;") == "S<RETURN 1;>");
    CHECK(pieces("RETURN 'abc;") == "U<RETURN 'abc;>");
    CHECK(pieces("RETURN 1 /* ;") == "U<RETURN 1 /* ;>");
    CHECK(pieces(";;RETURN 1;;") == "S<RETURN 1;>");
}
