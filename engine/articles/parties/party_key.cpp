#include "engine/articles/parties/party_key.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/articles/names/gazetteer.hpp"
#include "engine/words/romanisation.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

bool is_small_word(const std::string& word) {
    return word == "the" || word == "of" || word == "for" || word == "and" || word == "a" || word == "an";
}

// British spellings, and the plural that a body's name has or not.
std::string common_spelling(const std::string& word) {
    if (word == "defence") return "defense";
    if (word == "labour") return "labor";
    if (word == "centre") return "center";
    if (word == "programme") return "program";
    if (word == "organisation") return "organization";
    if (word == "corp" || word == "inc" || word == "ltd" || word == "llc" || word == "co") return "";
    return word;
}

struct BodyWords {
    std::vector<std::string> words;  // without countries
    std::string country;
};

// Folded words lose the stops of "U.S.": "us" is read as the country only where it begins the name.
const Country* country_at(const std::vector<std::string>& words, std::size_t at, std::size_t length) {
    std::string phrase = words[at];
    for (std::size_t i = 1; i < length; ++i) phrase += ' ' + words[at + i];
    if (phrase == "us" && at != 0) return nullptr;
    // "Bank of America" and "U.S. Bank" are two.
    if (phrase == "america" || phrase == "american") return nullptr;
    if (const Country* country = country_with_adjective(phrase)) return country;
    return country_named(phrase);
}

BodyWords body_words(std::string_view name) {
    const std::vector<std::string> folded = fold_words(name);
    BodyWords out;
    for (std::size_t i = 0; i < folded.size();) {
        std::size_t length = std::min<std::size_t>(3, folded.size() - i);
        const Country* country = nullptr;
        for (; length > 0; --length)
            if ((country = country_at(folded, i, length)) != nullptr) break;
        if (country != nullptr && out.country.empty()) {
            out.country = country->name;
            i += length;
            continue;
        }
        if (!is_small_word(folded[i])) {
            const std::string word = common_spelling(folded[i]);
            if (!word.empty()) out.words.push_back(word);
        }
        ++i;
    }
    std::sort(out.words.begin(), out.words.end());
    // A country's armed forces are its military.
    if (out.words == std::vector<std::string>{"armed", "forces"}) out.words = {"military"};
    return out;
}

}  // namespace

