#include "engine/query/check/static_type.hpp"

#include <algorithm>

namespace hearsay::engine {

std::string type_text(StaticType type) {
    switch (type.kind) {
        case StaticType::Any:
            return "a value";
        case StaticType::Null:
            return "null";
        case StaticType::Boolean:
            return "a Boolean";
        case StaticType::Integer:
            return "an Integer";
        case StaticType::Float:
            return "a Float";
        case StaticType::Number:
            return "a number";
        case StaticType::String:
            return "a String";
        case StaticType::Date:
            return "a Date";
        case StaticType::LocalTime:
            return "a LocalTime";
        case StaticType::Time:
            return "a Time";
        case StaticType::LocalDateTime:
            return "a LocalDateTime";
        case StaticType::DateTime:
            return "a DateTime";
        case StaticType::Duration:
            return "a Duration";
        case StaticType::List:
            return type.element == StaticType::Relationship ? "a List of Relationships" : "a List";
        case StaticType::Map:
            return "a Map";
        case StaticType::Node:
            return "a Node";
        case StaticType::Relationship:
            return "a Relationship";
        case StaticType::Path:
            return "a Path";
    }
    return "a value";
}

namespace {

StaticType::Kind kind_called(std::string_view text) {
    constexpr std::pair<std::string_view, StaticType::Kind> kinds[] = {
        {"BOOLEAN", StaticType::Boolean},
        {"INTEGER", StaticType::Integer},
        {"FLOAT", StaticType::Float},
        {"NUMBER", StaticType::Number},
        {"STRING", StaticType::String},
        {"DATE", StaticType::Date},
        {"LOCALTIME", StaticType::LocalTime},
        {"TIME", StaticType::Time},
        {"LOCALDATETIME", StaticType::LocalDateTime},
        {"DATETIME", StaticType::DateTime},
        {"DURATION", StaticType::Duration},
        {"LIST", StaticType::List},
        {"MAP", StaticType::Map},
        {"NODE", StaticType::Node},
        {"PATH", StaticType::Path},
        {"RELATIONSHIP", StaticType::Relationship}};
    const auto found =
        std::find_if(std::begin(kinds), std::end(kinds), [text](const auto& k) { return k.first == text; });
    return found == std::end(kinds) ? StaticType::Any : found->second;
}

}  // namespace

StaticType type_called(std::string_view text) {
    const std::size_t open = text.find('<');
    if (open == std::string_view::npos) return kind_called(text.substr(0, text.find('?')));
    return {kind_called(text.substr(0, open)), kind_called(text.substr(open + 1, text.find('>') - open - 1))};
}

bool fits(StaticType given, StaticType wanted) {
    if (given.unknown() || wanted.kind == StaticType::Any || given.kind == wanted.kind) return true;
    return given.number() && wanted.number();
}

}  // namespace hearsay::engine
