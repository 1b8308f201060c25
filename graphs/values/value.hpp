// One value of the property graph and of the query language: 16 bytes, cheap to copy.
#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graphs/ids.hpp"
#include "graphs/values/temporal/temporal.hpp"

namespace hearsay::graphs {

// The numbers stand in files (graphs/file/FORMAT.md): a new kind comes last.
enum class Kind : std::uint8_t {
    Null,
    Boolean,
    Integer,
    Float,
    String,
    List,
    Map,
    Date,
    Vertex,
    Edge,
    Path,
    LocalTime,
    Time,
    LocalDateTime,
    DateTime,
    Duration
};

class Value;
using List = std::vector<Value>;
using Map = std::map<std::string, Value, std::less<>>;

// A walk: `vertices` has one more than `edges`; edge i joins vertices i and i+1, in either direction.
struct Path {
    std::vector<VertexId> vertices;
    std::vector<EdgeId> edges;
};

// An immutable value. What does not fit into 8 bytes is shared by reference count (thread safe), so a copy
// never copies the content. Accessors require the kind that they name: anything else is a bug
// (HEARSAY_ASSERT).
class Value {
  public:
    Value() noexcept = default;  // null
    Value(std::nullptr_t) noexcept {}
    Value(bool b) noexcept : kind_(Kind::Boolean), integer_(b) {}
    Value(std::int64_t i) noexcept : kind_(Kind::Integer), integer_(i) {}
    Value(int i) noexcept : Value(static_cast<std::int64_t>(i)) {}
    Value(double d) noexcept : kind_(Kind::Float), integer_(std::bit_cast<std::int64_t>(d)) {}
    Value(std::string_view s);
    Value(const std::string& s) : Value(std::string_view(s)) {}
    Value(const char* s) : Value(std::string_view(s)) {}
    Value(List list);
    Value(Map map);
    Value(Path path);
    Value(Date date) noexcept : kind_(Kind::Date), integer_(date.days) {}
    Value(LocalTime time);  // this and the next four: REQUIRES: is_valid
    Value(Time time);
    Value(LocalDateTime time);
    Value(DateTime time);
    Value(Duration duration);
    Value(VertexId vertex) noexcept : kind_(Kind::Vertex), integer_(vertex.value) {}
    Value(EdgeId edge) noexcept : kind_(Kind::Edge), integer_(edge.value) {}

    Value(const Value& other) noexcept
        : kind_(other.kind_), into_shared_(other.into_shared_), integer_(other.integer_) {
        if (is_shared()) shared()->references.fetch_add(1, std::memory_order_relaxed);
    }
    Value(Value&& other) noexcept
        : kind_(other.kind_), into_shared_(other.into_shared_), integer_(other.integer_) {
        other.kind_ = Kind::Null;
    }
    Value& operator=(const Value& other) noexcept {
        Value copy(other);
        swap(copy);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        Value taken(std::move(other));
        swap(taken);
        return *this;
    }
    ~Value() {
        if (is_shared()) release();
    }
    void swap(Value& other) noexcept {
        std::swap(kind_, other.kind_);
        std::swap(into_shared_, other.into_shared_);
        std::swap(integer_, other.integer_);
    }

    Kind kind() const noexcept { return kind_; }
    bool is_null() const noexcept { return kind_ == Kind::Null; }
    bool is_number() const noexcept { return kind_ == Kind::Integer || kind_ == Kind::Float; }
    bool is_temporal() const noexcept { return kind_ == Kind::Date || kind_ >= Kind::LocalTime; }

    bool boolean() const { return require(Kind::Boolean), integer_ != 0; }
    std::int64_t integer() const { return require(Kind::Integer), integer_; }
    double floating() const { return require(Kind::Float), std::bit_cast<double>(integer_); }  // of a Float
    double number() const {  // of an Integer or a Float
        return kind_ == Kind::Integer ? static_cast<double>(integer_) : floating();
    }
    // UTF-8; stands as long as this value or a copy of it does.
    std::string_view string() const {
        require(Kind::String);
        std::uint32_t size;
        std::memcpy(&size, text_ - sizeof size, sizeof size);
        return size != long_text ? std::string_view(text_, size) : long_string();
    }
    const List& list() const;
    const Map& map() const;
    const Path& path() const;
    Date date() const { return require(Kind::Date), Date{integer_}; }
    LocalTime local_time() const { return require(Kind::LocalTime), LocalTime{integer_}; }
    Time time() const;
    LocalDateTime local_date_time() const;
    const DateTime& date_time() const;
    const Duration& duration() const;
    VertexId vertex() const { return require(Kind::Vertex), VertexId{static_cast<std::uint32_t>(integer_)}; }
    EdgeId edge() const { return require(Kind::Edge), EdgeId{static_cast<std::uint32_t>(integer_)}; }

