#include <catch2/catch.hpp>

#include "../evaluate_text.hpp"

using namespace hearsay::engine;
using hearsay::engine::test::evaluate;

namespace {
void check(const std::vector<std::pair<std::string, std::string>>& table) {
    for (const auto& [expression, value] : table) {
        INFO(expression);
        CHECK(evaluate(expression) == value);
    }
}
}  // namespace

TEST_CASE("string functions count characters") {
    check({{"left('Łódź', 2)", "'Łó'"},
           {"left('ab', 9)", "'ab'"},
           {"left('ab', -1)", "ArgumentError/NumberOutOfRange: -1"},
           {"right('Łódź', 2)", "'dź'"},
           {"right('ab', 9)", "'ab'"},
           {"substring('Łódź', 1)", "'ódź'"},
           {"substring('Łódź', 1, 2)", "'ód'"},
           {"substring('ab', 5)", "''"},
           {"size('Łódź')", "4"},
           {"size('🙂')", "1"},
           {"reverse('Łódź')", "'źdóŁ'"},
           {"toUpper('Straße')", "'STRASSE'"},
           {"toLower('ŁÓDŹ')", "'łódź'"},
           {"toUpper('quay 1')", "'QUAY 1'"},
           {"trim('  a b ')", "'a b'"},
           {"lTrim('  a ')", "'a '"},
           {"rTrim('  a ')", "'  a'"},
           {"replace('banana', 'an', 'o')", "'booa'"},
           {"replace('a', '', 'b')", "'a'"},
           {"split('a,b,,c', ',')", "['a', 'b', '', 'c']"},
           {"split('', ',')", "['']"},
           {"split('óa', '')", "['ó', 'a']"},
           {"toUpper(null)", "null"},
           {"left('a', null)", "null"},
           {"toUpper(1)", "TypeError/InvalidArgumentValue: 1"}});
}

TEST_CASE("mathematical functions") {
    check({{"abs(-3)", "3"},
           {"abs(-3.5)", "3.5"},
           {"ceil(0.1)", "1.0"},
           {"floor(-0.1)", "-1.0"},
           {"round(0.5)", "1.0"},
           {"round(-1.5)", "-1.0"},
           {"round(0.49999999999999994)", "0.0"},
           {"round(1.005, 2)", "1.01"},
           {"round(-2.5, 0)", "-3.0"},
           {"round(9.995, 2)", "10.0"},
           {"round(0.004, 2)", "0.0"},
           {"round(0.005, 2)", "0.01"},
           {"round(1e300, 2)", "1e300"},
           {"round(12345.678, 1)", "12345.7"},
           {"round(7, 3)", "7.0"},
           {"round(-0.04, 1)", "0.0"},
           {"round(0.0 / 0, 1)", "NaN"},
           {"round(1.5, null)", "null"},
           {"round(1.5, -1)", "ArgumentError/NumberOutOfRange: -1"},
           {"isNaN(0.0 / 0)", "true"},
           {"isNaN(1)", "false"},
           {"nullIf(1, 1.0)", "null"},
           {"nullIf('a', null)", "'a'"},
           {"nullIf(null, 'a')", "null"},
           {"sign(-2.5)", "-1"},
           {"sign(0)", "0"},
           {"sqrt(16)", "4.0"},
           {"sqrt(-1)", "NaN"},
           {"log(e())", "1.0"},
           {"log10(1000)", "3.0"},
           {"degrees(pi())", "180.0"},
           {"radians(180) = pi()", "true"},
           {"haversin(pi())", "1.0"},
           {"round(atan2(1, 1) * 4 / pi())", "1.0"},
           {"0 <= rand() < 1", "true"},
           {"abs('a')", "TypeError/InvalidArgumentValue: 'a'"}});
}

TEST_CASE("list functions") {
    check({{"head([1, 2])", "1"},
           {"head([])", "null"},
           {"last([1, 2])", "2"},
           {"tail([1, 2, 3])", "[2, 3]"},
           {"tail([])", "[]"},
           {"range(1, 3)", "[1, 2, 3]"},
           {"range(5, 1, -2)", "[5, 3, 1]"},
           {"range(1, 0)", "[]"},
           {"range(1, 2, 0)", "ArgumentError/NumberOutOfRange: 0"},
           {"range(9223372036854775806, 9223372036854775807)", "[9223372036854775806, 9223372036854775807]"},
           {"range(-9223372036854775807, 9223372036854775807)",
            "ArgumentError/NumberOutOfRange: range(-9223372036854775807, 9223372036854775807)"},
           {"range(1.0, 2)", "ArgumentError/InvalidArgumentType: 1.0"},
           {"reverse([1, 'a'])", "['a', 1]"},
           {"size([1, null])", "2"},
           {"size(null)", "null"},
           {"isEmpty([])", "true"},
           {"isEmpty('a')", "false"},
           {"keys({b: 1, a: null})", "['a', 'b']"},
           {"properties({a: 1})", "{a: 1}"},
           {"coalesce(null, null)", "null"},
           {"exists({a: 1}.a)", "true"},
           {"exists({a: 1}.b)", "false"}});
}

