#include "graphs/csv/import/edge_ends.hpp"

#include "graphs/csv/cells/type.hpp"

namespace hearsay::graphs::csv {
namespace {

constexpr std::size_t most_digits = 9;  // of a number that surely fits

// The number that the text is, if it is written as one of up to nine digits.
bool read_short_number(std::string_view text, std::uint32_t& number) {
    if (text.empty() || text.size() > most_digits || (text.front() == '0' && text.size() > 1)) return false;
    number = 0;
    for (const char c : text) {
        const auto digit = static_cast<unsigned>(c - '0');
        if (digit > 9) return false;
        number = number * 10 + digit;
    }
    return true;
}

}  // namespace

std::string EdgeEnds::put(std::uint64_t row, const Field& cell) {
    if (row >= ids_.size()) ids_.resize(row + 1);
    std::uint32_t number = 0;
    if (read_short_number(cell.text, number)) {
        ids_[row] = number;
        return {};
    }
    if (cell.missing()) return "is missing";
    if (!is_utf8(cell.text)) return "is not UTF-8";
    const bool bare = trimmed(cell.text).size() == cell.text.size();
    const auto whole = bare ? read_integer(cell.text) : std::nullopt;
    if (whole && *whole >= 0 && *whole < is_text)
        ids_[row] = static_cast<std::uint32_t>(*whole);
    else
        ids_[row] = is_text + texts_.intern(cell.text).value;
    return {};
}

}  // namespace hearsay::graphs::csv
