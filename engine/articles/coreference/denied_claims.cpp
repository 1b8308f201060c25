#include "engine/articles/coreference/denied_claims.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/articles/attribution/cue_verbs.hpp"
#include "engine/articles/coreference/sources/nouns.hpp"
#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/word.hpp"
#include "engine/articles/parties/party_key.hpp"
#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

bool is_claim_noun(const std::string& word) {
    static const std::unordered_set<std::string> nouns = {
        "claim",       "claims",     "allegation", "allegations",  "accusation", "accusations",
        "assertion",   "assertions", "version",    "charge",       "charges",    "account",
        "accounts",    "report",     "reports",    "statement",    "statements", "suggestion",
        "suggestions", "story",      "narrative",  "insinuations", "rumours",    "rumors"};
    return nouns.contains(word);
}

// What the phrase around the claim noun says about whose claims they are.
struct Owner {
    std::vector<std::size_t> chains;
    std::string country;
    bool body = false;      // "the group's", "the ministry's"
    bool fighters = false;  // "the group's"
};

Owner owner_in(const Document& document, const Span& content, const WordList& words) {
    Owner owner;
    for (auto mention = std::partition_point(document.mentions.begin(), document.mentions.end(),
                                             [&](const Mention& m) { return m.span.begin < content.begin; });
         mention != document.mentions.end() && mention->span.begin < content.end; ++mention)
        if (content.contains(mention->span) && mention->chain != Mention::npos)
            owner.chains.push_back(mention->chain);
    for (const NameWord& word : words) {
        if (const Country* country = country_of(word.lower);
            country != nullptr && word.capital && owner.country.empty())
            owner.country = country->name;
        if (is_body_noun(singular(word.lower)) || is_group_noun(word.lower)) owner.body = true;
        if (is_fighting_noun(singular(word.lower))) owner.fighters = true;
    }
    return owner;
}

bool is_body(PartyKind kind) {
    return kind == PartyKind::Organisation || kind == PartyKind::Group;
}

// "reports that the dam broke", "allegations of theft": the phrase says itself what is denied; "the group's
// version of events" does not.
bool says_what(const WordList& words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (!is_claim_noun(words[i].lower)) continue;
        const std::string& link = words[i + 1].lower;
        // "charges it stole the fish"
        static const std::unordered_set<std::string> subjects = {"it", "he", "she", "they", "its", "their"};
        if (subjects.contains(link)) return true;
        if (link == "that" || link == "about" || link == "regarding" || link == "against") return true;
        if (link == "of" && i + 2 < words.size() && words[i + 2].lower != "events" &&
            words[i + 2].lower != "the" && !words[i + 2].capital)
            return true;
    }
    return false;
}

// "the allegations": what is said to be so already.
bool is_accusation_noun(const std::string& word) {
    static const std::unordered_set<std::string> nouns = {"allegation",  "allegations", "accusation",
                                                          "accusations", "charge",      "charges"};
    return nouns.contains(word);
}

// "would leave the league", "will not stay", "does not intend to": what is to come or is not so accuses
// nobody.
bool accuses_nobody(const Document& document, const Attribution& attribution) {
    const WordList words = words_of(document, attribution.content.front());
    for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 10); ++i) {
        const std::string& word = words[i].lower;
        if (word == "will" || word == "would" || word == "not" || word.ends_with("n't") ||
            word.ends_with("n’t"))
            return true;
    }
    return false;
}

// "described the raid as brave", "urged calm": nothing that could be so or not. And what its own source
// admits, nobody needs to deny.
bool claims_nothing(const Document& document, const Attribution& attribution) {
    static const std::unordered_set<std::string_view> verbs = {"describe",    "praise", "condemn", "welcome",
                                                               "thank",       "urge",   "mourn",   "appeal",
                                                               "acknowledge", "admit",  "concede"};
    for (const Span& cue : attribution.cue)
        for (const NameWord& word : words_of(document, cue))
            if (const CueVerb* verb = cue_verb(word.lower); verb != nullptr && verbs.contains(verb->lemma))
                return true;
    return false;
}

// Attributions stand in the order of their cues; contents further apart than so many of them stand in another
// order nowhere. And so far back claims are looked for: further than any article is long.
constexpr std::size_t beside = 64, farthest = 1000;

}  // namespace

