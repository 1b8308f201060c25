// Equality, comparability, orderability and equivalence of values.
// Source: openCypher, CIP2016-06-14 "Definition of equality, orderability, comparability and equivalence".
#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <optional>
#include <string_view>

#include "graphs/values/value.hpp"

namespace hearsay::graphs {
namespace {

// Three-valued logic inside this file: nullopt is null.
using Truth = std::optional<bool>;

int sign(auto a, auto b) {
    return a < b ? -1 : (b < a ? 1 : 0);
}

bool is_nan(const Value& v) {
    return v.kind() == Kind::Float && std::isnan(v.floating());
}

// Exact beyond 2^53, where a conversion to double would round. REQUIRES: d is not NaN.
int compare_exactly(std::int64_t i, double d) {
    constexpr double two_to_63 = 9223372036854775808.0;
    if (d >= two_to_63) return -1;
    if (d < -two_to_63) return 1;
    const double whole = std::trunc(d);
    if (const int by_whole = sign(i, static_cast<std::int64_t>(whole))) return by_whole;
    return sign(0.0, d - whole);
}

// REQUIRES: both are numbers, neither is NaN.
int compare_numbers(const Value& a, const Value& b) {
    const bool a_whole = a.kind() == Kind::Integer, b_whole = b.kind() == Kind::Integer;
    if (a_whole && b_whole) return sign(a.integer(), b.integer());
    if (a_whole) return compare_exactly(a.integer(), b.floating());
    if (b_whole) return -compare_exactly(b.integer(), a.floating());
    return sign(a.floating(), b.floating());
}

int compare_strings(std::string_view a, std::string_view b) {
    // The order of UTF-8's bytes is the order of code points.
    const int by_bytes = a.compare(b);
    return sign(by_bytes, 0);
}

int compare_paths(const Path& a, const Path& b) {
    const std::size_t common = std::min(a.edges.size(), b.edges.size());
    for (std::size_t i = 0; i <= common; ++i) {
        if (const int by_vertex = sign(a.vertices[i], b.vertices[i])) return by_vertex;
        if (i == common) break;
        if (const int by_edge = sign(a.edges[i], b.edges[i])) return by_edge;
    }
    return sign(a.edges.size(), b.edges.size());
}

// By the instant, then from west to east.
int compare_times(Time a, Time b) {
    const auto instant = [](Time time) { return time.nanoseconds - time.offset * nanoseconds_per_second; };
    if (const int by_instant = sign(instant(a), instant(b))) return by_instant;
    return sign(a.offset, b.offset);
}

int compare_instants(const DateTime& a, const DateTime& b) {
    if (const int by_second = sign(a.seconds, b.seconds)) return by_second;
    if (const int by_nanosecond = sign(a.nanoseconds, b.nanoseconds)) return by_nanosecond;
    if (const int by_offset = sign(a.offset, b.offset)) return by_offset;
    return compare_strings(a.zone, b.zone);
}

int order_durations(const Duration& a, const Duration& b) {
    const auto mean_seconds = [](const Duration& duration) {
        __extension__ using Wide = __int128;  // the greatest months are more seconds than 64 bits hold
        constexpr Wide seconds_per_month = 2'629'746;
        return duration.months * seconds_per_month + duration.days * Wide{seconds_per_day} + duration.seconds;
    };
    if (const int by_second = sign(mean_seconds(a), mean_seconds(b))) return by_second;
    if (const int by_nanosecond = sign(a.nanoseconds, b.nanoseconds)) return by_nanosecond;
    if (const int by_month = sign(a.months, b.months)) return by_month;
    return sign(a.days, b.days);
}

Truth equal(const Value& a, const Value& b);

Truth equal_lists(const List& a, const List& b) {
    if (a.size() != b.size()) return false;
    Truth all = true;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Truth one = equal(a[i], b[i]);
        if (one == false) return false;
        if (!one) all = std::nullopt;
    }
    return all;
}

Truth equal_maps(const Map& a, const Map& b) {
    if (a.size() != b.size()) return false;
    Truth all = true;
    for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y) {
        if (x->first != y->first) return false;
        const Truth one = equal(x->second, y->second);
        if (one == false) return false;
        if (!one) all = std::nullopt;
    }
    return all;
}

