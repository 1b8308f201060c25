#include "engine/articles/names/role.hpp"

#include <unordered_set>

#include "engine/articles/names/gazetteer.hpp"

namespace hearsay::engine {
namespace {

// WordList that stand before a role and belong to it.
bool modifies_role(const NameWord& word) {
    static const std::unordered_set<std::string> modifiers = {
        "acting",        "army",         "campaign", "chief",       "city",         "company",
        "congressional", "conservative", "council",  "county",      "court",        "defence",
        "defense",       "democratic",   "deputy",   "district",    "economic",     "executive",
        "federal",       "financial",    "foreign",  "former",      "general",      "government",
        "group",         "house",        "human",    "independent", "intelligence", "interior",
        "legal",         "liberal",      "local",    "longtime",    "majority",     "managing",
        "medical",       "military",     "ministry", "minority",    "national",     "navy",
        "news",          "opposition",   "party",    "police",      "political",    "presidential",
        "press",         "prime",        "public",   "radio",       "regional",     "republican",
        "research",      "rights",       "science",  "security",    "senate",       "senior",
        "sports",        "state",        "supreme",  "team",        "television",   "then",
        "top",           "tv",           "union",    "university",  "veteran",      "vice"};
    if (word.mark || word.number) return false;
    if (word.capital) return !is_calendar_word(word.lower) && !(word.initial && is_common_word(word.lower));
    if (word.lower.find('-') != std::string::npos) return true;
    return modifiers.contains(word.lower) || is_role_word(word) || is_body_noun(word.lower);
}

constexpr std::size_t longest_role = 24;  // words

Span span_between(const WordList& words, std::size_t first, std::size_t last) {
    return first < last ? Span{words[first].span.begin, words[last - 1].span.end} : Span{};
}

bool is_determiner(const NameWord& word) {
    return word.lower == "the" || word.lower == "a" || word.lower == "an" || word.lower == "its" ||
           word.lower == "his" || word.lower == "her" || word.lower == "their";
}

bool is_plural_role(const NameWord& word) {
    return singular(word.lower) != word.lower;
}

// The word after "Secretary" in "Secretary of State | Lena Orr", "Director of National Intelligence | Lena
// Orr"; `name` where no office of capitalised words stands before it.
std::size_t before_office(const WordList& words, std::size_t name) {
    std::size_t at = name;
    while (at > 0 && name - at < 4 && words[at - 1].capital && !words[at - 1].possessive) --at;
    if (at == name) return name;
    if (at > 0 && words[at - 1].lower == "the") --at;
    return at >= 2 && words[at - 1].lower == "of" && words[at - 2].capital && is_role_word(words[at - 2])
               ? at - 1
               : name;
}

Span role_before(const WordList& words, std::size_t name) {
    std::size_t last = before_office(words, name);
    const bool office = last != name;
    while (last > 0 && name - last < longest_role && is_honorific(words[last - 1].lower)) --last;
    if (last == 0 || !is_role_word(words[last - 1]) || words[last - 1].possessive ||
        is_plural_role(words[last - 1]))
        return {};
    std::size_t first = last - 1;
    while (first > 0 && last - first < longest_role) {
        const NameWord& before = words[first - 1];
        if (modifies_role(before)) {
            --first;
        } else if (before.lower == "and" && first > 1 && is_role_word(words[first - 2]) &&
                   !words[first].capital) {
            first -= 2;
        } else {
            break;
        }
    }
    return span_between(words, first, office ? name : last);
}

// "the governor of the Velk region, Lena Orr"
Span role_before_comma(const WordList& words, std::size_t name) {
    if (name < 3 || words[name - 1].text != ",") return {};
    std::size_t first = name - 1;
    while (first > 0 && name - first < 2 * longest_role && !words[first - 1].mark &&
           !is_speech_verb(words[first - 1].lower))
        --first;
    std::size_t head = first;
    if (head < name - 1 && is_determiner(words[head])) {
        ++first;
    } else {
        // "Velkia's president, Lena Orr"
        while (first < name - 1 && !is_determiner(words[first]) && !words[first].possessive) ++first;
        if (first < name - 1 && !words[first].possessive) ++first;
    }
    if (first >= name - 1 || name - 1 - first > 12) return {};
    // The head is the last word before the first "of", "for", "in" or the comma.
    head = first;
    while (head + 1 < name - 1 && words[head + 1].lower != "of" && words[head + 1].lower != "for" &&
           words[head + 1].lower != "in" && words[head + 1].lower != "at")
        ++head;
    if (!is_role_word(words[head]) || is_group_noun(words[head].lower)) return {};
    return span_between(words, first, name - 1);
}

// "Lena Orr, a harbour official,": a noun phrase with a role at its head, up to the next mark or "who".
Span role_after(const WordList& words, std::size_t name_end) {
    if (name_end + 2 >= words.size() || words[name_end].text != ",") return {};
    std::size_t first = name_end + 1;
    const bool determiner = is_determiner(words[first]);
    if (determiner) ++first;
    std::size_t last = first;
    while (last < words.size() && !words[last].mark && last - first < 12 && words[last].lower != "who" &&
           words[last].lower != "which" && words[last].lower != "that" && words[last].lower != "whose")
        ++last;
    if (first == last || last >= words.size()) return {};
    // The head stands before the first preposition.
    std::size_t head = first;
    const auto links = [](const std::string& word) {
        return word == "of" || word == "for" || word == "in" || word == "at" || word == "with" ||
               word == "from" || word == "to" || word == "on" || word == "under" || word == "and" ||
               word == "by";
    };
    while (head + 1 < last && !links(words[head + 1].lower)) ++head;
    if (!is_role_word(words[head]) || is_plural_role(words[head])) return {};
    for (std::size_t i = first; i < head; ++i)
        if (is_speech_verb(words[i].lower) || is_common_word(words[i].lower)) {
            const std::string& word = words[i].lower;
            if (word != "former" && word != "new" && word != "top" && word != "senior" && word != "local" &&
                word != "own" && word != "young" && word != "old" && word != "state" && word != "police" &&
                word != "first" && word != "second" && word != "media" && word != "news" &&
                word != "election" && word != "campaigning")
                return {};
        }
    const bool closed = words[last].mark || words[last].lower == "who";
    if (!closed || words[first].lower == "and") return {};
    // A list of names is none: "Lena Orr, Governor Mads Lund, ..."
    if (words[last - 1].capital && !is_role_word(words[last - 1]) && !determiner && head + 1 >= last)
        return {};
    // "in his first year" says when, not who.
    for (std::size_t i = head + 1; i + 1 < last; ++i)
        if (words[i].lower == "in" && is_determiner(words[i + 1]) && words[i + 1].lower != "the") last = i;
    return span_between(words, first, last);
}

}  // namespace

bool is_role_word(const NameWord& word) {
    if (word.mark) return false;
    if (is_role(word.lower)) return true;
    for (const std::string_view tail : {"-elect", "-designate", "-general", "-in-chief"})
        if (word.lower.ends_with(tail) &&
            is_role(std::string_view(word.lower).substr(0, word.lower.size() - tail.size())))
            return true;
    return false;
}

Span role_of(const WordList& words, std::size_t name, std::size_t name_end) {
    Span role = role_before(words, name);
    if (role.empty()) role = role_before_comma(words, name);
    if (role.empty()) role = role_after(words, name_end);
    return role;
}

}  // namespace hearsay::engine
