#include "engine/words/romanisation.hpp"

#include <catch2/catch.hpp>

using hearsay::engine::romanisation_key;

TEST_CASE("romanisations of one name share a key") {
    const auto [one, other] = GENERATE(table<std::string, std::string>({
        {"Andriy", "Andrii"},    {"Andrij", "ANDRIY"},           {"Kyiv", "Kiev"},
        {"Tyotkino", "Tetkino"}, {"Tyotkino", "T\xC3\xABtkino"}, {"Fyodor Alyokhin", "Fedor Alekhin"},
        {"Yevgeny", "Evgeniy"},  {"Ievhenii", "Yevhenii"},       {"Dmitriev", "Dmitriyev"},
        {"Belyaev", "Beliayev"}, {"Zelensky", "Zelenskyy"},      {"Zelenskyi", "Zelenskiy"},
        {"Yulia", "Iuliia"},     {"Yuliya", "Yulija"},           {"Aleksei", "Alexey"},
        {"Sergei", "Sergej"},    {"Kharkiv", "Harkiv"},          {"Smirnoff", "Smirnov"},
        {"Wagner", "Vagner"},    {"Shcherbakov", "Scherbakov"},  {"Tat'yana", "Tatiana"},
        {"Gennady", "Genadii"},  {"Maiorov", "Mayorov"},
    }));
    CHECK(romanisation_key(one) == romanisation_key(other));
}

TEST_CASE("different names keep different keys") {
    const auto [one, other] = GENERATE(table<std::string, std::string>({
        {"Bell", "Bill"},
        {"Jeff", "Eff"},
        {"Hill", "Gill"},
        {"Ivanov", "Ivanova"},
        {"Marion", "Maren"},
        {"Olga", "Oleg"},
        {"Anna Bor", "Annabor"},
        {"Petrov", "Petrova"},
    }));
    CHECK(romanisation_key(one) != romanisation_key(other));
}

TEST_CASE("a key of nothing is empty") {
    CHECK(romanisation_key("").empty());
    CHECK(romanisation_key(" - ").empty());
    CHECK(romanisation_key("ff") == "f");
}
