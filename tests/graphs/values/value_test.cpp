#include "graphs/values/value.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <thread>
#include <unordered_set>

using namespace hearsay::graphs;

namespace {

const Value null;
const double not_a_number = std::numeric_limits<double>::quiet_NaN();
const double infinity = std::numeric_limits<double>::infinity();
constexpr std::int64_t two_to_53 = std::int64_t{1} << 53;

Value list(std::initializer_list<Value> items) {
    return Value(List(items));
}
Value map(std::initializer_list<std::pair<const std::string, Value>> items) {
    return Value(Map(items));
}

bool is_true(const Value& v) {
    return v.kind() == Kind::Boolean && v.boolean();
}
bool is_false(const Value& v) {
    return v.kind() == Kind::Boolean && !v.boolean();
}

}  // namespace

TEST_CASE("a value keeps its content through copies and moves", "[value]") {
    Value text("a longer text than fits into a small string");
    const char* content = text.string().data();
    Value copy = text;
    CHECK(copy.string().data() == content);  // shared, not copied
    Value moved = std::move(text);
    CHECK(moved.string().data() == content);
    copy = 7;
    CHECK(copy.integer() == 7);
    CHECK(moved.string() == "a longer text than fits into a small string");
    Value& itself = moved;
    moved = itself;
    CHECK(moved.string().data() == content);
    CHECK(Value(2.5).floating() == 2.5);
    CHECK(Value(3).number() == 3.0);
    CHECK(Value(true).boolean());
    CHECK(Value(VertexId{4}).vertex() == VertexId{4});
    CHECK(Value(EdgeId{5}).edge() == EdgeId{5});
    CHECK(map({{"a", 1}}).map().find("a")->second.integer() == 1);
    CHECK(Value(Path{{VertexId{1}}, {}}).path().vertices.size() == 1);
}

TEST_CASE("threads may share a value", "[value]") {
    Value shared = list({"one", 2, list({"three"})});
    auto copy_often = [&shared] {
        for (int i = 0; i < 10000; ++i) {
            const Value copy = shared;
            if (copy.list().size() != 3) std::abort();
        }
    };
    std::thread other(copy_often);
    copy_often();
    other.join();
    CHECK(shared.list()[2].list()[0].string() == "three");
}

TEST_CASE("equals is three-valued", "[value]") {
    CHECK(equals(null, null).is_null());
    CHECK(equals(null, 1).is_null());
    CHECK(is_true(equals(1, 1.0)));
    CHECK(is_false(equals(1, "1")));
    CHECK(is_false(equals(true, 1)));
    CHECK(is_false(equals(not_a_number, not_a_number)));
    CHECK(is_false(equals(not_a_number, 1)));
    CHECK(is_true(equals(0.0, -0.0)));
    CHECK(is_true(equals("é", "é")));
    CHECK(is_false(equals("", "a")));
    CHECK(is_true(equals(VertexId{1}, VertexId{1})));
    CHECK(is_false(equals(VertexId{1}, EdgeId{1})));
    CHECK(is_true(equals(Date{3}, Date{3})));

    SECTION("in lists") {
        CHECK(is_true(equals(list({1, "a"}), list({1.0, "a"}))));
        CHECK(equals(list({1, null}), list({1, 2})).is_null());
        CHECK(is_false(equals(list({1, null}), list({2, 2}))));
        CHECK(is_false(equals(list({null, 1}), list({2, 2}))));
        CHECK(is_false(equals(list({null}), list({null, null}))));
        CHECK(equals(list({null}), list({null})).is_null());
        CHECK(equals(list({list({1}), list({null})}), list({list({1}), list({2})})).is_null());
        CHECK(is_true(equals(list({}), list({}))));
        CHECK(is_false(equals(list({not_a_number}), list({not_a_number}))));
    }
    SECTION("in maps") {
        CHECK(is_true(equals(map({{"a", 1}}), map({{"a", 1.0}}))));
        CHECK(is_false(equals(map({{"a", null}}), map({{"b", null}}))));
        CHECK(equals(map({{"a", null}}), map({{"a", 1}})).is_null());
        CHECK(is_false(equals(map({{"a", null}, {"b", 1}}), map({{"a", 1}, {"b", 2}}))));
    }
}

