#include "check_values.hpp"

using hearsay::engine::test::check_refused;
using hearsay::engine::test::check_values;
using hearsay::engine::test::evaluate;

TEST_CASE("durations are read, with fractions carried down") {
    check_values({{"duration('P1Y2M3W4DT5H6M7.008S')", "P1Y2M25DT5H6M7.008S"},
                  {"duration('-P1DT0.5S')", "P-1DT-0.5S"},
                  {"duration('P-1DT+2H')", "P-1DT2H"},
                  {"duration('PT0S')", "PT0S"},
                  {"duration('P0,5Y')", "P6M"},
                  {"duration('P0.5M')", "P15DT5H14M33S"},
                  {"duration('P-0.5M')", "P-15DT-5H-14M-33S"},
                  {"duration('P1.25D')", "P1DT6H"},
                  {"duration('PT1.5H')", "PT1H30M"},
                  {"duration('PT0.1234567899S')", "PT0.123456789S"},
                  {"duration('P0003-02-01T04:05')", "P3Y2M1DT4H5M"},
                  {"duration('P00030201T0405')", "P3Y2M1DT4H5M"},
                  {"duration('pt2m')", "PT2M"},
                  {"duration({years: 0.1})", "P1M6DT2H5M49.2S"},
                  {"duration({quarters: 1.5})", "P4M15DT5H14M33S"},
                  {"duration({seconds: 0.1, nanoseconds: -1})", "PT0.099999999S"},
                  {"duration({milliseconds: -1500})", "PT-1.5S"},
                  {"duration({microseconds: 2.5})", "PT0.0000025S"},
                  {"duration({hours: null})", "null"},
                  {"duration(duration('P1D'))", "P1D"}});
    check_refused({{"duration('')", "''"},
                   {"duration('P')", "'P'"},
                   {"duration('P1')", "'P1'"},
                   {"duration('PT')", "'PT'"},
                   {"duration('P1DT')", "'P1DT'"},
                   {"duration('P1D2Y')", "'P1D2Y'"},
                   {"duration('P1H')", "'P1H'"},
                   {"duration('P1.D')", "'P1.D'"},
                   {"duration('P2031-13-01')", "'P2031-13-01'"},
                   {"duration('PT999999999999999999H')", "'PT999999999999999999H'"},
                   {"duration({fortnights: 1})", "{fortnights: 1}"},
                   {"duration({days: 1e300})", "{days: 1e300}"},
                   {"duration({days: 0.0 / 0.0})", "{days: 0.0 / 0.0}"},
                   {"duration({years: 9223372036854775807})", "{years: 9223372036854775807}"},
                   {"duration({})", "{}"}});
    CHECK(evaluate("duration({days: 'one'})") == "TypeError/InvalidArgumentType: {days: 'one'}");
    CHECK(evaluate("duration(7)") == "TypeError/InvalidArgumentValue: 7");
}

TEST_CASE("the parts of durations") {
    check_values({{"duration('P-14M').years", "-1"},
                  {"duration('P-14M').monthsOfYear", "-2"},
                  {"duration('P20M').quartersOfYear", "2"},
                  {"duration('P17D').weeks", "2"},
                  {"duration('P17D').daysOfWeek", "3"},
                  {"duration('PT3723.5S').minutes", "62"},
                  {"duration('PT3723.5S').secondsOfMinute", "3"},
                  {"duration('PT3723.5S').milliseconds", "3723500"},
                  {"duration('PT-0.5S').seconds", "-1"},
                  {"duration('PT-0.5S').millisecondsOfSecond", "500"},
                  {"duration('PT-0.5S').milliseconds", "-500"}});
    CHECK(evaluate("duration({seconds: 9223372036854775807}).milliseconds").starts_with("ArithmeticError/"));
    check_refused({{"duration('P1D').year", "duration('P1D').year"}});
}

TEST_CASE("durations are added, multiplied and divided") {
    check_values({{"duration('P1M2DT3S') + duration('P-2MT0.5S')", "P-1M2DT3.5S"},
                  {"duration('P1D') - duration('P1DT0.25S')", "PT-0.25S"},
                  {"duration('P1M') * 3", "P3M"},
                  {"3 * duration('P1DT2S')", "P3DT6S"},
                  {"duration('P1M') * 1.5", "P1M15DT5H14M33S"},
                  {"duration('P1M') / 3", "P10DT3H29M42S"},
                  {"duration('P7D') / 2", "P3DT12H"},
                  {"duration('PT1S') / 3", "PT0.333333333S"},
                  {"duration('PT-1S') / 3", "PT-0.333333333S"},
                  {"duration('PT0.1S') * 3", "PT0.3S"},
                  {"duration('P3D') / 0.5", "P6D"},
                  {"duration('P3D') / 9223372036854775807", "PT0S"},
                  {"duration('P3D') * -1", "P-3D"},
                  {"duration('P1D') * null", "null"},
                  {"'in ' + duration('P1D')", "'in P1D'"},
                  {"[1] + duration('P1D')", "[1, P1D]"}});
    CHECK(evaluate("duration('P1D') / 0") == "ArithmeticError/DivisionByZero: duration('P1D') / 0");
    CHECK(evaluate("duration('P1D') / 0.0") == "ArithmeticError/DivisionByZero: duration('P1D') / 0.0");
    for (const std::string expression :
         {"duration({days: 9223372036854775807}) + duration('P1D')",
          "duration({days: 9223372036854775807}) * 2",
          "duration({months: 9223372036854775807}) * 9223372036854775807", "duration('P1D') * 1e300",
          "duration('P1D') / 1e-30", "duration('PT1S') * (0.0 / 0.0)",
          "duration('P0D') - duration({days: -9223372036854775807}) + duration('P1D')"}) {
        INFO(expression);
        CHECK(evaluate(expression) == "ArithmeticError/IntegerOverflow: " + expression);
    }
    for (const std::string expression :
         {"2 / duration('P1D')", "duration('P1D') * duration('P1D')", "duration('P1D') - date('2031-05-17')",
          "date('2031-05-17') - date('2031-05-16')", "date('2031-05-17') + 1", "date('2031-05-17') * 2",
          "duration('P1D') ^ 2"}) {
        INFO(expression);
        CHECK(evaluate(expression) == "TypeError/InvalidArgumentType: " + expression);
    }
}

