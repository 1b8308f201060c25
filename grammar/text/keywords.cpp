#include "grammar/text/keywords.hpp"

#include <algorithm>

namespace hearsay::grammar {

namespace {

constexpr std::size_t longest_keyword = 20;

template <std::size_t Size>
bool stands_in(std::string_view word, const std::array<std::string_view, Size>& words) {
    if (word.empty() || word.size() > longest_keyword) return false;
    std::array<char, longest_keyword> capitals;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        capitals[i] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return std::binary_search(words.begin(), words.end(), std::string_view(capitals.data(), word.size()));
}

static_assert(std::is_sorted(keywords.begin(), keywords.end()));
static_assert(std::is_sorted(reserved_words.begin(), reserved_words.end()));

}  // namespace

bool is_keyword(std::string_view word) {
    return stands_in(word, keywords);
}
bool is_reserved(std::string_view word) {
    return stands_in(word, reserved_words);
}

}  // namespace hearsay::grammar
