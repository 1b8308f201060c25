#include "engine/articles/names/gazetteer.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "engine/articles/english/gazetteer.hpp"
#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};
using WordSet = std::unordered_set<std::string, Hash, std::equal_to<>>;
template <class T>
using Index = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    std::size_t at = 0;
    while ((at = text.find_first_not_of(separators, at)) != text.npos) {
        const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end;
    }
    return parts;
}

std::size_t word_count(std::string_view phrase) {
    return static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
}

struct Gazetteer {
    std::vector<Country> countries;
    Index<const Country*> by_name, by_adjective, by_any;
    WordSet places, men, women, either, organisation_heads, outlet_heads, place_heads, roles, men_roles,
        women_roles, groups, bodies, state_bodies, common, calendar, verbs;
    Index<std::string> institutions, outlets, spellings;
    std::size_t longest_body = 1;

    static WordSet words(std::string_view text, std::string_view separators = " \n") {
        WordSet out;
        for (const std::string_view word : split(text, separators)) out.insert(lower(word));
        return out;
    }
    static Index<std::string> names(std::string_view text) {
        Index<std::string> out;
        for (const std::string_view name : split(text, "\n")) out.emplace(lower(name), name);
        return out;
    }
    void read_countries() {
        namespace data = gazetteer_data;
        for (const std::string_view line : split(data::countries, "\n")) {
            std::vector<std::string> fields(1);
            for (const char c : line) {
                if (c == '|')
                    fields.emplace_back();
                else
                    fields.back() += c;
            }
            Country country{fields[0], {}, fields[2], {}};
            for (const std::string_view word : split(fields[1], ",")) country.adjectives.emplace_back(word);
            for (const std::string_view word : split(fields[3], ",")) country.others.emplace_back(word);
            countries.push_back(std::move(country));
        }
        for (const Country& country : countries) {
            by_name.emplace(lower(country.name), &country);
            by_any.emplace(lower(country.name), &country);
            places.insert(lower(country.name));
            places.insert(lower(country.capital));
            by_any.emplace(lower(country.capital), &country);
            for (const std::string& word : country.adjectives) {
                by_adjective.emplace(lower(word), &country);
                by_any.emplace(lower(word), &country);
            }
            for (const std::string& word : country.others) {
                // Kiev is another name of the capital: it stands for the country but does not name it.
                if (word != "Kiev") by_name.emplace(lower(word), &country);
                by_any.emplace(lower(word), &country);
                places.insert(lower(word));
            }
        }
    }

    Gazetteer() {
        namespace data = gazetteer_data;
        places = words(data::places, "\n");
        for (const std::string_view line : split(data::spellings, "\n")) {
            const std::size_t bar = line.find('|');
            spellings.emplace(lower(line.substr(0, bar)), line.substr(bar + 1));
            places.insert(lower(line.substr(0, bar)));
        }
        read_countries();
        institutions = names(data::institutions);
        outlets = names(data::outlets);
        men = words(data::men);
        women = words(data::women);
        either = words(data::either);
        organisation_heads = words(data::organisation_heads);
        outlet_heads = words(data::outlet_heads);
        place_heads = words(data::place_heads);
        roles = words(data::roles);
        men_roles = words(data::men_roles);
        women_roles = words(data::women_roles);
        groups = words(data::group_nouns);
        bodies = words(data::body_nouns);
        state_bodies = words(data::state_bodies, "\n");
        for (const std::string& body : state_bodies) longest_body = std::max(longest_body, word_count(body));
        common = words(data::common_words);
        calendar = words(data::calendar);
        verbs = words(data::speech_verbs);
    }
};

const Gazetteer& gazetteer() {
    static const Gazetteer instance;
    return instance;
}

template <class T>
const Country* look_up(const T& index, std::string_view phrase) {
    const auto found = index.find(phrase);
    return found == index.end() ? nullptr : found->second;
}
std::string_view spelling(const Index<std::string>& index, std::string_view phrase) {
    const auto found = index.find(phrase);
    return found == index.end() ? std::string_view() : std::string_view(found->second);
}

struct Honorific {
    std::string_view word;
    Gender gender;
};
constexpr Honorific honorifics[] = {
    {"mr.", Gender::Man},       {"mr", Gender::Man},        {"mrs.", Gender::Woman},
    {"mrs", Gender::Woman},     {"ms.", Gender::Woman},     {"ms", Gender::Woman},
    {"miss", Gender::Woman},    {"sir", Gender::Man},       {"lord", Gender::Man},
    {"lady", Gender::Woman},    {"dame", Gender::Woman},    {"madame", Gender::Woman},
    {"dr.", Gender::Unknown},   {"dr", Gender::Unknown},    {"prof.", Gender::Unknown},
    {"rev.", Gender::Unknown},  {"sen.", Gender::Unknown},  {"sens.", Gender::Unknown},
    {"rep.", Gender::Unknown},  {"reps.", Gender::Unknown}, {"gov.", Gender::Unknown},
    {"gen.", Gender::Unknown},  {"col.", Gender::Unknown},  {"lt.", Gender::Unknown},
    {"maj.", Gender::Unknown},  {"capt.", Gender::Unknown}, {"sgt.", Gender::Unknown},
    {"adm.", Gender::Unknown},  {"brig.", Gender::Unknown}, {"cmdr.", Gender::Unknown},
    {"pres.", Gender::Unknown}, {"supt.", Gender::Unknown}, {"hon.", Gender::Unknown},
    {"sec.", Gender::Unknown},  {"atty.", Gender::Unknown}, {"det.", Gender::Unknown},
    {"fr.", Gender::Man},       {"pvt.", Gender::Unknown},  {"cpl.", Gender::Unknown},
    {"insp.", Gender::Unknown}};

