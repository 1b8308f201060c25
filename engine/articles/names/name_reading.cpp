#include "engine/articles/names/name_reading.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/articles/characters.hpp"
#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/role.hpp"

namespace hearsay::engine {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// "of State", "of the House", "of National Intelligence" after a role at `at`; the word after it.
std::size_t after_office(const WordList& words, std::size_t at, std::size_t last) {
    if (at >= last || words[at].lower != "of") return at;
    std::size_t end = at + 1;
    if (end < last && words[end].lower == "the") ++end;
    static const std::unordered_set<std::string> offices = {
        "state",     "defense", "defence",  "treasury", "commerce",     "labor",
        "labour",    "house",   "staff",    "senate",   "health",       "energy",
        "education", "justice", "homeland", "national", "agriculture",  "transportation",
        "veterans",  "human",   "services", "security", "intelligence", "affairs",
        "trade",     "finance", "culture",  "foreign",  "interior",     "army",
        "navy",      "and",     "elections"};
    while (end < last && offices.contains(words[end].lower)) ++end;
    return end;
}

class RunReader {
  public:
    RunReader(const Document& document, const WordList& words, Run run)
        : document_(document), words_(words), first_(run.first), last_(run.last) {}

    std::vector<NameReading> read() {
        if (is_adjective_only()) return {};
        if (known(first_, last_)) return std::move(out_);
        if (!is_head(last_ - 1) && person_after_role()) return std::move(out_);
        if (role_last()) return std::move(out_);
        if (country_first()) return std::move(out_);
        whole(first_, last_);
        return std::move(out_);
    }

  private:
    const std::string& lower_at(std::size_t i) const { return words_[i].lower; }
    bool is_head(std::size_t i) const {
        return (is_organisation_head(lower_at(i)) || is_outlet_head(lower_at(i))) &&
               !is_given_name(lower_at(i));
    }

    // "Western", "Democrats": capital, but names only with more ("Western Union").
    bool is_adjective_only() const {
        static const std::unordered_set<std::string> adjectives = {"western",
                                                                   "eastern",
                                                                   "northern",
                                                                   "southern",
                                                                   "west",
                                                                   "east",
                                                                   "north",
                                                                   "south",
                                                                   "westerners",
                                                                   "republicans",
                                                                   "republican",
                                                                   "democrats",
                                                                   "democrat",
                                                                   "democratic",
                                                                   "muslim",
                                                                   "muslims",
                                                                   "christian",
                                                                   "christians",
                                                                   "jewish",
                                                                   "jews",
                                                                   "catholic",
                                                                   "catholics",
                                                                   "islamic",
                                                                   "islamist",
                                                                   "arab",
                                                                   "arabs",
                                                                   "african-american",
                                                                   "african-americans",
                                                                   "hispanic",
                                                                   "hispanics",
                                                                   "latino",
                                                                   "latinos",
                                                                   "european",
                                                                   "europeans",
                                                                   "asian",
                                                                   "asians",
                                                                   "african",
                                                                   "africans",
                                                                   "soviet",
                                                                   "nazi",
                                                                   "nazis",
                                                                   "english",
                                                                   "scottish",
                                                                   "welsh",
                                                                   "conservative",
                                                                   "conservatives",
                                                                   "liberal",
                                                                   "liberals",
                                                                   "tory",
                                                                   "tories",
                                                                   "god",
                                                                   "internet",
                                                                   "americans",
                                                                   "state",
                                                                   "states",
                                                                   "mr",
                                                                   "mrs",
                                                                   "ms",
                                                                   "oblast",
                                                                   "region",
                                                                   "editor",
                                                                   "president"};
        for (std::size_t i = first_; i < last_; ++i)
            if (!adjectives.contains(lower_at(i))) return false;
        return true;
    }

    void add(std::size_t first, std::size_t last, PartyKind kind, int strength, std::string name = {},
             std::string owner = {}) {
        NameReading reading{first, last, kind, strength, std::move(name), {}, std::move(owner)};
        if (reading.name.empty()) reading.name = spelled(words_, first, last);
        if (kind == PartyKind::Person) {
            const Span role = role_of(words_, first, last);
            if (!role.empty()) reading.role = std::string(document_.slice(role));
            if (reading.role.empty() && first > 0) reading.role = office_of_honorific(lower_at(first - 1));
        }
        if (kind == PartyKind::Person || kind == PartyKind::Place)
            reading.name = without_shouting(std::move(reading.name));
        out_.push_back(std::move(reading));
    }

