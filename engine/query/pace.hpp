// Calls QueryContext::check often enough in a loop over values.
#pragma once

#include "engine/query/context.hpp"

namespace hearsay::engine {

// Behind every value that is large, and behind every 64th step: what handles one value may take a millisecond
// where the value is large, and is far below a microsecond else.
class Pace {
  public:
    explicit Pace(const QueryContext& context) : context_(context) {}

    template <class... Values>
    void step(const Values&... values) {
        if ((++steps_ & 63U) == 0 || (is_large(values) || ...)) context_.check();
    }

  private:
    static bool is_large(const graphs::Value& value) {
        if (value.kind() == graphs::Kind::String) return value.string().size() > 4096;
        return value.kind() == graphs::Kind::List && value.list().size() > 256;
    }

    const QueryContext& context_;
    unsigned steps_ = 0;
};

}  // namespace hearsay::engine
