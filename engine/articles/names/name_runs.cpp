#include "engine/articles/names/name_runs.hpp"

#include "engine/articles/characters.hpp"
#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/role.hpp"

namespace hearsay::engine {
namespace {

bool is_particle(const std::string& word) {
    static const std::unordered_set<std::string> particles = {"de", "von", "van", "der", "den", "bin", "ibn",
                                                              "da", "di",  "du",  "la",  "le",  "dos", "del",
                                                              "al", "el",  "ter", "zu",  "ben"};
    return particles.contains(word);
}

// Common nouns that take "'s" inside a name: "People's Party", "Prosecutor General's Office".
bool is_possessive_inside(const NameWord& word, const NameWord& next) {
    static const std::unordered_set<std::string> nouns = {
        "people",   "women",    "men",      "children",   "workers",   "teachers", "veterans", "farmers",
        "citizens", "general",  "governor", "mayor",      "sheriff",   "attorney", "king",     "queen",
        "mothers",  "students", "soldiers", "doctors",    "nurses",    "master",   "officers", "drivers",
        "writers",  "players",  "bishops",  "prosecutor", "taxpayers", "lawyers",  "girls",    "boys"};
    return nouns.contains(word.lower) && next.capital &&
           (is_organisation_head(next.lower) || is_outlet_head(next.lower) || next.lower == "march" ||
            next.lower == "cup" || next.lower == "day" || next.lower == "rights");
}

// "Velk-based", "Velk-Lund" (of two countries), "Russians": made of names, but none.
bool is_compound_adjective(const NameWord& word) {
    const std::size_t hyphen = word.lower.find('-');
    // "R-WI": a senator's party and state
    if (hyphen == 1 && (word.text[0] == 'R' || word.text[0] == 'D' || word.text[0] == 'I')) return true;
    if (hyphen != std::string::npos) {
        const std::string first = word.lower.substr(0, hyphen);
        const std::string second = word.lower.substr(hyphen + 1);
        const bool small = begins_lower(word.text.substr(hyphen + 1));
        if (small && second != "elect" && !is_role(second)) return true;
        return country_of(first) != nullptr && country_of(second) != nullptr;
    }
    return word.lower.ends_with('s') &&
           country_with_adjective(word.lower.substr(0, word.lower.size() - 1)) != nullptr;
}

bool is_plain_name_word(const WordList& words, std::size_t i) {
    const NameWord& word = words[i];
    if (!word.capital || word.mark || word.lower == "i" || is_honorific(word.lower) ||
        is_compound_adjective(word))
        return false;
    if (is_calendar_word(word.lower)) {
        // "May" and "April" are people too: after a given name, or before another name.
        const bool next =
            i + 1 < words.size() && words[i + 1].capital && !is_calendar_word(words[i + 1].lower);
        const bool previous = i > 0 && words[i - 1].capital && is_given_name(words[i - 1].lower);
        const bool given = is_given_name(word.lower) && next && !word.initial;
        return previous || given;
    }
    return true;
}

// WordList that are small in names, but capital at the sentence's beginning; or capital for emphasis.
bool is_never_name(const NameWord& word) {
    static const std::unordered_set<std::string> never = {
        "the",   "a",     "an",  "and",  "or",   "but",  "of",  "in",   "on",  "at",   "for", "to",   "from",
        "by",    "with",  "as",  "is",   "it",   "he",   "she", "they", "we",  "you",  "his", "her",  "its",
        "their", "our",   "my",  "your", "this", "that", "if",  "no",   "yes", "not",  "so",  "what", "who",
        "when",  "where", "why", "how",  "be",   "are",  "was", "were", "has", "have", "had"};
    return never.contains(word.lower);
}

}  // namespace

void Capitals::count(const WordList& words) {
    if (is_title_case(words)) return;
    for (const NameWord& word : words) {
        if (word.mark || word.number) continue;
        if (!word.capital)
            small_.insert(word.lower);
        else if (!word.initial)
            capital_.insert(word.lower);
    }
}

bool is_title_case(const WordList& words) {
    // A headline has no stop.
    for (std::size_t i = words.size(); i-- > 0 && words[i].mark;)
        if (words[i].text == ".") return false;
    std::size_t capital = 0;
    std::size_t small = 0;
    for (const NameWord& word : words) {
        if (word.mark || word.number || word.lower.size() < 4) continue;
        ++(word.capital ? capital : small);
    }
    return capital >= 4 && capital > 3 * small;
}

namespace {

class RunFinder {
  public:
    RunFinder(const WordList& words, const Capitals& capitals) : words_(words), capitals_(capitals) {}

