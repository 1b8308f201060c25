// The map from which a temporal value is made: {year: 2031, month: 5, hour: 12, timezone: '+01:00'}.
// What is wrong in it is a QueryError that points at the argument.
#pragma once

#include <optional>
#include <string_view>

#include "engine/query/functions/function.hpp"
#include "graphs/values/temporal/zones.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::engine::temporal {

class Fields {
  public:
    // REQUIRES: argument `index` is a Map
    Fields(const builtins::Arguments& arguments, std::size_t index)
        : arguments_(arguments), index_(index), map_(arguments[index].map()) {}

    const graphs::Map& map() const { return map_; }
    bool has(std::string_view name) const { return map_.contains(name); }
    bool has_null() const;
    const graphs::Value* find(std::string_view name) const;            // nullptr if it is not given
    std::optional<std::int64_t> integer(std::string_view name) const;  // a TypeError if it is none
    // Within a range, both ends included.
    std::optional<std::int64_t> integer(std::string_view name, std::int64_t least, std::int64_t most) const;
    std::optional<Zone> zone() const;  // `timezone`

    // Refuses names that a value of this kind does not have; `selects`: date, time, datetime and epochs too.
    void check_names(graphs::Kind kind, bool selects) const;

    [[noreturn]] void fail(std::string_view problem, std::string_view suggestion = {}) const;
    [[noreturn]] void fail_type(std::string_view name, std::string_view wanted) const;

  private:
    const builtins::Arguments& arguments_;
    std::size_t index_;
    const graphs::Map& map_;
};

// A day from one of {year, month, day}, {year, week, dayOfWeek}, {year, quarter, dayOfQuarter},
// {year, ordinalDay}. What is not given is taken from `base`, or is the first one if there is no base.
graphs::Date date_from(const Fields& fields, std::optional<graphs::Date> base);

// A time of day from {hour, minute, second, millisecond, microsecond, nanosecond}. What is not given is taken
// from `base`, or is 0 if there is no base. A fraction of a second that is given replaces that of the base,
// but for its first `kept` digits (0, 3 or 6).
graphs::LocalTime time_from(const Fields& fields, std::optional<graphs::LocalTime> base, int kept = 0);

}  // namespace hearsay::engine::temporal
