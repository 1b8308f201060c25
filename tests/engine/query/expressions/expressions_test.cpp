// Expressions from text: what openCypher says that they are.
#include <catch2/catch.hpp>

#include "../evaluate_text.hpp"

using hearsay::engine::test::evaluate;

namespace {
void check(const std::vector<std::pair<std::string, std::string>>& table) {
    for (const auto& [expression, value] : table) {
        INFO(expression);
        CHECK(evaluate(expression) == value);
    }
}
}  // namespace

TEST_CASE("literals") {
    check({{"null", "null"},
           {"true", "true"},
           {"42", "42"},
           {"-7", "-7"},
           {"0x1F", "31"},
           {"1.0", "1.0"},
           {"-0.5", "-0.5"},
           {"1e20", "1e20"},
           {"1.5e-9", "1.5e-9"},
           {"'it'", "'it'"},
           {"[]", "[]"},
           {"[1, 'a', [null]]", "[1, 'a', [null]]"},
           {"{b: 1, a: {c: [2]}}", "{a: {c: [2]}, b: 1}"},
           {"[1 + 1, 2 * 3]", "[2, 6]"},
           {"{a: 1 + 1}", "{a: 2}"}});
}

TEST_CASE("integers stay integers, and never wrap") {
    check({{"7 / 2", "3"},
           {"-7 / 2", "-3"},
           {"7 % 3", "1"},
           {"-7 % 3", "-1"},
           {"2 ^ 3", "8.0"},
           {"1 / 0", "ArithmeticError/DivisionByZero: 1 / 0"},
           {"1 % 0", "ArithmeticError/DivisionByZero: 1 % 0"},
           {"9223372036854775807 + 1", "ArithmeticError/IntegerOverflow: 9223372036854775807 + 1"},
           {"9223372036854775807 * 2", "ArithmeticError/IntegerOverflow: 9223372036854775807 * 2"},
           {"-9223372036854775807 - 2", "ArithmeticError/IntegerOverflow: -9223372036854775807 - 2"},
           {"(-9223372036854775807 - 1) / -1",
            "ArithmeticError/IntegerOverflow: (-9223372036854775807 - 1) / -1"},
           {"(-9223372036854775807 - 1) % -1", "0"},
           {"-(-9223372036854775807 - 1)", "ArithmeticError/IntegerOverflow: -(-9223372036854775807 - 1)"}});
}

TEST_CASE("floats follow IEEE 754") {
    check({{"7.0 / 2", "3.5"},
           {"1.0 / 0", "Infinity"},
           {"-1 / 0.0", "-Infinity"},
           {"0.0 / 0", "NaN"},
           {"5.5 % 2", "1.5"},
           {"-0.0", "0.0"},
           {"-.0", "0.0"},
           {"-sqrt(0)", "0.0"},
           {"1 + 2.5", "3.5"},
           {"0.1 + 0.2", "0.30000000000000004"}});
}

TEST_CASE("null spreads through arithmetic") {
    check({{"1 + null", "null"},
           {"null * 2", "null"},
           {"-null", "null"},
           {"'a' + null", "null"},
           {"null + [1]", "null"}});
}

TEST_CASE("plus joins texts and lists") {
    check({{"'a' + 'b'", "'ab'"},
           {"'a' + 1", "'a1'"},
           {"1.5 + 'a'", "'1.5a'"},
           {"[1] + [2]", "[1, 2]"},
           {"[1] + 2", "[1, 2]"},
           {"0 + [1]", "[0, 1]"},
           {"'a' + ['b']", "['a', 'b']"},
           {"1 + true", "TypeError/InvalidArgumentType: 1 + true"},
           {"{} + 1", "TypeError/InvalidArgumentType: {} + 1"},
           {"'a' * 2", "TypeError/InvalidArgumentType: 'a' * 2"},
           {"-'a'", "TypeError/InvalidArgumentType: -'a'"}});
}

TEST_CASE("three-valued logic") {
    check({{"true AND null", "null"},
           {"false AND null", "false"},
           {"null AND false", "false"},
           {"null OR true", "true"},
           {"null OR false", "null"},
           {"true XOR null", "null"},
           {"true XOR false", "true"},
           {"NOT null", "null"},
           {"NOT (1 < 2)", "false"},
           {"null IS NULL", "true"},
           {"1 IS NOT NULL", "true"},
           {"NOT 1", "SyntaxError/InvalidArgumentType: 1"},
           {"true AND 'a'", "SyntaxError/InvalidArgumentType: 'a'"},
           {"false AND 'a'", "SyntaxError/InvalidArgumentType: 'a'"},
           {"true AND head(['a'])", "TypeError/InvalidArgumentType: head(['a'])"}});
}

