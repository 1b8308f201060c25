#include "engine/articles/loading/in_order.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace hearsay::engine;

namespace {

// Makes later items finish sooner than earlier ones.
void dawdle(int number) {
    std::this_thread::sleep_for(std::chrono::microseconds(number % 7 == 0 ? 900 : 50));
}

std::vector<int> up_to(int end) {
    std::vector<int> numbers;
    for (int i = 0; i < end; ++i) numbers.push_back(i);
    return numbers;
}

}  // namespace

TEST_CASE("results come in the order of the giving, from the thread that gives") {
    const auto threads = GENERATE(1u, 2u, 3u, 8u);
    const auto giver = std::this_thread::get_id();
    std::vector<int> taken;
    bool all_worked_on = true, only_here = true;
    struct Item {
        int number;
        bool worked_on = false;
    };
    InOrder<Item> order(
        threads, {},
        [](Item& item) {
            dawdle(item.number);
            item.worked_on = true;
        },
        [&](Item& item) {
            taken.push_back(item.number);
            all_worked_on = all_worked_on && item.worked_on == (item.number % 5 != 3);
            only_here = only_here && std::this_thread::get_id() == giver;
            return true;
        });
    for (const int i : up_to(500)) CHECK((i % 5 == 3 ? order.pass({i}) : order.put({i})));
    CHECK(order.finish());
    CHECK(taken == up_to(500));
    CHECK(all_worked_on);
    CHECK(only_here);
    CHECK(order.put({500}));  // after `finish` it goes on
    CHECK(order.finish());
    CHECK(taken.size() == 501);
}

TEST_CASE("one thread takes each item before the next is given") {
    int taken = 0;
    InOrder<int> order(
        1, {}, [](int& number) { number *= 2; }, [&](int& number) { return number == 2 * taken++; });
    for (const int i : up_to(10)) {
        REQUIRE(order.put(i));
        CHECK(taken == i + 1);
    }
}

TEST_CASE("no more than the limits is under way") {
    const auto threads = GENERATE(2u, 4u);
    std::size_t given = 0, taken = 0, most = 0, weight = 0, most_weight = 0;
    struct Item {
        int number;
        std::size_t weight;
    };
    InOrder<Item> order(
        threads, {10, 25}, [](Item& item) { dawdle(item.number); },
        [&](Item& item) {
            ++taken;
            weight -= item.weight;
            return true;
        });
    for (const int i : up_to(300)) {
        const std::size_t heavy = i == 100 ? 1000 : i < 150 ? 1 : 7;
        REQUIRE(order.put({i, heavy}, heavy));
        weight += heavy;
        most = std::max(most, ++given - taken);
        if (heavy != 1000 && weight < 1000) most_weight = std::max(most_weight, weight);
        if (i == 100) CHECK(given - taken <= 1);  // let in, but alone
    }
    CHECK(order.finish());
    CHECK(taken == 300);
    CHECK(most <= 10);
    CHECK(most >= threads);
    CHECK(most_weight <= 25);
}

TEST_CASE("the thread that gives works too, and all of them at the same time") {
    // Each item waits for another one: with fewer than two at work this would never end.
    std::atomic<int> inside{0}, met{0};
    InOrder<int> order(
        2, {},
        [&](int&) {
            ++inside;
            while (inside < 2 && met == 0) std::this_thread::yield();
            met = 1;
            --inside;
        },
        [](int&) { return true; });
    for (const int i : up_to(2)) order.put(i);
    CHECK(order.finish());
    CHECK(met == 1);
}

TEST_CASE("what the work throws comes out when its turn has come") {
    const auto threads = GENERATE(1u, 2u, 4u);
    std::vector<int> taken;
    InOrder<int> order(
        threads, {},
        [](int& number) {
            dawdle(number);
            if (number >= 40) throw std::runtime_error("item " + std::to_string(number));
        },
        [&](int& number) {
            taken.push_back(number);
            return true;
        });
    std::string said;
    try {
        for (const int i : up_to(100)) order.put(i);
        order.finish();
    } catch (const std::runtime_error& error) {
        said = error.what();
    }
    CHECK(said == "item 40");
    CHECK(taken == up_to(40));
    CHECK_FALSE(order.put(101));  // the rest is dropped
    CHECK_FALSE(order.finish());
    CHECK(taken.size() == 40);
}

TEST_CASE("what the taking throws comes out as well and ends it") {
    InOrder<int> order(
        3, {}, [](int&) {},
        [](int& number) -> bool { return number < 5 ? true : throw std::runtime_error("full"); });
    CHECK_THROWS_WITH(
        [&] {
            for (const int i : up_to(50)) order.put(i);
            order.finish();
        }(),
        "full");
    CHECK_FALSE(order.put(1));
}

TEST_CASE("a no from the taking stops it early") {
    const auto threads = GENERATE(1u, 2u, 4u);
    std::vector<int> taken;
    std::atomic<int> worked_on{0};
    InOrder<int> order(
        threads, {8, 1000}, [&](int&) { ++worked_on; },
        [&](int& number) {
            taken.push_back(number);
            return number < 20;
        });
    int given = 0;
    while (given < 1000 && order.put(given)) ++given;
    CHECK_FALSE(order.finish());
    CHECK(taken == up_to(21));
    CHECK(given < 30);
    CHECK(worked_on <= given + 1);
}

TEST_CASE("what was not taken is dropped and freed at the end") {
    const auto token = std::make_shared<int>(0);
    std::atomic<int> worked_on{0};
    int taken = 0;
    {
        InOrder<std::shared_ptr<int>> order(
            3, {},
            [&](std::shared_ptr<int>&) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                ++worked_on;
            },
            [&](std::shared_ptr<int>&) {
                ++taken;
                return true;
            });
        for (int i = 0; i < 50; ++i) order.put(token);
    }
    CHECK(token.use_count() == 1);
    CHECK(worked_on < 50);
    CHECK(taken < 50);
}