TEST_CASE("moments are moved by durations") {
    check_values({{"date('2031-01-31') + duration('P1M')", "2031-02-28"},
                  {"date('2031-01-31') + duration('P1M1D')", "2031-03-01"},
                  {"duration('P1Y') + date('2032-02-29')", "2033-02-28"},
                  {"date('2031-05-17') + duration('PT23H59M59.9S')", "2031-05-17"},
                  {"date('2031-05-17') + duration('PT24H')", "2031-05-18"},
                  {"date('2031-05-17') - duration('PT23H59M59.9S')", "2031-05-17"},
                  {"date('2031-05-17') - duration('PT24H0.1S')", "2031-05-16"},
                  {"localtime('23:30') + duration('P5DT45M')", "00:15"},
                  {"localtime('00:15') - duration('PT45M0.5S')", "23:29:59.5"},
                  {"time('23:30+05:45') + duration('PT1000H')", "15:30+05:45"},
                  {"localdatetime('2031-12-31T23:59:59.6') + duration('PT0.4S')", "2032-01-01T00:00"},
                  {"datetime('2031-05-17T12:00Z') - duration('P1M')", "2031-04-17T12:00Z"},
                  {"date('2031-05-17') + null", "null"}});
    for (const std::string expression :
         {"date('+999999999-12-31') + duration('P1D')", "date('-999999999-01-01') - duration('PT24H')",
          "date('2031-05-17') + duration({months: 9223372036854775807})",
          "localdatetime('2031-05-17') + duration({seconds: 9223372036854775807})",
          "datetime('+999999999-12-31T23:59:59Z') + duration('PT1S')",
          "datetime('2031-05-17') - duration({days: 9223372036854775807})"}) {
        INFO(expression);
        CHECK(evaluate(expression) == "ArithmeticError/NumberOutOfRange: " + expression);
    }
}

TEST_CASE("the duration between moments") {
    check_values(
        {{"duration.between(date('2031-01-31'), date('2031-03-01'))", "P1M1D"},
         {"duration.between(date('2031-03-31'), date('2031-02-28'))", "P-1M"},
         {"duration.between(date('2031-05-17'), localdatetime('2031-06-18T10:00:00.5'))", "P1M1DT10H0.5S"},
         {"duration.between(localdatetime('2031-06-18T10:00'), date('2031-05-17'))", "P-1M-1DT-10H"},
         {"duration.between(date('2031-05-17'), localtime('10:00'))", "PT10H"},
         {"duration.between(localtime('10:00'), localtime('09:59:59.9'))", "PT-0.1S"},
         {"duration.between(time('10:00+02:00'), localtime('10:00'))", "PT0S"},
         {"duration.between(time('10:00+02:00'), time('10:00Z'))", "PT2H"},
         {"duration.between(datetime('2031-05-17T10:00+02:00'), datetime('2031-06-17T08:00Z'))", "P1M"},
         {"duration.between(datetime('2031-05-17T10:00+02:00'), datetime('2031-06-17T07:59Z'))",
          "P30DT23H59M"},
         // A day of 25 hours.
         {"duration.inSeconds(datetime('2031-10-26T00:00[Europe/Lisbon]'), date('2031-10-27'))", "PT25H"},
         {"duration.between(datetime('2031-10-26T00:00[Europe/Lisbon]'), date('2031-10-27'))", "P1D"},
         {"duration.between(datetime('2031-10-26T00:00[Europe/Lisbon]'), localtime('03:00'))", "PT4H"},
         {"duration.inDays(datetime('2031-10-26T01:30Z[Europe/Lisbon]'), localdatetime('2031-10-27T01:00'))",
          "PT0S"},
         {"duration.inMonths(date('2031-05-31'), date('2031-06-30'))", "PT0S"},
         {"duration.inMonths(localtime('10:00'), localtime('11:00'))", "PT0S"},
         {"duration.inDays(localdatetime('2031-05-17T10:00'), localdatetime('2031-05-15T11:00'))", "P-1D"},
         {"duration.inSeconds(date('-999999999-01-01'), date('+999999999-12-31')).hours", "17531639991192"},
         {"duration.inMonths(date('-999999999-01-01'), date('+999999999-12-31')).months", "23999999987"},
         {"duration.between(null, date('2031-05-17'))", "null"}});
    CHECK(evaluate("duration.between(date('2031-05-17'), duration('P1D'))") ==
          "TypeError/InvalidArgumentValue: duration('P1D')");
}
