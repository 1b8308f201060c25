#include "engine/articles/attribution/attributions.hpp"

#include <algorithm>

#include "engine/articles/attribution/confidence.hpp"
#include "engine/articles/attribution/cues.hpp"
#include "engine/articles/attribution/force.hpp"
#include "engine/articles/attribution/selection.hpp"
#include "engine/articles/attribution/stance.hpp"

namespace hearsay::engine {
namespace {

bool inside(const Span& span, const Attribution& relation) {
    for (const Span& content : relation.content) {
        if (content.contains(span)) return true;
    }
    return false;
}

std::size_t length(const Attribution& relation) {
    std::size_t out = 0;
    for (const Span& content : relation.content) out += content.end - content.begin;
    return out;
}

// Fills `outer`: the relation with the shortest content that holds the cue. An outer relation that says no
// more than the inner one passes it on: in "Orr said Lund claimed the dam held", Orr passes on what Lund
// claims.
void nest(std::vector<Attribution>& relations) {
    constexpr std::size_t reach = 64;  // relations stand in order; those further apart do not hold each other
    for (std::size_t i = 0; i < relations.size(); ++i) {
        for (std::size_t k = i < reach ? 0 : i - reach; k < std::min(relations.size(), i + reach); ++k) {
            if (k == i || relations[i].cue.empty() || !inside(relations[i].cue.front(), relations[k]))
                continue;
            auto& outer = relations[i].outer;
            if (!outer || length(relations[k]) < length(relations[*outer])) outer = k;
        }
    }
    for (const Attribution& inner : relations) {
        if (!inner.outer || inner.source.empty() || inner.content.empty()) continue;
        Attribution& outer = relations[*inner.outer];
        if (outer.stance != Stance::Claim || outer.content.empty()) continue;
        const bool begins = inner.source.front().begin <= outer.content.front().begin + 12;
        const bool ends = inner.content.back().end + 3 >= outer.content.back().end;
        if (begins && ends && outer.content.size() == 1) outer.stance = Stance::PassedOn;
    }
}

}  // namespace

void AttributionAnnotator::annotate(Document& document) const {
    document.attributions.clear();
    const Words words(document);
    const Phrases phrases(words);
    for (const Candidate& found : select(phrases, find_candidates(phrases))) {
        const auto span = [&](const Range& r) {
            return Span{words[r.begin].span.begin, words[r.end - 1].span.end};
        };
        Attribution relation;
        for (const Range& r : found.source) relation.source.push_back(span(r));
        relation.cue.push_back(span(found.cue));
        for (const Range& r : found.content) relation.content.push_back(span(r));
        // Candidates list the pieces as they were found; a document's stand in the order of the text.
        std::sort(relation.source.begin(), relation.source.end());
        std::sort(relation.content.begin(), relation.content.end());
        relation.stance = stance_of(phrases, found);
        relation.force = force_of(phrases, found);
        relation.form = form_of(phrases, found);
        relation.confidence = confidence_of(found);
        document.attributions.push_back(std::move(relation));
    }
    nest(document.attributions);
}

}  // namespace hearsay::engine
