#include "graphs/values/temporal/temporal.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "graphs/values/value.hpp"

using namespace hearsay::graphs;

namespace {

constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

constexpr std::int64_t clock(int hour, int minute, int second, std::int64_t nanosecond = 0) {
    return (hour * 3600 + minute * 60 + second) * nanoseconds_per_second + nanosecond;
}

}  // namespace

TEST_CASE("dates are written in ISO 8601", "[temporal]") {
    CHECK(to_string(Date{0}) == "1970-01-01");
    CHECK(to_string(Date{-1}) == "1969-12-31");
    CHECK(to_string(date_from(2024, 2, 29)) == "2024-02-29");
    CHECK(to_string(date_from(-44, 3, 15)) == "-0044-03-15");
    CHECK(to_string(date_from(0, 1, 1)) == "0000-01-01");
    CHECK(to_string(date_from(12345, 1, 1)) == "+12345-01-01");
    CHECK(to_string(Date{greatest}).substr(0, 8) == "+2525273");
    CHECK(to_string(Date{least}).substr(0, 8) == "-2525273");
}

TEST_CASE("a day of the year is found again for each day of 4000 years", "[temporal]") {
    Date day = date_from(-1000, 1, 1);
    for (int year = -1000; year < 3000; ++year) {
        for (const unsigned month : {1U, 2U, 3U, 12U}) {
            const Date first = date_from(year, month, 1);
            REQUIRE(first >= day);
            const std::string text = to_string(first);
            REQUIRE(text.substr(text.size() - 5) == (month < 10 ? "0" : "") + std::to_string(month) + "-01");
            REQUIRE(std::stoi(text) == year);
            day = first;
        }
    }
}

TEST_CASE("times leave out what is zero at their end", "[temporal]") {
    CHECK(to_string(LocalTime{0}) == "00:00");
    CHECK(to_string(LocalTime{clock(7, 5, 0)}) == "07:05");
    CHECK(to_string(LocalTime{clock(7, 5, 9)}) == "07:05:09");
    CHECK(to_string(LocalTime{clock(7, 5, 0, 1)}) == "07:05:00.000000001");
    CHECK(to_string(LocalTime{clock(7, 5, 0, 500'000'000)}) == "07:05:00.5");
    CHECK(to_string(LocalTime{clock(23, 59, 59, 999'999'000)}) == "23:59:59.999999");
}

