#include "engine/query/operators/sort_order.hpp"

#include <algorithm>
#include <compare>
#include <functional>
#include <limits>
#include <numeric>
#include <span>

#include "engine/query/running/pace.hpp"

namespace hearsay::engine {
namespace {

using graphs::Kind;
using graphs::StringId;
using graphs::Value;

using Integers = std::vector<std::int64_t>;

// The column as numbers whose order is that of its values; nullptr if it has no such type.
const Integers* numbers_of(const Column& column) {
    const auto* dates = column.as<Dates>();
    return dates != nullptr ? &dates->days : column.as<std::int64_t>();
}
// Whether the numbers of both may be compared.
bool of_one_type(const Column& a, const Column& b) {
    return (a.as<Dates>() != nullptr) == (b.as<Dates>() != nullptr);
}

// One key of the rows of two batches, which may be one.
class KeyOrder {
  public:
    KeyOrder(const Column& a, const Column& b, bool descending)
        : a_(a), b_(b), descending_(descending), integers_a_(numbers_of(a)), texts_a_(a.as<Texts>()) {
        if (integers_a_ != nullptr && of_one_type(a, b)) integers_b_ = numbers_of(b);
        if (texts_a_ != nullptr) texts_b_ = b.as<Texts>();
        values_a_ = a.as<Value>();
        values_b_ = b.as<Value>();
    }

    // Negative if row i of `a` comes before row j of `b`, 0 if they tie.
    int operator()(std::size_t i, std::size_t j, Pace& pace) const {
        const int order = ascending(i, j, pace);
        return descending_ ? -order : order;
    }

  private:
    static int sign(std::int64_t x, std::int64_t y) {
        return static_cast<int>(x > y) - static_cast<int>(x < y);
    }
    int ascending(std::size_t i, std::size_t j, Pace& pace) const {
        if (integers_b_ != nullptr) {
            return sign((*integers_a_)[i], (*integers_b_)[j]);
        }
        if (texts_b_ != nullptr) return order_texts(i, j, pace);
        Value of_a, of_b;
        const Value& x = values_a_ != nullptr ? (*values_a_)[i] : of_a = a_.at(i);
        const Value& y = values_b_ != nullptr ? (*values_b_)[j] : of_b = b_.at(j);
        if (x.kind() == y.kind()) {  // the frequent ones
            if (x.kind() == Kind::Integer) return sign(x.integer(), y.integer());
            if (x.kind() == Kind::Date) return sign(x.date().days, y.date().days);
        }
        pace.look_through(std::min(Pace::size_of(x), Pace::size_of(y)));
        const int order = graphs::order(x, y);
        return (order > 0) - (order < 0);
    }

    int order_texts(std::size_t i, std::size_t j, Pace& pace) const {
        const StringId x = texts_a_->ids[i], y = texts_b_->ids[j];
        if (x.is_none() || y.is_none()) return static_cast<int>(x.is_none()) - static_cast<int>(y.is_none());
        if (x == y && texts_a_->pool == texts_b_->pool) return 0;
        const std::string_view one = texts_a_->pool->text(x), other = texts_b_->pool->text(y);
        pace.look_through(std::min(one.size(), other.size()));
        const int order = one.compare(other);
        return (order > 0) - (order < 0);
    }

    const Column &a_, &b_;
    bool descending_;
    const Integers *integers_a_, *integers_b_ = nullptr;
    const Texts *texts_a_, *texts_b_ = nullptr;
    const std::vector<Value>*values_a_, *values_b_;
};

std::vector<KeyOrder> orders(const SortKeys& keys, const Batch& a, const Batch& b) {
    std::vector<KeyOrder> all;
    all.reserve(keys.size());
    for (const SortKey& key : keys)
        all.emplace_back(a.columns[key.column], b.columns[key.column], key.descending);
    return all;
}

// A part of a key as a number whose order agrees with the key's: where two numbers differ, the keys need not
// be looked at.
class Prefix {
  public:
    static constexpr std::size_t bytes = 8;  // of a text; `part` 1 are the second eight, and so on

    Prefix(const Column& column, bool descending)
        : integers_(numbers_of(column)), texts_(column.as<Texts>()), descending_(descending) {}

    bool is_whole_key() const { return integers_ != nullptr; }
    bool has_parts() const { return texts_ != nullptr; }
    bool same_text(std::size_t a, std::size_t b) const { return texts_->ids[a] == texts_->ids[b]; }
    std::uint64_t operator()(std::size_t row, std::size_t part = 0) const {
        const std::uint64_t ascending = of(row, part);
        return descending_ ? ~ascending : ascending;
    }

  private:
    std::uint64_t of(std::size_t row, std::size_t part) const {
        if (integers_ != nullptr)
            return static_cast<std::uint64_t>((*integers_)[row]) ^ (std::uint64_t{1} << 63);
        if (texts_ == nullptr) return 0;
        if (texts_->ids[row].is_none()) return std::numeric_limits<std::uint64_t>::max();
        const std::string_view text = texts_->pool->text(texts_->ids[row]);
        std::uint64_t number = 0;
        for (std::size_t i = part * bytes; i < (part + 1) * bytes; ++i)
            number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
        return number;
    }

