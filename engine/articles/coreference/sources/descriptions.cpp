// The parties behind a description: "the ministry", "both groups", "his spokesman", "a statement".
#include "engine/articles/coreference/sources/resolver.hpp"

#include <algorithm>

#include "engine/articles/coreference/chains/name_chains.hpp"
#include "engine/articles/coreference/sources/nouns.hpp"
#include "engine/articles/parties/party_key.hpp"
#include "engine/articles/text/characters.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Nouns for people that do not tell one from another.
bool is_vague(std::string_view noun) {
    return is_one_of(noun, {"man", "woman", "person", "member", "source", "official", "resident", "witness",
                            "fighter", "soldier", "employee", "representative", "spokesperson"});
}

void add_once(std::vector<std::size_t>& list, std::size_t item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

SourceResolver::Chains SourceResolver::description(const SourceHead& head) {
    if (!head.members.empty()) {
        Chains out;
        for (const std::size_t m : head.members) add_once(out, document_.mentions[m].chain);
        return out;
    }
    if (is_statement_noun(head.noun) || is_inanimate(head.noun)) {
        Chains out = statement(head);
        if (!out.empty()) return out;
        if (!can_speak(head.noun)) return {};
    }
    if (is_named_body(head))
        if (const auto chain = described(head)) return {*chain};
    const bool definite = head.definite || !head.possessor.empty();
    if (definite && (head.plural || head.count > 1) && is_body_like(head.noun)) {
        Chains out = several(head);
        if (!out.empty()) return out;
    }
    if (definite && !head.plural && !head.other) {
        if (is_body_like(head.noun))
            if (const auto chain = body(head, head.span.begin)) return {*chain};
        if (head.possessor.empty() &&
            (is_role(head.noun) || is_one_of(head.noun, {"man", "woman", "person"})))
            if (const auto chain = person(head)) return {*chain};
    }
    if (const auto chain = introduced_later(head)) return {*chain};
    if (const auto chain = described(head)) return {*chain};
    return {};
}

// "a statement said", "the mill's statement", "figures that reached the agency": whoever is named in
// it, but for where it stood ("a message on Chatter"); else who is named before it in the sentence; else the
// last speaker.
SourceResolver::Chains SourceResolver::statement(const SourceHead& head) {
    const std::size_t at = head.span.begin;
    for (const std::size_t m : head.modifiers) {
        const Mention& name = document_.mentions[m];
        if (name.chain == Mention::npos || name.kind == PartyKind::Place) continue;
        const std::size_t from = name.span.begin < 4 ? 0 : name.span.begin - 4;
        if (lower(document_.slice({from, name.span.begin})) == " on ") continue;
        return {name.chain};
    }
    if (!is_statement_noun(head.noun)) return {};
    for (const std::size_t chain : names_before(at, std::nullopt))
        if (is_body(chain)) return coordinated_with(chain, at);
    for (const Speaker* speaker : speakers_before(at, 1)) return speaker->parties;
    return {};
}

// "both groups", "the two groups": the bodies that were named last, as many as are said, in one list or one
// after another.
SourceResolver::Chains SourceResolver::several(const SourceHead& head) const {
    const std::size_t at = head.span.begin;
    const std::size_t wanted = std::max<std::size_t>(head.count, 2);
    const auto fits = [&](std::size_t chain) {
        return is_body(chain) && !is_described(chain) && fits_country(head, chain) && can_be(head, chain);
    };
    for (const Speaker* speaker : speakers_before(at, 2))
        if (speaker->parties.size() >= wanted &&
            std::all_of(speaker->parties.begin(), speaker->parties.end(), fits))
            return speaker->parties;
    Chains out;
    for (const std::size_t chain : names_before(at, 6)) {
        if (document_.chain_kinds[chain] != PartyKind::Organisation || !fits(chain)) continue;
        if (!institution(lower(document_.chain_names[chain])).empty()) continue;
        out.push_back(chain);
        if (out.size() == wanted) break;
    }
    if (out.size() < wanted) out.clear();
    std::sort(out.begin(), out.end());
    return out;
}

std::optional<std::size_t> SourceResolver::body(const SourceHead& head, std::size_t at) const {
    const auto by_noun = [&](std::size_t chain) {
        if (!is_body(chain) || !fits_country(head, chain)) return false;
        if (is_described(chain))
            return described_[chain - named_chains_].noun == head.noun &&
                   !described_[chain - named_chains_].plural;
        return words_of_names(chain).contains(head.noun) || is_introduced_as(chain, head.noun);
    };
    // A firm's name often shows not even that it is a firm's.
    const bool business = is_business_noun(head.noun);
    const auto by_kind = [&](std::size_t chain) {
        const bool nondescript = business && document_.chain_kinds[chain] == PartyKind::Unknown;
        return (is_body(chain) || nondescript) && fits_country(head, chain) && can_be(head, chain);
    };
    const std::vector<const Speaker*> speakers = speakers_before(at, 2);
    // "his group": the one that he was said to belong to.
    if (!head.possessor.empty())
        for (const Speaker* speaker : speakers)
            for (const std::size_t chain : speaker->parties)
                if (is_described(chain))
                    for (const std::size_t own : described_[chain - named_chains_].bodies)
                        if (by_kind(own)) return own;
    for (const Speaker* speaker : speakers)
        for (const std::size_t chain : speaker->parties)
            if (by_noun(chain)) return chain;
    for (const std::size_t chain : names_before(at, 50))
        if (by_noun(chain)) return chain;
    for (const Speaker* speaker : speakers)
        if (speaker->parties.size() == 1 && by_kind(speaker->parties.front()))
            return speaker->parties.front();
    // A firm that the headline names is what the article is about.
    if (business)
        for (const std::size_t chain : headline_chains_)
            if (by_kind(chain)) return chain;
    // A general word: whoever was named last and can be one.
    if (is_one_of(head.noun, {"group", "agency", "organisation", "organization", "unit", "company", "body",
                              "militia", "outlet", "newspaper", "paper", "firm", "network"}))
        for (const std::size_t chain : names_before(at, 10))
            if (by_kind(chain)) return chain;
    return std::nullopt;
}

// Whether the person, as named or described before, has the role that the head noun says, and what else the
// description names ("the Velkian president") is in it.
bool SourceResolver::has_role_of(const SourceHead& head, std::size_t chain) const {
    const Gender gender = traits_[chain].gender;
    if (!is_person(chain) ||
        (gender != Gender::Unknown && head.gender != Gender::Unknown && gender != head.gender))
        return false;
    const std::vector<std::string>& roles = traits_[chain].roles;
    const std::vector<std::string>& heads = traits_[chain].role_heads;
    const bool same = is_described(chain)
                          ? same_role(described_[chain - named_chains_].noun, head.noun)
                          : std::any_of(heads.begin(), heads.end(), [&](const std::string& role) {
                                return same_role(role, head.noun) || is_kind_of_role(role, head.noun);
                            });
    return same && std::all_of(head.modifiers.begin(), head.modifiers.end(), [&](std::size_t m) {
               const auto name = fold_words(document_.chain_names[document_.mentions[m].chain]);
               return std::any_of(name.begin(), name.end(), [&](const std::string& word) {
                   return std::find(roles.begin(), roles.end(), word) != roles.end();
               });
           });
}

// "Velk mayor denies theft" in a headline: the one person whom the article names with this role.
std::optional<std::size_t> SourceResolver::introduced_later(const SourceHead& head) const {
    if (head.plural || head.other || head.count > 0 || !is_role(head.noun) || !is_headline(head.span.begin))
        return std::nullopt;
    std::optional<std::size_t> only;
    for (std::size_t chain = 0; chain < named_chains_; ++chain) {
        if (!has_role_of(head, chain)) continue;
        if (only) return std::nullopt;
        only = chain;
    }
    return only;
}

std::optional<std::size_t> SourceResolver::person(const SourceHead& head) const {
    const std::size_t at = head.span.begin;
    const auto gender_fits = [&](std::size_t chain) {
        return traits_[chain].gender == Gender::Unknown || head.gender == Gender::Unknown ||
               traits_[chain].gender == head.gender;
    };
    const std::vector<std::string> words = fold_words(head.text);
    for (const Speaker* speaker : speakers_before(at, 3))
        for (const std::size_t chain : speaker->parties)
            if (has_role_of(head, chain)) return chain;
    for (const std::size_t chain : names_before(at, 50))
        if (has_role_of(head, chain)) return chain;
    // "the Velk senator" where no senator was introduced: an epithet of the last speaker, if nothing else is
    // known of him.
    for (const Speaker* speaker : speakers_before(at, 1)) {
        const std::size_t chain = speaker->parties.front();
        if (speaker->parties.size() == 1 && !is_described(chain) && is_person(chain) && gender_fits(chain) &&
            traits_[chain].roles.empty() && is_main_person(chain))
            return chain;
    }
    if (words.size() > 1) return std::nullopt;
    // Somebody who was only described before: "a member of the group said ... the fighter added".
    for (const Speaker* speaker : speakers_before(at, 1)) {
        const std::size_t chain = speaker->parties.front();
        if (speaker->parties.size() == 1 && is_described(chain) && is_person(chain) && gender_fits(chain) &&
            (is_vague(head.noun) || is_vague(described_[chain - named_chains_].noun)))
            return chain;
    }
    return std::nullopt;
}

// The description as a name: "its spokesman" and "the mill's spokesman" with the body's name, "the
// rescue corps diver" with the full name of what it belongs to.
std::string SourceResolver::described_name(const SourceHead& head) const {
    if (is_named_body(head))
        return document_.chain_names[document_.mentions[head.modifiers.front()].chain] + " " + head.noun;
    const WordList words = words_of(document_, head.span);
    const auto named = [&](const std::string& noun) -> std::string {
        SourceHead owner;
        owner.noun = noun;
        owner.text = noun;
        owner.definite = true;
        const auto chain = body(owner, head.span.begin);
        return chain && !is_described(*chain) ? document_.chain_names[*chain] : std::string();
    };
    if (!head.owner.empty()) return head.owner + "'s " + head.text;
    if (head.possessor == "its" || head.possessor == "their")
        if (const std::string name = named("organization"); !name.empty()) return name + " " + head.text;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i].capital || !is_body_like(words[i].lower)) continue;
        const std::string rest(document_.slice({words[i + 1].span.begin, head.span.end}));
        if (words[i].possessive) {
            const std::string name = named(words[i].lower);
            if (!name.empty()) return name + " " + rest;
        }
        // "rescue corps" of "Velk Rescue Corps"
        for (std::size_t first = 0; first < i; ++first) {
            const std::string tail = joined_lower(words, first, i + 1);
            if (const auto chain = body_with_tail(tail)) return document_.chain_names[*chain] + " " + rest;
        }
    }
    return with_body_named(head.text, head.span.begin);
}

