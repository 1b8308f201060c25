#include "check_values.hpp"

using hearsay::engine::test::check_refused;
using hearsay::engine::test::check_values;
using hearsay::engine::test::evaluate;

TEST_CASE("moments are read from all forms of ISO 8601") {
    check_values(
        {{"localtime('9:05')", "09:05"},
         {"localtime('0905')", "09:05"},
         {"localtime('09:05:07.25')", "09:05:07.25"},
         {"localtime('090507,000000001')", "09:05:07.000000001"},
         {"localtime('T23')", "23:00"},
         {"time('2140+0530')", "21:40+05:30"},
         {"time('21:40-03')", "21:40-03:00"},
         {"time('21:40:00+00:19:32')", "21:40+00:19:32"},
         {"time('21:40')", "21:40Z"},
         {"localdatetime('2031-05-17T21:40')", "2031-05-17T21:40"},
         {"localdatetime('2031Q247T2140')", "2031-05-17T21:40"},
         {"localdatetime('2031-Q2-47')", "2031-05-17T00:00"},
         {"localdatetime('2031-5-7')", "2031-05-07T00:00"},
         {"localdatetime('-0044-03-15T12')", "-0044-03-15T12:00"},
         {"localdatetime('+12031-W01-1T12')", "+12030-12-30T12:00"},
         {"datetime('20310517T2140Z')", "2031-05-17T21:40Z"},
         {"datetime('2031-05-17T21:40[America/St_Johns]')", "2031-05-17T21:40-02:30[America/St_Johns]"},
         {"datetime('2031-05-17T21:40-02:30[America/St_Johns]')",
          "2031-05-17T21:40-02:30[America/St_Johns]"}});
    const auto refused = [](const std::string& function, const std::vector<std::string>& texts) {
        for (const auto& text : texts) check_refused({{function + "('" + text + "')", "'" + text + "'"}});
    };
    refused("date",
            {"", "2031-", "2031-13-01", "2031-02-29", "2031-W54", "2031-366", "203105171", "20310-01-01",
             "+2031W20", "2031-05-17Z", "2031-Q5", "2031-Q1-91", "+1000000000-01-01", "2031-1-1x"});
    refused("localtime",
            {"", "24:00", "12:60", "12:00:60", "12:00:00.", "1:2:3.1234567890", "12:00Z", "12:"});
    refused("time", {"12:00+19", "12:00+18:01", "12:00+1:0", "12:00[Europe/Paris]", "12:00+01:00:00:00"});
    refused("datetime", {"2031-05-17T", "2031-05-17T12:00[Mars/Olympus]", "2031-05-17T12:00[Europe/Paris",
                         "2031-05-17T12:00+05:00[Europe/Paris]", "2031-05-17TT12", "2031-05-17T12:00[]"});
}

TEST_CASE("moments are made from components") {
    check_values(
        {{"localtime({hour: 7, minute: 5, second: 9, millisecond: 2})", "07:05:09.002"},
         {"localtime({hour: 7, minute: 5, second: 9, microsecond: 2500})", "07:05:09.0025"},
         {"localtime({hour: 7, minute: 5, second: 9, millisecond: 1, nanosecond: 20})", "07:05:09.00100002"},
         {"time({hour: 7, timezone: '-0330'})", "07:00-03:30"},
         {"localdatetime({year: 2031, quarter: 3})", "2031-07-01T00:00"},
         {"localdatetime({year: -999999999})", "-999999999-01-01T00:00"},
         {"datetime({year: 2031, ordinalDay: 137, hour: 9, timezone: 'Asia/Kathmandu'})",
          "2031-05-17T09:00+05:45[Asia/Kathmandu]"},
         {"datetime({epochSeconds: -1, nanosecond: 5})", "1969-12-31T23:59:59.000000005Z"},
         {"datetime({epochMillis: -1, timezone: '+02:00'})", "1970-01-01T01:59:59.999+02:00"},
         {"datetime.fromEpoch(10, -1)", "1970-01-01T00:00:09.999999999Z"},
         {"datetime.fromepochmillis(1500)", "1970-01-01T00:00:01.5Z"},
         {"date({year: 2031, month: null})", "null"},
         {"localdatetime(null)", "null"}});
    check_refused(
        {{"localtime({})", "{}"},
         {"localtime({minute: 5})", "{minute: 5}"},
         {"localtime({hour: 7, second: 5})", "{hour: 7, second: 5}"},
         {"localtime({hour: 24})", "{hour: 24}"},
         {"localtime({hour: 7, minute: 5, second: 9, millisecond: 1, microsecond: 1000})",
          "{hour: 7, minute: 5, second: 9, millisecond: 1, microsecond: 1000}"},
         {"localtime({hour: 7, timezone: '+01:00'})", "{hour: 7, timezone: '+01:00'}"},
         {"date({year: 2031, day: 5})", "{year: 2031, day: 5}"},
         {"date({year: 2031, month: 5, week: 5})", "{year: 2031, month: 5, week: 5}"},
         {"date({year: 2031, hour: 5})", "{year: 2031, hour: 5}"},
         {"date({year: 1000000000})", "{year: 1000000000}"},
         {"datetime({epochSeconds: 1, year: 1})", "{epochSeconds: 1, year: 1}"},
         {"datetime({epochSeconds: 99999999999999999})", "{epochSeconds: 99999999999999999}"},
         {"datetime({year: 2031, timezone: 'Europa/Paris'})", "{year: 2031, timezone: 'Europa/Paris'}"}});
    CHECK(evaluate("time(7)") == "TypeError/InvalidArgumentValue: 7");
    CHECK(evaluate("date(localtime('12:00'))") == "TypeError/InvalidArgumentValue: localtime('12:00')");
}