    // "Sen." is a role as well.
    static std::string office_of_honorific(const std::string& honorific) {
        static const std::pair<std::string_view, std::string_view> offices[] = {
            {"sen.", "Senator"},  {"rep.", "Representative"}, {"gov.", "Governor"},   {"gen.", "General"},
            {"col.", "Colonel"},  {"pres.", "President"},     {"prof.", "Professor"}, {"capt.", "Captain"},
            {"maj.", "Major"},    {"lt.", "Lieutenant"},      {"sgt.", "Sergeant"},   {"adm.", "Admiral"},
            {"rev.", "Reverend"}, {"det.", "Detective"}};
        for (const auto& [word, office] : offices)
            if (word == honorific) return std::string(office);
        return {};
    }

    // "LENA ORR" -> "Lena Orr"
    static std::string without_shouting(std::string name) {
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

    // Names of the gazetteer.
    bool known(std::size_t first, std::size_t last) {
        const std::string phrase = joined_lower(words_, first, last);
        if (const std::string_view name = institution(phrase); !name.empty())
            return add(first, last, PartyKind::Organisation, 3, std::string(name)), true;
        if (const std::string_view name = outlet(phrase); !name.empty())
            return add(first, last, PartyKind::Outlet, 3, std::string(name)), true;
        if (phrase == "us" && words_[first].text != "US") return true;
        if (const Country* country = country_named(phrase))
            return add(first, last, PartyKind::Place, 3, country->name), true;
        if (is_place_name(phrase))
            return add(first, last, PartyKind::Place, 3, std::string(usual_spelling(phrase))), true;
        if (country_with_adjective(phrase) != nullptr) return true;  // no name by itself
        return false;
    }

    // "Velk Mayor Lena Orr", "Secretary of State Lena Orr".
    bool person_after_role() {
        std::size_t role = last_;
        for (std::size_t i = first_; i + 1 < last_; ++i)
            if (is_role_word(words_[i]) && !words_[i].possessive &&
                !(i == first_ && is_given_name(lower_at(i))))
                role = i;
        if (role == last_) return false;
        std::size_t name = after_office(words_, role + 1, last_);
        if (name >= last_) return before_role(role), true;
        if (is_one_of(lower_at(name), {"of", "for", "and", "on"})) return false;
        // "Supervisor of Gardens Lena Orr": the office goes on up to the given name.
        if (name > role + 1 || lower_at(role + 1) == "of")
            for (std::size_t i = name; i + 1 < last_; ++i)
                if (is_given_name(lower_at(i))) {
                    name = i;
                    break;
                }
        // "Republican Convention" is nobody.
        const bool party = is_one_of(lower_at(role), {"republican", "democrat", "libertarian", "socialist"});
        if (party && !is_given_name(lower_at(name)) && (last_ - name > 1 || is_common_noun(lower_at(name))))
            return false;
        add(name, last_, PartyKind::Person, 2);
        if (name > role + 1) {
            const Span before = role_of(words_, role + 1, last_);
            out_.back().role = std::string(document_.slice({before.begin, words_[name - 1].span.end}));
        }
        before_role(role);
        return true;
    }

    static bool is_common_noun(const std::string& word) {
        return is_group_noun(word) || is_body_noun(word) || is_role(word) ||
               is_one_of(word, {"convention", "primary", "debate", "caucus", "conference", "voters", "ticket",
                                "platform", "race", "state"});
    }

    // What stands before the role is a place or a body of its own: "Velk" Mayor, "White House" Chief.
    void before_role(std::size_t role) {
        for (std::size_t end = role; end > first_; --end) {
            const std::string phrase = joined_lower(words_, first_, end);
            if (!institution(phrase).empty() || is_place_name(phrase) || is_head(end - 1)) {
                if (end - first_ > 1 || !is_body_noun(phrase))
                    RunReader(document_, words_, {first_, end}).read_into(out_);
                return;
            }
        }
    }
    void read_into(std::vector<NameReading>& out) {
        for (NameReading& reading : read()) out.push_back(std::move(reading));
    }

    // "Russian President" names nobody; "Stephen King" does.
    bool role_last() {
        if (!is_role_word(words_[last_ - 1]) || is_head(last_ - 1)) return false;
        if (last_ - first_ >= 2 && is_given_name(lower_at(first_))) return false;
        if (last_ - first_ == 1 && !words_[first_].initial &&
            (first_ == 0 || lower_at(first_ - 1) != "the")) {
            add(first_, last_, PartyKind::Unknown, -1);  // "King" after "Stephen King"
            return true;
        }
        if (words_[last_ - 1].possessive && last_ < words_.size() && is_head(last_)) return false;
        before_role(last_ - 1);
        return true;
    }

    // "Russian Defense Ministry", "U.S. Senate", "British Lena Orr".
    bool country_first() {
        for (std::size_t length = std::min<std::size_t>(2, last_ - first_ - 1); length > 0; --length) {
            const std::string phrase = joined_lower(words_, first_, first_ + length);
            const Country* country = country_with_adjective(phrase);
            if (country == nullptr && is_one_of(phrase, {"u.s.", "us", "uk", "u.k.", "uae"}))
                country = country_named(phrase);
            if (country == nullptr) continue;
            const std::size_t rest = first_ + length;
            const std::string core = joined_lower(words_, rest, last_);
            if (is_head(last_ - 1) || !institution(core).empty() || is_state_body(core)) {
                const std::string name = body_name(spelled(words_, first_, last_), "");
                const bool outlet_name =
                    is_outlet_head(lower_at(last_ - 1)) && !is_organisation_head(lower_at(last_ - 1));
                add(first_, last_, outlet_name ? PartyKind::Outlet : PartyKind::Organisation, 2, name,
                    country->name);
            } else if (is_given_name(lower_at(rest)) && last_ - rest >= 2) {
                add(rest, last_, PartyKind::Person, 2);
            } else if (last_ - rest == 1 && country_with_adjective(core) != nullptr) {
                return true;
            } else {
                whole(first_, last_);
                // "American Idol": a thing, not a person.
                for (NameReading& reading : out_)
                    if (reading.strength == 0) reading.kind = PartyKind::Unknown;
            }
            return true;
        }
        return false;
    }

    bool has_head_inside(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i + 1 < last; ++i)
            if (is_organisation_head(lower_at(i)) && is_one_of(lower_at(i + 1), {"of", "for", "on"}))
                return true;
        return false;
    }

