// List functions.
#include "engine/query/expressions/error.hpp"
#include "engine/query/functions/families.hpp"
#include "engine/query/running/pace.hpp"

namespace hearsay::engine::builtins {
namespace {

using graphs::Kind;
using graphs::List;

std::int64_t bound(const Arguments& arguments, std::size_t i) {
    if (arguments[i].kind() != Kind::Integer) {
        arguments.wrong_value(
            i, "expected an Integer but got a " + std::string(graphs::kind_name(arguments[i].kind())),
            "ArgumentError", "InvalidArgumentType");
    }
    return arguments[i].integer();
}

}  // namespace

Value head(const Arguments& arguments) {
    const List& list = arguments.list(0);
    return list.empty() ? Value() : list.front();
}
Value last(const Arguments& arguments) {
    const List& list = arguments.list(0);
    return list.empty() ? Value() : list.back();
}
Value tail(const Arguments& arguments) {
    const List& list = arguments.list(0);
    return list.empty() ? List{} : List(list.begin() + 1, list.end());
}

// From the first to the second, both included, in steps of the third.
Value range(const Arguments& arguments) {
    const std::int64_t begin = bound(arguments, 0), end = bound(arguments, 1);
    const std::int64_t step = arguments.size() == 3 ? bound(arguments, 2) : 1;
    if (step == 0) arguments.wrong_value(2, "the step is 0", "ArgumentError", "NumberOutOfRange");
    List list;
    if (step > 0 ? begin > end : begin < end) return list;
    // Unsigned arithmetic: the distance of two 64-bit integers may need all 64 bits.
    const auto from = static_cast<std::uint64_t>(begin), to = static_cast<std::uint64_t>(end);
    const auto stride = static_cast<std::uint64_t>(step);
    const std::uint64_t steps = step > 0 ? (to - from) / stride : (from - to) / (0 - stride);
    if (steps >= expressions::longest_list) expressions::fail_list_too_long(arguments.site().span);
    arguments.context().reserve((steps + 1) * sizeof(Value));
    list.reserve(steps + 1);
    for (std::uint64_t i = 0; i <= steps; ++i)
        list.emplace_back(static_cast<std::int64_t>(from + i * stride));
    return list;
}

Value size(const Arguments& arguments) {
    if (arguments[0].kind() == Kind::String) return count_characters(arguments[0].string());
    if (arguments[0].kind() != Kind::List) arguments.wrong_type(0, "a String or a List");
    return static_cast<std::int64_t>(arguments[0].list().size());
}

std::optional<Column> sizes(const Column& things, const QueryContext& context) {
    const auto* texts = things.as<Texts>();
    if (texts == nullptr) return std::nullopt;
    Pace pace(context);
    std::vector<std::int64_t> numbers;
    numbers.reserve(texts->size());
    for (const graphs::StringId id : texts->ids) {
        if (id.is_none()) return std::nullopt;
        const std::string_view text = texts->pool->text(id);
        pace.look_through(text.size());
        numbers.push_back(count_characters(text));
    }
    return Column(std::move(numbers));
}

Value is_empty(const Arguments& arguments) {
    switch (arguments[0].kind()) {
        case Kind::String:
            return arguments[0].string().empty();
        case Kind::List:
            return arguments[0].list().empty();
        case Kind::Map:
            return arguments[0].map().empty();
        default:
            arguments.wrong_type(0, "a String, a List or a Map");
    }
}

}  // namespace hearsay::engine::builtins
