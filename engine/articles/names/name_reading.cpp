#include "engine/articles/names/name_reading.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/name_forms.hpp"
#include "engine/articles/names/outlets.hpp"
#include "engine/articles/names/role.hpp"
#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

bool belongs_to_name(const NameWord& word) {
    return word.capital || word.number;
}

// "Sen." is a role as well.
std::string office_of_honorific(const std::string& honorific) {
    static const std::pair<std::string_view, std::string_view> offices[] = {
        {"sen.", "Senator"},  {"rep.", "Representative"}, {"gov.", "Governor"},   {"gen.", "General"},
        {"col.", "Colonel"},  {"pres.", "President"},     {"prof.", "Professor"}, {"capt.", "Captain"},
        {"maj.", "Major"},    {"lt.", "Lieutenant"},      {"sgt.", "Sergeant"},   {"adm.", "Admiral"},
        {"rev.", "Reverend"}, {"det.", "Detective"}};
    for (const auto& [word, office] : offices)
        if (word == honorific) return std::string(office);
    return {};
}

// One tagged stretch, cut down to its name.
class TagReader {
  public:
    TagReader(const Document& document, const WordList& words, std::size_t first, std::size_t last)
        : document_(document), words_(words), first_(first), last_(last) {}

    std::optional<NameReading> read(NameClass tag) {
        trim();
        if (first_ == last_ || (last_ - first_ == 1 && words_[first_].lower == "i")) return {};
        if (auto known = read_known(words_, first_, last_)) {
            const bool person = tag == NameClass::Person && is_person_beside_known();
            if (!person && known->kind != PartyKind::Organisation) return known;
            if (!person) return of_country(std::move(*known));
        } else if (std::all_of(begin(), end(), is_derived_word)) {
            return {};
        }
        if (is_place_by_words() || (tag == NameClass::Person && stands_in_place())) return place();
        if (is_body_by_words(tag)) return body(1);
        switch (tag) {
            case NameClass::Person:
                return person();
            case NameClass::Organisation:
                return body(1);
            case NameClass::Place:
                return place();
            case NameClass::Other:
                break;
        }
        return reading(PartyKind::Unknown, 0);
    }

  private:
    WordList::const_iterator begin() const { return words_.begin() + static_cast<long>(first_); }
    WordList::const_iterator end() const { return words_.begin() + static_cast<long>(last_); }

    void trim() {
        const auto leads = [](const NameWord& word) {
            return !belongs_to_name(word) || word.lower == "the" || word.lower == "a" ||
                   is_honorific(word.lower);
        };
        while (first_ < last_ && leads(words_[first_])) ++first_;
        while (first_ < last_ && !belongs_to_name(words_[last_ - 1])) --last_;
    }

    // "Jordan" after an honorific or a role is no country.
    bool is_person_beside_known() const {
        if (first_ > 0 && (is_honorific(words_[first_ - 1].lower) || is_role_word(words_[first_ - 1])))
            return true;
        return last_ - first_ == 1 && is_given_name(words_[first_].lower);
    }

    // "Orvik region", "village of Orvik"
    bool is_place_by_words() const {
        static const std::unordered_set<std::string> areas = {"region",    "province",   "district", "oblast",
                                                              "village",   "county",     "town",     "city",
                                                              "outskirts", "settlement", "territory"};
        if (last_ - first_ > 2 || is_role_word(words_[last_ - 1])) return false;
        if (first_ >= 2 && words_[first_ - 1].lower == "of" && !words_[first_ - 2].capital &&
            areas.contains(singular(words_[first_ - 2].lower)))
            return true;
        if (last_ == words_.size() || words_[last_ - 1].possessive || words_[last_].capital) return false;
        const std::string next = singular(words_[last_].lower);
        return areas.contains(next) && next != "town" && next != "city";
    }

    // "in Orvik": nobody is there.
    bool stands_in_place() const {
        if (last_ - first_ != 1 || first_ == 0 || words_[first_].possessive) return false;
        const std::string& before = words_[first_ - 1].lower;
        return before == "in" || before == "near" || before == "outside";
    }