Truth equal(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return std::nullopt;
    if (a.is_number() && b.is_number()) return !is_nan(a) && !is_nan(b) && compare_numbers(a, b) == 0;
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
        case Kind::Boolean:
            return a.boolean() == b.boolean();
        case Kind::String:
            return a.string() == b.string();
        case Kind::List:
            return equal_lists(a.list(), b.list());
        case Kind::Map:
            return equal_maps(a.map(), b.map());
        case Kind::Date:
            return a.date() == b.date();
        case Kind::LocalTime:
            return a.local_time() == b.local_time();
        case Kind::Time:
            return a.time() == b.time();
        case Kind::LocalDateTime:
            return a.local_date_time() == b.local_date_time();
        case Kind::DateTime:
            return a.date_time() == b.date_time();
        case Kind::Duration:
            return a.duration() == b.duration();
        case Kind::Vertex:
            return a.vertex() == b.vertex();
        case Kind::Edge:
            return a.edge() == b.edge();
        case Kind::Path:
            return compare_paths(a.path(), b.path()) == 0;
        case Kind::Null:
        case Kind::Integer:
        case Kind::Float:
            break;
    }
    return false;
}

// nullopt: the two cannot be compared.
std::optional<int> comparison(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) return std::nullopt;
    if (a.is_number() && b.is_number()) {
        if (is_nan(a) || is_nan(b)) return std::nullopt;
        return compare_numbers(a, b);
    }
    if (a.kind() != b.kind()) return std::nullopt;
    switch (a.kind()) {
        case Kind::Boolean:
            return sign(a.boolean(), b.boolean());
        case Kind::String:
            return compare_strings(a.string(), b.string());
        case Kind::Date:
            return sign(a.date(), b.date());
        case Kind::LocalTime:
            return sign(a.local_time(), b.local_time());
        case Kind::Time:
            return compare_times(a.time(), b.time());
        case Kind::LocalDateTime:
            return sign(a.local_date_time(), b.local_date_time());
        case Kind::DateTime:
            return compare_instants(a.date_time(), b.date_time());
        case Kind::List: {
            const List &x = a.list(), &y = b.list();
            for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
                const std::optional<int> one = comparison(x[i], y[i]);
                if (one != 0) return one;  // decided, or undecidable
            }
            return sign(x.size(), y.size());
        }
        default:
            return std::nullopt;
    }
}

// The place of a kind in the total order; numbers share one.
int rank(const Value& v) {
    switch (v.kind()) {
        case Kind::Map:
            return 0;
        case Kind::Vertex:
            return 1;
        case Kind::Edge:
            return 2;
        case Kind::List:
            return 3;
        case Kind::Path:
            return 4;
        case Kind::DateTime:
            return 5;
        case Kind::LocalDateTime:
            return 6;
        case Kind::Date:
            return 7;
        case Kind::Time:
            return 8;
        case Kind::LocalTime:
            return 9;
        case Kind::Duration:
            return 10;
        case Kind::String:
            return 11;
        case Kind::Boolean:
            return 12;
        case Kind::Integer:
            return 13;
        case Kind::Float:
            return is_nan(v) ? 14 : 13;
        case Kind::Null:
            return 15;
    }
    return 16;
}

int order_lists(const List& a, const List& b) {
    if (&a == &b) return 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (const int one = order(a[i], b[i])) return one;
    }
    return sign(a.size(), b.size());
}

// By their keys first, then by the values in the order of the keys.
int order_maps(const Map& a, const Map& b) {
    if (&a == &b) return 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end(); ++x, ++y) {
        if (const int by_key = compare_strings(x->first, y->first)) return by_key;
    }
    if (const int by_size = sign(a.size(), b.size())) return by_size;
    for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y) {
        if (const int by_value = order(x->second, y->second)) return by_value;
    }
    return 0;
}

// Mixes all bits, so that numbers in a row do not land in a row. Source: the finaliser of SplitMix64.
std::size_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

std::size_t join(std::size_t seed, std::size_t next) {
    return mix(seed * 0x9e3779b97f4a7c15ULL + next);
}

std::size_t hash_parts(std::size_t seed, std::initializer_list<std::int64_t> parts) {
    for (const std::int64_t part : parts) seed = join(seed, static_cast<std::size_t>(part));
    return seed;
}

std::size_t hash_number(const Value& v) {
    if (v.kind() == Kind::Integer) return mix(static_cast<std::uint64_t>(v.integer()));
    const double d = v.floating();
    if (std::isnan(d)) return mix(0x7ff8000000000000ULL);
    // A whole number hashes as the integer that it equals; -0.0 as 0.
    if (d >= -9223372036854775808.0 && d < 9223372036854775808.0 && std::trunc(d) == d) {
        return mix(static_cast<std::uint64_t>(static_cast<std::int64_t>(d)));
    }
    return mix(std::bit_cast<std::uint64_t>(d));
}

}  // namespace

Value equals(const Value& a, const Value& b) {
    const Truth truth = equal(a, b);
    return truth ? Value(*truth) : Value();
}

Value compare(const Value& a, const Value& b) {
    const std::optional<int> result = comparison(a, b);
    return result ? Value(*result) : Value();
}