    // The country that a possessive before the run names: "Velkia's Federal Watch Service".
    std::string owner_before(std::size_t first) const {
        for (std::size_t length = std::min<std::size_t>(3, first); length > 0; --length) {
            if (!words_[first - 1].possessive) return {};
            if (const Country* country = country_named(joined_lower(words_, first - length, first)))
                return country->name;
        }
        return {};
    }
    // "Armed Forces of Norway", "Ministry of Defence of Ukraine"
    std::string owner_inside(std::size_t first, std::size_t last) const {
        for (std::size_t i = first + 1; i + 1 < last; ++i) {
            if (lower_at(i) != "of") continue;
            if (const Country* country = country_named(joined_lower(words_, i + 1, last)))
                return country->name;
            if (lower_at(i + 1) == "the" && i + 2 < last)
                if (const Country* country = country_named(joined_lower(words_, i + 2, last)))
                    return country->name;
        }
        return {};
    }

    void whole(std::size_t first, std::size_t last) {
        if (known(first, last)) return;
        const std::size_t count = last - first;
        const std::string& head = lower_at(last - 1);
        const bool given = is_given_name(lower_at(first)) && count >= 2;
        const bool honorific = first > 0 && is_honorific(lower_at(first - 1));
        if (honorific) return add(first, last, PartyKind::Person, 3);
        if (given && count == 2 && !has_head_inside(first, last) &&
            !is_one_of(head, {"university", "college", "inc", "inc.", "foundation", "institute", "school",
                              "airport"}))
            return add(first, last, PartyKind::Person, 2);
        if (count >= 2 && is_head(last - 1) && is_outlet_head(head) && !is_organisation_head(head))
            return add(first, last, PartyKind::Outlet, 2);
        if ((count >= 2 && is_organisation_head(head)) || has_head_inside(first, last))
            return organisation(first, last);
        const bool the = first > 0 && lower_at(first - 1) == "the";
        if (count == 1 && is_organisation_head(head) && !is_given_name(head)) {
            if (the || !words_[first].initial) single_head(first);
            return;
        }
        if (count == 1 && is_outlet_head(head) && the) return add(first, last, PartyKind::Outlet, 1);
        if (place(first, last)) return;
        if (given && !has_link(first, last)) return add(first, last, PartyKind::Person, count <= 4 ? 2 : 1);
        if (count == 1 && is_dateline(first)) return add(first, last, PartyKind::Place, 2);
        if (count == 1 && is_acronym(words_[first].text) && !is_thing_acronym(first) && !is_shouted(first))
            return add(first, last, PartyKind::Organisation, 2);
        if (count == 1 && has_capital_inside(words_[first].text))
            return add(first, last, PartyKind::Organisation, 1);
        by_surroundings(first, last);
    }

