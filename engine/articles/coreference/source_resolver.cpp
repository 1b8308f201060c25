#include "engine/articles/coreference/source_resolver.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "engine/articles/characters.hpp"
#include "engine/articles/coreference/name_chains.hpp"
#include "engine/articles/parties/party_key.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Sources that are somebody's words: whoever said them is meant.
bool is_statement_noun(std::string_view noun) {
    return is_one_of(noun, {"statement", "post", "message", "tweet", "letter", "communique", "declaration",
                            "email", "release", "posting", "briefing", "announcement", "memo"});
}

bool is_body_like(const std::string& noun) {
    return is_body_noun(noun) || is_one_of(noun, {"unit", "militia", "formation", "outlet", "network",
                                                  "company", "paper", "newspaper", "website"});
}

// Nouns of the state's and firms' bodies, which no armed group is, and the other way about.
bool is_state_noun(const std::string& noun) {
    return is_one_of(noun, {"ministry", "agency", "department", "bureau", "office", "service", "court",
                            "commission", "authority", "board", "regulator", "watchdog", "directorate",
                            "cabinet", "government", "administration"});
}
bool is_fighting_noun(const std::string& noun) {
    return is_one_of(noun, {"group", "unit", "militia", "legion", "battalion", "corps", "brigade",
                            "formation", "movement", "faction", "squad", "outfit"});
}

bool has_word(const std::string& name, const std::string& word) {
    for (const std::string& w : fold_words(name))
        if (w == word || singular(w) == word) return true;
    return false;
}

std::size_t source_place(const Attribution& attribution) {
    if (!attribution.source.empty()) return attribution.source.front().begin;
    if (!attribution.cue.empty()) return attribution.cue.front().begin;
    return attribution.content.empty() ? 0 : attribution.content.front().begin;
}

