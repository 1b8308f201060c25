#include "engine/query/functions/temporal/unreadable_text.hpp"

#include "grammar/text/diagnostic.hpp"

namespace hearsay::engine::temporal {

std::string text_of(const Unreadable& problem) {
    if (problem.unknown_zone.empty()) return problem.why;
    const std::string meant = grammar::did_you_mean(problem.unknown_zone, zone_names());
    if (meant.empty())
        return problem.why + ": write a name such as 'Europe/Paris' or an offset such as '+01:00'";
    return problem.why + "; " + meant;
}

}  // namespace hearsay::engine::temporal