const Honorific* honorific(std::string_view word) {
    for (const Honorific& h : honorifics)
        if (h.word == word) return &h;
    return nullptr;
}

}  // namespace

const Country* country_named(std::string_view phrase) {
    return look_up(gazetteer().by_name, phrase);
}
const Country* country_with_adjective(std::string_view phrase) {
    return look_up(gazetteer().by_adjective, phrase);
}
const Country* country_of(std::string_view phrase) {
    return look_up(gazetteer().by_any, phrase);
}
const Country* country_before_noun(std::string_view phrase) {
    for (const std::string_view letters : {"u.s.", "us", "uk", "u.k.", "uae"})
        if (phrase == letters) return country_named(phrase);
    return country_with_adjective(phrase);
}
bool is_place_name(std::string_view phrase) {
    return gazetteer().places.contains(phrase);
}
std::string_view usual_spelling(std::string_view place) {
    return spelling(gazetteer().spellings, place);
}
std::string_view institution(std::string_view phrase) {
    return spelling(gazetteer().institutions, phrase);
}
std::string_view outlet(std::string_view phrase) {
    return spelling(gazetteer().outlets, phrase);
}
bool is_given_name(std::string_view word) {
    const Gazetteer& g = gazetteer();
    return g.men.contains(word) || g.women.contains(word) || g.either.contains(word);
}
Gender gender_of_given_name(std::string_view word) {
    const Gazetteer& g = gazetteer();
    const bool man = g.men.contains(word);
    const bool woman = g.women.contains(word);
    if (man == woman || g.either.contains(word)) return Gender::Unknown;
    return man ? Gender::Man : Gender::Woman;
}
bool is_organisation_head(std::string_view word) {
    return gazetteer().organisation_heads.contains(word);
}
bool is_company_ending(std::string_view word) {
    static const WordSet endings = Gazetteer::words(
        "inc inc. ltd ltd. co co. corp corp. corporation company plc llc llp ag technologies holdings motors "
        "airlines airways group");
    return endings.contains(word);
}
bool is_outlet_head(std::string_view word) {
    return gazetteer().outlet_heads.contains(word);
}
bool is_place_head(std::string_view word) {
    return gazetteer().place_heads.contains(word);
}
bool is_role(std::string_view word) {
    const Gazetteer& g = gazetteer();
    const auto known = [&](std::string_view w) {
        return g.roles.contains(w) || g.men_roles.contains(w) || g.women_roles.contains(w);
    };
    if (known(word) || known(singular(word))) return true;
    const std::size_t hyphen = word.rfind('-');
    return hyphen != word.npos && known(word.substr(hyphen + 1));
}
Gender gender_of_role(std::string_view word) {
    const Gazetteer& g = gazetteer();
    const std::string one = singular(word);
    if (g.men_roles.contains(one)) return Gender::Man;
    if (g.women_roles.contains(one)) return Gender::Woman;
    return Gender::Unknown;
}
bool is_honorific(std::string_view word) {
    return honorific(word) != nullptr;
}
Gender gender_of_honorific(std::string_view word) {
    const Honorific* found = honorific(word);
    return found == nullptr ? Gender::Unknown : found->gender;
}
bool is_group_noun(std::string_view word) {
    return gazetteer().groups.contains(word);
}
bool is_body_noun(std::string_view word) {
    return gazetteer().bodies.contains(word);
}
bool is_state_body(std::string_view phrase) {
    return gazetteer().state_bodies.contains(phrase);
}
std::size_t longest_state_body() {
    return gazetteer().longest_body;
}
bool is_common_word(std::string_view word) {
    return gazetteer().common.contains(word);
}
bool is_calendar_word(std::string_view word) {
    return gazetteer().calendar.contains(word);
}
bool is_speech_verb(std::string_view word) {
    return gazetteer().verbs.contains(word);
}

std::string singular(std::string_view word) {
    const auto ends = [&](std::string_view tail) {
        return word.size() > tail.size() && word.ends_with(tail);
    };
    const auto cut = [&](std::size_t n, std::string_view tail) {
        return std::string(word.substr(0, word.size() - n)) + std::string(tail);
    };
    if (word == "people") return "person";
    if (ends("men") && word != "women") return cut(3, "man");
    if (word == "women") return "woman";
    if (ends("ies")) return cut(3, "y");
    if (ends("sses") || ends("ches") || ends("shes") || ends("xes")) return cut(2, "");
    if (ends("s") && !ends("ss") && !ends("us") && !ends("ps") && word.size() > 3) return cut(1, "");
    if (ends("ps") && word != "corps") return cut(1, "");
    return std::string(word);
}

}  // namespace hearsay::engine