TEST_CASE("what is not needed raises no error") {
    check({{"false AND 1 / 0 = 1", "false"},
           {"true OR 1 / 0 = 1", "true"},
           {"null AND 1 / 0 = 1", "ArithmeticError/DivisionByZero: 1 / 0"},
           {"CASE WHEN true THEN 1 ELSE 1 / 0 END", "1"},
           {"CASE 1 WHEN 1 THEN 'one' WHEN 1 / 0 THEN 'x' END", "'one'"},
           {"coalesce(null, 2, 1 / 0)", "2"},
           {"[x IN [0, 1, 2] WHERE x > 0 | 2 / x]", "[2, 1]"},
           {"[x IN [0, 1, 2] | CASE WHEN x = 0 THEN null ELSE 2 / x END]", "[null, 2, 1]"},
           {"[x IN [0, 1, 2] | x = 0 OR 2 / x > 1]", "[true, true, false]"},
           {"[x IN [0, 1, 2] | x <> 0 AND 2 / x > 1]", "[false, true, false]"}});
}

TEST_CASE("comparisons") {
    check({{"1 = 1.0", "true"},
           {"1 = '1'", "false"},
           {"null = null", "null"},
           {"1 <> null", "null"},
           {"'a' < 'b'", "true"},
           {"1 < 'a'", "null"},
           {"1 < 2.5", "true"},
           {"1 < 2 < 3", "true"},
           {"1 < 3 < 2", "false"},
           {"1 < null < 0", "null"},
           {"2 < 1 < null", "false"},
           {"0.0 / 0.0 = 0.0 / 0.0", "false"},
           {"0.0 / 0.0 <> 0.0 / 0.0", "true"},
           {"0.0 / 0.0 < 1", "false"},
           {"0.0 / 0.0 < 'a'", "null"},
           {"[1, null] = [1, null]", "null"},
           {"[1, null] = [2, null]", "false"},
           {"[1, 2] < [1, 3]", "true"},
           {"{a: 1} = {a: 1.0}", "true"},
           {"false < true", "true"},
           {"date('2031-05-17') < date('2031-06-01')", "true"}});
}

TEST_CASE("membership") {
    check({{"2 IN [1, 2]", "true"},
           {"3 IN [1, 2]", "false"},
           {"3 IN [1, null]", "null"},
           {"1 IN [1, null]", "true"},
           {"null IN [1]", "null"},
           {"null IN []", "false"},
           {"1 IN null", "null"},
           {"[1] IN [[1], 2]", "true"},
           {"19 IN range(1, 20) + [null]", "true"},
           {"21 IN range(1, 20) + [null]", "null"},
           {"21 IN range(1, 20)", "false"},
           {"19.0 IN range(1, 20)", "true"},
           {"'19' IN range(1, 20)", "false"},
           {"null IN range(1, 20)", "null"},
           {"[null] IN range(1, 20)", "false"},
           {"0.0 / 0 IN range(1, 20) + [0.0 / 0]", "false"},
           {"1 IN 1", "TypeError/InvalidArgumentType: 1"}});
}

TEST_CASE("tests of text") {
    check({{"'harbour' STARTS WITH 'har'", "true"},
           {"'harbour' ENDS WITH 'our'", "true"},
           {"'harbour' CONTAINS 'rb'", "true"},
           {"'harbour' CONTAINS 'x'", "false"},
           {"'harbour' CONTAINS ''", "true"},
           {"'harbour' CONTAINS null", "null"},
           {"null STARTS WITH 'a'", "null"},
           {"1 CONTAINS '1'", "null"}});
}

TEST_CASE("regular expressions match the whole text") {
    check({{"'harbour' =~ 'har.*'", "true"},
           {"'harbour' =~ 'har'", "false"},
           {"'HARBOUR' =~ '(?i)harbour'", "true"},
           {"'Łódź' =~ '\\\\p{L}{4}'", "true"},
           {"null =~ 'a'", "null"},
           {"'a' =~ null", "null"},
           {"1 =~ '1'", "null"},
           {"'a' =~ '('", "ArgumentError/InvalidArgumentValue: '('"},
           {"'a' =~ '[b-a]'", "ArgumentError/InvalidArgumentValue: '[b-a]'"}});
}

TEST_CASE("a pattern that backtracks without end is an error") {
    CHECK(evaluate("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(a+)+c'") ==
          "ArgumentError/InvalidArgumentValue: '(a+)+c'");
}

TEST_CASE("elements and slices") {
    check({{"[1, 2, 3][0]", "1"},
           {"[1, 2, 3][-1]", "3"},
           {"[1, 2, 3][3]", "null"},
           {"[1, 2, 3][-4]", "null"},
           {"[1, 2, 3][null]", "null"},
           {"null[0]", "null"},
           {"[1, 2, 3][1..]", "[2, 3]"},
           {"[1, 2, 3][..-1]", "[1, 2]"},
           {"[1, 2, 3][-2..-1]", "[2]"},
           {"[1, 2, 3][2..1]", "[]"},
           {"[1, 2, 3][0..100]", "[1, 2, 3]"},
           {"[1, 2, 3][null..2]", "null"},
           {"{a: 1}.a", "1"},
           {"{a: 1}.b", "null"},
           {"{a: 1}['a']", "1"},
           {"{a: {b: 2}}.a.b", "2"},
           {"null.a", "null"},
           {"{a: 1}[null]", "null"},
           {"{a: 1}[0]", "TypeError/MapElementAccessByNonString: {a: 1}[0]"},
           {"[1]['a']", "TypeError/InvalidArgumentType: [1]['a']"},
           {"[1][1.5]", "TypeError/InvalidArgumentType: [1][1.5]"},
           {"date('2031-05-17').month", "5"},
           {"date('2031-05-17').dayOfWeek", "6"}});
}

