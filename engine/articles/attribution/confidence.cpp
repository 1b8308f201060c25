#include "engine/articles/attribution/confidence.hpp"

namespace hearsay::engine {
namespace {

struct Measured {
    char kind;   // letter of cue_verbs.inc, '-' for phrases
    char frame;  // letter of Frame
    double right;
};

// Right relations with right source over all found, on PolNeAR's train part. Made by
//   tests/bench/attribution/measure_rules.sh ../shared/attribution/polnear-train.jsonl
constexpr Measured table[] = {
#include "engine/articles/attribution/confidence.inc"
};

}  // namespace

double confidence_of(const Candidate& candidate) {
    const char kind = candidate.verb == nullptr ? '-' : letter_of(candidate.verb->kind);
    for (const Measured& row : table) {
        if (row.kind == kind && row.frame == static_cast<char>(candidate.frame)) return row.right;
    }
    return 0.4;
}

}  // namespace hearsay::engine
