#include "engine/articles/metadata/dates.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace hearsay;
using namespace hearsay::engine;

namespace {

std::string whole(const std::string& text, DayOrder order = DayOrder::MonthFirst) {
    const auto date = parse_written_date(text, order);
    return date ? graphs::to_string(*date) : "none";
}

std::string first(const std::string& text, DayOrder order = DayOrder::MonthFirst) {
    const auto date = find_date(text, 0, order);
    if (!date) return "none";
    return graphs::to_string(date->date) + (date->ambiguous ? "?" : "") + " in '" +
           text.substr(date->span.begin, date->span.end - date->span.begin) + "'";
}

}  // namespace

TEST_CASE("whole texts that are dates") {
    for (const char* text :
         {"2024-03-05", " 2024-03-05T23:59:59+02:00 ", "2024/3/5", "20240305", "March 5, 2024",
          "Mar. 5th 2024", "5 March 2024", "5th of March, 2024", "05-Mar-2024",
          "Tue, 5 Mar 2024 10:00:00 GMT", "Tuesday, March 5, 2024 at 4:15 p.m. EST",
          "2024-03-05 04:15:00.000Z", "05.03.2024"}) {
        INFO(text);
        CHECK(whole(text) == "2024-03-05");
    }
    CHECK(whole("2024-03") == "2024-03-01");
    CHECK(whole("2024") == "2024-01-01");
    CHECK(whole("2024-02-29") == "2024-02-29");
}

TEST_CASE("texts that are no dates") {
    for (const char* text :
         {"", "soon", "2023-02-29", "2024-13-01", "31/31/2024", "March 2024 edition", "on Tuesday", "12",
          "5 March", "1834-01-02", "2024-03-05 was a Tuesday", "Smarch 5, 2024", "2024-03-05-06"}) {
        INFO(text);
        CHECK(whole(text) == "none");
    }
}

TEST_CASE("the order of day and month") {
    CHECK(first("3/4/2024") == "2024-03-04? in '3/4/2024'");
    CHECK(first("3/4/2024", DayOrder::DayFirst) == "2024-04-03? in '3/4/2024'");
    CHECK(first("13/4/2024") == "2024-04-13 in '13/4/2024'");
    CHECK(first("4/13/2024", DayOrder::DayFirst) == "2024-04-13 in '4/13/2024'");
    CHECK(first("5/5/2024") == "2024-05-05 in '5/5/2024'");
    CHECK(first("3.4.2024") == "2024-04-03 in '3.4.2024'");
}

TEST_CASE("dates inside lines") {
    CHECK(first("by Ada Kern April 2, 2024 3:59 AM 2 min read") == "2024-04-02 in 'April 2, 2024'");
    CHECK(first("Posted Wed, 04/17/2024 - 04:15") == "2024-04-17 in '04/17/2024'");
    CHECK(first("https://velk.example/2024/04/02/mill") == "2024-04-02 in '2024/04/02'");
    CHECK(first("October 9, 2013updated 10 Oct 2013") == "2013-10-09 in 'October 9, 2013'");
    CHECK(first("on Jan. 7 and again, in 2023") == "none");
    CHECK(first("article 120240305 of 9") == "none");
}