TEST_CASE("case") {
    check({{"CASE WHEN 1 > 2 THEN 'a' WHEN 2 > 1 THEN 'b' ELSE 'c' END", "'b'"},
           {"CASE WHEN null THEN 'a' ELSE 'c' END", "'c'"},
           {"CASE WHEN false THEN 'a' END", "null"},
           {"CASE 2 WHEN 1 THEN 'a' WHEN 2.0 THEN 'b' END", "'b'"},
           {"CASE null WHEN null THEN 'a' ELSE 'b' END", "'b'"}});
}

TEST_CASE("list expressions") {
    check({{"[x IN [1, 2, 3]]", "[1, 2, 3]"},
           {"[x IN [1, 2, 3] WHERE x <> 2]", "[1, 3]"},
           {"[x IN [1, 2, 3] | x * x]", "[1, 4, 9]"},
           {"[x IN [1, 2] | [y IN [10, 20] | x + y]]", "[[11, 21], [12, 22]]"},
           {"[x IN [1, 2] | [x IN [10] | x]]", "[[10], [10]]"},
           {"[x IN null | x]", "null"},
           {"[x IN 1 | x]", "TypeError/InvalidArgumentType: 1"},
           {"[x IN [true, null, false] WHERE x]", "[true]"},
           {"size([x IN range(1, 5000) WHERE x % 2 = 0 | x])", "2500"},
           {"reduce(sum = 0, x IN [1, 2, 3] | sum + x)", "6"},
           {"reduce(text = '', x IN ['a', 'b'] | text + x)", "'ab'"},
           {"reduce(sum = 0, x IN [] | sum + x)", "0"},
           {"reduce(sum = 0, x IN null | sum + x)", "null"},
           {"[n IN [1, 2, 3] | reduce(sum = 0, x IN range(1, n) | sum + x)]", "[1, 3, 6]"}});
}

TEST_CASE("a value that doubles without end is an error") {
    CHECK(evaluate("size(reduce(text = 'ab', x IN range(1, 99) | text + text))") ==
          "ArgumentError/NumberOutOfRange: text + text");
    CHECK(evaluate("size(reduce(list = [1, 2], x IN range(1, 99) | list + list))") ==
          "ArgumentError/NumberOutOfRange: list + list");
}

TEST_CASE("quantifiers") {
    check({{"all(x IN [1, 2] WHERE x > 0)", "true"},
           {"all(x IN [1, null] WHERE x > 0)", "null"},
           {"all(x IN [-1, null] WHERE x > 0)", "false"},
           {"all(x IN [] WHERE x > 0)", "true"},
           {"any(x IN [1, null] WHERE x > 0)", "true"},
           {"any(x IN [-1, null] WHERE x > 0)", "null"},
           {"any(x IN [] WHERE x > 0)", "false"},
           {"none(x IN [-1, null] WHERE x > 0)", "null"},
           {"none(x IN [1, null] WHERE x > 0)", "false"},
           {"single(x IN [1, 2] WHERE x > 1)", "true"},
           {"single(x IN [1, 2] WHERE x > 0)", "false"},
           {"single(x IN [1, null] WHERE x > 0)", "null"},
           {"single(x IN [1, 1, null] WHERE x > 0)", "false"},
           {"all(x IN null WHERE x > 0)", "null"},
           {"any(x IN ['a'] WHERE x)", "TypeError/InvalidArgumentType: x"}});
}

TEST_CASE("parameters") {
    CHECK(evaluate("$limit + 1", {{"limit", 41}}) == "42");
    CHECK(evaluate("$0", {{"0", "zero"}}) == "'zero'");
    CHECK(evaluate("$limit") == "ParameterMissing/MissingParameter: $limit");
}

TEST_CASE("names that do not exist") {
    check({{"n", "SyntaxError/UndefinedVariable: n"},
           {"[x IN [1] | y]", "SyntaxError/UndefinedVariable: y"},
           {"toUper('a')", "SyntaxError/UnknownFunction: toUper"},
           {"toUpper()", "SyntaxError/InvalidNumberOfArguments: toUpper()"},
           {"toUpper('a', 'b')", "SyntaxError/InvalidNumberOfArguments: toUpper('a', 'b')"},
           {"count(1)", "SyntaxError/InvalidAggregation: count(1)"},
           {"1 + count(*)", "SyntaxError/InvalidAggregation: count(*)"}});
}