    const Integers* integers_;
    const Texts* texts_;
    bool descending_;
};

class Sorter {
  public:
    Sorter(const Batch& batch, const SortKeys& keys, const QueryContext& context)
        : context_(context),
          pace_(context),
          prefix_(batch.columns[keys[0].column], keys[0].descending),
          orders_(orders(keys, batch, batch)) {}

    RowNumbers first(const RowNumbers& rows, std::size_t most) {
        context_.reserve(rows.size() * (sizeof(Item) + sizeof(std::uint32_t)));
        std::vector<Item> items;
        items.reserve(rows.size());
        for (const std::uint32_t row : rows) items.push_back({prefix_(row), row});
        if (most < items.size()) {
            std::nth_element(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(most), items.end(),
                             [this](const Item& a, const Item& b) { return before(a, b); });
            items.resize(most);
        }
        sort(items, 0);
        RowNumbers sorted;
        sorted.reserve(items.size());
        for (const Item& item : items) sorted.push_back(item.row);
        return sorted;
    }

  private:
    struct Item {
        std::uint64_t prefix;
        std::uint32_t row;
    };

    bool before(const Item& a, const Item& b) {
        pace_.look_through(0);
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        for (std::size_t i = prefix_.is_whole_key() ? 1 : 0; i < orders_.size(); ++i) {
            if (const int order = orders_[i](a.row, b.row, pace_)) return order < 0;
        }
        return a.row < b.row;
    }

    // Texts are far apart in memory, so each is looked at once for its first eight bytes, once for the next
    // eight if these do not tell, and only few are compared with each other. REQUIRES: the prefixes are of
    // this part, and all parts before it are equal.
    void sort(std::span<Item> items, std::size_t part) {
        constexpr std::size_t few = 32, most_parts = 16;
        if (!prefix_.has_parts() || items.size() <= few || part == most_parts) {
            std::sort(items.begin(), items.end(),
                      [this](const Item& a, const Item& b) { return before(a, b); });
            return;
        }
        std::sort(items.begin(), items.end(), [this](const Item& a, const Item& b) {
            pace_.look_through(0);
            return a.prefix < b.prefix;
        });
        for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
            bool one_text = true;
            for (end = begin + 1; end < items.size() && items[end].prefix == items[begin].prefix; ++end)
                one_text = one_text && prefix_.same_text(items[begin].row, items[end].row);
            const std::span<Item> run = items.subspan(begin, end - begin);
            if (!one_text && run.size() > few) {
                for (Item& item : run) item.prefix = prefix_(item.row, part + 1);
            }
            if (run.size() > 1) sort(run, one_text ? most_parts : part + 1);
        }
    }

    const QueryContext& context_;
    Pace pace_;
    Prefix prefix_;
    std::vector<KeyOrder> orders_;
};

// The rows whose first key is not after `bound`, or is before it if `strictly`.
RowNumbers rows_up_to(const Integers& key, std::int64_t bound, bool descending, bool strictly) {
    RowNumbers rows(key.size());
    std::size_t count = 0;
    const auto take = [&](auto holds) {
        for (std::size_t row = 0; row < key.size(); ++row) {
            rows[count] = static_cast<std::uint32_t>(row);
            count += holds(key[row], bound) ? 1 : 0;
        }
    };
    if (descending)
        strictly ? take(std::greater<>()) : take(std::greater_equal<>());
    else
        strictly ? take(std::less<>()) : take(std::less_equal<>());
    rows.resize(count);
    return rows;
}

}  // namespace

RowNumbers sorted_rows(const Batch& batch, const SortKeys& keys, const RowNumbers& rows, std::size_t most,
                       const QueryContext& context) {
    return Sorter(batch, keys, context).first(rows, most);
}

RowNumbers rows_before(const Batch& batch, const Batch& kept, std::size_t bound, const SortKeys& keys,
                       const QueryContext& context) {
    RowNumbers rows;
    const Column &first_key = batch.columns[keys[0].column], &kept_key = kept.columns[keys[0].column];
    const Integers *first = numbers_of(first_key), *bounds = numbers_of(kept_key);
    if (first != nullptr && bounds != nullptr && of_one_type(first_key, kept_key)) {
        const bool only_key = keys.size() == 1;
        rows = rows_up_to(*first, (*bounds)[bound], keys[0].descending, only_key);
        if (only_key) return rows;
    } else {
        rows.resize(batch.rows);
        std::iota(rows.begin(), rows.end(), 0U);
    }
    const std::vector<KeyOrder> all = orders(keys, batch, kept);
    Pace pace(context);
    std::erase_if(rows, [&](std::uint32_t row) {
        pace.look_through(0);
        for (const KeyOrder& key : all) {
            if (const int order = key(row, bound, pace)) return order > 0;
        }
        return true;
    });
    return rows;
}

}  // namespace hearsay::engine
