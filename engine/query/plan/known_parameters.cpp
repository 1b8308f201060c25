#include "engine/query/plan/known_parameters.hpp"

namespace hearsay::engine {

namespace {

bool is_large(const graphs::Value& value) {
    constexpr std::size_t long_text = 256;  // bytes
    using graphs::Kind;
    switch (value.kind()) {
        case Kind::String:
            return value.string().size() > long_text;
        case Kind::List:
        case Kind::Map:
        case Kind::Path:
            return true;
        default:
            return false;
    }
}

}  // namespace

void ParameterLooks::note_given(std::string_view name, bool given) {
    if (!looks_.contains(name)) looks_.emplace(name, Look{given});
}

void ParameterLooks::note_value(std::string_view name, const graphs::Value* value) {
    note_given(name, value != nullptr);
    if (value == nullptr) return;
    Look& look = looks_.find(name)->second;
    look.large = is_large(*value);
    if (!look.large) look.value = *value;
}

bool ParameterLooks::same_for(const Parameters& parameters) const {
    for (const auto& [name, look] : looks_) {
        const auto found = parameters.find(name);
        if (look.large || look.given != (found != parameters.end())) return false;
        // 1 and 1.0 are equivalent, but of two types.
        if (look.value &&
            (look.value->kind() != found->second.kind() || !graphs::equivalent(*look.value, found->second)))
            return false;
    }
    return true;
}

bool KnownParameters::contains(std::string_view name) const {
    const bool given = given_->contains(name);
    looks_.note_given(name, given);
    return given;
}

const graphs::Value* KnownParameters::find(std::string_view name) const {
    const auto found = given_->find(name);
    const graphs::Value* value = found != given_->end() ? &found->second : nullptr;
    looks_.note_value(name, value);
    return value;
}

std::vector<std::string> KnownParameters::names() const {
    std::vector<std::string> names;
    for (const auto& [name, value] : *given_) names.push_back(name);
    return names;
}

}  // namespace hearsay::engine
