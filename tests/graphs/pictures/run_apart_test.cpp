// Work in a process of its own: what it gives, and that it can be ended.
#include "graphs/pictures/run_apart.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <thread>

using namespace hearsay::graphs;
using namespace std::chrono_literals;

namespace {

std::string for_ever() {
    while (true) pause();
}

}  // namespace

TEST_CASE("work apart gives its result, large or empty, and changes nothing here") {
    int here = 0;
    const auto small = run_apart(
        [&here] {
            here = 7;
            return std::string("done");
        },
        std::nullopt, nullptr);
    REQUIRE(small.has_value());
    CHECK(*small == "done");
    CHECK(here == 0);
    const auto large = run_apart([] { return std::string(3'000'000, 'x'); }, 60s, nullptr);
    REQUIRE(large.has_value());
    CHECK(*large == std::string(3'000'000, 'x'));
    CHECK(**run_apart([] { return std::string(); }, std::nullopt, nullptr) == "");
}

TEST_CASE("work apart that never ends is ended") {
    const auto impatient = run_apart(for_ever, 30ms, nullptr);
    REQUIRE(impatient.has_value());
    CHECK_FALSE(impatient->has_value());
    std::atomic<bool> interrupt{false};
    std::thread later([&interrupt] {
        std::this_thread::sleep_for(60ms);
        interrupt = true;
    });
    const auto interrupted = run_apart(for_ever, std::nullopt, &interrupt);
    later.join();
    REQUIRE_FALSE(interrupted);
    CHECK(interrupted.error().reason == "interrupted");
}

TEST_CASE("work apart that dies is an error here") {
    const auto killed = run_apart(
        []() -> std::string {
            raise(SIGKILL);
            return "";
        },
        std::nullopt, nullptr);
    REQUIRE_FALSE(killed);
    CHECK(killed.error().reason == "ended by signal 9");
    const auto starved = run_apart([]() -> std::string { throw std::bad_alloc(); }, std::nullopt, nullptr);
    REQUIRE_FALSE(starved);
    CHECK(starved.error().reason == "there is not enough memory");
}
