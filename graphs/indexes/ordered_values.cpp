#include "graphs/indexes/ordered_values.hpp"

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

ValueRange texts_with_prefix(std::string_view prefix) {
    ValueRange range;
    range.low = ValueRange::Bound{Value(prefix), true};
    // Texts are in the order of their bytes: the first that comes after all of them.
    std::string behind(prefix);
    while (!behind.empty() && static_cast<unsigned char>(behind.back()) == 0xFF) behind.pop_back();
    if (!behind.empty()) {
        behind.back() = static_cast<char>(static_cast<unsigned char>(behind.back()) + 1);
        range.high = ValueRange::Bound{Value(behind), false};
    }
    return range;
}

bool OrderedValues::before(const Entry& a, const Entry& b) {
    const int by_value = order(a.value, b.value);
    return by_value != 0 ? by_value < 0 : a.vertex < b.vertex;
}

OrderedValues OrderedValues::build(std::span<const VertexId> members, const ValueOf& value_of,
                                   const Progress& progress) {
    OrderedValues built;
    // Values may be far away in memory: mostly their prefixes tell.
    struct Key {
        std::uint64_t prefix;
        std::uint32_t entry;
    };
    progress(members.size() * (2 * sizeof(Entry) + sizeof(Key)));
    std::vector<Entry> entries;
    std::vector<Key> keys;
    entries.reserve(members.size());
    keys.reserve(members.size());
    std::size_t steps = 0;
    const auto step = [&] {
        if (++steps % 1024 == 0) progress(0);
    };
    for (const VertexId vertex : members) {
        step();
        std::optional<Value> value = value_of(vertex);
        if (value && !value->is_null()) {
            keys.push_back({order_prefix(*value), static_cast<std::uint32_t>(entries.size())});
            entries.push_back({std::move(*value), vertex});
        } else if (value) {
            built.without_value_.push_back(vertex);
        }
    }
    std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
        step();
        return a.prefix != b.prefix ? a.prefix < b.prefix : before(entries[a.entry], entries[b.entry]);
    });
    built.sorted_.reserve(entries.size());
    for (const Key& key : keys) built.sorted_.push_back(std::move(entries[key.entry]));
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
        const std::optional<Value> value = value_of(vertex);
        if (value && range.contains(*value)) found.push_back(vertex);
    }
    std::sort(found.begin(), found.end());
    return found;
}

OrderedValues::Walk OrderedValues::in_order(bool descending, const ValueOf& value_of,
                                            const Progress& progress) const {
    Walk walk;
    walk.values_ = this;
    walk.descending_ = descending;
    std::size_t steps = 0;
    const auto step = [&] {
        if (++steps % 256 == 0) progress(256 * sizeof(Entry));
    };
    for (const VertexId vertex : changed_.all()) {
        step();
        std::optional<Value> value = value_of(vertex);
        if (value && !value->is_null())
            walk.changed_.push_back({std::move(*value), vertex});
        else if (value)
            walk.changed_without_.push_back(vertex);
    }
    std::sort(walk.changed_.begin(), walk.changed_.end(), [&](const Entry& a, const Entry& b) {
        step();
        return before(a, b);
    });
    walk.built_left_ = sorted_;
    walk.changed_left_ = walk.changed_;
    return walk;
}

OrderedValues::Walk::Run OrderedValues::Walk::next_run() {
    const auto end_of = [this](std::span<const Entry> left) -> const Entry& {
        return descending_ ? left.back() : left.front();
    };
    if (built_left_.empty() && changed_left_.empty()) return {};
    bool of_changed = built_left_.empty();
    if (!of_changed && !changed_left_.empty()) {
        const int by_value = order(end_of(changed_left_).value, end_of(built_left_).value);
        of_changed = descending_ ? by_value > 0 : by_value < 0;
    }
    const Value value = end_of(of_changed ? changed_left_ : built_left_).value;
    // Takes those with the value from the end: steps that double, then halving, as they are mostly few.
    const auto take = [&](std::span<const Entry>& left) {
        const auto is_of_run = [&](std::size_t from_end) {
            return order(left[descending_ ? left.size() - 1 - from_end : from_end].value, value) == 0;
        };
        std::size_t has = 0, ends = 1;  // so many are of the run; at `ends - 1` it may have ended
        while (ends <= left.size() && is_of_run(ends - 1)) {
            has = ends;
            ends *= 2;
        }
        ends = std::min(ends - 1, left.size());
        while (has < ends) {
            const std::size_t middle = has + (ends - has) / 2;
            if (is_of_run(middle))
                has = middle + 1;
            else
                ends = middle;
        }
        const auto run = descending_ ? left.last(has) : left.first(has);
        left = descending_ ? left.first(left.size() - has) : left.subspan(has);
        return run;
    };
    const std::span<const Entry> built = take(built_left_);
    return {built, take(changed_left_)};
}

void OrderedValues::Walk::give_run(std::size_t most, std::vector<VertexId>& to, const Progress& progress) {
    std::size_t steps = 0;
    while (!run_.empty() && to.size() < most) {
        if (++steps % 256 == 0) progress(256 * sizeof(VertexId));
        auto& first = run_.built.empty() || (!run_.changed.empty() &&
                                             run_.changed.front().vertex < run_.built.front().vertex)
                          ? run_.changed
                          : run_.built;
        const VertexId vertex = first.front().vertex;
        if (&first == &run_.changed || !values_->changed_.contains(vertex)) to.push_back(vertex);
        first = first.subspan(1);
    }
}

void OrderedValues::Walk::give_without_value(std::size_t most, std::vector<VertexId>& to,
                                             const Progress& progress) {
    const std::vector<VertexId>& built = values_->without_value_;
    std::size_t steps = 0;
    while (to.size() < most && (without_ < built.size() || without_changed_ < changed_without_.size())) {
        if (++steps % 256 == 0) progress(256 * sizeof(VertexId));
        if (without_ == built.size() || (without_changed_ < changed_without_.size() &&
                                         changed_without_[without_changed_] < built[without_])) {
            to.push_back(changed_without_[without_changed_++]);
        } else {
            if (!values_->changed_.contains(built[without_])) to.push_back(built[without_]);
            ++without_;
        }
    }
}

std::size_t OrderedValues::Walk::give(std::size_t most, std::vector<VertexId>& to, const Progress& progress) {
    if (values_ == nullptr) return 0;
    const std::size_t before = to.size(), end = before + most;
    if (descending_) give_without_value(end, to, progress);
    std::size_t runs = 0;
    while (to.size() < end) {
        if (++runs % 256 == 0) progress(0);
        if (run_.empty()) run_ = next_run();
        if (run_.empty()) break;
        give_run(end, to, progress);
    }
    if (!descending_) give_without_value(end, to, progress);
    return to.size() - before;
}

double OrderedValues::estimate(const ValueRange& range) const {
    return static_cast<double>(around(range).size()) + static_cast<double>(changed_.size()) / 10;
}

}  // namespace hearsay::graphs
