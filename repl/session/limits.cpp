#include "repl/session/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/query/running/heap.hpp"

namespace hearsay::repl {
namespace {

constexpr std::string_view no_limit = "off";

struct Unit {
    std::string_view name;  // in small letters
    double factor;
};

// "1.5" and a unit, without case: the number times the unit's factor. nullopt: it is no such thing, or not
// above 0.
std::optional<double> quantity(std::string_view text, std::initializer_list<Unit> units) {
    double number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number, std::chars_format::fixed);
    if (read.ec != std::errc{} || !std::isfinite(number) || number <= 0) return std::nullopt;
    std::string name(read.ptr, end);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c); });
    for (const Unit& unit : units)
        if (unit.name == name) return number * unit.factor;
    return std::nullopt;
}

constexpr double most_seconds = 9e9;  // 64 bits of nanoseconds
constexpr double most_bytes = 9e18;

}  // namespace

graphs::Result<TimeLimit> time_limit_from(std::string_view text) {
    if (text == no_limit) return TimeLimit();
    const auto seconds =
        quantity(text, {{"", 1}, {"s", 1}, {"ms", 1e-3}, {"m", 60}, {"min", 60}, {"h", 3600}});
    const double nanoseconds = std::ceil(seconds.value_or(0) * 1e9);
    if (seconds && *seconds <= most_seconds) return TimeLimit(static_cast<std::int64_t>(nanoseconds));
    return graphs::fail(
        "", fmt::format("takes seconds above 0 (2, 0.5), a time with its unit (500ms, 2s, 5m, 1h) or "
                        "`off`, not `{}`",
                        text));
}

graphs::Result<SizeLimit> memory_limit_from(std::string_view text) {
    if (text == no_limit) return SizeLimit();
    const double k = 1024, m = k * k, g = k * m, t = k * g;
    const auto bytes = quantity(text, {{"", 1},
                                       {"b", 1},
                                       {"k", k},
                                       {"kb", k},
                                       {"kib", k},
                                       {"m", m},
                                       {"mb", m},
                                       {"mib", m},
                                       {"g", g},
                                       {"gb", g},
                                       {"gib", g},
                                       {"t", t},
                                       {"tb", t},
                                       {"tib", t}});
    if (bytes && *bytes <= most_bytes) return SizeLimit(static_cast<std::size_t>(std::ceil(*bytes)));
    return graphs::fail(
        "",
        fmt::format("takes a number of bytes above 0, also with K, M or G (512M, 1.5G), or `off`, not `{}`",
                    text));
}

graphs::Result<SizeLimit> row_limit_from(std::string_view text) {
    if (text == no_limit) return SizeLimit();
    std::size_t rows = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), rows);
    if (read.ec == std::errc{} && read.ptr == text.data() + text.size() && rows > 0) return SizeLimit(rows);
    return graphs::fail("", fmt::format("takes a number of rows from 1, or `off`, not `{}`", text));
}

engine::ReadingLimits ChosenLimits::reading_now() const {
    const engine::Limits limits = now();
    return {limits.time, limits.memory, article};
}

engine::Limits ChosenLimits::now() const {
    if (memory_chosen) return {time, memory, rows};
    const std::size_t ours = engine::machine_memory() / 4 * 3;
    const auto held = static_cast<std::size_t>(std::max<std::int64_t>(engine::heap_bytes, 0));
    const std::size_t least = ours / 16;  // a large graph can still be asked small questions
    return {time, held + least < ours ? ours - held : least, rows};
}

}  // namespace hearsay::repl
