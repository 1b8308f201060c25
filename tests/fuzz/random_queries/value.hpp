// The oracle's own values: as plain as can be, nothing shared with graphs/values/value.hpp.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hearsay::random_queries {

struct Value;
using List = std::vector<Value>;
using Map = std::map<std::string, Value>;

// By their place in the model graph (model.hpp).
struct NodeRef {
    std::size_t index = 0;
    auto operator<=>(const NodeRef&) const = default;
};
struct EdgeRef {
    std::size_t index = 0;
    auto operator<=>(const EdgeRef&) const = default;
};
struct PathRef {
    std::vector<std::size_t> nodes, edges;
    auto operator<=>(const PathRef&) const = default;
};

struct Value {
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map, NodeRef, EdgeRef,
                 PathRef>
        is;
    bool in_any_order = false;  // of a list: collected, so that nothing says what comes first

    Value() = default;
    Value(bool b) : is(b) {}
    Value(std::int64_t i) : is(i) {}
    Value(int i) : is(std::int64_t{i}) {}
    Value(std::size_t i) : is(static_cast<std::int64_t>(i)) {}
    Value(double d) : is(d) {}
    Value(std::string s) : is(std::move(s)) {}
    Value(const char* s) : is(std::string(s)) {}
    Value(List l, bool any_order = false) : is(std::move(l)), in_any_order(any_order) {}
    Value(Map m) : is(std::move(m)) {}
    Value(NodeRef n) : is(n) {}
    Value(EdgeRef e) : is(e) {}
    Value(PathRef p) : is(std::move(p)) {}

    template <class T>
    const T* as() const {
        return std::get_if<T>(&is);
    }
    bool is_null() const { return as<std::monostate>() != nullptr; }
    bool is_number() const { return as<std::int64_t>() != nullptr || as<double>() != nullptr; }
    double number() const {  // of an integer or a float
        const auto* i = as<std::int64_t>();
        return i != nullptr ? static_cast<double>(*i) : *as<double>();
    }
};

// Three-valued logic: none is null.
using Truth = std::optional<bool>;
Value of_truth(Truth truth);

Truth equals(const Value& a, const Value& b);                // `=`
std::optional<int> compare(const Value& a, const Value& b);  // `<` and the like; none where it is null
int order(const Value& a, const Value& b);                   // ORDER BY
inline bool same(const Value& a, const Value& b) {
    return order(a, b) == 0;
}  // DISTINCT, groups

// As a literal of the language. REQUIRES: no element of the graph is in it.
std::string literal(const Value& value);

}  // namespace hearsay::random_queries