void add_once(std::vector<std::size_t>& list, std::size_t item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

SourceResolver::SourceResolver(Document& document)
    : document_(document),
      traits_(party_traits(document)),
      nouns_(document.chain_names.size()),
      named_chains_(document.chain_names.size()) {}

void SourceResolver::run() {
    std::vector<std::size_t> order(document_.attributions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return source_place(document_.attributions[a]) < source_place(document_.attributions[b]);
    });
    for (const std::size_t i : order) resolve(i);
    document_.mentions.insert(document_.mentions.end(), found_.begin(), found_.end());
    std::stable_sort(document_.mentions.begin(), document_.mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

void SourceResolver::resolve(std::size_t number) {
    Attribution& attribution = document_.attributions[number];
    attribution.parties.clear();
    for (const SourceHead& head : read_source(document_, attribution.source)) {
        const Chains chains = resolve(head, number);
        for (const std::size_t chain : chains) add_once(attribution.parties, chain);
        if (head.kind == SourceHead::Kind::Name || chains.size() != 1) continue;
        Mention mention;
        mention.span = head.span;
        mention.form =
            head.kind == SourceHead::Kind::Pronoun ? Mention::Form::Pronoun : Mention::Form::Description;
        mention.kind = document_.chain_kinds[chains.front()];
        mention.name = head.kind == SourceHead::Kind::Pronoun ? head.noun : head.text;
        mention.plural = head.plural;
        mention.chain = chains.front();
        found_.push_back(std::move(mention));
    }
    for (const std::size_t chain : attribution.parties)
        attribution.source_name +=
            (attribution.source_name.empty() ? "" : "; ") + document_.chain_names[chain];
    if (attribution.parties.empty()) return;
    const std::size_t at = source_place(attribution);
    speakers_.push_back({at, paragraph_at(at), number, attribution.parties});
}

SourceResolver::Chains SourceResolver::resolve(const SourceHead& head, std::size_t number) {
    switch (head.kind) {
        case SourceHead::Kind::Name:
            return {document_.mentions[head.mention].chain};
        case SourceHead::Kind::Pronoun:
            return pronoun(head, number);
        case SourceHead::Kind::Description:
            return description(head, number);
    }
    return {};
}

SourceResolver::Chains SourceResolver::pronoun(const SourceHead& head, std::size_t number) {
    const Attribution& attribution = document_.attributions[number];
    const std::size_t at = head.span.begin;
    if (is_one_of(head.noun, {"i", "we"})) {
        // First person is whoever speaks around it.
        if (attribution.outer) return document_.attributions[*attribution.outer].parties;
        return {};
    }
    if (head.noun == "both") return several(head, at);
    const bool he = is_one_of(head.noun, {"he", "him", "his", "himself", "she", "her", "herself"});
    const bool they = is_one_of(head.noun, {"they", "them", "their", "themselves"});
    const bool it = is_one_of(head.noun, {"it", "its", "itself"});
    if (!he && !they && !it) return {};
    const auto fits = [&](std::size_t chain) {
        const PartyKind kind = document_.chain_kinds[chain];
        const Gender gender = traits_[chain].gender;
        if (he)
            return (kind == PartyKind::Person || (kind == PartyKind::Unknown && gender != Gender::Unknown)) &&
                   (gender == Gender::Unknown || gender == head.gender);
        if (it)
            return kind == PartyKind::Organisation || kind == PartyKind::Outlet || kind == PartyKind::Place ||
                   (kind == PartyKind::Group && !is_described(chain));
        return kind == PartyKind::Group || kind == PartyKind::Organisation;
    };
    Chains out;
    for (const Speaker* speaker : speakers_before(at, 1)) {
        Chains fitting;
        for (const std::size_t chain : speaker->parties)
            if (fits(chain)) fitting.push_back(chain);
        if (fitting.empty() || ((he || it) && fitting.size() > 1)) continue;
        if (!they) return fitting;
        // "they" takes in all who spoke in the paragraph before.
        if (!out.empty() && speaker->paragraph != speakers_before(at, 1).front()->paragraph) break;
        for (const std::size_t chain : fitting) add_once(out, chain);
        if (out.size() == 1 && document_.chain_kinds[out.front()] == PartyKind::Group) break;
    }
    if (!out.empty()) return out;
    for (const std::size_t chain : names_before(at, he ? 3 : 1))
        if (fits(chain)) return {chain};
    return {};
}

SourceResolver::Chains SourceResolver::description(const SourceHead& head, std::size_t number) {
    (void)number;
    const std::size_t at = head.span.begin;
    if (!head.members.empty()) {
        Chains out;
        for (const std::size_t m : head.members) add_once(out, document_.mentions[m].chain);
        return out;
    }
    if (is_statement_noun(head.noun)) {
        Chains out = statement(head, at);
        if (!out.empty()) return out;
    }
    if (head.definite && (head.plural || head.count > 1) && is_body_like(head.noun)) {
        Chains out = several(head, at);
        if (!out.empty()) return out;
    }
    if (head.definite && !head.plural && !head.other) {
        if (is_body_like(head.noun))
            if (const auto chain = body(head, at)) return {*chain};
        if (is_role(head.noun) || is_one_of(head.noun, {"man", "woman", "person"}))
            if (const auto chain = person(head, at)) return {*chain};
    }
    return {described(head)};
}

// "a statement said", "the ministry's statement": whoever is named in it, else the last speaker, bodies
// first.
SourceResolver::Chains SourceResolver::statement(const SourceHead& head, std::size_t at) {
    for (const std::size_t m : head.modifiers)
        if (document_.mentions[m].chain != Mention::npos) return {document_.mentions[m].chain};
    for (const Speaker* speaker : speakers_before(at, 1)) return speaker->parties;
    return {};
}

// "both groups", "the two groups": the bodies that were named last, as many as are said, in one list or one
// after another.
SourceResolver::Chains SourceResolver::several(const SourceHead& head, std::size_t at) {
    const std::size_t wanted = std::max<std::size_t>(head.count, 2);
    for (const Speaker* speaker : speakers_before(at, 2))
        if (speaker->parties.size() >= wanted && std::all_of(speaker->parties.begin(), speaker->parties.end(),
                                                             [&](std::size_t c) { return is_group(c); }))
            return speaker->parties;
    Chains out;
    for (const std::size_t chain : names_before(at, 6)) {
        if (document_.chain_kinds[chain] != PartyKind::Organisation || !fits_country(head, chain)) continue;
        const std::string noun =
            lower(document_.chain_names[chain].substr(document_.chain_names[chain].rfind(' ') + 1));
        if (is_fighting_noun(head.noun) &&
            (is_state_noun(noun) || document_.chain_names[chain].find(' ') == std::string::npos ||
             is_state_body(noun)))
            continue;
        out.push_back(chain);
        if (out.size() == wanted) break;
    }
    if (out.size() < wanted) out.clear();
    std::sort(out.begin(), out.end());
    return out;
}

std::optional<std::size_t> SourceResolver::body(const SourceHead& head, std::size_t at) {
    const auto by_noun = [&](std::size_t chain) {
        return is_group(chain) && fits_country(head, chain) &&
               (has_word(document_.chain_names[chain], head.noun) ||
                (!nouns_[chain].empty() && nouns_[chain] == head.noun) ||
                std::any_of(document_.chain_aliases[chain].begin(), document_.chain_aliases[chain].end(),
                            [&](const std::string& alias) { return has_word(alias, head.noun); }));
    };
    const auto by_kind = [&](std::size_t chain) {
        if (!is_group(chain) || !fits_country(head, chain)) return false;
        const std::string& name = document_.chain_names[chain];
        const std::string last = lower(name.substr(name.rfind(' ') + 1));
        if (is_state_noun(head.noun)) return !is_fighting_noun(last);
        if (is_fighting_noun(head.noun)) return !is_state_noun(last) && !is_state_body(last);
        if (is_one_of(head.noun, {"newspaper", "paper", "outlet", "magazine", "network", "website", "site"}))
            return document_.chain_kinds[chain] == PartyKind::Outlet;
        return true;
    };
    const std::vector<const Speaker*> speakers = speakers_before(at, 2);
    for (const Speaker* speaker : speakers)
        for (const std::size_t chain : speaker->parties)
            if (by_noun(chain)) return chain;
    const Chains names = names_before(at, 50);
    for (const std::size_t chain : names)
        if (by_noun(chain)) return chain;
    for (const Speaker* speaker : speakers)
        if (speaker->parties.size() == 1 && by_kind(speaker->parties.front()))
            return speaker->parties.front();
    // A general word: whoever was named last and can be one.
    if (is_one_of(head.noun, {"group", "agency", "organisation", "organization", "unit", "company", "body",
                              "militia", "outlet", "newspaper", "paper", "firm", "network"}))
        for (const std::size_t chain : names_before(at, 3))
            if (document_.chain_kinds[chain] != PartyKind::Place && by_kind(chain)) return chain;
    return std::nullopt;
}

std::optional<std::size_t> SourceResolver::person(const SourceHead& head, std::size_t at) {
    const auto gender_fits = [&](std::size_t chain) {
        return traits_[chain].gender == Gender::Unknown || head.gender == Gender::Unknown ||
               traits_[chain].gender == head.gender;
    };
    const auto by_role = [&](std::size_t chain) {
        if (!is_person(chain) || !gender_fits(chain)) return false;
        if (chain >= named_chains_) return same_role(nouns_[chain], head.noun);
        return std::any_of(traits_[chain].roles.begin(), traits_[chain].roles.end(),
                           [&](const std::string& role) { return same_role(role, head.noun); });
    };
    const auto modifiers_fit = [&](std::size_t chain) {
        for (const std::size_t m : head.modifiers) {
            const std::string& name = document_.chain_names[document_.mentions[m].chain];
            bool found = false;
            for (const std::string& word : fold_words(name))
                if (std::find(traits_[chain].roles.begin(), traits_[chain].roles.end(), word) !=
                    traits_[chain].roles.end())
                    found = true;
            if (!found) return false;
        }
        return true;
    };
    for (const Speaker* speaker : speakers_before(at, 3))
        for (const std::size_t chain : speaker->parties)
            if (by_role(chain) && modifiers_fit(chain)) return chain;
    for (const std::size_t chain : names_before(at, 50))
        if (by_role(chain) && modifiers_fit(chain)) return chain;
    if (!head.modifiers.empty()) return std::nullopt;
    // Somebody who was only described before: "a member of the group said ... the fighter added".
    for (const Speaker* speaker : speakers_before(at, 1))
        if (speaker->parties.size() == 1 && is_described(speaker->parties.front()) &&
            is_person(speaker->parties.front()) && gender_fits(speaker->parties.front()))
            return speaker->parties.front();
    return std::nullopt;
}

// A party that the article does not name: one chain for one description.
std::size_t SourceResolver::described(const SourceHead& head) {
    const std::string text = head.text;
    if (!head.other && !(head.count > 0 && !head.definite)) {
        for (std::size_t chain = named_chains_; chain < document_.chain_names.size(); ++chain)
            if (lower(document_.chain_names[chain]) == lower(text)) return chain;
    }
    PartyKind kind = PartyKind::Group;
    if (!head.plural && (is_role(head.noun) || !is_body_like(head.noun))) kind = PartyKind::Person;
    const std::size_t chain = add_chain(document_, text, kind);
    nouns_.push_back(head.noun);
    PartyTraits traits;
    traits.gender = head.gender;
    traits.roles = fold_words(text);
    traits.owner = country_in(text);
    traits_.push_back(std::move(traits));
    return chain;
}

SourceResolver::Chains SourceResolver::names_before(std::size_t at, std::size_t paragraphs) const {
    const std::size_t here = paragraph_at(at);
    Chains plain;
    Chains quoted;
    for (std::size_t s = document_.sentences.size(); s-- > 0;) {
        const Sentence& sentence = document_.sentences[s];
        if (sentence.span.begin >= at) continue;
        if (sentence.paragraph + paragraphs < here) break;
        for (const Mention& mention : document_.mentions) {
            if (!sentence.span.contains(mention.span) || mention.span.end > at ||
                mention.chain == Mention::npos)
                continue;
            add_once(is_quoted(mention.span) ? quoted : plain, mention.chain);
        }
    }
    for (const std::size_t chain : quoted) add_once(plain, chain);
    return plain;
}

std::vector<const SourceResolver::Speaker*> SourceResolver::speakers_before(std::size_t at,
                                                                            std::size_t paragraphs) const {
    const std::size_t here = paragraph_at(at);
    std::vector<const Speaker*> out;
    for (std::size_t i = speakers_.size(); i-- > 0;)
        if (speakers_[i].at < at && speakers_[i].paragraph + paragraphs >= here) out.push_back(&speakers_[i]);
    return out;
}

std::size_t SourceResolver::paragraph_at(std::size_t at) const {
    const auto found =
        std::upper_bound(document_.sentences.begin(), document_.sentences.end(), at,
                         [](std::size_t place, const Sentence& s) { return place < s.span.begin; });
    return found == document_.sentences.begin() ? 0 : std::prev(found)->paragraph;
}

bool SourceResolver::is_quoted(const Span& span) const {
    return std::any_of(
        document_.quotations.begin(), document_.quotations.end(), [&](const Quotation& quotation) {
            // A name in quotation marks ("the so-called “Velk Legion”") is not quoted speech.
            return quotation.inside.contains(span) &&
                   quotation.inside.end - quotation.inside.begin > 2 * (span.end - span.begin) + 20;
        });
}

bool SourceResolver::fits_country(const SourceHead& head, std::size_t chain) const {
    const std::string country = country_in(head.text);
    if (country.empty()) return true;
    return traits_[chain].owner == country;
}

bool SourceResolver::is_person(std::size_t chain) const {
    return document_.chain_kinds[chain] == PartyKind::Person;
}

bool SourceResolver::is_group(std::size_t chain) const {
    const PartyKind kind = document_.chain_kinds[chain];
    return kind == PartyKind::Organisation || kind == PartyKind::Outlet || kind == PartyKind::Group;
}

bool SourceResolver::is_described(std::size_t chain) const {
    return chain >= named_chains_;
}

}  // namespace hearsay::engine