TEST_CASE("moments are selected from other moments") {
    check_values(
        {{"date(datetime('2031-05-17T23:30-05:00'))", "2031-05-17"},
         {"localtime(datetime('2031-05-17T23:30-05:00'))", "23:30"},
         {"time(datetime('2031-05-17T23:30[Europe/Paris]'))", "23:30+02:00"},
         {"datetime(date('2031-05-17'))", "2031-05-17T00:00Z"},
         {"localdatetime({date: date('2031-05-31'), month: 2, time: time('10:11+01:00'), minute: 5})",
          "2031-02-28T10:05"},
         {"date({date: date('2031-05-17'), dayOfWeek: 1})", "2031-05-12"},
         {"date({date: date('2032-02-29'), year: 2033})", "2033-02-28"},
         {"date({date: date('2031-05-17'), dayOfQuarter: 1})", "2031-04-01"},
         {"time({time: time('01:30+02:00'), timezone: 'Z'})", "23:30Z"},
         {"localtime({time: localtime('10:11:12.345'), microsecond: 6})", "10:11:12.000006"},
         // What the clocks of the other zone show at that instant, be it another day.
         {"datetime({date: date('2031-07-01'), time: time('23:00-05:00'), timezone: 'Asia/Kathmandu'})",
          "2031-07-02T09:45+05:45[Asia/Kathmandu]"},
         {"datetime({datetime: localdatetime('2031-07-01T10:00'), timezone: 'Asia/Kathmandu'})",
          "2031-07-01T10:00+05:45[Asia/Kathmandu]"}});
    const std::string both = "{datetime: datetime('2031-07-01'), date: date('2031-07-01')}";
    check_refused({{"datetime(" + both + ")", both}});
    CHECK(evaluate("date({date: localtime('10:00')})") ==
          "TypeError/InvalidArgumentType: {date: localtime('10:00')}");
}

TEST_CASE("named zones have their history, their gaps and their overlaps") {
    check_values({{"datetime('1985-12-31T12:00[Asia/Kathmandu]').offset", "'+05:30'"},
                  {"datetime('1986-01-02T12:00[Asia/Kathmandu]').offset", "'+05:45'"},
                  {"datetime('1800-01-01T12:00[Europe/Lisbon]').offsetSeconds", "-2205"},
                  // An hour that the clocks skip: on by what they skip.
                  {"datetime('2031-03-30T01:30[Europe/Lisbon]')", "2031-03-30T02:30+01:00[Europe/Lisbon]"},
                  {"datetime('2011-12-30T12:00[Pacific/Apia]')", "2011-12-31T12:00+14:00[Pacific/Apia]"},
                  // An hour that they show twice: the first, unless the offset is said.
                  {"datetime('2031-10-26T01:30[Europe/Lisbon]')", "2031-10-26T01:30+01:00[Europe/Lisbon]"},
                  {"datetime('2031-10-26T01:30Z[Europe/Lisbon]')", "2031-10-26T01:30Z[Europe/Lisbon]"},
                  {"datetime('2031-10-26T01:30Z[Europe/Lisbon]') + duration('PT1M')",
                   "2031-10-26T01:31Z[Europe/Lisbon]"},
                  {"datetime('2031-10-26T01:30Z[Europe/Lisbon]') + duration('P1D')",
                   "2031-10-27T01:30Z[Europe/Lisbon]"},
                  {"datetime('2031-10-25T01:30[Europe/Lisbon]') + duration('P1D')",
                   "2031-10-26T01:30+01:00[Europe/Lisbon]"},
                  {"datetime('2031-10-25T01:30[Europe/Lisbon]') + duration('PT25H')",
                   "2031-10-26T01:30Z[Europe/Lisbon]"},
                  {"datetime('2031-03-29T01:30[Europe/Lisbon]') + duration('P1D')",
                   "2031-03-30T02:30+01:00[Europe/Lisbon]"},
                  // The rules go on for ever.
                  {"datetime('2999-07-01T12:00[Europe/Lisbon]').offset", "'+01:00'"},
                  {"datetime('+999999999-07-01T12:00[Australia/Lord_Howe]').offset", "'+10:30'"},
                  {"datetime('+999999999-01-01T12:00[Australia/Lord_Howe]').offset", "'+11:00'"},
                  {"datetime({year: 2031, timezone: 'America/New York'}).timezone", "'America/New_York'"}});
}

