#include "tests/faults/made_up.hpp"

#include <array>

namespace hearsay::faults {
namespace {

constexpr std::array people = {"Mara Voss", "Jorin Pell", "Osk Brandt", "Lena Dorn", "Tam Weller"};
constexpr std::array roles = {"the harbour master", "a miller", "the mayor", "a nurse", "the ferryman"};
constexpr std::array places = {"Quellhaven", "Ostermark", "Dunmere"};

template <class List>
std::string pick(const List& list, std::size_t number) {
    return list[number % list.size()];
}

}  // namespace

std::string article_line(std::size_t number) {
    const std::string n = std::to_string(number);
    std::string text = "Bridge " + n + " is closed, " + pick(people, number) + ", " +
                       pick(roles, number / 3) + " of " + pick(places, number) + ", said on Friday.";
    if (number % 2 == 1) text += " " + pick(people, number + 1) + " denied that bridge " + n + " is closed.";
    if (number % 5 == 4)
        text += " \\\"Nobody told us about bridge " + n + ",\\\" said " + pick(people, number + 2) + ".";
    return "{\"id\": \"report-" + n + "\", \"title\": \"Bridge " + n + "\", \"outlet\": \"The " +
           pick(places, number / 2) + " Post\", \"published\": \"2024-03-" +
           std::to_string(10 + number % 20) + "\", \"text\": \"" + text + "\"}\n";
}

std::string article_lines(std::size_t count) {
    std::string lines;
    for (std::size_t number = 0; number < count; ++number) lines += article_line(number);
    return lines;
}

std::string node_table(std::size_t rows, const std::string& mark) {
    std::string table = "id,number,text,when:date\n";
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string n = std::to_string(row);
        table += mark + n + "," + n + ",row " + n + " of " + mark + ",2024-05-" +
                 std::to_string(10 + row % 20) + "\n";
    }
    return table;
}

std::string edge_table(std::size_t rows, const std::string& mark) {
    std::string table = "from,to,weight:float\n";
    for (std::size_t row = 1; row < rows; ++row)
        table += mark + std::to_string(row - 1) + "," + mark + std::to_string(row) + "," +
                 std::to_string(row) + ".5\n";
    return table;
}

}  // namespace hearsay::faults