    // "VelkAir", but "McLund" and "DeLund"
    static bool has_capital_inside(std::string_view text) {
        for (const std::string_view prefix :
             {"Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O'", "Da"})
            if (text.starts_with(prefix)) return false;
        for (std::size_t i = 2; i < text.size(); ++i)
            if (text[i] >= 'A' && text[i] <= 'Z' && text[i - 1] >= 'a' && text[i - 1] <= 'z') return true;
        return false;
    }

    bool has_link(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i)
            if (is_one_of(lower_at(i), {"of", "for", "and", "on", "&"})) return true;
        return false;
    }

    void organisation(std::size_t first, std::size_t last) {
        std::string owner = owner_before(first);
        if (owner.empty()) owner = owner_inside(first, last);
        const std::string name = spelled(words_, first, last);
        add(first, last, PartyKind::Organisation, 2, body_name(name, owner), owner);
    }

    // "the Legion", "the Army": names only what was named before; the state's own bodies stand after their
    // country.
    void single_head(std::size_t first) {
        const std::string owner = owner_before(first);
        if (!owner.empty())
            return add(first, first + 1, PartyKind::Organisation, 2,
                       body_name(spelled(words_, first, first + 1), owner), owner);
        add(first, first + 1, PartyKind::Organisation, 1);
    }

    bool place(std::size_t first, std::size_t last) {
        const std::size_t count = last - first;
        const std::string& head = lower_at(last - 1);
        if (count >= 2 && is_place_head(head) && !is_given_name(lower_at(first))) {
            const bool dropped = is_one_of(
                head, {"oblast", "region", "province", "raion", "district", "village", "town", "territory"});
            if (dropped && count == 2 && country_with_adjective(lower_at(first)) == nullptr)
                return add(first, last, PartyKind::Place, 2, spelled(words_, first, last - 1)), true;
            return add(first, last, PartyKind::Place, 2), true;
        }
        if (count >= 2 &&
            is_one_of(lower_at(first),
                      {"lake",  "mount", "fort", "cape",     "gulf",     "port",    "isle",    "strait",
                       "bay",   "st.",   "san",  "santa",    "los",      "las",     "el",      "north",
                       "south", "east",  "west", "northern", "southern", "eastern", "western", "central"}) &&
            !is_organisation_head(head))
            return add(first, last, PartyKind::Place, 1), true;
        // "the Velk region", "Velk and Orl regions"
        std::size_t after = last;
        while (after + 1 < words_.size() &&
               (words_[after].text == "," || lower_at(after) == "and" || lower_at(after) == "or") &&
               !words_[last - 1].possessive) {
            ++after;
            while (after < words_.size() && (words_[after].capital || lower_at(after) == "and")) ++after;
        }
        if (after < words_.size() && !words_[last - 1].possessive && !words_[after].capital &&
            (is_place_head(lower_at(after)) ||
             is_one_of(lower_at(after), {"regions", "provinces", "districts", "oblasts", "villages", "towns",
                                         "cities", "counties"})) &&
            lower_at(after) != "field" && lower_at(after) != "city")
            return add(first, last, PartyKind::Place, 2), true;
        if (first >= 2 && lower_at(first - 1) == "of" && !lower_at(first - 2).empty() &&
            !words_[first - 2].capital &&
            (is_place_head(lower_at(first - 2)) ||
             is_one_of(lower_at(first - 2), {"outskirts", "suburb", "capital", "settlement"})))
            return add(first, last, PartyKind::Place, 2), true;
        // "the governor of Orvik"
        if (first >= 2 && lower_at(first - 1) == "of" && !is_organisation_head(head) &&
            !is_given_name(lower_at(first)) &&
            is_one_of(lower_at(first - 2), {"governor", "mayor", "residents", "people", "outskirts", "north",
                                            "south", "east", "west"}))
            return add(first, last, PartyKind::Place, 1), true;
        if (in_list_of_places(first)) return add(first, last, PartyKind::Place, 2), true;
        if (first >= 1 && count <= 2 && !words_[first - 1].capital &&
            is_one_of(lower_at(first - 1), {"town", "village", "city", "capital"}))
            return add(first, last, PartyKind::Place, 2), true;
        return false;
    }

