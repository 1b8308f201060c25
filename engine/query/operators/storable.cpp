#include "engine/query/operators/storable.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/query/expressions/error.hpp"

namespace hearsay::engine {

using graphs::Kind;
using graphs::Value;

bool is_storable(const Value& value) {
    switch (value.kind()) {
        case Kind::Map:
        case Kind::Vertex:
        case Kind::Edge:
        case Kind::Path:
            return false;
        case Kind::List:
            return std::all_of(value.list().begin(), value.list().end(), [](const Value& item) {
                return item.kind() != Kind::List && !item.is_null() && is_storable(item);
            });
        default:
            return true;
    }
}

void check_storable(const Value& value, std::string_view key, grammar::Span span) {
    if (is_storable(value)) return;
    const bool list = value.kind() == Kind::List;
    const std::string what = list ? "a List that holds null, a List, a Map or what is in the graph"
                                  : fmt::format("a {}", graphs::kind_name(value.kind()));
    expressions::fail(span, fmt::format("the property `{}` cannot be {}", key, what), "TypeError",
                      "InvalidPropertyType",
                      "properties are numbers, texts, truth values, times, and flat lists of those");
}

}  // namespace hearsay::engine
