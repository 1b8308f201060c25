// Who was named or spoke before a place in the text, and who of them fits a description.
#include "engine/articles/coreference/source_resolver.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "engine/articles/characters.hpp"
#include "engine/articles/coreference/name_chains.hpp"
#include "engine/articles/coreference/source_nouns.hpp"
#include "engine/articles/parties/party_key.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

void add_once(std::vector<std::size_t>& list, std::size_t item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

bool has_word(const std::string& name, const std::string& word) {
    for (const std::string& w : fold_words(name))
        if (w == word || singular(w) == word) return true;
    return false;
}

}  // namespace

SourceResolver::Chains SourceResolver::names_before(std::size_t at,
                                                    std::optional<std::size_t> paragraphs) const {
    Chains plain;
    Chains quoted;
    if (document_.sentences.empty()) return plain;
    const std::size_t last = sentence_at(at);
    for (std::size_t s = last + 1; s-- > 0;) {
        const Sentence& sentence = document_.sentences[s];
        if (!paragraphs && s != last) break;
        if (paragraphs && sentence.paragraph + *paragraphs < document_.sentences[last].paragraph) break;
        for (std::size_t m = first_mention_[s]; m < first_mention_[s + 1]; ++m) {
            const Mention& mention = document_.mentions[m];
            if (mention.span.end > at || mention.chain == Mention::npos) continue;
            add_once(quoted_[m] ? quoted : plain, mention.chain);
        }
    }
    for (const std::size_t chain : quoted) add_once(plain, chain);
    return plain;
}

SourceResolver::Chains SourceResolver::coordinated_with(std::size_t chain, std::size_t at) const {
    Chains out = {chain};
    std::size_t last = document_.mentions.size();
    while (last > 0 &&
           (document_.mentions[last - 1].chain != chain || document_.mentions[last - 1].span.end > at))
        --last;
    if (last == 0) return out;
    const auto joined = [&](std::size_t left, std::size_t right) {
        const std::string_view gap =
            document_.slice({document_.mentions[left].span.end, document_.mentions[right].span.begin});
        return gap.size() < 24 && (gap.find(" and ") != gap.npos || gap.starts_with(",")) &&
               gap.find('.') == gap.npos &&
               is_body(document_.mentions[left].chain) == is_body(document_.mentions[right].chain);
    };
    for (std::size_t m = last;
         m < document_.mentions.size() && document_.mentions[m].span.end <= at && joined(m - 1, m); ++m)
        add_once(out, document_.mentions[m].chain);
    for (std::size_t m = last - 1; m > 0 && joined(m - 1, m); --m)
        add_once(out, document_.mentions[m - 1].chain);
    return out;
}

std::vector<const SourceResolver::Speaker*> SourceResolver::speakers_before(std::size_t at,
                                                                            std::size_t paragraphs) const {
    const std::size_t here = paragraph_at(at);
    std::vector<const Speaker*> out;
    for (std::size_t i = speakers_.size(); i-- > 0 && speakers_[i].paragraph + paragraphs >= here;)
        if (speakers_[i].at < at) out.push_back(&speakers_[i]);
    return out;
}

std::size_t SourceResolver::sentence_at(std::size_t at) const {
    const auto found =
        std::upper_bound(document_.sentences.begin(), document_.sentences.end(), at,
                         [](std::size_t place, const Sentence& s) { return place < s.span.begin; });
    return found == document_.sentences.begin()
               ? 0
               : static_cast<std::size_t>(found - document_.sentences.begin()) - 1;
}

std::size_t SourceResolver::paragraph_at(std::size_t at) const {
    return document_.sentences.empty() ? 0 : document_.sentences[sentence_at(at)].paragraph;
}

void SourceResolver::mark_quoted() {
    quoted_.assign(document_.mentions.size(), false);
    for (const Quotation& quotation : document_.quotations) {
        const std::size_t length = quotation.inside.end - quotation.inside.begin;
        auto mention =
            std::lower_bound(document_.mentions.begin(), document_.mentions.end(), quotation.inside.begin,
                             [](const Mention& m, std::size_t at) { return m.span.begin < at; });
        for (; mention != document_.mentions.end() && mention->span.begin < quotation.inside.end; ++mention)
            // A name in quotation marks ("the so-called “Velk Legion”") is not quoted speech.
            if (quotation.inside.contains(mention->span) &&
                length > 2 * (mention->span.end - mention->span.begin) + 20)
                quoted_[static_cast<std::size_t>(mention - document_.mentions.begin())] = true;
    }
}