    std::vector<Run> find() {
        std::vector<Run> runs;
        for (std::size_t i = 0; i < words_.size();) {
            if (!begins(i)) {
                ++i;
                continue;
            }
            const std::size_t last = extend(i);
            runs.push_back({i, last});
            i = last;
        }
        return runs;
    }

  private:
    static bool is_headline_verb(const std::string& word) {
        static const std::unordered_set<std::string> verbs = {
            "says",    "said",    "tells",   "claims",  "denies",  "warns",   "responds", "replies",
            "accuses", "insists", "admits",  "refuses", "blames",  "vows",    "urges",    "slams",
            "blasts",  "praises", "attacks", "rejects", "defends", "explains"};
        return verbs.contains(word);
    }
    // A verb of saying with a capital stands in a headline: "Orr Says".
    bool name_word(std::size_t i) const {
        if (!is_plain_name_word(words_, i) || is_never_name(words_[i])) return false;
        return !is_headline_verb(words_[i].lower) || (i > 0 && !words_[i - 1].capital);
    }

    // "New York" where it begins a sentence, although "new" is a common word.
    bool known_name_begins(std::size_t i) const {
        for (std::size_t length = 2; length <= 3 && i + length <= words_.size(); ++length) {
            if (!words_[i + length - 1].capital) return false;
            const std::string phrase = joined_lower(words_, i, i + length);
            if (is_place_name(phrase) || !outlet(phrase).empty() || !institution(phrase).empty()) return true;
        }
        return false;
    }

    bool begins(std::size_t i) const {
        if (!name_word(i)) return false;
        if (known_name_begins(i)) return true;
        const NameWord& word = words_[i];
        if (!word.initial) return true;
        if (is_place_name(word.lower) || country_with_adjective(word.lower) != nullptr) return true;
        if (is_given_name(word.lower) && !is_common_word(word.lower)) return true;
        if (is_common_word(word.lower)) return false;
        const bool followed = i + 1 < words_.size() && name_word(i + 1) && !word.possessive;
        if (capitals_.seen_capital(word.lower)) return true;
        if (capitals_.seen_small(word.lower)) return followed && is_role_word(word);
        if (word.lower.ends_with("ly") || (word.lower.ends_with("ing") && !followed)) return false;
        if (followed) return true;
        if (is_role_word(word) || is_group_noun(word.lower) || is_body_noun(word.lower)) return false;
        if (word.text.size() > 1 && word.text == upper(word.text)) return true;
        return word.possessive || (i + 1 < words_.size() && is_speech_verb(words_[i + 1].lower));
    }

    static std::string upper(std::string_view text) {
        std::string out(text);
        for (char& c : out)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        return out;
    }

    std::size_t extend(std::size_t first) const {
        std::size_t last = first + 1;
        while (last < words_.size()) {
            const NameWord& before = words_[last - 1];
            if (before.possessive && !is_possessive_inside(before, words_[last])) break;
            if (words_[last].text == "&" && last + 1 < words_.size() && name_word(last + 1)) {
                last += 2;
            } else if (name_word(last)) {
                ++last;
            } else if (const std::size_t to = particles(first, last); to > last) {
                last = to;
            } else if (const std::size_t joined = connector(first, last); joined > last) {
                last = joined;
            } else {
                break;
            }
        }
        return last;
    }

    // After "Ludwig": "van der Velde".
    std::size_t particles(std::size_t first, std::size_t at) const {
        std::size_t end = at;
        while (end < words_.size() && is_particle(words_[end].lower) && end - at < 3) ++end;
        const bool name = end > at && end < words_.size() && name_word(end);
        return name && last_is_plain(first, at) ? end + 1 : at;
    }
    bool last_is_plain(std::size_t first, std::size_t at) const {
        return at - first <= 6 && !is_organisation_head(words_[at - 1].lower);
    }

