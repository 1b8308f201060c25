#include "engine/articles/attribution/attributions.hpp"

#include <algorithm>

#include "engine/articles/attribution/cue.hpp"
#include "engine/articles/attribution/force.hpp"
#include "engine/articles/attribution/stance.hpp"

namespace hearsay::engine {
namespace {

// Of the denials that only the content's own words show, seven in ten are denials: counted by eye on 60 of
// PolNeAR's relations.
constexpr double sure_by_content = 0.7;

bool inside(const Span& span, const Attribution& relation) {
    return std::any_of(relation.content.begin(), relation.content.end(),
                       [&](const Span& content) { return content.contains(span); });
}

std::size_t length(const Attribution& relation) {
    std::size_t out = 0;
    for (const Span& content : relation.content) out += content.end - content.begin;
    return out;
}

// Fills `outer`: the relation with the shortest content that holds cue and source. Where the source stands
// before it ("Orr said he knew it and announced a vote"), the two relations stand side by side.
void nest(std::vector<Attribution>& relations) {
    constexpr std::size_t reach = 64;  // relations stand in order; those further apart do not hold each other
    for (std::size_t i = 0; i < relations.size(); ++i) {
        for (std::size_t k = i < reach ? 0 : i - reach; k < std::min(relations.size(), i + reach); ++k) {
            if (k == i || !inside(relations[i].cue.front(), relations[k])) continue;
            if (!relations[i].source.empty() && !inside(relations[i].source.front(), relations[k])) continue;
            auto& outer = relations[i].outer;
            if (length(relations[k]) <= length(relations[i]) &&
                inside(relations[k].cue.front(), relations[i]))
                continue;
            if (!outer || length(relations[k]) < length(relations[*outer])) outer = k;
        }
    }
}

// "Velk said the dam held, but Orr denied it": what follows the comma is the article's word, not Velk's.
// Whether any content was cut.
bool leave_denials_out(const Words& words, std::vector<Attribution>& relations) {
    bool cut = false;
    for (const Attribution& denial : relations) {
        if (denial.stance != Stance::Denial || !denial.outer || denial.source.empty()) continue;
        Attribution& outer = relations[*denial.outer];
        if (outer.stance != Stance::Claim || outer.form == SpeechForm::Direct) continue;
        const std::size_t but = words.range(denial.source.front()).begin - 1;
        if (but == Word::npos || !words.is_one_of(but, {"but", "though", "although", "while", "whereas"}) ||
            words[but].quotation != Word::npos || but == 0 || !words.is(but - 1, ","))
            continue;
        for (std::size_t i = 0; i < outer.content.size(); ++i) {
            Span& piece = outer.content[i];
            if (!piece.contains(words[but].span)) continue;
            const bool all = words.range(piece).begin >= but - 1;
            if (all && outer.content.size() == 1) break;
            if (outer.cue.front().begin > words[but].span.begin && piece.contains(outer.cue.front())) break;
            if (all)
                outer.content.erase(outer.content.begin() + static_cast<std::ptrdiff_t>(i));
            else
                piece.end = words[but - 2].span.end;
            cut = true;
            break;
        }
    }
    return cut;
}

// An outer relation that says no more than the inner one passes it on: in "Orr said Lund claimed the dam
// held" and in "the dam held, Lund claimed, according to Orr", Orr passes on what Lund claims.
void pass_on(std::vector<Attribution>& relations) {
    for (const Attribution& inner : relations) {
        if (!inner.outer || inner.source.empty()) continue;
        Attribution& outer = relations[*inner.outer];
        if (outer.stance != Stance::Claim || outer.content.size() != 1) continue;
        std::size_t begin = inner.cue.front().begin;
        std::size_t end = inner.cue.back().end;
        for (const std::vector<Span>* part : {&inner.source, &inner.content}) {
            begin = std::min(begin, part->front().begin);
            end = std::max(end, part->back().end);
        }
        const bool begins = begin <= outer.content.front().begin + 12;
        const bool ends = end + 3 >= outer.content.back().end;
        if (begins && ends) outer.stance = Stance::PassedOn;
    }
}

// "Orr denied that Lund had said S", "Orr never said that Lund claims S": Lund is not known to say it. But
// "Orr denied Lund's claim that S" is about a claim that was made.
void withhold(std::vector<Attribution>& relations, const std::vector<bool>& nominal,
              const std::vector<bool>& quoted) {
    for (std::size_t i = 0; i < relations.size(); ++i) {
        Attribution& inner = relations[i];
        if (!inner.outer || nominal[i] || quoted[i]) continue;
        const Attribution& outer = relations[*inner.outer];
        const bool denied =
            outer.stance == Stance::Denial && outer.content.front().begin > outer.cue.front().begin;
        if (denied || outer.force == Force::Withheld) inner.force = Force::Withheld;
    }
}

// Whether every part has words: a reading without them is none.
bool has_words(const Words& words, const SpanReading& reading) {
    const auto has_word = [&](const Span& span) { return !words.range(span).empty(); };
    return has_word(reading.cue) && !reading.content.empty() &&
           std::all_of(reading.source.begin(), reading.source.end(), has_word) &&
           std::all_of(reading.content.begin(), reading.content.end(), has_word);
}

// Without the comma or stop that only ends its clause: whether it is marked with the words is chance.
Span without_stops(const Words& words, const Span& piece) {
    const Range range = words.range(piece);
    std::size_t end = range.end;
    while (end - range.begin > 1 && words.is_one_of(end - 1, {",", ";", ":", "."})) --end;
    return end == range.end ? piece : Span{piece.begin, words[end - 1].span.end};
}

}  // namespace

void AttributionAnnotator::annotate(Document& document, const graphs::Progress& progress) const {
    document.attributions.clear();
    const Words words(document, progress);
    std::vector<bool> nominal;
    std::vector<bool> quoted;
    for (const SpanReading& reading : document.readings) {
        progress(0);
        if (!has_words(words, reading)) continue;
        const CueReading cue = read_cue(words, reading);
        const StanceReading stance = stance_of(words, cue);
        Attribution relation;
        relation.source = reading.source;
        relation.cue = {reading.cue};
        for (const Span& piece : reading.content) relation.content.push_back(without_stops(words, piece));
        relation.stance = stance.stance;
        relation.force = force_of(words, cue);
        relation.form = form_of(words, cue);
        relation.strength = cue.strength;
        relation.confidence = reading.probability * (stance.by_content ? sure_by_content : 1.0);
        document.attributions.push_back(std::move(relation));
        nominal.push_back(cue.nominal);
        quoted.push_back(words[cue.head].quotation != Word::npos);
    }
    progress(0);
    nest(document.attributions);
    if (leave_denials_out(words, document.attributions)) {
        for (Attribution& relation : document.attributions) relation.outer.reset();
        nest(document.attributions);
    }
    withhold(document.attributions, nominal, quoted);
    pass_on(document.attributions);
}

}  // namespace hearsay::engine