    // How large it is written out: what it holds several times is counted as often, so that whoever compares,
    // hashes or prints a value knows what it takes, and how deep a recursion goes.
    struct Extent {
        std::uint64_t bytes = 0;  // 16 a value, and the bytes of its text; no more than 2^62
        std::uint32_t depth = 0;  // of lists and maps inside one another: 0 for what is neither, 1 for [1, 2]
    };
    Extent extent() const;

  private:
    friend class TextArena;  // graphs/values/text_arena.hpp
    struct Shared {
        std::atomic<std::uint32_t> references{1};
    };
    template <class T>
    struct Box;
    // Holds one text or many, each behind its size (4 bytes). A text that is longer than they say stands
    // alone, and has `long_text` for its size.
    struct TextBlock;
    static constexpr std::uint32_t long_text = 0xffffffff;

    bool is_shared() const noexcept {
        constexpr auto bit = [](Kind kind) { return 1U << static_cast<unsigned>(kind); };
        constexpr unsigned shared_kinds = bit(Kind::String) | bit(Kind::List) | bit(Kind::Map) |
                                          bit(Kind::Path) | bit(Kind::Time) | bit(Kind::LocalDateTime) |
                                          bit(Kind::DateTime) | bit(Kind::Duration);
        return (shared_kinds >> static_cast<unsigned>(kind_) & 1U) != 0;
    }
    Shared* shared() const noexcept {
        return kind_ == Kind::String ? reinterpret_cast<Shared*>(const_cast<char*>(text_) - into_shared_)
                                     : shared_;
    }
    std::string_view long_string() const;
    template <class T>
    const T& content(Kind kind) const;
    void require(Kind kind) const {
        if (kind_ != kind) wrong_kind(kind, kind_);
    }
    [[noreturn]] static void wrong_kind(Kind wanted, Kind found);
    void release() noexcept;

    Kind kind_ = Kind::Null;
    std::uint32_t into_shared_ = 0;  // of a text: how far into its block
    union {
        std::int64_t integer_ = 0;  // everything that is not shared, as bits
        Shared* shared_;
        const char* text_;
    };
};
static_assert(sizeof(Value) == 16);

// openCypher's three comparisons.
//
// `equals`: the operator `=`; three-valued: null where either side is or contains an undecided null.
// 1 = 1.0 is true; values of different kinds are unequal (false); NaN equals nothing. Times and instants are
// equal only if their offsets and zones are, durations if each part is.
Value equals(const Value& a, const Value& b);
// `compare`: the operators < <= > >=; null where the kinds cannot be compared or either is null. Durations
// cannot: a month has no fixed length. What is at one instant is ordered by offset, west first, then by zone.
// Gives -1, 0 or 1 as an Integer. NaN gives null (callers treat a comparison with NaN as false).
Value compare(const Value& a, const Value& b);
// `order`: the total order of ORDER BY, min and max: Map < Vertex < Edge < List < Path < DateTime <
// LocalDateTime < Date < Time < LocalTime < Duration < String < Boolean < number < NaN < null. Durations by
// their mean length (a day has 24 hours, a month 30.436875 days), then by their parts. Negative, 0 or
// positive.
int order(const Value& a, const Value& b);
// A number whose order agrees: where order_prefix(a) < order_prefix(b), order(a, b) < 0. Where two are equal,
// the values need not be.
std::uint64_t order_prefix(const Value&);
// `equivalent` and `hash`: DISTINCT and grouping; null equals null, NaN equals NaN, 1 and 1.0 are one.
bool equivalent(const Value& a, const Value& b);
std::size_t hash(const Value& value);

struct Equivalent {
    bool operator()(const Value& a, const Value& b) const { return equivalent(a, b); }
};
struct HashValue {
    std::size_t operator()(const Value& value) const { return hash(value); }
};

// A temporal value in ISO 8601, as `to_string` of its kind (graphs/values/temporal/temporal.hpp) has it.
// REQUIRES: is_temporal.
std::string temporal_text(const Value& value);

// "Integer", "String", "Node", ... the name that an error message uses (openCypher's names).
std::string_view kind_name(Kind kind);

}  // namespace hearsay::graphs