TEST_CASE("times and instants are equal only with their offset and zone, and ordered within their kind",
          "[value]") {
    const Value at_noon(Time{43'200'000'000'000, 0}), same_moment(Time{46'800'000'000'000, 3'600});
    CHECK(is_true(equals(at_noon, at_noon)));
    CHECK(is_false(equals(at_noon, same_moment)));
    CHECK(compare(at_noon, same_moment).integer() == -1);
    CHECK(is_false(equals(DateTime{5, 0, 0, ""}, DateTime{5, 0, 0, "Europe/London"})));
    CHECK(compare(DateTime{5, 0, 0, "Europe/London"}, DateTime{5, 0, 0, ""}).integer() == 1);
    CHECK(is_false(equals(LocalTime{0}, Time{0, 0})));
    CHECK(is_false(equals(LocalDateTime{0, 0}, Date{0})));
    CHECK(compare(LocalTime{0}, Time{0, 0}).is_null());
    CHECK(compare(DateTime{5, 0, 0, ""}, LocalDateTime{5, 0}).is_null());
}

TEST_CASE("durations are equal by their parts and have no less", "[value]") {
    CHECK(is_true(equals(Duration{1, 2, 3, 4}, Duration{1, 2, 3, 4})));
    CHECK(is_false(equals(Duration{12, 0, 0, 0}, Duration{0, 365, 0, 0})));
    CHECK(is_false(equals(Duration{0, 1, 0, 0}, Duration{0, 0, 86'400, 0})));
    CHECK(compare(Duration{0, 1, 0, 0}, Duration{0, 2, 0, 0}).is_null());
    CHECK(compare(list({Duration{}}), list({Duration{}})).is_null());
}

TEST_CASE("integers and floats are compared exactly", "[value]") {
    const Value odd(two_to_53 + 1), rounded(static_cast<double>(two_to_53));
    CHECK(is_false(equals(odd, rounded)));
    CHECK(compare(odd, rounded).integer() == 1);
    CHECK(compare(rounded, odd).integer() == -1);
    const Value greatest(std::numeric_limits<std::int64_t>::max());
    CHECK(is_false(equals(greatest, 9223372036854775808.0)));
    CHECK(compare(greatest, 9223372036854775808.0).integer() == -1);
    CHECK(is_true(equals(std::numeric_limits<std::int64_t>::min(), -9223372036854775808.0)));
    CHECK(compare(greatest, infinity).integer() == -1);
    CHECK(compare(greatest, -infinity).integer() == 1);
    CHECK(compare(-1, -1.5).integer() == 1);
    CHECK(compare(1, 1.5).integer() == -1);
}

TEST_CASE("compare gives null where kinds cannot be compared", "[value]") {
    CHECK(compare(1, "1").is_null());
    CHECK(compare(null, 1).is_null());
    CHECK(compare(not_a_number, 1).is_null());
    CHECK(compare(VertexId{1}, VertexId{2}).is_null());
    CHECK(compare(map({}), map({})).is_null());
    CHECK(compare("a", "b").integer() == -1);
    CHECK(compare(false, true).integer() == -1);
    CHECK(compare(Date{2}, Date{1}).integer() == 1);
    CHECK(compare(list({1, 2}), list({1, 2, 0})).integer() == -1);
    CHECK(compare(list({1, 5}), list({2, null})).integer() == -1);
    CHECK(compare(list({1, 5}), list({1, null})).is_null());
    CHECK(compare(list({1, 5}), list({1, "a"})).is_null());
    CHECK(compare(list({1, null}), list({1})).integer() == 1);
}

TEST_CASE("order is total, and equivalent and hash agree with it", "[value]") {
    // Ascending; the values of one row are equivalent.
    const std::vector<std::vector<Value>> rows = {
        {map({})},
        {map({{"a", 1}}), map({{"a", 1.0}})},
        {map({{"a", 2}})},
        {map({{"b", 0}})},
        {VertexId{0}},
        {VertexId{9}},
        {EdgeId{0}},
        {list({})},
        {list({"a"})},
        {list({1}), list({1.0})},
        {list({1, "a"})},
        {list({1, null}), list({1.0, null})},
        {list({not_a_number}), list({-not_a_number})},
        {list({null, 1})},
        {Path{{VertexId{1}}, {}}},
        {Path{{VertexId{1}, VertexId{2}}, {EdgeId{0}}}},
        {DateTime{-5, 0, 7200, "Europe/Oslo"}},
        {DateTime{9, 1, -3600, ""}},
        {DateTime{9, 1, 0, ""}},
        {DateTime{9, 1, 3600, ""}},
        {DateTime{9, 1, 3600, "Africa/Lagos"}, DateTime{9, 1, 3600, "Africa/Lagos"}},
        {DateTime{9, 1, 3600, "Europe/Paris"}},
        {DateTime{9, 2, -3600, ""}},
        {LocalDateTime{-1, 999'999'999}},
        {LocalDateTime{0, 0}, LocalDateTime{0, 0}},
        {LocalDateTime{0, 1}},
        {Date{-1}},
        {Date{1}},
        {Time{0, 64'800}},  // the earliest moment of a day anywhere
        {Time{3'600'000'000'000, 0}},
        {Time{7'200'000'000'000, 3'600}},
        {Time{7'200'000'000'001, 3'600}, Time{7'200'000'000'001, 3'600}},
        {Time{0, -64'800}},
        {LocalTime{0}},
        {LocalTime{86'399'999'999'999}},
        {Duration{std::numeric_limits<std::int64_t>::min(), 0, 0, 0}},
        {Duration{0, 0, -1, 500'000'000}},
        {Duration{}, Duration{}},
        {Duration{0, 30, 0, 0}},
        {Duration{0, 30, 37'746, 0}},
        {Duration{1, 0, 0, 0}, Duration{1, 0, 0, 0}},
        {Duration{0, 30, 37'746, 1}},
        {Duration{0, 31, 0, 0}},
        {Duration{12, -1, 86'400, 0}},
        {Duration{12, 0, 0, 0}},
        {Duration{std::numeric_limits<std::int64_t>::max(), 0, 0, 0}},
        {""},
        {"a"},
        {"ab"},
        {"abcdefghi"},
        {"abcdefghj"},
        {"b"},
        {"é"},
        {false},
        {true},
        {-infinity},
        {std::numeric_limits<std::int64_t>::min(), -9223372036854775808.0},
        {-1.5},
        {0, 0.0, -0.0},
        {1, 1.0},
        {two_to_53, static_cast<double>(two_to_53)},
        {two_to_53 + 1},
        {std::numeric_limits<std::int64_t>::max()},
        {9223372036854775808.0},
        {infinity},
        {not_a_number, -not_a_number},
        {null, Value()},
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows.size(); ++j) {
            for (const Value& a : rows[i]) {
                for (const Value& b : rows[j]) {
                    INFO("rows " << i << " and " << j);
                    const int found = order(a, b);
                    CHECK((found < 0) == (i < j));
                    CHECK((found > 0) == (i > j));
                    CHECK(equivalent(a, b) == (i == j));
                    if (i == j) CHECK(hash(a) == hash(b));
                    CHECK(order_prefix(a) <= order_prefix(i <= j ? b : a));
                    if (i == j) CHECK(order_prefix(a) == order_prefix(b));
                    // Where `compare` decides, it agrees.
                    if (const Value c = compare(a, b); !c.is_null())
                        CHECK(c.integer() == (i < j ? -1 : i > j));
                }
            }
        }
    }
}

TEST_CASE("hash spreads small numbers and short texts", "[value]") {
    std::unordered_set<std::size_t> low;
    for (int i = 0; i < 1000; ++i) {
        low.insert(hash(i) & 0xffff);
        low.insert(hash(std::to_string(i)) & 0xffff);
        low.insert(hash(list({i})) & 0xffff);
    }
    CHECK(low.size() > 2850);
}

TEST_CASE("kinds carry openCypher's names", "[value]") {
    CHECK(kind_name(Kind::Integer) == "Integer");
    CHECK(kind_name(Kind::Vertex) == "Node");
    CHECK(kind_name(Kind::Edge) == "Relationship");
    CHECK(kind_name(Kind::LocalDateTime) == "LocalDateTime");
}
