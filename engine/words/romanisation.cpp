#include "engine/words/romanisation.hpp"

#include <array>
#include <utility>

#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

bool is_vowel(char c) {
    return c == 'a' || c == 'o' || c == 'u' || c == 'e' || c == 'i' || c == 'y';
}

// Longer ones first: the first that fits is taken.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> consonants{{
    {"shch", "sh"},
    {"tsch", "ch"},
    {"sch", "sh"},
    {"tch", "ch"},
    {"kh", "h"},
    {"ph", "f"},
    {"ks", "x"},
    {"tz", "ts"},
    {"ff", "f"},
    {"sh", "sh"},
    {"ch", "ch"},
    {"w", "v"},
}};

// `word[at, end)` is a run of i, y, j and e. `before` and `after` are its neighbours, 0 at an end of the
// word. Gives what stands for it; a following a, o or u may be swallowed (`end` moves).
std::string glide(std::string_view word, std::size_t at, std::size_t& end) {
    const std::string_view run = word.substr(at, end - at);
    const char before = at == 0 ? '\0' : word[at - 1];
    const char after = end < word.size() ? word[end] : '\0';
    const bool after_consonant = before == '\0' || !is_vowel(before);
    if (after == 'o' && run == "y" && after_consonant) {  // "yo" is the letter that others write "e"
        ++end;
        return "e";
    }
    if (after == 'a' || after == 'o' || after == 'u')
        return run.back() == 'e' ? std::string(run == "e" ? "e" : "ie") : "i";
    if (run.find_first_not_of('e') == std::string_view::npos) return "e";
    if (run == "ye" || run == "je") return "e";
    if (run == "ie" && before == '\0') return "e";
    return "i";
}

std::string key_of_word(std::string_view word) {
    std::string key;
    const auto append = [&key](std::string_view piece) {
        for (char c : piece) {
            if (key.empty() || key.back() != c) key.push_back(c);
        }
    };
    const auto is_glide = [&word](std::size_t i) {  // j begins a word as a consonant of its own: John
        return word[i] == 'i' || word[i] == 'y' || word[i] == 'e' || (word[i] == 'j' && i > 0);
    };
    for (std::size_t i = 0; i < word.size();) {
        if (is_glide(i)) {
            std::size_t end = i;
            while (end < word.size() && is_glide(end)) ++end;
            append(glide(word, i, end));
            i = end;
            continue;
        }
        if (word.size() > 3 && i + 2 == word.size() && word.substr(i) == "ff" &&
            (word[i - 1] == 'o' || word[i - 1] == 'e')) {
            append("v");  // -off, -eff
            break;
        }
        bool found = false;
        for (const auto& [from, to] : consonants) {
            if (word.substr(i, from.size()) != from) continue;
            append(to);
            i += from.size();
            found = true;
            break;
        }
        if (!found) append(word.substr(i++, 1));
    }
    return key;
}

}  // namespace

std::string romanisation_key(std::string_view name) {
    std::string key;
    for (FoldedWords words(name); words.next();) {
        if (!key.empty()) key.push_back(' ');
        key += key_of_word(words.word());
    }
    return key;
}

}  // namespace hearsay::engine