TEST_CASE("conversions") {
    check({{"toInteger('42')", "42"},
           {"toInteger(' -42.9 ')", "-42"},
           {"toInteger('many')", "null"},
           {"toInteger(2.9)", "2"},
           {"toInteger(1e30)", "null"},
           {"toInteger(true)", "1"},
           {"toInteger([])", "TypeError/InvalidArgumentValue: []"},
           {"toIntegerOrNull([])", "null"},
           {"toFloat('1.5e3')", "1500.0"},
           {"toFloat('1.5 km')", "null"},
           {"toFloat(2)", "2.0"},
           {"toFloat(true)", "TypeError/InvalidArgumentValue: true"},
           {"toFloatOrNull(true)", "null"},
           {"toBoolean('TRUE')", "true"},
           {"toBoolean('yes')", "null"},
           {"toBoolean(0)", "false"},
           {"toBoolean(1.5)", "TypeError/InvalidArgumentValue: 1.5"},
           {"toBooleanOrNull(1.5)", "null"},
           {"toString(1)", "'1'"},
           {"toString(1.0)", "'1.0'"},
           {"toString(0.00001)", "'0.00001'"},
           {"toString(1e-7)", "'1e-7'"},
           {"toString(1e16)", "'1e16'"},
           {"toString(123456789012345.5)", "'123456789012345.5'"},
           {"toString(true)", "'true'"},
           {"toString(date('2031-05-17'))", "'2031-05-17'"},
           {"toString([])", "TypeError/InvalidArgumentValue: []"},
           {"toStringOrNull([])", "null"}});
}

TEST_CASE("dates") {
    check({{"date('2031-05-17')", "2031-05-17"},
           {"date('20310517')", "2031-05-17"},
           {"date('2031-05')", "2031-05-01"},
           {"date('203105')", "2031-05-01"},
           {"date('2031')", "2031-01-01"},
           {"date('2031-W20-6')", "2031-05-17"},
           {"date('2031W20')", "2031-05-12"},
           {"date('2031-137')", "2031-05-17"},
           {"date('2031-02-30')", "ArgumentError/InvalidArgumentValue: '2031-02-30'"},
           {"date('soon')", "ArgumentError/InvalidArgumentValue: 'soon'"},
           {"date('2031-05-17T10:00')", "ArgumentError/InvalidArgumentValue: '2031-05-17T10:00'"},
           {"date({year: 2031, month: 5, day: 17})", "2031-05-17"},
           {"date({year: 2031})", "2031-01-01"},
           {"date({year: 2032, month: 2, day: 29})", "2032-02-29"},
           {"date({year: 2031, month: 2, day: 29})",
            "ArgumentError/InvalidArgumentValue: {year: 2031, month: 2, day: 29}"},
           {"date({month: 2})", "ArgumentError/InvalidArgumentValue: {month: 2}"},
           {"date({year: 2031, month: 'May'})", "TypeError/InvalidArgumentType: {year: 2031, month: 'May'}"},
           {"date({year: 2031, ordinalDay: 137})", "2031-05-17"},
           {"date({year: 2031, quarter: 2, dayOfQuarter: 47})", "2031-05-17"},
           {"date({year: 2031, week: 20, dayOfWeek: 6})", "2031-05-17"},
           {"date({year: 2031, week: 53})", "ArgumentError/InvalidArgumentValue: {year: 2031, week: 53}"},
           {"date({date: date('2031-05-31'), month: 2})", "2031-02-28"},
           {"date({date: date('2031-05-31'), year: 2033})", "2033-05-31"},
           {"date(null)", "null"},
           {"date() = date.statement()", "true"},
           {"date.truncate('month', date('2031-05-17'))", "2031-05-01"},
           {"date.truncate('week', date('2031-05-17'), {dayOfWeek: 2})", "2031-05-13"},
           {"date.truncate('decade', date('2031-05-17'))", "2030-01-01"},
           {"date.truncate('hour', date('2031-05-17'))", "ArgumentError/InvalidArgumentValue: 'hour'"},
           {"date('2031-12-29').weekYear", "2032"},
           {"date('2031-12-29').week", "1"},
           {"date('2031-12-29').quarter", "4"},
           {"timestamp() > 0", "true"}});
}

TEST_CASE("the table says what it has") {
    const builtins::Functions& table = builtins::Functions::standard();
    std::vector<FunctionSignature> all;
    for (const builtins::Function& function : table.all()) all.push_back(function.signature);
    CHECK(all.size() > 60);
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].name);
        if (i > 0) CHECK(all[i - 1].name < all[i].name);
        CHECK(table.find(all[i].name)->signature.name == all[i].name);
        CHECK(all[i].signature.starts_with(all[i].name + "("));
        CHECK(all[i].summary.ends_with("."));
        CHECK(all[i].least <= all[i].most);
    }
    REQUIRE(table.find("TOUPPER"));
    CHECK(table.find("TOUPPER")->signature.name == "toUpper");
    CHECK(table.find("substring")->signature.least == 2);
    CHECK(table.find("substring")->signature.most == 3);
    CHECK(table.find("rand")->signature.most == 0);
    CHECK(table.find("coalesce")->signature.most > 1000);
    CHECK(table.find("isEmpty")->signature.extension);
    CHECK_FALSE(table.find("nothing"));
}