// "Orr campaign" and "Orr's campaign": a name and a singular noun for a body.
bool SourceResolver::is_named_body(const SourceHead& head) const {
    if (head.kind != SourceHead::Kind::Description || head.plural || head.modifiers.size() != 1 ||
        !is_body_noun(head.noun))
        return false;
    const Mention& name = document_.mentions[head.modifiers.front()];
    const std::string written(document_.slice(name.span));
    return head.text == written + " " + head.noun || head.text == written + "'s " + head.noun ||
           head.text == written + "’s " + head.noun;
}

// A party that the article does not name: one chain for one description; none for what cannot speak.
std::optional<std::size_t> SourceResolver::described(const SourceHead& head) {
    if (!can_speak(head.noun) || head.text.empty()) return std::nullopt;
    // "European | reluctance"
    if (!head.plural && country_with_adjective(head.noun) != nullptr) return std::nullopt;
    const std::string name = described_name(head);
    const bool somebody_new = head.other || (head.count > 0 && !head.definite);
    if (!somebody_new)
        if (const auto known = described_as_.find(lower(name)); known != described_as_.end())
            return known->second;
    PartyKind kind = PartyKind::Group;
    if (!head.plural && !is_body_like(head.noun) && !is_inanimate(head.noun) &&
        !is_statement_noun(head.noun) && head.noun != "media")
        kind = PartyKind::Person;
    // "the Orr campaign", "the Velk government": as good as a name.
    if (is_named_body(head)) kind = PartyKind::Organisation;
    const std::size_t chain = add_chain(document_, name, kind);
    described_as_.emplace(lower(name), chain);
    Described own{head.noun, head.plural, {}};
    for (const std::size_t m : head.modifiers)
        if (is_body(document_.mentions[m].chain)) own.bodies.push_back(document_.mentions[m].chain);
    described_.push_back(std::move(own));
    PartyTraits traits;
    traits.gender = head.gender;
    traits.roles = fold_words(name);
    traits.owner = country_of_head(head);
    traits_.push_back(std::move(traits));
    return chain;
}

}  // namespace hearsay::engine