// "the Velkian ministry", "the Velk government" (of the capital).
std::string SourceResolver::country_of_head(const SourceHead& head) const {
    std::string country = country_in(head.text);
    for (std::size_t i = 0; country.empty() && i < head.modifiers.size(); ++i)
        if (const Country* found = country_of(lower(document_.mentions[head.modifiers[i]].name)))
            country = found->name;
    return country;
}

bool SourceResolver::fits_country(const SourceHead& head, std::size_t chain) const {
    const std::string country = country_of_head(head);
    if (!country.empty()) return traits_[chain].owner == country;
    // Another name in the description ("the Velk police") must be in the party's name too.
    return std::all_of(head.modifiers.begin(), head.modifiers.end(), [&](std::size_t m) {
        const std::size_t modifier = document_.mentions[m].chain;
        return modifier == chain ||
               has_word(document_.chain_names[chain], fold_words(document_.chain_names[modifier]).front());
    });
}

bool SourceResolver::can_be(const SourceHead& head, std::size_t chain) const {
    const std::string& name = document_.chain_names[chain];
    const std::string last = lower(name.substr(name.rfind(' ') + 1));
    const PartyKind kind = document_.chain_kinds[chain];
    const bool press =
        is_one_of(head.noun, {"newspaper", "paper", "outlet", "magazine", "network", "website", "site"});
    if (is_described(chain)) {
        const Described& own = described_[chain - named_chains_];
        if (own.plural || is_inanimate(own.noun) || is_statement_noun(own.noun)) return false;
    }
    const bool of_state = is_state_noun(last) || is_state_body(last) || !institution(lower(name)).empty() ||
                          is_one_of(last, {"forces", "kremlin", "house", "congress", "senate", "parliament"});
    if (is_business_noun(head.noun)) return kind != PartyKind::Outlet && !of_state;
    if (press || kind == PartyKind::Outlet)
        return kind == PartyKind::Outlet &&
               (press || is_one_of(head.noun, {"agency", "company", "organization"}));
    // An army has an army's name or a country: no other body that was named is meant by it.
    if (is_one_of(head.noun, {"army", "military", "navy", "police"}))
        return is_state_body(last) || is_one_of(last, {"forces", "force", "guard", "command"}) ||
               !traits_[chain].owner.empty();
    if (is_one_of(last, {"hospital", "university", "school", "college", "museum"})) return false;
    if (is_state_noun(head.noun)) return !is_fighting_noun(last) && !is_partisan_noun(last);
    if (is_fighting_noun(head.noun)) return !of_state;
    return true;
}

// "the rebel group Velk", "its parent company, Orvik": the noun stands right before the name.
bool SourceResolver::is_introduced_as(std::size_t chain, const std::string& noun) const {
    return std::any_of(document_.mentions.begin(), document_.mentions.end(), [&](const Mention& mention) {
        if (mention.chain != chain || mention.span.begin < noun.size() + 2) return false;
        std::string_view before = std::string_view(document_.text).substr(0, mention.span.begin);
        for (const char c : {' ', ','})
            if (before.ends_with(c)) before.remove_suffix(1);
        return before.ends_with(noun) && before.size() > noun.size() &&
               before[before.size() - noun.size() - 1] == ' ';
    });
}

bool SourceResolver::is_headline(std::size_t at) const {
    return std::any_of(document_.zones.begin(), document_.zones.end(), [&](const Zone& zone) {
        return zone.kind == ZoneKind::Title && zone.span.begin <= at && at < zone.span.end;
    });
}

bool SourceResolver::is_person(std::size_t chain) const {
    return document_.chain_kinds[chain] == PartyKind::Person;
}

bool SourceResolver::is_main_person(std::size_t chain) const {
    return named_[chain] == most_named_;
}

bool SourceResolver::is_body(std::size_t chain) const {
    const PartyKind kind = document_.chain_kinds[chain];
    return kind == PartyKind::Organisation || kind == PartyKind::Outlet || kind == PartyKind::Group;
}

bool SourceResolver::is_described(std::size_t chain) const {
    return chain >= named_chains_;
}

}  // namespace hearsay::engine
