// How names are written: ministries written small, one form for "Ministry of Defence" and "defense ministry",
// acronyms.
#include <algorithm>
#include <unordered_set>

#include "engine/articles/characters.hpp"
#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/name_reading.hpp"
#include "engine/articles/names/role.hpp"

namespace hearsay::engine {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string capitalised(std::string_view words) {
    std::string out(words);
    bool start = true;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const bool small =
            is_one_of(std::string_view(out).substr(i, out.find(' ', i) - i), {"of", "the", "and", "for"});
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
            const Country* country = possessive ? country_named(phrase) : country_with_adjective(phrase);
            if (country == nullptr && is_one_of(phrase, {"u.s.", "us", "uk", "u.k."}))
                country = country_named(phrase);
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
                                  is_speech_verb(words[next].lower) || words[next].capital || n > 1;
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

std::string body_name(std::string_view name, std::string_view owner) {
    std::string core(name);
    // "Ministry of Defence" -> "Defence Ministry"
    for (const std::string_view head : {"Ministry of the ", "Ministry of "}) {
        if (core.starts_with(head)) {
            core = core.substr(head.size()) + " Ministry";
            break;
        }
    }
    if (owner.empty()) return core;
    const Country* country = country_named(lower(owner));
    if (country == nullptr) return core;
    for (const std::string& tail : {" of " + country->name, " of the " + country->name}) {
        const std::size_t at = core.find(tail);
        if (at != std::string::npos) {
            const std::string without = core.substr(0, at) + core.substr(at + tail.size());
            if (is_state_body(lower(without))) core = without;
        }
    }
    const std::string low = lower(core);
    const bool ministry = low.ends_with(" ministry") || low == "ministry";
    if (!ministry && !is_state_body(low)) return core;
    const std::string adjective = country->name == "United States" ? "U.S." : country->adjectives.front();
    return adjective + " " + core;
}

std::string spelled(const WordList& words, std::size_t first, std::size_t last) {
    std::string out;
    for (std::size_t i = first; i < last; ++i) {
        if (!out.empty()) out += ' ';
        for (std::size_t at = 0; at < words[i].text.size();) {
            const Character c = character_at(words[i].text, at);
            if (c.code == 0x2019)
                out += '\'';
            else
                out += words[i].text.substr(at, c.length);
            at += c.length;
        }
        if (words[i].possessive && i + 1 < last) out += words[i].lower.ends_with('s') ? "'" : "'s";
    }
    return out;
}

bool is_acronym(std::string_view text) {
    static const std::unordered_set<std::string> no = {
        "tv",   "dna", "ceo",  "cfo",   "pm",  "am",  "ok",  "ii",   "iii", "iv",    "vi", "vii",
        "aids", "hiv", "gps",  "sms",   "pr",  "id",  "mp",  "mps",  "ngo", "ngos",  "ai", "it",
        "phd",  "dvd", "html", "url",   "faq", "atm", "suv", "suvs", "usb", "covid", "ad", "bc",
        "vip",  "iq",  "lgbt", "lgbtq", "dj",  "cd",  "pac", "ied",  "isbn"};
    std::size_t capitals = 0;
    std::size_t letters = 0;
    for (const char c : text) {
        if (c == '.') continue;
        const bool upper = c >= 'A' && c <= 'Z';
        const bool small = c >= 'a' && c <= 'z';
        if (!upper && !small && c != '&' && !(c >= '0' && c <= '9') && c != '-') return false;
        letters += upper || small;
        capitals += upper;
    }
    if (no.contains(lower(text))) return false;
    // "B12", but "MI5"
    for (const char c : text)
        if (c >= '0' && c <= '9')
            return text == "MI5" || text == "MI6" || text == "G7" || text == "G8" || text == "G20";
    // "R-WI": a senator's party and state
    if (text.size() > 2 && text[1] == '-' && (text[0] == 'R' || text[0] == 'D' || text[0] == 'I'))
        return false;
    return letters <= 7 && capitals >= 2 && 2 * capitals > letters && text.size() >= 2;
}

}  // namespace hearsay::engine
