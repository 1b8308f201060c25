#include "graphs/ordered_values.hpp"

#include <algorithm>

namespace hearsay::graphs {
namespace {

// Does `order` put the values of this kind as `compare` does, wherever that compares at all?
bool is_ordered_alike(const Value& value) {
    switch (value.kind()) {
        case Kind::Boolean:
        case Kind::Integer:
        case Kind::Float:
        case Kind::String:
        case Kind::Date:
        case Kind::LocalTime:
        case Kind::Time:
        case Kind::LocalDateTime:
        case Kind::DateTime:
            return true;
        default:
            return false;
    }
}

}  // namespace

bool ValueRange::contains(const Value& value) const {
    const auto beyond = [&value](const Bound& bound, int side) {
        const Value compared = compare(value, bound.value);
        return !compared.is_null() &&
               (compared.integer() == side || (bound.included && compared.integer() == 0));
    };
    return (!low || beyond(*low, 1)) && (!high || beyond(*high, -1));
}

OrderedValues OrderedValues::build(std::span<const VertexId> members, const ValueOf& value_of,
                                   const Progress& progress) {
    OrderedValues built;
    progress(members.size() * sizeof(Entry));
    built.sorted_.reserve(members.size());
    for (const VertexId vertex : members) {
        if (built.sorted_.size() % 1024 == 0) progress(0);
        Value value = value_of(vertex);
        if (!value.is_null()) built.sorted_.push_back({std::move(value), vertex});
    }
    std::size_t steps = 0;
    std::sort(built.sorted_.begin(), built.sorted_.end(), [&](const Entry& a, const Entry& b) {
        if (++steps % 1024 == 0) progress(0);
        const int by_value = order(a.value, b.value);
        return by_value != 0 ? by_value < 0 : a.vertex < b.vertex;
    });
    return built;
}

std::span<const OrderedValues::Entry> OrderedValues::around(const ValueRange& range) const {
    auto begin = sorted_.begin(), end = sorted_.end();
    if (range.low && is_ordered_alike(range.low->value)) {
        begin = std::partition_point(
            begin, end, [&](const Entry& entry) { return order(entry.value, range.low->value) < 0; });
    }
    if (range.high && is_ordered_alike(range.high->value)) {
        end = std::partition_point(
            begin, end, [&](const Entry& entry) { return order(entry.value, range.high->value) <= 0; });
    }
    return {begin, end};
}

std::vector<VertexId> OrderedValues::find(const ValueRange& range, const ValueOf& value_of,
                                          const Progress& progress) const {
    std::vector<VertexId> found;
    std::size_t steps = 0;
    const auto step = [&] {
        if (++steps % 256 == 0) progress(256 * sizeof(VertexId));
    };
    for (const Entry& entry : around(range)) {
        step();
        if (!changed_.contains(entry.vertex) && range.contains(entry.value)) found.push_back(entry.vertex);
    }
    for (const VertexId vertex : changed_.all()) {
        step();
        if (range.contains(value_of(vertex))) found.push_back(vertex);
    }
    std::sort(found.begin(), found.end());
    return found;
}

double OrderedValues::estimate(const ValueRange& range) const {
    return static_cast<double>(around(range).size()) + static_cast<double>(changed_.size()) / 10;
}

}  // namespace hearsay::graphs
