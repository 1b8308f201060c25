// The entries of duration() and its family.
#include "engine/query/functions/entry.hpp"
#include "engine/query/functions/temporal/construct.hpp"
#include "engine/query/functions/temporal/functions.hpp"
#include "engine/query/temporal/between.hpp"
#include "engine/query/temporal/parts.hpp"

namespace hearsay::engine::temporal {
namespace {

using builtins::Arguments;
using builtins::scalar;
using graphs::Value;

using Measure = graphs::Duration (*)(const Value& from, const Value& to);

template <Measure measure>
Value measured(const Arguments& arguments) {
    for (std::size_t i = 0; i < 2; ++i) {
        if (!is_point(arguments[i])) arguments.wrong_type(i, "a date, a time or a datetime");
    }
    return measure(arguments[0], arguments[1]);
}

}  // namespace

std::vector<builtins::Function> duration_functions() {
    const std::string ends =
        "(from :: DATE | LOCALTIME | TIME | LOCALDATETIME | DATETIME, "
        "to :: DATE | LOCALTIME | TIME | LOCALDATETIME | DATETIME) :: DURATION";
    return {scalar("duration(from :: STRING | MAP | DURATION) :: DURATION",
                   "Makes a duration from 'P1Y2M10DT2H30M' or from {years: 1, days: 2.5, minutes: 30}.",
                   construct_duration),
            scalar("duration.between" + ends,
                   "From one moment to another: whole months, then whole days, then the rest.",
                   measured<between>),
            scalar("duration.inMonths" + ends, "From one moment to another in whole months.",
                   measured<in_months>),
            scalar("duration.inDays" + ends, "From one moment to another in whole days.", measured<in_days>),
            scalar("duration.inSeconds" + ends, "From one moment to another in seconds, exactly.",
                   measured<in_seconds>)};
}

}  // namespace hearsay::engine::temporal
