// Ministries and armies written small, which their country names.
#include <algorithm>

#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/name_forms.hpp"
#include "engine/articles/names/name_reading.hpp"
#include "engine/articles/names/role.hpp"
#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

std::string capitalised(std::string_view words) {
    std::string out(words);
    bool start = true;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::string_view word = std::string_view(out).substr(i, out.find(' ', i) - i);
        const bool small = word == "of" || word == "the" || word == "and" || word == "for";
        if (start && !small && out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 'a' + 'A');
        start = out[i] == ' ';
    }
    return out;
}

}  // namespace

std::vector<NameReading> state_bodies(const WordList& words) {
    std::vector<NameReading> out;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        for (std::size_t length = 3; length > 0; --length) {
            if (i + length >= words.size() || !words[i].capital) continue;
            const std::string phrase = joined_lower(words, i, i + length);
            const bool possessive = words[i + length - 1].possessive;
            const Country* country = possessive ? country_named(phrase) : country_before_noun(phrase);
            if (country == nullptr) continue;
            const std::size_t begin = i + length;
            if (words[begin].capital || words[begin].mark) break;
            for (std::size_t n = std::min(longest_state_body(), words.size() - begin); n > 0; --n) {
                const std::string body = joined_lower(words, begin, begin + n);
                if (!is_state_body(body)) continue;
                // "the Russian military personnel" are no military: the body must be the last of its words.
                const std::size_t next = begin + n;
                const bool ends = next >= words.size() || words[next].mark || words[next - 1].possessive ||
                                  (is_common_word(words[next].lower) && words[next].lower != "and") ||
                                  is_speech_verb(words[next].lower) || words[next].capital || n > 1 ||
                                  (words[next].lower.ends_with("ed") && words[next].lower.size() > 4);
                if (ends &&
                    !(next < words.size() && is_role_word(words[next]) && !words[next - 1].possessive))
                    out.push_back({i,
                                   next,
                                   PartyKind::Organisation,
                                   2,
                                   body_name(capitalised(body), country->name),
                                   {},
                                   country->name});
                break;
            }
            break;
        }
    }
    return out;
}

}  // namespace hearsay::engine
