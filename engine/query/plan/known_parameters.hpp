// The parameters as the checks and the planner see them. What they look at is noted, so that it can be told
// for which other parameters they would find the same (statement/statement_cache.hpp).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/query/running/context.hpp"

namespace hearsay::engine {

// What was looked at, and what was seen.
class ParameterLooks {
  public:
    void note_given(std::string_view name, bool given);
    void note_value(std::string_view name, const graphs::Value* value);  // nullptr: not given
    // Would these parameters look the same? False where what was seen is too large to be compared each time.
    bool same_for(const Parameters& parameters) const;

  private:
    struct Look {
        bool given = false;
        std::optional<graphs::Value> value = {};  // if that was looked at
        bool large = false;                       // and would be, but for its size
    };
    std::map<std::string, Look, std::less<>> looks_;
};

class KnownParameters {
  public:
    KnownParameters(const Parameters& given) : given_(&given) {}  // which must outlive it

    bool contains(std::string_view name) const;
    const graphs::Value* find(std::string_view name) const;  // nullptr if it is not given
    std::vector<std::string> names() const;                  // for error messages: not noted

    // What was looked at since the last time.
    ParameterLooks take_looks() const { return std::exchange(looks_, {}); }

  private:
    const Parameters* given_;
    mutable ParameterLooks looks_;
};

}  // namespace hearsay::engine