    // Its own words say that it is a body, whatever the tag: "Velk Battalion", "University of Velk",
    // letters.
    bool is_body_by_words(NameClass tag) const {
        const NameWord& head = words_[last_ - 1];
        if (last_ - first_ == 1) {
            if (tag != NameClass::Person && tag != NameClass::Place) return false;
            const bool line =
                head.initial && last_ < words_.size() && words_[last_].mark;  // "OSLO (", "ORR:"
            const bool letters = head.text.size() >= 3 && head.text.size() <= 4 && is_acronym(head.text);
            return (letters && head.text.find('.') == head.text.npos && !line) ||
                   (tag == NameClass::Person && has_capital_inside(head.text));
        }
        if (tag == NameClass::Person && is_given_name(words_[first_].lower)) return false;
        if (is_organisation_head(head.lower)) return true;
        if (tag != NameClass::Person && is_outlet_head(head.lower)) return true;
        for (std::size_t i = first_; i + 1 < last_; ++i)
            if (is_organisation_head(words_[i].lower) && !words_[i + 1].capital) return true;
        return false;
    }
    // "VelkAir", but "McLund" and "DeLund"
    static bool has_capital_inside(std::string_view text) {
        for (const std::string_view prefix :
             {"Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O'", "O’", "Da"})
            if (text.starts_with(prefix)) return false;
        for (std::size_t i = 2; i < text.size(); ++i)
            if (text[i] >= 'A' && text[i] <= 'Z' && text[i - 1] >= 'a' && text[i - 1] <= 'z') return true;
        return false;
    }

    NameReading reading(PartyKind kind, int strength) const {
        return {first_, last_, kind, strength, spelled(words_, first_, last_), {}, {}};
    }

    NameReading person() {
        // "Mayor Lena Orr"
        for (std::size_t i = first_; i + 1 < last_ && !is_given_name(words_[i].lower); ++i)
            if (is_role_word(words_[i])) first_ = i + 1;
        NameReading out = reading(PartyKind::Person, 1);
        out.name = without_shouting(std::move(out.name));
        out.role = role_text(document_, words_, first_, last_);
        const bool addressed = first_ > 0 && is_honorific(words_[first_ - 1].lower);
        const bool full = last_ - first_ >= 2 && is_given_name(words_[first_].lower);
        if (full || addressed || !out.role.empty()) out.strength = 2;
        return out;
    }

    NameReading place() const {
        NameReading out =
            reading(PartyKind::Place, is_place_head(words_[last_ - 1].lower) || is_place_by_words() ? 2 : 1);
        out.name = without_shouting(std::move(out.name));
        return out;
    }

    NameReading body(int strength) {
        const std::string& head = words_[last_ - 1].lower;
        NameReading out = reading(PartyKind::Organisation, strength);
        const bool organisation = is_organisation_head(head);
        if (outlet_named(out.name) != nullptr || (is_outlet_head(head) && !organisation))
            out.kind = PartyKind::Outlet;
        else if (last_ - first_ >= 2 && organisation)
            out.strength = 2;
        return of_country(std::move(out));
    }

    // The country whose body it is, which may belong to its name: "Norwegian Defense Ministry", "Norway's
    // Army".
    NameReading of_country(NameReading out) {
        if (const std::size_t rest = after_country(first_); rest > first_ && rest < last_) {
            out.owner = country_before_noun(joined_lower(words_, first_, rest))->name;
            out.name = body_name(out.name, "");
            return out;
        }
        for (std::size_t rest = std::min(first_ + 3, last_ - 1); rest > first_; --rest) {
            const Country* country =
                words_[rest - 1].possessive ? country_named(joined_lower(words_, first_, rest)) : nullptr;
            if (country == nullptr) continue;
            out.first = rest;
            out.owner = country->name;
            out.name = body_name(spelled(words_, rest, last_), out.owner);
            return out;
        }
        if (after_link(out)) return out;
        for (std::size_t length = std::min<std::size_t>(3, first_); length > 0; --length) {
            const std::size_t at = first_ - length;
            const std::string phrase = joined_lower(words_, at, first_);
            const bool possessive = words_[first_ - 1].possessive;
            const Country* country = possessive ? country_named(phrase) : country_before_noun(phrase);
            if (country == nullptr || !words_[at].capital) continue;
            out.owner = country->name;
            const std::string core = joined_lower(words_, first_, last_);
            if (possessive) {
                out.name = body_name(out.name, out.owner);
            } else if (is_state_body(core) || !institution(core).empty() || last_ - first_ == 1) {
                out.first = at;
                out.name = body_name(spelled(words_, at, last_), "");
            }
            return out;
        }
        return out;
    }

