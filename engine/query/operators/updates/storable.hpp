// Which values a property can have.
#pragma once

#include "engine/query/running/context.hpp"

namespace hearsay::engine {

// Everything but nodes, relationships, paths, maps, and lists that hold one of them, a list or null. Throws
// QueryError (TypeError, InvalidPropertyType) at `span` if the value of `key` cannot be kept. Null can: it
// takes the property away.
void check_storable(const graphs::Value& value, std::string_view key, grammar::Span span);

}  // namespace hearsay::engine
