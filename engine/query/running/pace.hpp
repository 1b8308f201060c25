// Calls QueryContext::check often enough in a loop over values.
#pragma once

#include "engine/query/running/context.hpp"

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

    // The same for a step that only looks through `bytes` of text.
    void look_through(std::size_t bytes) {
        looked_at_ += 64 + bytes;
        if (looked_at_ >= 65536) {
            looked_at_ = 0;
            context_.check();
        }
    }

    static bool is_large(const graphs::Value& value) { return size_of(value) > 4096; }
    // What may be large, in bytes as written out; all else is 0.
    static std::uint64_t size_of(const graphs::Value& value) {
        using graphs::Kind;
        const Kind kind = value.kind();
        return kind == Kind::String || kind == Kind::List || kind == Kind::Map ? value.extent().bytes : 0;
    }

  private:
    const QueryContext& context_;
    unsigned steps_ = 0;
    std::size_t looked_at_ = 0;
};

}  // namespace hearsay::engine