    // After "Ministry": "of Health"; after "Centre": "for Disease Control"; after "Health": "and Welfare
    // Agency".
    std::size_t connector(std::size_t first, std::size_t at) const {
        const std::string& link = words_[at].lower;
        if (link != "of" && link != "for" && link != "and" && link != "on") return at;
        std::size_t right = at + 1;
        if (right < words_.size() && words_[right].lower == "the" && link != "and") ++right;
        if (right >= words_.size() || !name_word(right)) return at;
        std::size_t end = right + 1;
        while (end < words_.size() && name_word(end) && !words_[end - 1].possessive) ++end;
        const NameWord& left = words_[at - 1];
        const bool left_head = is_organisation_head(left.lower);
        const bool right_head = is_organisation_head(words_[end - 1].lower);
        if (link == "and") return joins_with_and(first, at, right, end) ? end : at;
        if (is_role_word(left) && !left_head) return role_of_office(link, left, right);
        if (left_head && !is_role_word(words_[right])) return right + 1;
        if (link == "of" && (is_place_head(left.lower) || left.lower == "house" || left.lower == "states"))
            return right + 1;
        // "Freedom of Velk Legion", but not "the north of Velk Province".
        if (right_head && end > right + (words_[right].lower == "the" ? 2 : 1) && right == at + 1 &&
            at - first <= 2 && !is_direction(left.lower) && !is_person_like(first, at))
            return right + 1;
        return at;
    }

    // "Secretary of State": the role's office belongs to the run, for a name to follow.
    static std::size_t role_of_office(const std::string& link, const NameWord& left, std::size_t right) {
        static const std::unordered_set<std::string> offices = {"secretary",      "director",    "chief",
                                                                "minister",       "speaker",     "chairman",
                                                                "undersecretary", "commissioner"};
        return link == "of" && offices.contains(left.lower) ? right + 1 : 0;
    }

    bool joins_with_and(std::size_t first, std::size_t at, std::size_t right, std::size_t end) const {
        const bool after_of = [&] {
            for (std::size_t i = first; i < at; ++i)
                if (words_[i].lower == "of" || words_[i].lower == "for") return true;
            return false;
        }();
        const NameWord& left = words_[at - 1];
        if (left.possessive || is_person_like(first, at) || is_place_name(joined_lower(words_, first, at)))
            return false;
        if (!outlet(joined_lower(words_, first, at)).empty() ||
            !institution(joined_lower(words_, first, at)).empty())
            return false;
        if (is_organisation_head(left.lower) || is_role_word(words_[right])) return false;
        if (country_of(words_[right].lower) != nullptr) return false;
        if (after_of && end - right <= 2 && !is_organisation_head(words_[end - 1].lower))
            return !is_place_name(left.lower) && !is_given_name(words_[right].lower) &&
                   !is_place_name(words_[right].lower);
        return is_organisation_head(words_[end - 1].lower) && end - right >= 2 && at - first == 1 &&
               is_department_word(left.lower);
    }

    static bool is_department_word(const std::string& word) {
        static const std::unordered_set<std::string> words = {
            "health",   "food",        "trade",      "science",     "education", "labor",
            "labour",   "agriculture", "housing",    "securities",  "energy",    "environment",
            "culture",  "sports",      "sport",      "communities", "transport", "immigration",
            "customs",  "arts",        "business",   "research",    "women",     "families",
            "children", "law",         "policy",     "security",    "defence",   "defense",
            "finance",  "tourism",     "industry",   "development", "planning",  "justice",
            "commerce", "innovation",  "technology", "oversight",   "budget",    "investigation",
            "fisheries"};
        return words.contains(word);
    }
    bool is_person_like(std::size_t first, std::size_t at) const {
        return is_given_name(words_[first].lower) && at > first;
    }
    static bool is_direction(const std::string& word) {
        return word == "north" || word == "south" || word == "east" || word == "west" ||
               word == "president" || word == "city" || word == "university" || word == "battle";
    }

    const WordList& words_;
    const Capitals& capitals_;
};

}  // namespace

std::vector<Run> name_runs(const WordList& words, const Capitals& capitals) {
    return RunFinder(words, capitals).find();
}

}  // namespace hearsay::engine
