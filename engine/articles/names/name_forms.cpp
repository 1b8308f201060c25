#include "engine/articles/names/name_forms.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {

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
        static constexpr std::string_view quotes[] = {"“", "”", "\"", "‘", "``", "''"};
        if (std::find(std::begin(quotes), std::end(quotes), words[i].text) != std::end(quotes)) continue;
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

std::string without_shouting(std::string name) {
    bool shouts = name.size() > 3;
    for (const char c : name) shouts = shouts && !(c >= 'a' && c <= 'z') && c != '.';
    if (!shouts) return name;
    bool start = true;
    for (char& c : name) {
        if (!start && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        start = c == ' ' || c == '-' || c == '\'';
    }
    return name;
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
