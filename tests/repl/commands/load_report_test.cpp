#include "repl/commands/load_report.hpp"

#include <catch2/catch.hpp>

using namespace hearsay;
using namespace hearsay::repl;

TEST_CASE("the summary counts what is new and names what is not") {
    engine::LoadSummary summary;
    summary.articles = 1;
    summary.statements = 2345;
    summary.claims = 2;
    summary.denials = 1;
    summary.seconds = 0.4567;
    CHECK(summary_text(summary, true) ==
          "1 article, 2,345 statements, 2 claims, 1 denial, 0 parties, 0 places, 0.46 s\n");
    summary.duplicates = 1;
    summary.failed = 3;
    const std::string text = summary_text(summary, false);
    CHECK(text.find(" s\n") == std::string::npos);
    CHECK_THAT(text,
               Catch::Matchers::Contains("\n1 article was loaded before\n3 inputs could not be read\n"));
}

TEST_CASE("the bar fits its window") {
    CHECK(bar_text(0, 100, 0, 0, 79) == "[----------------------------------------]   0%  0 articles");
    CHECK(bar_text(50, 100, 12, 2, 79) ==
          "[####################--------------------]  50%  12 articles  6/s");
    CHECK(bar_text(100, 100, 12, 2, 79).find('-') == std::string::npos);
    CHECK(bar_text(0, 0, 0, 0, 79).find("  0%") != std::string::npos);
    for (std::size_t width = 1; width < 100; ++width)
        CHECK(bar_text(33, 100, 1234567, 100, width).size() <= width);
}
