#include "engine/articles/coreference/chains/short_names.hpp"

#include <algorithm>

#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/name_forms.hpp"
#include "engine/articles/parties/party_key.hpp"
#include "engine/articles/text/characters.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

constexpr std::size_t several = Mention::npos - 1;  // no chain's number
constexpr int most_tries = 200;  // names with one key that do not fit, such as the bodies of other countries

bool is_body(PartyKind kind) {
    return kind == PartyKind::Organisation || kind == PartyKind::Outlet;
}

std::string folded(const std::string& name) {
    std::string out;
    for (const std::string& word : fold_words(name)) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string initials(const std::string& name) {
    std::string out;
    bool start = true;
    for (const char c : name) {
        if (start && c >= 'A' && c <= 'Z') out += c;
        start = c == ' ' || c == '-';
    }
    return out;
}

// "Velkia" for "Velkia Motors Ltd": the names before endings of companies.
std::vector<std::string> firm_names(const std::string& full) {
    std::vector<std::string> out;
    for (std::size_t end = full.size(); end != 0 && end != std::string::npos;) {
        const std::size_t space = full.rfind(' ', end - 1);
        if (space == std::string::npos || space == 0) break;
        if (!is_company_ending(lower(std::string_view(full).substr(space + 1, end - space - 1)))) break;
        out.push_back(full.substr(0, space));
        end = space;
    }
    return out;
}

std::string short_surname(const std::string& name) {
    return word_count(name) == 1 ? surname_of(name) : folded(name);
}

}  // namespace

std::size_t word_count(const std::string& name) {
    return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
}

std::string first_word(const std::string& name) {
    return name.substr(0, name.find(' '));
}

bool ends_with_words(const std::string& name, const std::string& tail) {
    return name.size() > tail.size() + 1 && lower(name).ends_with(lower(tail)) &&
           name[name.size() - tail.size() - 1] == ' ';
}

std::string without_stops(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != '.') out += c;
    return out;
}

std::vector<std::string> tails_of(const std::string& name) {
    constexpr std::size_t most = 12;  // words; what is longer is no name, and its ends would be quadratic
    std::vector<std::string> out;
    const std::string small = lower(name);
    std::size_t end = small.size();
    for (std::size_t words = 0; words < most && end > 0; ++words) {
        const std::size_t space = small.rfind(' ', end - 1);
        if (space == std::string::npos) break;
        out.push_back(small.substr(space + 1));
        end = space;
    }
    return out;
}

std::vector<std::string> ShortNames::keys_of_full(const Mention& mention) const {
    std::vector<std::string> keys;
    if (is_body(mention.kind)) {
        if (word_count(mention.name) >= 2) keys.push_back("letters:" + initials(mention.name));
        for (const std::string& name : firm_names(mention.name)) keys.push_back("firm:" + name);
        for (const std::string& tail : tails_of(mention.name)) keys.push_back("tail:" + tail);
    }
    if (mention.kind == PartyKind::Person) {
        keys.push_back("surname:" + surname_of(mention.name));
        keys.push_back("given:" + lower(first_word(mention.name)));
    }
    return keys;
}

std::vector<std::string> ShortNames::keys_of_short(const Mention& mention) const {
    if (is_body(mention.kind)) {
        if (is_acronym(mention.name)) return {"letters:" + without_stops(mention.name)};
        return {"firm:" + mention.name, "tail:" + lower(mention.name)};
    }
    if (mention.kind == PartyKind::Person || mention.kind == PartyKind::Unknown)
        return {"surname:" + short_surname(mention.name), "given:" + lower(mention.name)};
    return {};
}

void ShortNames::add(std::size_t i) {
    const Mention& mention = document_.mentions[i];
    for (const std::string& key : keys_of_full(mention)) mentions_[key].insert(i);
    if (mention.kind != PartyKind::Person || word_count(mention.name) < 2) return;
    std::size_t& chain =
        chains_by_first_name_.try_emplace(first_word(mention.name), mention.chain).first->second;
    if (chain != mention.chain) chain = several;
}

std::size_t ShortNames::chain_by_first_name(const std::string& name) const {
    const auto found = chains_by_first_name_.find(name);
    return found == chains_by_first_name_.end() || found->second == several ? Mention::npos : found->second;
}

std::size_t ShortNames::fuller(std::size_t i) const {
    const Mention& mention = document_.mentions[i];
    std::size_t before = Mention::npos, behind = Mention::npos;
    for (const std::string& key : keys_of_short(mention)) {
        const auto found = mentions_.find(key);
        if (found == mentions_.end()) continue;
        const std::set<std::size_t>& places = found->second;
        auto at = places.lower_bound(i);
        for (int tries = 0; at != places.begin() && tries < most_tries; ++tries) {
            --at;
            if (before != Mention::npos && *at < before) break;
            if (!stands_for(mention, *at)) continue;
            before = *at;
            break;
        }
        at = places.upper_bound(i);
        for (int tries = 0; at != places.end() && tries < most_tries && *at < behind; ++at, ++tries) {
            if (!stands_for(mention, *at)) continue;
            behind = *at;
            break;
        }
    }
    return before != Mention::npos ? before : behind;
}

bool ShortNames::stands_for(const Mention& m, std::size_t other) const {
    const Mention& full = document_.mentions[other];
    if (is_body(m.kind) && is_body(full.kind)) {
        if (is_acronym(m.name))
            return word_count(full.name) >= 2 && initials(full.name) == without_stops(m.name);
        const std::vector<std::string> firms = firm_names(full.name);
        if (std::find(firms.begin(), firms.end(), m.name) != firms.end()) return true;
        // "the Legion", "Rescue Corps", "Fishery Ministry"; not "House" for "White House".
        return ends_with_words(full.name, m.name) && institution(lower(full.name)).empty() &&
               (m.owner.empty() || m.owner == full.owner);
    }
    if ((m.kind == PartyKind::Person || m.kind == PartyKind::Unknown) && full.kind == PartyKind::Person &&
        word_count(full.name) > word_count(m.name)) {
        if (short_surname(m.name) == surname_of(full.name)) return true;
        const std::string name = lower(m.name);
        return is_given_name(name) && name == lower(first_word(full.name));
    }
    return false;
}

}  // namespace hearsay::engine
