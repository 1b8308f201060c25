// One value of the property graph and of the query language: 16 bytes, cheap to copy.
#pragma once

#include <atomic>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graphs/ids.hpp"

namespace hearsay::graphs {

enum class Kind : std::uint8_t { Null, Boolean, Integer, Float, String, List, Map, Date, Vertex, Edge, Path };

class Value;
using List = std::vector<Value>;
using Map = std::map<std::string, Value, std::less<>>;

// A walk: `vertices` has one more than `edges`; edge i joins vertices i and i+1, in either direction.
struct Path {
    std::vector<VertexId> vertices;
    std::vector<EdgeId> edges;
};

// Days since 1970-01-01 in the proleptic Gregorian calendar.
struct Date {
    std::int64_t days = 0;
    auto operator<=>(const Date&) const = default;
};

// An immutable value. Strings, lists, maps and paths are shared by reference count (thread safe), so a copy
// never copies their content. Accessors require the kind that they name: anything else is a bug (HEARSAY_ASSERT).
class Value {
  public:
    Value() noexcept = default;  // null
    Value(std::nullptr_t) noexcept {}
    Value(bool b) noexcept;
    Value(std::int64_t i) noexcept;
    Value(int i) noexcept : Value(static_cast<std::int64_t>(i)) {}
    Value(double d) noexcept;
    Value(std::string s);
    Value(std::string_view s) : Value(std::string(s)) {}
    Value(const char* s) : Value(std::string(s)) {}
    Value(List list);
    Value(Map map);
    Value(Path path);
    Value(Date date) noexcept;
    Value(VertexId vertex) noexcept;
    Value(EdgeId edge) noexcept;

    Value(const Value& other) noexcept;
    Value(Value&& other) noexcept;
    Value& operator=(const Value& other) noexcept;
    Value& operator=(Value&& other) noexcept;
    ~Value();

    Kind kind() const noexcept { return kind_; }
    bool is_null() const noexcept { return kind_ == Kind::Null; }
    bool is_number() const noexcept { return kind_ == Kind::Integer || kind_ == Kind::Float; }

    bool boolean() const;
    std::int64_t integer() const;
    double floating() const;             // of a Float
    double number() const;               // of an Integer or a Float
    const std::string& string() const;   // UTF-8
    const List& list() const;
    const Map& map() const;
    const Path& path() const;
    Date date() const;
    VertexId vertex() const;
    EdgeId edge() const;

  private:
    struct Shared;
    template <class T>
    struct Box;

    Kind kind_ = Kind::Null;
    union {
        bool boolean_;
        std::int64_t integer_ = 0;
        double floating_;
        std::uint32_t id_;
        Shared* shared_;
    };
};

// openCypher's three comparisons.
//
// `equals`: the operator `=`; three-valued: null where either side is or contains an undecided null.
// 1 = 1.0 is true; values of different kinds are unequal (false); NaN equals nothing.
Value equals(const Value& a, const Value& b);
// `compare`: the operators < <= > >=; null where the kinds cannot be compared or either is null.
// Gives -1, 0 or 1 as an Integer. NaN gives null (callers treat a comparison with NaN as false).
Value compare(const Value& a, const Value& b);
// `order`: the total order of ORDER BY, min and max: Map < Vertex < Edge < List < Path < Date < String <
// Boolean < number < NaN < null. Negative, 0 or positive.
int order(const Value& a, const Value& b);
// `equivalent` and `hash`: DISTINCT and grouping; null equals null, NaN equals NaN, 1 and 1.0 are one.
bool equivalent(const Value& a, const Value& b);
std::size_t hash(const Value& value);

struct Equivalent {
    bool operator()(const Value& a, const Value& b) const { return equivalent(a, b); }
};
struct HashValue {
    std::size_t operator()(const Value& value) const { return hash(value); }
};

// ISO 8601: "2024-03-12". `parse_date` takes YYYY-MM-DD, YYYYMMDD, YYYY-MM, YYYY; nullopt-like: null if ill-formed
// or if there is no such day.
std::string to_string(Date date);
Value parse_date(std::string_view text);
Date date_from(int year, unsigned month, unsigned day);  // REQUIRES: such a day exists

// "Integer", "String", "Node", ... the name that an error message uses (openCypher's names).
std::string_view kind_name(Kind kind);

}  // namespace hearsay::graphs