int order(const Value& a, const Value& b) {
    const int rank_a = rank(a);
    if (const int by_rank = sign(rank_a, rank(b))) return by_rank;
    switch (a.kind()) {
        case Kind::Map:
            return order_maps(a.map(), b.map());
        case Kind::Vertex:
            return sign(a.vertex(), b.vertex());
        case Kind::Edge:
            return sign(a.edge(), b.edge());
        case Kind::List:
            return order_lists(a.list(), b.list());
        case Kind::Path:
            return compare_paths(a.path(), b.path());
        case Kind::DateTime:
            return compare_instants(a.date_time(), b.date_time());
        case Kind::LocalDateTime:
            return sign(a.local_date_time(), b.local_date_time());
        case Kind::Date:
            return sign(a.date(), b.date());
        case Kind::Time:
            return compare_times(a.time(), b.time());
        case Kind::LocalTime:
            return sign(a.local_time(), b.local_time());
        case Kind::Duration:
            return order_durations(a.duration(), b.duration());
        case Kind::String:
            return compare_strings(a.string(), b.string());
        case Kind::Boolean:
            return sign(a.boolean(), b.boolean());
        case Kind::Integer:
        case Kind::Float:
            return is_nan(a) ? 0 : compare_numbers(a, b);
        case Kind::Null:
            break;
    }
    return 0;
}

std::uint64_t order_prefix(const Value& v) {
    constexpr unsigned rank_bits = 4;
    constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;
    std::uint64_t rest = 0;
    switch (v.kind()) {
        case Kind::Integer:
        case Kind::Float: {
            // Rounding keeps the order; -0.0 becomes 0.0.
            if (is_nan(v)) break;
            const double number =
                (v.kind() == Kind::Integer ? static_cast<double>(v.integer()) : v.floating()) + 0.0;
            const auto bits = std::bit_cast<std::uint64_t>(number);
            rest = (bits & sign_bit) != 0 ? ~bits : bits | sign_bit;
            break;
        }
        case Kind::String: {
            const std::string_view text = v.string();
            for (std::size_t i = 0; i < sizeof rest; ++i)
                rest = rest << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
            break;
        }
        case Kind::Date:
            rest = static_cast<std::uint64_t>(v.date().days) ^ sign_bit;
            break;
        default:
            break;
    }
    return static_cast<std::uint64_t>(rank(v)) << (64 - rank_bits) | rest >> rank_bits;
}

bool equivalent(const Value& a, const Value& b) {
    if (a.kind() == Kind::String && b.kind() == Kind::String) return a.string() == b.string();
    return order(a, b) == 0;
}

std::size_t hash(const Value& v) {
    const auto kind = static_cast<std::size_t>(v.kind());
    switch (v.kind()) {
        case Kind::Null:
            return mix(kind + 1);
        case Kind::Boolean:
            return join(kind, v.boolean());
        case Kind::Integer:
        case Kind::Float:
            return hash_number(v);
        case Kind::String:
            return std::hash<std::string_view>{}(v.string());
        case Kind::Date:
            return join(kind, static_cast<std::size_t>(v.date().days));
        case Kind::LocalTime:
            return join(kind, static_cast<std::size_t>(v.local_time().nanoseconds));
        case Kind::Time:
            return hash_parts(kind, {v.time().nanoseconds, v.time().offset});
        case Kind::LocalDateTime:
            return hash_parts(kind, {v.local_date_time().seconds, v.local_date_time().nanoseconds});
        case Kind::DateTime: {
            const DateTime& time = v.date_time();
            return join(hash_parts(kind, {time.seconds, time.nanoseconds, time.offset}),
                        std::hash<std::string_view>{}(time.zone));
        }
        case Kind::Duration: {
            const Duration& d = v.duration();
            return hash_parts(kind, {d.months, d.days, d.seconds, d.nanoseconds});
        }
        case Kind::Vertex:
            return join(kind, v.vertex().value);
        case Kind::Edge:
            return join(kind, v.edge().value);
        case Kind::List: {
            std::size_t all = join(kind, v.list().size());
            for (const Value& item : v.list()) all = join(all, hash(item));
            return all;
        }
        case Kind::Map: {
            std::size_t all = join(kind, v.map().size());
            for (const auto& [key, item] : v.map()) {
                all = join(join(all, std::hash<std::string_view>{}(key)), hash(item));
            }
            return all;
        }
        case Kind::Path: {
            std::size_t all = join(kind, v.path().edges.size());
            for (const VertexId vertex : v.path().vertices) all = join(all, vertex.value);
            for (const EdgeId edge : v.path().edges) all = join(all, edge.value);
            return all;
        }
    }
    return 0;
}

}  // namespace hearsay::graphs
