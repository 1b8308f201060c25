// Temporal values made from maps, texts and other temporal values.
#pragma once

#include "engine/query/functions/function.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::engine::temporal {

// date(), localtime(), time(), localdatetime(), datetime() with an argument; `kind` says which.
graphs::Value construct(graphs::Kind kind, const builtins::Arguments& arguments);
// datetime.fromEpoch(seconds, nanoseconds), datetime.fromEpochMillis(milliseconds)
graphs::Value from_epoch(const builtins::Arguments& arguments);
graphs::Value from_epoch_millis(const builtins::Arguments& arguments);
// duration() with an argument
graphs::Value construct_duration(const builtins::Arguments& arguments);

}  // namespace hearsay::engine::temporal