    std::size_t after_country(std::size_t at) const {
        for (std::size_t length = std::min<std::size_t>(2, last_ - at); length > 0; --length)
            if (country_before_noun(joined_lower(words_, at, at + length)) != nullptr) return at + length;
        return at;
    }

    // "Ministry of Defence of Norway", tagged with its country or without.
    bool after_link(NameReading& out) const {
        for (std::size_t of = first_ + 1; of + 1 < words_.size() && of <= last_; ++of) {
            if (words_[of].lower != "of" || words_[of - 1].possessive) continue;
            const std::size_t name = of + (words_[of + 1].lower == "the" ? 2 : 1);
            for (std::size_t end = std::min(name + 3, words_.size()); end > name; --end) {
                if (end < last_) break;
                const Country* country = country_named(joined_lower(words_, name, end));
                if (country == nullptr || !words_[name].capital) continue;
                out.last = end;
                out.owner = country->name;
                out.name = body_name(spelled(words_, first_, end), out.owner);
                return true;
            }
        }
        return false;
    }

    const Document& document_;
    const WordList& words_;
    std::size_t first_;
    std::size_t last_;
};

}  // namespace

bool is_derived_word(const NameWord& word) {
    if (const std::size_t hyphen = word.lower.find('-'); hyphen != std::string::npos) {
        const std::string first = word.lower.substr(0, hyphen);
        const std::string second = word.lower.substr(hyphen + 1);
        if (!word.capital || hyphen == 1) return true;  // "R-WI": a senator's party and state
        if (begins_lower(word.text.substr(hyphen + 1)) && second != "elect" && !is_role(second)) return true;
        return country_of(first) != nullptr && country_of(second) != nullptr;
    }
    static const std::unordered_set<std::string> creeds = {
        "republican", "democrat",     "democratic", "muslim",  "christian", "jewish",   "jew",
        "catholic",   "islamic",      "islamist",   "arab",    "latino",    "hispanic", "soviet",
        "nazi",       "conservative", "liberal",    "tory",    "tories",    "god",      "internet",
        "asian",      "african",      "european",   "english", "scottish",  "welsh",    "western"};
    const std::string one = singular(word.lower);
    return creeds.contains(word.lower) || creeds.contains(one) || is_group_noun(word.lower) ||
           country_with_adjective(word.lower) != nullptr || country_with_adjective(one) != nullptr;
}

std::optional<NameReading> read_tagged(const Document& document, const WordList& words, std::size_t first,
                                       std::size_t last, NameClass tag) {
    return TagReader(document, words, first, last).read(tag);
}

std::optional<NameReading> read_known(const WordList& words, std::size_t first, std::size_t last) {
    const std::string phrase = joined_lower(words, first, last);
    if (phrase == "us" && words[first].text != "US") return {};
    NameReading out{first, last, PartyKind::Unknown, 3, {}, {}, {}};
    if (const std::string_view body = institution(phrase); !body.empty()) {
        out.kind = PartyKind::Organisation;
        out.name = body;
    } else if (const std::string_view paper = outlet(phrase); !paper.empty()) {
        out.kind = PartyKind::Outlet;
        out.name = paper;
    } else if (const Country* country = country_named(phrase)) {
        out.kind = PartyKind::Place;
        out.name = country->name;
    } else if (is_place_name(phrase)) {
        out.kind = PartyKind::Place;
        out.name = usual_spelling(phrase);
        if (out.name.empty()) out.name = without_shouting(spelled(words, first, last));
    } else {
        return {};
    }
    return out;
}

std::string role_text(const Document& document, const WordList& words, std::size_t first, std::size_t last) {
    const Span role = role_of(words, first, last);
    if (!role.empty()) return std::string(document.slice(role));
    return first > 0 ? office_of_honorific(words[first - 1].lower) : std::string();
}

}  // namespace hearsay::engine