TEST_CASE("moments are truncated") {
    check_values(
        {{"date.truncate('millennium', date('-0001-05-05'))", "-1000-01-01"},
         {"date.truncate('quarter', localdatetime('2031-05-17T10:00'), {dayOfWeek: 2})", "2031-04-01"},
         {"localtime.truncate('millisecond', localtime('10:11:12.123456789'), {microsecond: 7})",
          "10:11:12.123007"},
         {"localtime.truncate('microsecond', localtime('10:11:12.123456789'), {nanosecond: 7})",
          "10:11:12.123456007"},
         {"localtime.truncate('millisecond', localtime('10:11:12.123456789'), {millisecond: 7})",
          "10:11:12.007"},
         {"time.truncate('minute', time('10:11:12-03:30'))", "10:11-03:30"},
         {"datetime.truncate('month', datetime('2031-07-15T10:00[Europe/Lisbon]'), {month: 1})",
          "2031-01-01T00:00Z[Europe/Lisbon]"},
         {"datetime.truncate('hour', date('2031-07-15'), {timezone: '-03:30'})", "2031-07-15T00:00-03:30"},
         {"localdatetime.truncate('day', localdatetime.statement()) <= localdatetime()", "true"},
         {"date.truncate('day')= date()", "true"}});
    check_refused({{"time.truncate('week', time('10:00'))", "'week'"},
                   {"date.truncate('fortnight', date('2031-05-17'))", "'fortnight'"},
                   {"localtime.truncate('millisecond', localtime('10:00'), {nanosecond: 1000000})",
                    "{nanosecond: 1000000}"},
                   {"date.truncate('year', date('2031-05-17'), {hour: 1})", "{hour: 1}"}});
    CHECK(evaluate("localtime.truncate('hour', date('2031-05-17'))") ==
          "TypeError/InvalidArgumentValue: date('2031-05-17')");
}

TEST_CASE("the parts of moments") {
    check_values({{"localdatetime('2027-01-02T10:11:12.123456789').week", "53"},
                  {"localdatetime('2027-01-02T10:11:12.123456789').weekYear", "2026"},
                  {"localdatetime('2027-01-02T10:11:12.123456789').microsecond", "123456"},
                  {"time('10:11-03:30').offsetMinutes", "-210"},
                  {"time('10:11Z').timezone", "'Z'"},
                  {"datetime('1969-12-31T23:59:59.999Z').epochMillis", "-1"},
                  {"datetime('1969-12-31T23:59:59.999Z').epochSeconds", "-1"},
                  {"datetime('2031-05-17T10:00[Europe/Lisbon]')['timezone']", "'Europe/Lisbon'"},
                  {"date('-999999999-01-01').weekYear", "-999999999"},
                  {"date('+999999999-12-31').ordinalDay", "365"}});
    check_refused({{"date('2031-05-17').hour", "date('2031-05-17').hour"},
                   {"localtime('10:00').offset", "localtime('10:00').offset"}});
    CHECK(evaluate("datetime('+999999999-12-31').epochMillis") ==
          "ArithmeticError/IntegerOverflow: datetime('+999999999-12-31').epochMillis");
}

TEST_CASE("the clocks of one statement agree") {
    check_values({{"datetime() = datetime.transaction()", "true"},
                  {"datetime.statement('Asia/Kathmandu').epochMillis = timestamp()", "true"},
                  {"time.statement('Asia/Kathmandu').offset", "'+05:45'"},
                  {"localdatetime({timezone: '+01:00'}) = localdatetime() + duration('PT1H')", "true"},
                  {"datetime().epochMillis = timestamp()", "true"},
                  {"datetime.realtime() >= datetime()", "true"},
                  {"datetime(null)", "null"},
                  {"localtime.realtime(null)", "null"},
                  {"[x IN [1, 2] | toString(datetime())][0] = toString(datetime())", "true"}});
    check_refused({{"date.statement('Nowhere/Land')", "'Nowhere/Land'"}});
}