namespace {

bool is_suffix(const std::string& word) {
    return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

// A person's name in parts: given name, middle names, surname with its particles, suffix.
struct PersonName {
    std::string given, suffix;
    std::vector<std::string> middle, surname;
};

PersonName person_name(std::string_view name) {
    std::vector<std::string> words = fold_words(name);
    PersonName out;
    if (words.size() > 1 && is_suffix(words.back())) {
        out.suffix = words.back();
        words.pop_back();
    }
    if (words.empty()) return out;
    // Particles belong to the surname: "van der Berg".
    std::size_t surname = words.size() - 1;
    const auto particle = [](const std::string& word) {
        return word == "van" || word == "der" || word == "von" || word == "de" || word == "la" ||
               word == "bin" || word == "al" || word == "el" || word == "di" || word == "da" ||
               word == "den" || word == "le" || word == "du" || word == "del";
    };
    while (surname > 1 && particle(words[surname - 1])) --surname;
    if (surname > 0) out.given = words.front();
    for (std::size_t i = 1; i < surname; ++i) out.middle.push_back(words[i]);
    out.surname.assign(words.begin() + static_cast<long>(surname), words.end());
    return out;
}

// A short form and what it is short for.
const std::unordered_set<std::string>& short_given_names() {
    static const std::unordered_set<std::string> pairs = {
        "al albert",      "alex alexander", "andy andrew",    "ben benjamin",    "beth elizabeth",
        "bill william",   "bob robert",     "bobby robert",   "charlie charles", "chris christopher",
        "chuck charles",  "dan daniel",     "dave david",     "dick richard",    "don donald",
        "doug douglas",   "ed edward",      "fred frederick", "greg gregory",    "jeff jeffrey",
        "jerry gerald",   "jim james",      "joe joseph",     "jon jonathan",    "josh joshua",
        "kate katherine", "ken kenneth",    "larry lawrence", "liz elizabeth",   "matt matthew",
        "max maxim",      "mike michael",   "nick nicholas",  "pat patricia",    "pat patrick",
        "pete peter",     "phil philip",    "ray raymond",    "rick richard",    "rob robert",
        "ron ronald",     "sam samuel",     "steve stephen",  "steve steven",    "sue susan",
        "ted edward",     "ted theodore",   "tim timothy",    "tom thomas",      "tony anthony",
        "vince vincent",  "will william"};
    return pairs;
}

bool is_short_given_name(const std::string& word, const std::string& whole) {
    return short_given_names().contains(word + " " + whole);
}

// The short forms of a name, and what it is short for.
const std::vector<std::string>& other_given_names(const std::string& name) {
    static const auto others = [] {
        std::unordered_map<std::string, std::vector<std::string>> out;
        for (const std::string& pair : short_given_names()) {
            const std::string word = pair.substr(0, pair.find(' ')), whole = pair.substr(pair.find(' ') + 1);
            out[word].push_back(whole);
            out[whole].push_back(word);
        }
        return out;
    }();
    static const std::vector<std::string> none;
    const auto found = others.find(name);
    return found == others.end() ? none : found->second;
}

}  // namespace

std::string surname_of(std::string_view name) {
    return joined(person_name(name).surname);
}

std::string given_name_key(std::string_view name) {
    const PersonName parts = person_name(name);
    return joined(parts.surname) + "," + parts.given;
}

std::vector<std::string> other_given_names_keys(std::string_view name) {
    const PersonName parts = person_name(name);
    std::vector<std::string> out;
    for (const std::string& other : other_given_names(parts.given))
        out.push_back(joined(parts.surname) + "," + other);
    return out;
}

bool is_short_form(std::string_view a, std::string_view b) {
    const PersonName first = person_name(a);
    const PersonName second = person_name(b);
    return first.surname == second.surname && middle_names_agree(a, b) &&
           (is_short_given_name(first.given, second.given) || is_short_given_name(second.given, first.given));
}

std::string person_key(std::string_view name) {
    const PersonName parts = person_name(name);
    if (parts.surname.empty()) return {};
    std::vector<std::string> kept;
    if (!parts.given.empty()) kept.push_back(parts.given);
    kept.insert(kept.end(), parts.surname.begin(), parts.surname.end());
    std::string key = romanisation_key(joined(kept));
    if (!parts.suffix.empty()) key += " " + parts.suffix;
    return key;
}

bool middle_names_agree(std::string_view a, std::string_view b) {
    const PersonName first = person_name(a);
    const PersonName second = person_name(b);
    const std::size_t both = std::min(first.middle.size(), second.middle.size());
    for (std::size_t i = 0; i < both; ++i) {
        const std::string& one = first.middle[i];
        const std::string& other = second.middle[i];
        // An initial stands for the name; several initials may be written as one word: "H.W.".
        const bool initial = one.size() == 1 || other.size() == 1;
        if (initial ? one.front() != other.front() : romanisation_key(one) != romanisation_key(other))
            return false;
    }
    return true;
}

std::string office_key(std::string_view role) {
    bool known = false;
    std::string out;
    for (const std::string& word : fold_words(role)) {
        if (word == "former" || word == "ex") return {};
        const Country* country = country_of(word);
        known = known || country != nullptr || is_place_name(word) || !institution(word).empty();
        out += (out.empty() ? "" : " ") + (country != nullptr ? country->name : word);
    }
    return known ? out : std::string();
}

std::string place_key(std::string_view name) {
    return romanisation_key(joined(fold_words(name)));
}

std::string organisation_key(std::string_view name, std::string_view owner) {
    BodyWords body = body_words(name);
    if (body.country.empty()) body.country = owner;
    return body.country + "|" + joined(body.words);
}

std::string organisation_core_key(std::string_view name) {
    const BodyWords body = body_words(name);
    static const std::unordered_set<std::string> everybodys = {
        "ministry",   "police", "army",  "military", "government", "parliament", "court",       "council",
        "department", "navy",   "guard", "bank",     "cabinet",    "border",     "intelligence"};
    if (body.words.size() < 2) return {};
    for (const std::string& word : body.words)
        if (everybodys.contains(word) && body.words.size() <= 3) return {};
    return joined(body.words);
}

std::string country_in(std::string_view name) {
    return body_words(name).country;
}

std::string description_key(std::string_view description) {
    const BodyWords body = body_words(description);
    return body.country + "|" + joined(body.words);
}

bool is_tied_description(std::string_view description) {
    const BodyWords body = body_words(description);
    // Only the plain form: "Velkian officials" are one party, "a Velkian official" is somebody.
    return !body.country.empty() && body.words.size() == 1 && is_group_noun(body.words.front());
}

}  // namespace hearsay::engine
