#include "tests/fuzz/random_queries/value.hpp"

#include <cmath>
#include <cstdio>

namespace hearsay::random_queries {
namespace {

int sign(const auto& a, const auto& b) {
    return a < b ? -1 : b < a ? 1 : 0;
}

bool is_nan(const Value& value) {
    const auto* d = value.as<double>();
    return d != nullptr && std::isnan(*d);
}

// REQUIRES: neither is NaN. Numbers of a random query are small or whole, so long double holds them all.
int compare_numbers(const Value& a, const Value& b) {
    const auto wide = [](const Value& v) {
        const auto* i = v.as<std::int64_t>();
        return i != nullptr ? static_cast<long double>(*i) : static_cast<long double>(*v.as<double>());
    };
    return sign(wide(a), wide(b));
}

// Map < Node < Relationship < List < Path < String < Boolean < number < NaN < null.
int rank(const Value& value) {
    if (value.as<Map>() != nullptr) return 0;
    if (value.as<NodeRef>() != nullptr) return 1;
    if (value.as<EdgeRef>() != nullptr) return 2;
    if (value.as<List>() != nullptr) return 3;
    if (value.as<PathRef>() != nullptr) return 4;
    if (value.as<std::string>() != nullptr) return 5;
    if (value.as<bool>() != nullptr) return 6;
    if (value.is_number()) return is_nan(value) ? 8 : 7;
    return 9;
}

}  // namespace

Value of_truth(Truth truth) {
    return truth ? Value(*truth) : Value();
}

Truth equals(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return std::nullopt;
    if (a.is_number() && b.is_number()) return !is_nan(a) && !is_nan(b) && compare_numbers(a, b) == 0;
    if (a.is.index() != b.is.index()) return false;
    if (const auto* x = a.as<List>()) {
        const auto& y = *b.as<List>();
        if (x->size() != y.size()) return false;
        Truth all = true;
        for (std::size_t i = 0; i < x->size(); ++i) {
            const Truth one = equals((*x)[i], y[i]);
            if (one == false) return false;
            if (!one) all = std::nullopt;
        }
        return all;
    }
    if (const auto* x = a.as<Map>()) {
        const auto& y = *b.as<Map>();
        if (x->size() != y.size()) return false;
        Truth all = true;
        for (const auto& [key, value] : *x) {
            const auto found = y.find(key);
            if (found == y.end()) return false;
            const Truth one = equals(value, found->second);
            if (one == false) return false;
            if (!one) all = std::nullopt;
        }
        return all;
    }
    return order(a, b) == 0;
}

std::optional<int> compare(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return std::nullopt;
    if (a.is_number() && b.is_number()) {
        if (is_nan(a) || is_nan(b)) return std::nullopt;
        return compare_numbers(a, b);
    }
    if (a.is.index() != b.is.index()) return std::nullopt;
    if (a.as<std::string>() != nullptr || a.as<bool>() != nullptr) return order(a, b);
    if (const auto* x = a.as<List>()) {
        const auto& y = *b.as<List>();
        for (std::size_t i = 0; i < x->size() && i < y.size(); ++i) {
            const auto one = compare((*x)[i], y[i]);
            if (!one) return std::nullopt;
            if (*one != 0) return one;
        }
        return sign(x->size(), y.size());
    }
    return std::nullopt;
}

int order(const Value& a, const Value& b) {
    if (const int by_rank = sign(rank(a), rank(b))) return by_rank;
    if (const auto* x = a.as<List>()) {
        const auto& y = *b.as<List>();
        for (std::size_t i = 0; i < x->size() && i < y.size(); ++i) {
            if (const int one = order((*x)[i], y[i])) return one;
        }
        return sign(x->size(), y.size());
    }
    if (const auto* x = a.as<Map>()) {
        const auto& y = *b.as<Map>();
        auto i = x->begin();
        auto j = y.begin();
        for (; i != x->end() && j != y.end(); ++i, ++j) {
            if (const int by_key = sign(i->first, j->first)) return by_key;
            if (const int by_value = order(i->second, j->second)) return by_value;
        }
        return sign(x->size(), y.size());
    }
    if (a.is_number()) return is_nan(a) ? 0 : compare_numbers(a, b);
    if (const auto* x = a.as<std::string>()) return sign(*x, *b.as<std::string>());
    if (const auto* x = a.as<bool>()) return sign(*x, *b.as<bool>());
    if (const auto* x = a.as<NodeRef>()) return sign(*x, *b.as<NodeRef>());
    if (const auto* x = a.as<EdgeRef>()) return sign(*x, *b.as<EdgeRef>());
    if (const auto* x = a.as<PathRef>()) return sign(*x, *b.as<PathRef>());
    return 0;
}

std::string literal(const Value& value) {
    if (const auto* b = value.as<bool>()) return *b ? "true" : "false";
    if (const auto* i = value.as<std::int64_t>()) return std::to_string(*i);
    if (const auto* d = value.as<double>()) {
        if (std::isnan(*d)) return "(0.0 / 0.0)";
        if (std::isinf(*d)) return *d < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)";
        char text[64];
        std::snprintf(text, sizeof text, "%.15g", *d);
        const std::string written = text;
        return written.find_first_of(".e") == std::string::npos ? written + ".0" : written;
    }
    if (const auto* s = value.as<std::string>()) return "'" + *s + "'";
    if (const auto* l = value.as<List>()) {
        std::string text;
        for (const Value& each : *l) text += (text.empty() ? "" : ", ") + literal(each);
        return "[" + text + "]";
    }
    if (const auto* m = value.as<Map>()) {
        std::string text;
        for (const auto& [key, each] : *m) text += (text.empty() ? "" : ", ") + key + ": " + literal(each);
        return "{" + text + "}";
    }
    return "null";
}

}  // namespace hearsay::random_queries
