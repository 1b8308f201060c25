#include "engine/articles/attribution/cues.hpp"

#include <algorithm>

#include "engine/articles/attribution/phrase_cues.hpp"
#include "engine/articles/attribution/verb_cues.hpp"

namespace hearsay::engine {

std::vector<Candidate> find_candidates(const Phrases& phrases) {
    std::vector<Candidate> out = VerbCues(phrases).run();
    find_phrase_cues(phrases, out);
    std::stable_sort(out.begin(), out.end(),
                     [](const Candidate& a, const Candidate& b) { return a.head < b.head; });
    return out;
}

}  // namespace hearsay::engine