TEST_CASE("offsets are written as Z, hours and minutes, and seconds if there are any", "[temporal]") {
    CHECK(to_string(Time{clock(7, 5, 0), 0}) == "07:05Z");
    CHECK(to_string(Time{clock(7, 5, 0), 5 * 3600 + 45 * 60}) == "07:05+05:45");
    CHECK(to_string(Time{clock(7, 5, 0), -(3 * 3600 + 30 * 60)}) == "07:05-03:30");
    CHECK(to_string(Time{clock(7, 5, 0), -59}) == "07:05-00:00:59");
    CHECK(to_string(Time{clock(7, 5, 0), 4772}) == "07:05+01:19:32");
    CHECK(to_string(Time{clock(7, 5, 0), 64'800}) == "07:05+18:00");
}

TEST_CASE("instants are written by the clock at their offset", "[temporal]") {
    CHECK(to_string(LocalDateTime{0, 0}) == "1970-01-01T00:00");
    CHECK(to_string(LocalDateTime{-1, 250'000'000}) == "1969-12-31T23:59:59.25");
    CHECK(to_string(DateTime{0, 0, 0, ""}) == "1970-01-01T00:00Z");
    CHECK(to_string(DateTime{0, 0, -3600, ""}) == "1969-12-31T23:00-01:00");
    CHECK(to_string(DateTime{86'399, 0, 3600, ""}) == "1970-01-02T00:59:59+01:00");
    CHECK(to_string(DateTime{0, 7, 3600, "Africa/Lagos"}) ==
          "1970-01-01T01:00:00.000000007+01:00[Africa/Lagos]");
    CHECK(to_string(DateTime{0, 0, 0, "Etc/UTC"}) == "1970-01-01T00:00Z[Etc/UTC]");
    CHECK(to_string(LocalDateTime{date_from(12'000, 5, 6).days * seconds_per_day, 0}) ==
          "+12000-05-06T00:00");
    // No number of seconds is too large.
    CHECK(to_string(DateTime{greatest, 0, 64'800, ""}) == "+292277026596-12-05T09:30:07+18:00");
    CHECK(to_string(DateTime{least, 0, -64'800, ""}) == "-292277022657-01-26T14:29:52-18:00");
}

TEST_CASE("durations are written part by part, each with its sign", "[temporal]") {
    CHECK(to_string(Duration{}) == "PT0S");
    CHECK(to_string(Duration{14, 10, 2 * 3600 + 3 * 60 + 4, 500'000'000}) == "P1Y2M10DT2H3M4.5S");
    CHECK(to_string(Duration{-14, 0, 0, 0}) == "P-1Y-2M");
    CHECK(to_string(Duration{0, -3, 3600, 0}) == "P-3DT1H");
    CHECK(to_string(Duration{12, 0, 0, 0}) == "P1Y");
    CHECK(to_string(Duration{0, 0, 60, 0}) == "PT1M");
    CHECK(to_string(Duration{0, 0, 0, 30}) == "PT0.00000003S");
    CHECK(to_string(Duration{0, 0, -1, 500'000'000}) == "PT-0.5S");
    CHECK(to_string(Duration{0, 0, -2, 500'000'000}) == "PT-1.5S");
    CHECK(to_string(Duration{0, 0, -60, 1}) == "PT-59.999999999S");
    CHECK(to_string(Duration{0, 0, -61, 999'000'000}) == "PT-1M-0.001S");
    CHECK(to_string(Duration{0, 0, -3661, 0}) == "PT-1H-1M-1S");
    CHECK(to_string(Duration{greatest, greatest, greatest, 0}) ==
          "P768614336404564650Y7M9223372036854775807DT2562047788015215H30M7S");
    CHECK(to_string(Duration{least, least, least, 0}) ==
          "P-768614336404564650Y-8M-9223372036854775808DT-2562047788015215H-30M-8S");
    CHECK(to_string(Duration{0, 0, least, 1}) == "PT-2562047788015215H-30M-7.999999999S");
}

TEST_CASE("ranges are checked", "[temporal]") {
    CHECK(is_valid(LocalTime{nanoseconds_per_day - 1}));
    CHECK_FALSE(is_valid(LocalTime{nanoseconds_per_day}));
    CHECK_FALSE(is_valid(LocalTime{-1}));
    CHECK(is_valid(Time{0, -furthest_offset}));
    CHECK_FALSE(is_valid(Time{0, furthest_offset + 1}));
    CHECK_FALSE(is_valid(LocalDateTime{0, 1'000'000'000}));
    CHECK_FALSE(is_valid(Duration{0, 0, 0, -1}));
    CHECK(is_valid(DateTime{0, 0, 0, "America/Argentina/Buenos_Aires"}));
    CHECK(is_valid(DateTime{0, 0, 0, "Etc/GMT+5"}));
    CHECK_FALSE(is_valid(DateTime{0, 0, 0, "Europe/Paris]"}));
    CHECK_FALSE(is_valid(DateTime{0, 0, 0, std::string(longest_zone_name + 1, 'a')}));
    CHECK_FALSE(is_valid(DateTime{0, 0, -furthest_offset - 1, ""}));
}

TEST_CASE("values give back the temporal content that they were made of", "[temporal]") {
    const DateTime instant{-7, 3, 3600, "Africa/Lagos"};
    Value value(instant);
    const Value copy = value;
    value = Duration{1, -2, 3, 4};
    CHECK(copy.date_time() == instant);
    CHECK(value.duration() == Duration{1, -2, 3, 4});
    CHECK(Value(LocalTime{5}).local_time() == LocalTime{5});
    CHECK(Value(Time{5, 60}).time() == Time{5, 60});
    CHECK(Value(LocalDateTime{5, 6}).local_date_time() == LocalDateTime{5, 6});
    for (const Value& v :
         {Value(Date{1}), Value(LocalTime{5}), Value(Time{5, 60}), Value(LocalDateTime{5, 6}), copy, value}) {
        CHECK(v.is_temporal());
    }
    for (const Value& v : {Value(), Value(1), Value("P1D"), Value(Path{{VertexId{0}}, {}}), Value(EdgeId{0})})
        CHECK_FALSE(v.is_temporal());
    CHECK(temporal_text(Value(Date{0})) == "1970-01-01");
    CHECK(temporal_text(value) == "P1M-2DT3.000000004S");
}
