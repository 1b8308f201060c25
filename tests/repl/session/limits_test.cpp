// --timeout, --max-memory, --max-rows and their commands.
#include "repl/session/limits.hpp"

#include <catch2/catch.hpp>
#include <thread>

#include "engine/query/running/heap.hpp"
#include "repl/command_line/command_line.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/session/limit_watch.hpp"

using namespace hearsay;
using namespace hearsay::repl;
using namespace std::chrono_literals;

TEST_CASE("a time limit is in seconds, or has a unit") {
    CHECK(*time_limit_from("2") == 2s);
    CHECK(*time_limit_from("0.5") == 500ms);
    CHECK(*time_limit_from("500ms") == 500ms);
    CHECK(*time_limit_from("2s") == 2s);
    CHECK(*time_limit_from("5m") == 5min);
    CHECK(*time_limit_from("1h") == 1h);
    CHECK(*time_limit_from("off") == std::nullopt);
    for (const char* wrong : {"", "0", "-1", "two", "2 s", "1e9", "5d", "nan", "inf", "99999999999999"}) {
        INFO(wrong);
        const auto limit = time_limit_from(wrong);
        REQUIRE_FALSE(limit);
        CHECK(limit.error().reason.find("500ms") != std::string::npos);
    }
}

TEST_CASE("a memory limit is in bytes, or has a unit of 1,024s") {
    CHECK(*memory_limit_from("1000") == 1000);
    CHECK(*memory_limit_from("64k") == 64 * 1024);
    CHECK(*memory_limit_from("512M") == std::size_t{512} << 20);
    CHECK(*memory_limit_from("1.5GiB") == std::size_t{3} << 29);
    CHECK(*memory_limit_from("off") == std::nullopt);
    for (const char* wrong : {"", "0", "-5M", "much", "5X", "M", "99999999999999999999"}) {
        INFO(wrong);
        const auto limit = memory_limit_from(wrong);
        REQUIRE_FALSE(limit);
        CHECK(limit.error().reason.find("512M") != std::string::npos);
    }
}

TEST_CASE("a row limit is a number from 1") {
    CHECK(*row_limit_from("1") == 1);
    CHECK(*row_limit_from("off") == std::nullopt);
    for (const char* wrong : {"", "0", "-5", "2.5", "many", "99999999999999999999"}) {
        INFO(wrong);
        CHECK_FALSE(row_limit_from(wrong));
    }
}

TEST_CASE("memory is bounded without a choice, and as chosen with one") {
    ChosenLimits limits;
    CHECK(limits.now().memory > engine::machine_memory() / 32);
    CHECK(limits.now().memory <= engine::machine_memory() / 4 * 3);
    CHECK_FALSE(limits.now().time);
    CHECK_FALSE(limits.now().rows);
    limits.memory_chosen = true;
    CHECK_FALSE(limits.now().memory);
    limits.memory = 1000;
    CHECK(limits.now().memory == 1000);
}

TEST_CASE("a limit of time or memory ends work that looks at Ctrl-C alone") {
    const auto until_stopped = [](const auto& step) {
        const auto begin = std::chrono::steady_clock::now();
        while (!interrupted() && std::chrono::steady_clock::now() - begin < 60s) step();
        return interrupted().load();
    };
    const auto rest = [] { std::this_thread::sleep_for(1ms); };
    {
        LimitWatch watch({50ms, std::nullopt, std::nullopt});
        CHECK(until_stopped(rest));
        CHECK(watch.ended() ==
              "it takes more than 50 ms; `--timeout` and `:timeout` set how long it may take");
        CHECK_FALSE(interrupted());
    }
    {
        std::vector<std::string> held;
        LimitWatch watch({60s, std::size_t{8} << 20, std::nullopt});
        CHECK(until_stopped([&] {
            if (held.size() < 1000) held.emplace_back(1 << 20, 'x');
            rest();
        }));
        CHECK(watch.ended()->find("it needs more than 8 MiB of memory") == 0);
    }
    {
        LimitWatch watch({60s, std::nullopt, std::nullopt});
        CHECK_FALSE(watch.ended());
    }
    {
        LimitWatch watch({60s, std::nullopt, std::nullopt});
        interrupted() = true;
        CHECK(watch.ended() == LimitWatch::by_interrupt);
    }
    {
        LimitWatch watch({1ms, std::nullopt, std::nullopt});
        CHECK(until_stopped(rest));
    }
    CHECK_FALSE(interrupted());  // what comes next is not stopped for it
}

