#include "engine/query/operators/updates/storable.hpp"

#include <fmt/format.h>

#include "engine/query/expressions/error.hpp"

namespace hearsay::engine {

using graphs::Kind;
using graphs::Value;

namespace {

// What cannot be kept: the value itself or an item of it; nullptr if all can.
const Value* cannot_be_kept(const Value& value, bool in_list) {
    switch (value.kind()) {
        case Kind::Map:
        case Kind::Vertex:
        case Kind::Edge:
        case Kind::Path:
            return &value;
        case Kind::Null:
            return in_list ? &value : nullptr;
        case Kind::List:
            if (in_list) return &value;
            for (const Value& item : value.list()) {
                if (const Value* found = cannot_be_kept(item, true)) return found;
            }
            return nullptr;
        default:
            return nullptr;
    }
}

}  // namespace

void check_storable(const Value& value, std::string_view key, grammar::Span span) {
    const Value* refused = cannot_be_kept(value, false);
    if (refused == nullptr) return;
    const std::string what =
        refused->is_null() ? "null" : fmt::format("a {}", graphs::kind_name(refused->kind()));
    expressions::fail(span,
                      fmt::format("the property `{}` cannot be {}{}", key,
                                  refused == &value ? "" : "a List that holds ", what),
                      "TypeError", "InvalidPropertyType",
                      "properties are numbers, texts, truth values, times, and flat lists of those");
}

}  // namespace hearsay::engine
