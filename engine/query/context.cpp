#include "engine/query/context.hpp"

namespace hearsay::engine {

void QueryContext::check() const {
    if (interrupt == nullptr || !interrupt->load(std::memory_order_relaxed)) return;
    throw QueryError({grammar::Severity::Error, {0, text.size()}, "interrupted", "", "Interrupted", ""});
}

}  // namespace hearsay::engine