TEST_CASE("import takes limits of time and memory") {
    const char* arguments[] = {"hearsay", "import", "g", "tables", "--timeout", "2", "--max-memory", "1G"};
    const auto parsed = parse_command_line(8, arguments);
    REQUIRE(std::holds_alternative<Invocation>(parsed));
    CHECK(std::get<Invocation>(parsed).limits.now().time == 2s);
    CHECK(std::get<Invocation>(parsed).limits.now().memory == std::size_t{1} << 30);
    for (const char* option : {"--timeout", "--max-memory"})
        CHECK(command_line_help("import").find(option) != std::string::npos);
}

TEST_CASE("load and extract take limits") {
    const std::vector<std::vector<const char*>> commands = {{"load", "g", "a.txt"}, {"extract"}};
    for (auto arguments : commands) {
        INFO(arguments.front());
        arguments.insert(arguments.begin(), "hearsay");
        const auto parsed = [](const std::vector<const char*>& all) {
            return parse_command_line(static_cast<int>(all.size()), all.data());
        };
        const auto plain = parsed(arguments);
        REQUIRE(std::holds_alternative<Invocation>(plain));
        const engine::ReadingLimits usual = std::get<Invocation>(plain).limits.reading_now();
        CHECK(usual.article == std::size_t{64} << 20);
        CHECK(usual.memory.has_value());
        CHECK_FALSE(usual.time);
        for (const char* each : {"--timeout", "2", "--max-memory", "1G", "--max-article", "2M"})
            arguments.push_back(each);
        const auto limited = parsed(arguments);
        REQUIRE(std::holds_alternative<Invocation>(limited));
        const engine::ReadingLimits limits = std::get<Invocation>(limited).limits.reading_now();
        CHECK(limits.article == std::size_t{2} << 20);
        CHECK(limits.memory == std::size_t{1} << 30);
        CHECK(limits.time == 2s);
        for (const char* option : {"--timeout", "--max-memory", "--max-article"}) {
            auto bad = arguments;
            bad.push_back(option);
            bad.push_back("soon");
            CHECK(std::holds_alternative<Ending>(parsed(bad)));
            CHECK(command_line_help(arguments[1]).find(option) != std::string::npos);
        }
    }
}

TEST_CASE("query, run, export and the prompt take limits") {
    const auto parsed = [](std::vector<const char*> arguments) {
        arguments.insert(arguments.begin(), "hearsay");
        return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
    };
    const std::vector<std::vector<const char*>> commands = {
        {"query", "g", "RETURN 1"}, {"run", "g", "s"}, {"export", "g", "-o", "x.svg"}, {"g"}};
    for (auto arguments : commands) {
        INFO(arguments.front());
        auto bad = arguments;
        for (const char* each : {"--timeout", "2", "--max-memory", "1G", "--max-rows", "7"})
            arguments.push_back(each);
        const auto good = parsed(arguments);
        REQUIRE(std::holds_alternative<Invocation>(good));
        const engine::Limits limits = std::get<Invocation>(good).limits.now();
        CHECK(limits.time == 2s);
        CHECK(limits.memory == std::size_t{1} << 30);
        CHECK(limits.rows == 7);
        bad.push_back("--timeout");
        bad.push_back("soon");
        const auto ending = parsed(bad);
        REQUIRE(std::holds_alternative<Ending>(ending));
        CHECK(std::get<Ending>(ending).status == 2);
        CHECK(std::get<Ending>(ending).text.find("--timeout takes") != std::string::npos);
    }
    for (const char* name : {"query", "run", "export", ""})
        for (const char* option : {"--timeout", "--max-memory", "--max-rows"}) {
            INFO(name << " " << option);
            CHECK(command_line_help(name).find(option) != std::string::npos);
        }
}
