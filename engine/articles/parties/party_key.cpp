#include "engine/articles/parties/party_key.hpp"

#include <algorithm>
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

std::string person_key(std::string_view name) {
    std::vector<std::string> words = fold_words(name);
    std::erase_if(words, [](const std::string& word) {
        return word == "jr" || word == "sr" || word == "ii" || word == "iii";
    });
    if (words.empty()) return {};
    // Particles belong to the surname: "van der Berg".
    std::size_t surname = words.size() - 1;
    while (surname > 1 && words[surname - 1].size() <= 3 && words[surname - 1].size() > 1) --surname;
    std::vector<std::string> kept;
    if (surname > 0) kept.push_back(words.front());
    kept.insert(kept.end(), words.begin() + static_cast<long>(surname), words.end());
    return romanisation_key(joined(kept));
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