    // "the villages of Orvik, Lundby and | Velk"
    bool in_list_of_places(std::size_t first) const {
        std::size_t i = first;
        while (i > 0 && (words_[i - 1].capital || words_[i - 1].text == "," || lower_at(i - 1) == "and" ||
                         lower_at(i - 1) == "or"))
            --i;
        return i >= 2 && lower_at(i - 1) == "of" && is_place_head(singular(lower_at(i - 2))) &&
               lower_at(i - 2).ends_with('s');
    }

    // Four capitals and more beside another word in capitals are emphasis, or a speaker's name in a
    // transcript.
    bool is_shouted(std::size_t at) const {
        const auto shouts = [&](std::size_t i) {
            if (i >= words_.size() || words_[i].text.size() < 3) return false;
            return std::all_of(words_[i].text.begin(), words_[i].text.end(),
                               [](char c) { return c >= 'A' && c <= 'Z'; });
        };
        const bool beside = (at > 0 && shouts(at - 1)) || shouts(at + 1) ||
                            (words_[at].initial && at + 1 < words_.size() && words_[at + 1].text == ":");
        return words_[at].text.size() >= 4 && (beside || is_common_word(lower_at(at)));
    }

    // "LUND (Reuters) - ", "LUND, March 3 - ": where an agency's report was written.
    bool is_dateline(std::size_t at) const {
        if (!words_[at].initial || words_[at].text.size() < 4 || at + 2 >= words_.size()) return false;
        const std::string_view text = words_[at].text;
        if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return false;
        const NameWord& after = words_[at + 2];
        if (words_[at + 1].text == "(") return is_acronym(after.text) || !outlet(after.lower).empty();
        return words_[at + 1].text == "," && is_calendar_word(after.lower);
    }

    // "a US-built ABC rocket": letters that name a thing.
    bool is_thing_acronym(std::size_t first) const {
        for (std::size_t i = first; i > 0 && first - i < 3; --i) {
            const std::string& before = lower_at(i - 1);
            if (before == "a" || before == "an")
                return first + 1 < words_.size() && !words_[first + 1].mark &&
                       !is_role_word(words_[first + 1]);
            if (words_[i - 1].mark || before == "the") return false;
        }
        return false;
    }

    void by_surroundings(std::size_t first, std::size_t last) {
        const std::size_t count = last - first;
        const bool says =
            last < words_.size() && is_speech_verb(lower_at(last)) && !words_[last - 1].possessive;
        const bool said = first > 0 && is_speech_verb(lower_at(first - 1));
        if (has_link(first, last)) return add(first, last, PartyKind::Unknown, 0);
        if (!role_of(words_, first, last).empty()) return add(first, last, PartyKind::Person, 2);
        // "Lund, 45,"
        if (last + 2 < words_.size() && words_[last].text == "," && words_[last + 1].number &&
            words_[last + 1].text.size() == 2 && words_[last + 2].text == ",")
            return add(first, last, PartyKind::Person, 2);
        const bool determiner =
            first > 0 && is_one_of(lower_at(first - 1), {"the", "a", "an", "this", "that"});
        const bool initials =
            count >= 2 &&
            std::any_of(words_.begin() + static_cast<long>(first), words_.begin() + static_cast<long>(last),
                        [](const NameWord& w) { return w.text.size() == 2 && w.text[1] == '.'; });
        if (initials && !determiner) return add(first, last, PartyKind::Person, 2);
        if ((says || said) && !determiner && count <= 3) return add(first, last, PartyKind::Person, 1);
        if (first > 0 && count <= 2 &&
            is_one_of(lower_at(first - 1), {"in", "near", "at", "outside", "across", "throughout", "around",
                                            "toward", "towards", "into", "inside"}))
            return add(first, last, PartyKind::Place, count == 1 ? 1 : 0);
        if (count >= 2 && count <= 3 && !determiner && first > 0 && !words_[first].initial)
            return add(first, last, PartyKind::Person, 0);
        if (count >= 2 && count <= 3 && !determiner) return add(first, last, PartyKind::Person, 0);
        add(first, last, PartyKind::Unknown, 0);
    }

    const Document& document_;
    const WordList& words_;
    std::size_t first_;
    std::size_t last_;
    std::vector<NameReading> out_;
};

}  // namespace

std::vector<NameReading> read_run(const Document& document, const WordList& words, const Run& run) {
    return RunReader(document, words, run).read();
}

}  // namespace hearsay::engine
