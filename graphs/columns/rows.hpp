// Compressed sparse rows that can change: one array of items for all rows, and an overlay of the rows that
// changed since.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <limits>
#include <mutex>
#include <new>
#include <span>
#include <utility>
#include <vector>

#include "graphs/error.hpp"

namespace hearsay::graphs {

// Each row is contiguous and ascending (by operator< on what `Key` gives). A row that changes moves to the
// overlay whole; when many changes have come together, all rows are merged into one array again, so that a
// change costs a constant on average. Changes in the middle of a long row wait until somebody reads, so that
// many of them cost one pass.
//
// Several threads may read at once, as long as none changes the rows.
template <class T, class Key>
class Rows {
  public:
    // Valid until the next change.
    std::span<const T> row(std::size_t index) const {
        // One that is before the first wraps around, and is behind the last.
        const std::size_t at = index - first_;
        if (at >= places_.size()) return {};
        const Place place = places_[at];
        if (place.size != in_overlay) return {items_.data() + place.begin, place.size};
        if (waiting_.any.load(std::memory_order_acquire)) make_waiting();
        return overlay_[place.begin].items;
    }
    std::size_t row_size(std::size_t index) const {
        const std::size_t at = index - first_;
        if (at >= places_.size()) return 0;
        const Place place = places_[at];
        return place.size != in_overlay ? place.size : overlay_[place.begin].size;
    }
    // Sends for what says where the row is, for a reader of many rows that asks for it soon.
    void prefetch(std::size_t index) const {
        const std::size_t at = index - first_;
        if (at < places_.size()) __builtin_prefetch(places_.data() + at);
    }
    std::size_t row_count() const { return first_ + places_.size(); }  // one past the last that has items

    // Makes room for one `insert` or `erase` in the row, whichever comes next: it cannot fail then. Nothing
    // has changed if this throws.
    void make_room(std::size_t index) {
        Row& row = own(index);
        const auto one_more = [](auto& list) {
            if (list.size() == list.capacity()) list.reserve(list.size() < 4 ? 4 : 2 * list.size());
        };
        if (row.edits.empty()) one_more(row.items);
        if (row.items.size() < long_row && row.edits.empty()) return;
        one_more(row.edits);
        one_more(waiting_.rows);
    }
    // Strongly safe, as is `erase`.
    void insert(std::size_t index, const T& item) {
        make_room(index);
        Row& row = own(index);
        ++row.size;
        if (!row.edits.empty()) {
            row.edits.push_back({item, true});
        } else if (row.items.empty() || before(row.items.back(), item)) {
            row.items.push_back(item);
        } else if (row.items.size() < long_row) {
            put(row.items, item);
        } else {
            wait(row, {item, true});
        }
        changed();
    }
    // REQUIRES: the row holds an item with this key.
    void erase(std::size_t index, const T& item) {
        make_room(index);
        Row& row = own(index);
        --row.size;
        if (!row.edits.empty()) {
            row.edits.push_back({item, false});
        } else if (!row.items.empty() && Key()(row.items.back()) == Key()(item)) {
            row.items.pop_back();
        } else if (row.items.size() < long_row) {
            drop(row.items, item);
        } else {
            wait(row, {item, false});
        }
        changed();
    }

    // As if nothing had ever been in it.
    void clear() {
        first_ = 0;
        places_.clear();
        items_.clear();
        overlay_.clear();
        waiting_.rows.clear();
        waiting_.any = false;
        changes_ = 0;
    }

    // Filling at once, for what is empty: `expect_rows`, `count` every item's row, `begin_fill`, `fill` every
    // item (ascending within its row).
    void expect_rows(std::size_t first, std::size_t end) {
        first_ = first;
        places_.resize(end - first);
    }
    void count(std::size_t index) { ++places_[index - first_].size; }
    void begin_fill() {
        std::uint32_t begin = 0;
        for (Place& place : places_) {
            place.begin = begin;
            begin += std::exchange(place.size, 0);
        }
        items_.resize(begin);
    }
    void fill(std::size_t index, const T& item) {
        Place& place = places_[index - first_];
        items_[place.begin + place.size++] = item;
    }

  private:
    static constexpr std::uint32_t in_overlay = std::numeric_limits<std::uint32_t>::max();
    // Where a row is: items_[begin, begin + size), or overlay_[begin] if size is `in_overlay`.
    struct Place {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };

    static bool before(const T& a, const T& b) { return Key()(a) < Key()(b); }

