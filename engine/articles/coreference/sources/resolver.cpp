#include "engine/articles/coreference/sources/resolver.hpp"

#include <algorithm>
#include <numeric>

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

std::size_t source_place(const Attribution& attribution) {
    if (!attribution.source.empty()) return attribution.source.front().begin;
    if (!attribution.cue.empty()) return attribution.cue.front().begin;
    return attribution.content.empty() ? 0 : attribution.content.front().begin;
}

std::size_t distance(const Span& a, const Span& b) {
    return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
}

void add_once(std::vector<std::size_t>& list, std::size_t item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

SourceResolver::SourceResolver(Document& document)
    : document_(document), traits_(party_traits(document)), named_chains_(document.chain_names.size()) {
    std::size_t mention = 0;
    for (const Sentence& sentence : document_.sentences) {
        while (mention < document_.mentions.size() &&
               document_.mentions[mention].span.begin < sentence.span.begin)
            ++mention;
        first_mention_.push_back(mention);
    }
    first_mention_.push_back(document_.mentions.size());
    mark_quoted();
    add_titles();
    add_introductions();
    std::vector<std::size_t> counts(named_chains_);
    for (const Mention& m : document_.mentions)
        if (m.chain < named_chains_ && is_person(m.chain))
            most_named_ = std::max(most_named_, ++counts[m.chain]);
    named_ = std::move(counts);
}

// "spokesman for the ministry", "man of the corps": with the body's name, where the description ends with it.
std::string SourceResolver::with_body_named(const std::string& description, std::size_t at) const {
    const std::size_t last = description.rfind(' ');
    if (last == std::string::npos) return description;
    SourceHead owner;
    owner.noun = owner.text = description.substr(last + 1);
    const std::string rest = description.substr(0, last);
    if (!is_body_like(owner.noun) ||
        !(rest.ends_with(" of the") || rest.ends_with(" for the") || rest.ends_with(" at the")))
        return description;
    const auto chain = body(owner, at);
    if (!chain || is_described(*chain)) return description;
    return rest + " " + document_.chain_names[*chain];
}

// "the mill's spokesman Lena Orr": the role with the mill's name.
void SourceResolver::expand_roles(const graphs::Progress& progress) {
    for (Mention& mention : document_.mentions) {
        progress(0);
        const std::size_t apostrophe = std::min(mention.role.find("'s "), mention.role.find("’s "));
        if (apostrophe == std::string::npos) {
            mention.role = with_body_named(mention.role, mention.span.begin);
            continue;
        }
        SourceHead owner;
        owner.noun = owner.text = mention.role.substr(0, apostrophe);
        if (!is_body_like(owner.noun)) continue;
        const auto chain = body(owner, mention.span.begin);
        if (chain) mention.role = document_.chain_names[*chain] + mention.role.substr(mention.role.find(' '));
    }
}

void SourceResolver::run(const graphs::Progress& progress) {
    expand_roles(progress);
    std::vector<std::size_t> order(document_.attributions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return source_place(document_.attributions[a]) < source_place(document_.attributions[b]);
    });
    for (const std::size_t i : order) {
        progress(0);
        resolve(i);
    }
    for (std::size_t i = 0; i < document_.attributions.size(); ++i) first_person(i);
    document_.mentions.insert(document_.mentions.end(), found_.begin(), found_.end());
    std::stable_sort(document_.mentions.begin(), document_.mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

// Of a source in several pieces, or one that runs over sentences, the part next to the cue.
Span SourceResolver::nearest_part(const Attribution& attribution) const {
    Span part = attribution.source.front();
    if (attribution.cue.empty()) return part;
    const Span& cue = attribution.cue.front();
    for (const Span& piece : attribution.source)
        if (distance(piece, cue) < distance(part, cue)) part = piece;
    if (document_.sentences.empty()) return part;
    const Sentence& own = document_.sentences[sentence_at(cue.begin)];
    const Span cut{std::max(part.begin, own.span.begin), std::min(part.end, own.span.end)};
    return cut.empty() ? part : cut;
}

// Whether the cue ends with a preposition of place: "was reported in", "said near".
bool SourceResolver::is_said_at_place(const Attribution& attribution) const {
    if (attribution.cue.empty()) return false;
    const std::string cue = lower(document_.slice(attribution.cue.back()));
    return is_one_of(cue.substr(cue.rfind(' ') + 1), {"in", "at", "near", "around", "across", "outside"});
}

void SourceResolver::resolve(std::size_t number) {
    Attribution& attribution = document_.attributions[number];
    attribution.parties.clear();
    if (attribution.source.empty()) return;
    for (const SourceHead& head : read_source(document_, nearest_part(attribution))) {
        Chains chains = resolve(head, number);
        // "was reported in the town of Orvik": somebody said it there.
        if (is_said_at_place(attribution))
            std::erase_if(chains,
                          [&](std::size_t c) { return document_.chain_kinds[c] == PartyKind::Place; });
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

// "I believe" inside somebody's words: whoever speaks them.
void SourceResolver::first_person(std::size_t number) {
    constexpr std::size_t reach =
        64;  // attributions stand in order; those further apart do not hold each other
    Attribution& attribution = document_.attributions[number];
    if (!attribution.parties.empty() || attribution.source.empty()) return;
    const std::string source = lower(document_.slice(attribution.source.front()));
    if (source != "i" && source != "we") return;
    const Attribution* speaker = nullptr;
    const std::size_t end = std::min(document_.attributions.size(), number + reach);
    for (std::size_t i = number - std::min(number, reach); i < end; ++i) {
        const Attribution& around = document_.attributions[i];
        if (&around == &attribution || around.parties.empty()) continue;
        for (const Span& span : around.content)
            if (span.contains(attribution.source.front()) &&
                (speaker == nullptr ||
                 span.end - span.begin < speaker->content.front().end - speaker->content.front().begin))
                speaker = &around;
    }
    if (speaker == nullptr) return;
    attribution.parties = speaker->parties;
    attribution.source_name = speaker->source_name;
}

SourceResolver::Chains SourceResolver::resolve(const SourceHead& head, std::size_t number) {
    switch (head.kind) {
        case SourceHead::Kind::Name:
            return {document_.mentions[head.mention].chain};
        case SourceHead::Kind::Pronoun:
            return pronoun(head, number);
        case SourceHead::Kind::Description: {
            SourceHead owned = head;
            owned.owner = owner_of(head, number);
            return description(owned);
        }
    }
    return {};
}

// "his advisers", "her lawyer": whose.
std::string SourceResolver::owner_of(const SourceHead& head, std::size_t number) {
    if (head.possessor != "his" && head.possessor != "her") return {};
    SourceHead owner;
    owner.kind = SourceHead::Kind::Pronoun;
    owner.noun = head.possessor;
    owner.gender = head.possessor == "his" ? Gender::Man : Gender::Woman;
    owner.span = head.span;
    const Chains chains = pronoun(owner, number);
    return chains.size() == 1 && !is_described(chains.front()) ? document_.chain_names[chains.front()]
                                                               : std::string();
}

SourceResolver::Chains SourceResolver::pronoun(const SourceHead& head, std::size_t number) {
    const Attribution& attribution = document_.attributions[number];
    const std::size_t at = head.span.begin;
    if (is_one_of(head.noun, {"i", "we"})) {
        // First person is whoever speaks around it.
        if (attribution.outer) return document_.attributions[*attribution.outer].parties;
        return {};
    }
    if (head.noun == "both") return several(head);
    if (is_one_of(head.noun, {"who", "which", "that"})) return relative(head, number);
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
    // Inside somebody's words, or in the midst of a clause, the own sentence's subject is meant; at its
    // beginning or after a quotation the last speaker.
    std::size_t before = at;
    while (before > 0 && document_.text[before - 1] == ' ') --before;
    const Character mark = character_before(document_.text, before);
    const std::size_t begins =
        document_.sentences.empty() ? 0 : document_.sentences[sentence_at(at)].span.begin;
    const bool inside = attribution.outer || (is_letter(mark.code) && at > begins + 25);
    if (inside && !they)
        for (const std::size_t chain : names_before(at, std::nullopt))
            if (fits(chain) && document_.chain_kinds[chain] != PartyKind::Place) return {chain};
    Chains out;
    const std::vector<const Speaker*> speakers = speakers_before(at, 1);
    for (const Speaker* speaker : speakers) {
        Chains fitting;
        for (const std::size_t chain : speaker->parties)
            if (fits(chain)) fitting.push_back(chain);
        if (fitting.empty() || ((he || it) && fitting.size() > 1)) continue;
        if (!they) return fitting;
        // "they" takes in all who spoke in the paragraph before.
        if (!out.empty() && speaker->paragraph != speakers.front()->paragraph) break;
        for (const std::size_t chain : fitting) add_once(out, chain);
        if (out.size() == 1 && document_.chain_kinds[out.front()] == PartyKind::Group) break;
    }
    if (!out.empty()) return out;
    if (it) {
        // Only the subject of a sentence beside: anything else that was named may be what is spoken of.
        const std::size_t own = sentence_at(at);
        for (std::size_t sentence = own + 1; sentence-- > 0 && sentence + 1 >= own;) {
            for (std::size_t m = first_mention_[sentence]; m < first_mention_[sentence + 1]; ++m) {
                const Mention& mention = document_.mentions[m];
                if (mention.span.end > at ||
                    mention.span.begin > document_.sentences[sentence].span.begin + 40)
                    break;
                if (mention.chain != Mention::npos && fits(mention.chain) &&
                    mention.kind != PartyKind::Place && !quoted_[m])
                    return {mention.chain};
            }
        }
        return {};
    }
    const Chains names = names_before(at, he ? 3 : 1);
    // Somebody of whom more is known than two capitals, if there is one.
    const auto sure = [&](std::size_t chain) {
        return !he || traits_[chain].gender != Gender::Unknown || !traits_[chain].roles.empty();
    };
    for (const bool only_sure : {true, false})
        for (const std::size_t chain : names)
            if (fits(chain) && (!only_sure || sure(chain)))
                return they ? coordinated_with(chain, at) : Chains{chain};
    return {};
}

}  // namespace hearsay::engine
