// Who was named or spoke before a place in the text, and who of them fits a description.
#include "engine/articles/coreference/sources/resolver.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "engine/articles/coreference/chains/name_chains.hpp"
#include "engine/articles/coreference/chains/short_names.hpp"
#include "engine/articles/coreference/sources/nouns.hpp"
#include "engine/articles/parties/party_key.hpp"
#include "engine/articles/text/characters.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

void add_once(std::vector<std::size_t>& list, std::size_t item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

constexpr std::size_t most_names = 2000, most_speakers = 100, most_in_list = 50;

}  // namespace

SourceResolver::Chains SourceResolver::names_before(std::size_t at,
                                                    std::optional<std::size_t> paragraphs) const {
    Chains plain;
    Chains quoted;
    if (document_.sentences.empty()) return plain;
    seen_.resize(2 * document_.chain_names.size());
    ++calls_;
    const auto add = [&](bool is_quoted, std::size_t chain) {
        std::size_t& seen = seen_[2 * chain + (is_quoted ? 1 : 0)];
        if (seen != calls_) (is_quoted ? quoted : plain).push_back(chain);
        seen = calls_;
    };
    const std::size_t last = sentence_at(at);
    std::size_t names = 0;
    for (std::size_t s = last + 1; s-- > 0 && names < most_names;) {
        const Sentence& sentence = document_.sentences[s];
        if (!paragraphs && s != last) break;
        if (paragraphs && sentence.paragraph + *paragraphs < document_.sentences[last].paragraph) break;
        // Of a sentence without end only what is near.
        const std::size_t end = s == last ? mentions_before(at, s) : first_mention_[s + 1];
        const std::size_t begin = std::max(first_mention_[s], end - std::min(end, most_names));
        for (std::size_t m = begin; m < end; ++m, ++names) {
            const Mention& mention = document_.mentions[m];
            if (mention.span.end > at || mention.chain == Mention::npos) continue;
            add(quoted_[m], mention.chain);
        }
    }
    for (const std::size_t chain : quoted) add(false, chain);
    return plain;
}

SourceResolver::Chains SourceResolver::coordinated_with(std::size_t chain, std::size_t at) const {
    Chains out = {chain};
    std::size_t last = mentions_before(at);
    const std::size_t least = last - std::min(last, 2 * most_names);
    while (last > least &&
           (document_.mentions[last - 1].chain != chain || document_.mentions[last - 1].span.end > at))
        --last;
    if (last == least) return out;
    const auto joined = [&](std::size_t left, std::size_t right) {
        const std::string_view gap =
            document_.slice({document_.mentions[left].span.end, document_.mentions[right].span.begin});
        return gap.size() < 24 && (gap.find(" and ") != gap.npos || gap.starts_with(",")) &&
               gap.find('.') == gap.npos &&
               is_body(document_.mentions[left].chain) == is_body(document_.mentions[right].chain);
    };
    for (std::size_t m = last; m < document_.mentions.size() && m < last + most_in_list &&
                               document_.mentions[m].span.end <= at && joined(m - 1, m);
         ++m)
        add_once(out, document_.mentions[m].chain);
    for (std::size_t m = last - 1; m > 0 && m + most_in_list > last && joined(m - 1, m); --m)
        add_once(out, document_.mentions[m - 1].chain);
    return out;
}

std::vector<const SourceResolver::Speaker*> SourceResolver::speakers_before(std::size_t at,
                                                                            std::size_t paragraphs) const {
    const std::size_t here = paragraph_at(at);
    std::vector<const Speaker*> out;
    for (std::size_t i = speakers_.size();
         i-- > 0 && speakers_[i].paragraph + paragraphs >= here && out.size() < most_speakers;)
        if (speakers_[i].at < at) out.push_back(&speakers_[i]);
    return out;
}

std::size_t SourceResolver::mentions_before(std::size_t at, std::optional<std::size_t> sentence) const {
    const auto begin = document_.mentions.begin();
    const auto first = sentence ? begin + static_cast<std::ptrdiff_t>(first_mention_[*sentence]) : begin;
    const auto last = sentence ? begin + static_cast<std::ptrdiff_t>(first_mention_[*sentence + 1])
                               : document_.mentions.end();
    return static_cast<std::size_t>(
        std::partition_point(first, last, [&](const Mention& m) { return m.span.begin < at; }) - begin);
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
        if (modifier == chain) return true;
        const std::vector<std::string> words = fold_words(document_.chain_names[modifier]);
        const std::vector<std::string> own = fold_words(document_.chain_names[chain]);
        return !words.empty() && std::any_of(own.begin(), own.end(), [&](const std::string& word) {
            return word == words.front() || singular(word) == words.front();
        });
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
    return chain < introduced_as_.size() && introduced_as_[chain].contains(noun);
}

void SourceResolver::add_introductions() {
    constexpr std::size_t longest = 40;  // bytes of a noun
    introduced_as_.resize(named_chains_);
    for (const Mention& mention : document_.mentions) {
        if (mention.chain >= named_chains_) continue;
        std::size_t end = mention.span.begin;
        for (const char c : {' ', ','})
            if (end > 0 && document_.text[end - 1] == c) --end;
        std::size_t begin = end;
        while (begin > 0 && end - begin <= longest && document_.text[begin - 1] != ' ') --begin;
        if (begin > 0 && end - begin <= longest && end > begin)
            introduced_as_[mention.chain].insert(document_.text.substr(begin, end - begin));
    }
}

// The words of the chain's names, and their singulars.
const std::unordered_set<std::string>& SourceResolver::words_of_names(std::size_t chain) const {
    words_of_names_.resize(document_.chain_names.size());
    auto& words = words_of_names_[chain];
    if (words) return *words;
    words.emplace();
    const auto add = [&](const std::string& name) {
        for (const std::string& word : fold_words(name)) {
            words->insert(singular(word));
            words->insert(word);
        }
    };
    add(document_.chain_names[chain]);
    for (const std::string& alias : document_.chain_aliases[chain]) add(alias);
    return *words;
}

// The first body whose name ends with these words, in small letters, but is not all of them.
std::optional<std::size_t> SourceResolver::body_with_tail(const std::string& tail) const {
    if (!body_tails_) {
        body_tails_.emplace();
        for (std::size_t chain = 0; chain < named_chains_; ++chain)
            if (is_body(chain))
                for (std::string& each : tails_of(document_.chain_names[chain]))
                    body_tails_->emplace(std::move(each), chain);
    }
    const auto found = body_tails_->find(tail);
    return found == body_tails_->end() ? std::nullopt : std::optional(found->second);
}

bool SourceResolver::is_headline(std::size_t at) const {
    const auto behind = std::partition_point(titles_.begin(), titles_.end(),
                                             [&](const Span& title) { return title.begin <= at; });
    return behind != titles_.begin() && at < std::prev(behind)->end;
}

void SourceResolver::add_titles() {
    for (const Zone& zone : document_.zones)
        if (zone.kind == ZoneKind::Title) titles_.push_back(zone.span);
    std::unordered_set<std::size_t> named;
    for (const Mention& mention : document_.mentions)
        if (mention.chain != Mention::npos && is_headline(mention.span.begin) &&
            named.insert(mention.chain).second)
            headline_chains_.push_back(mention.chain);
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
