#include "tests/tck/kit_value.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace hearsay::tck;

namespace {

std::string again(const std::string& text, ListOrder order = ListOrder::Kept) {
    return text_of(parse_kit_value(text), order);
}

bool same(const std::string& a, const std::string& b, ListOrder order = ListOrder::Kept) {
    return again(a, order) == again(b, order);
}

}  // namespace

TEST_CASE("every kind of value is read and written again", "[tck]") {
    for (const std::string text : {"null",
                                   "true",
                                   "false",
                                   "0",
                                   "-7",
                                   "9223372036854775807",
                                   "-9223372036854775808",
                                   "1.0",
                                   "-0.5",
                                   "1e-305",
                                   "NaN",
                                   "Infinity",
                                   "-Infinity",
                                   "''",
                                   "'Ünder'",
                                   "[]",
                                   "[1, [2, 'b'], null]",
                                   "{}",
                                   "{a: 1, b: {c: []}}",
                                   "()",
                                   "(:Owl)",
                                   "(:Bird:Owl {age: 3, name: 'Hu'})",
                                   "({age: 3})",
                                   "[:EATS]",
                                   "[:EATS {at: [1, 2]}]",
                                   "<()>",
                                   "<(:A)-[:T]->(:B)>",
                                   "<(:A)<-[:T {k: 1}]-()-[:U]->(:C {l: 'x'})>",
                                   "[<(:A)-[:T]->()>]",
                                   "[[:T], [:U {k: 1}]]",
                                   "{edge: [:T], node: (:A)}"}) {
        CHECK(again(text) == text);
    }
}

TEST_CASE("spaces, and the order of labels and keys, do not matter", "[tck]") {
    CHECK(same("(:B:A)", "(:A:B)"));
    CHECK(same("( :A {b:2,a:1} )", "(:A {a: 1, b: 2})"));
    CHECK(same("{b: 2, a: 1}", "{a:1,b:2}"));
    CHECK(same(" [1,2 ,3] ", "[1, 2, 3]"));
    CHECK(same("0.00001", "1e-5"));
    CHECK(same("1e308", "1e+308"));
}

TEST_CASE("what differs is told apart", "[tck]") {
    const std::vector<std::string> values = {"1",
                                             "1.0",
                                             "'1'",
                                             "[1]",
                                             "true",
                                             "'true'",
                                             "null",
                                             "'null'",
                                             "0.0",
                                             "-0.0",
                                             "0",
                                             "NaN",
                                             "'NaN'",
                                             "Infinity",
                                             "-Infinity",
                                             "[1, 2]",
                                             "[2, 1]",
                                             "['1, 2']",
                                             "['1', '2']",
                                             "{a: 1}",
                                             "{b: 1}",
                                             "{a: null}",
                                             "{}",
                                             "[]",
                                             "(:A)",
                                             "(:B)",
                                             "(:A:B)",
                                             "(:A {a: 1})",
                                             "()",
                                             "'(:A)'",
                                             "[:A]",
                                             "[:B]",
                                             "['A']",
                                             "[:A {a: 1}]",
                                             "<(:A)>",
                                             "<(:A)-[:T]->(:B)>",
                                             "'a'",
                                             "'a\\''",
                                             "'a\\\\'",
                                             "'A'",
                                             "[[]]",
                                             "<(:A)<-[:T]-(:B)>",
                                             "<(:B)-[:T]->(:A)>"};
    for (const auto& a : values) {
        for (const auto& b : values) {
            INFO(a << " and " << b);
            CHECK(same(a, b) == (a == b));
        }
    }
}

TEST_CASE("the order of lists is ignored where that is asked, at every depth", "[tck]") {
    CHECK(same("[2, 1]", "[1, 2]", ListOrder::Ignored));
    CHECK(same("[[2, 1], 'a']", "['a', [1, 2]]", ListOrder::Ignored));
    CHECK(same("({k: [2, 1]})", "({k: [1, 2]})", ListOrder::Ignored));
    CHECK_FALSE(same("[1, 1, 2]", "[1, 2, 2]", ListOrder::Ignored));
    CHECK_FALSE(same("[1, 2]", "[1, 2, 2]", ListOrder::Ignored));
    CHECK_FALSE(same("[[1], [2, 3]]", "[[2], [1, 3]]", ListOrder::Ignored));
    CHECK_FALSE(same("<(:A)-[:T]->(:B)>", "<(:B)-[:T]->(:A)>", ListOrder::Ignored));
}

TEST_CASE("escapes in strings are resolved", "[tck]") {
    CHECK(std::get<std::string>(parse_kit_value(R"('it\'s')").is) == "it's");
    CHECK(std::get<std::string>(parse_kit_value(R"('a\\b')").is) == R"(a\b)");
    CHECK(std::get<std::string>(parse_kit_value("'a, ] } )'").is) == "a, ] } )");
}

TEST_CASE("what is not a value is refused", "[tck]") {
    for (const std::string text :
         {"", "1 2", "'open", "[1", "[1 2]", "{a}", "{a: 1, a: 2}", "(:A", "(A)", "<(:A)-[:T]>",
          "<(:A)-[:T]-(:B)>", "nil", "1.2.3", "9223372036854775808"}) {
        INFO(text);
        CHECK_THROWS_AS(parse_kit_value(text), std::runtime_error);
    }
}