DeniedClaims::DeniedClaims(const Document& document)
    : document_(document), mentions_of_(document.chain_names.size()) {
    for (const Mention& mention : document.mentions)
        if (mention.chain != Mention::npos) mentions_of_[mention.chain].push_back(&mention);
}

std::size_t DeniedClaims::paragraph_at(std::size_t at) const {
    const auto behind = std::partition_point(document_.sentences.begin(), document_.sentences.end(),
                                             [&](const Sentence& s) { return s.span.begin <= at; });
    return behind == document_.sentences.begin() ? 0 : std::prev(behind)->paragraph;
}

bool DeniedClaims::is_of_country(std::size_t chain, const std::string& country) const {
    if (country_in(document_.chain_names[chain]) == country) return true;
    constexpr std::size_t enough = 100;  // mentions: whose it is stands where it is introduced
    const std::vector<const Mention*>& all = mentions_of_[chain];
    return std::any_of(
        all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), enough)),
        [&](const Mention* m) { return m->owner == country || country_in(m->role) == country; });
}

std::vector<std::size_t> DeniedClaims::by(std::size_t denial) const {
    const Document& document = document_;
    const Attribution& attribution = document.attributions[denial];
    std::vector<std::size_t> denied;
    if (attribution.content.empty()) return denied;
    const Span content{attribution.content.front().begin, attribution.content.back().end};
    const WordList words = words_of(document, content);
    if (words.size() > 12 ||
        std::none_of(words.begin(), words.end(), [](const NameWord& w) { return is_claim_noun(w.lower); }) ||
        says_what(words))
        return denied;
    const bool accusations = std::any_of(words.begin(), words.end(),
                                         [](const NameWord& w) { return is_accusation_noun(w.lower); });
    const Owner owner = owner_in(document, content, words);
    const auto own = [&](std::size_t chain) {
        return std::find(attribution.parties.begin(), attribution.parties.end(), chain) !=
               attribution.parties.end();
    };
    const auto fits = [&](std::size_t chain) {
        if (own(chain)) return false;
        if (std::find(owner.chains.begin(), owner.chains.end(), chain) != owner.chains.end()) return true;
        if (owner.body) {
            const std::string& name = document.chain_names[chain];
            const std::string noun = singular(lower(name.substr(name.rfind(' ') + 1)));
            if (owner.fighters && (is_state_noun(noun) || is_state_body(noun) || noun == "account" ||
                                   noun == "official" || noun == "media"))
                return false;
            return is_body(document.chain_kinds[chain]);
        }
        if (!owner.country.empty()) return is_of_country(chain, owner.country);
        return owner.chains.empty();
    };
    // Where nobody is named, only what was said right before can be meant.
    const bool anybody = owner.chains.empty() && !owner.body && owner.country.empty();
    const std::size_t paragraph = paragraph_at(content.begin);
    std::vector<std::size_t> last_parties;
    const std::size_t end = std::min(document.attributions.size(), denial + beside);
    for (std::size_t i = end; i-- > 0 && i + farthest > denial;) {
        const Attribution& earlier = document.attributions[i];
        if (earlier.content.empty() || earlier.content.front().begin >= content.begin ||
            earlier.stance == Stance::Denial || earlier.force != Force::Asserted ||
            claims_nothing(document, earlier))
            continue;
        if (anybody && paragraph_at(earlier.content.front().begin) + 2 < paragraph) break;
        if (!std::any_of(earlier.parties.begin(), earlier.parties.end(), fits)) continue;
        // The last speaker's claims are meant, not everything that was said in the article.
        if (last_parties.empty()) last_parties = earlier.parties;
        const bool same = std::any_of(earlier.parties.begin(), earlier.parties.end(), [&](std::size_t chain) {
            return std::find(last_parties.begin(), last_parties.end(), chain) != last_parties.end();
        });
        if (accusations && accuses_nobody(document, earlier)) continue;
        if (same || (owner.body && owner.chains.empty())) denied.push_back(i);
    }
    std::sort(denied.begin(), denied.end());
    return denied;
}

}  // namespace hearsay::engine