    // A row that has changed: its items without the edits that wait.
    struct Edit {
        T item;
        bool added;  // or taken away
    };
    struct Row {
        std::vector<T> items;
        std::vector<Edit> edits;  // in the order in which they came
        std::size_t size = 0;     // when they are made
    };
    // Which rows of the overlay have edits that wait. Readers make them, of whom there may be several.
    struct Waiting {
        Waiting() = default;
        Waiting(Waiting&& other) noexcept : any(other.any.load()), rows(std::move(other.rows)) {}
        Waiting& operator=(Waiting&& other) noexcept {
            any = other.any.load();
            rows = std::move(other.rows);
            return *this;
        }
        std::atomic<bool> any{false};
        std::mutex making;
        std::vector<std::uint32_t> rows;
    };
    static constexpr std::size_t long_row = 256;  // from here on edits wait

    static void put(std::vector<T>& items, const T& item) {
        items.insert(std::lower_bound(items.begin(), items.end(), item, before), item);
    }
    static void drop(std::vector<T>& items, const T& item) {
        const auto place = std::lower_bound(items.begin(), items.end(), item, before);
        HEARSAY_ASSERT(place != items.end() && Key()(*place) == Key()(item));
        items.erase(place);
    }

    void wait(Row& row, Edit edit) {
        row.edits.push_back(std::move(edit));
        waiting_.rows.push_back(static_cast<std::uint32_t>(&row - overlay_.data()));
        waiting_.any = true;
    }

    void make_waiting() const {
        const std::lock_guard guard(waiting_.making);
        if (!waiting_.any.load(std::memory_order_relaxed)) return;
        for (const std::uint32_t index : waiting_.rows) make_edits(overlay_[index]);
        waiting_.rows.clear();
        waiting_.any.store(false, std::memory_order_release);
    }

    // Nothing has changed if this throws.
    static void make_edits(Row& row) {
        std::vector<Edit>& edits = row.edits;
        if (edits.size() < 8) {
            row.items.reserve(row.items.size() + edits.size());
            for (const Edit& edit : edits)
                edit.added ? put(row.items, edit.item) : drop(row.items, edit.item);
            edits = {};
            return;
        }
        std::stable_sort(edits.begin(), edits.end(),
                         [](const Edit& a, const Edit& b) { return before(a.item, b.item); });
        std::vector<T> made;
        made.reserve(row.size);
        auto item = row.items.begin();
        for (std::size_t i = 0; i < edits.size(); ++i) {
            const Edit& edit = edits[i];
            // Of several edits of one item the last counts.
            if (i + 1 < edits.size() && !before(edit.item, edits[i + 1].item)) continue;
            while (item != row.items.end() && before(*item, edit.item)) made.push_back(*item++);
            if (item != row.items.end() && !before(edit.item, *item)) ++item;
            if (edit.added) made.push_back(edit.item);
        }
        made.insert(made.end(), item, row.items.end());
        HEARSAY_ASSERT(made.size() == row.size);
        row.items = std::move(made);
        edits = {};
    }

    // Nothing that a reader sees has changed if this throws.
    Row& own(std::size_t index) {
        if (places_.empty()) first_ = index;
        if (index < first_) {  // some more rooms than are needed, or each row before the first would move all
            const std::size_t more = std::min(first_, std::max(first_ - index, places_.size()));
            places_.insert(places_.begin(), more, Place{});
            first_ -= more;
        }
        if (index - first_ >= places_.size()) places_.resize(index - first_ + 1);
        Place& place = places_[index - first_];
        if (place.size != in_overlay) {
            const auto begin = items_.begin() + place.begin;
            overlay_.push_back({{begin, begin + place.size}, {}, place.size});
            place = {static_cast<std::uint32_t>(overlay_.size() - 1), in_overlay};
        }
        return overlay_[place.begin];
    }

    void changed() {
        if (++changes_ <= (items_.size() + places_.size()) / 4 + 1024) return;
        try {
            merge();
        } catch (const std::bad_alloc&) {
            changes_ = 0;  // the rows are right as they are: later
        }
    }

    // Nothing that a reader sees has changed if this throws.
    void merge() {
        std::size_t total = 0;
        for (std::size_t i = 0; i < places_.size(); ++i) total += row_size(first_ + i);
        HEARSAY_ASSERT(total < in_overlay);
        if (waiting_.any.load(std::memory_order_acquire)) make_waiting();
        std::vector<T> merged;
        merged.reserve(total);  // nothing below throws
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const std::span<const T> items = row(first_ + i);
            places_[i] = {static_cast<std::uint32_t>(merged.size()),
                          static_cast<std::uint32_t>(items.size())};
            merged.insert(merged.end(), items.begin(), items.end());
        }
        items_ = std::move(merged);
        overlay_ = {};
        changes_ = 0;
    }

    std::size_t first_ = 0;  // the row of the first place: rows before it are empty
    std::vector<Place> places_;
    std::vector<T> items_;
    mutable std::vector<Row> overlay_;  // readers make what waits
    mutable Waiting waiting_;
    std::size_t changes_ = 0;  // since the last merge
};

}  // namespace hearsay::graphs
