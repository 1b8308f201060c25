// Compressed sparse rows that can change: one array of items for all rows, and an overlay of the rows that
// changed since.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "graphs/error.hpp"

namespace hearsay::graphs {

// Each row is contiguous and ascending (by operator< on what `Key` gives). A row that changes moves to the
// overlay whole; when many changes have come together, all rows are merged into one array again, so that a
// change costs a constant on average.
template <class T, class Key>
class Rows {
  public:
    // Valid until the next change.
    std::span<const T> row(std::size_t index) const {
        if (index >= places_.size()) return {};
        const Place place = places_[index];
        if (place.size != in_overlay) return {items_.data() + place.begin, place.size};
        return overlay_[place.begin];
    }
    std::size_t row_size(std::size_t index) const { return row(index).size(); }
    std::size_t row_count() const { return places_.size(); }

    void insert(std::size_t index, const T& item) {
        std::vector<T>& items = own(index);
        if (items.empty() || Key()(items.back()) < Key()(item)) {
            items.push_back(item);
        } else {
            items.insert(std::lower_bound(items.begin(), items.end(), item, before), item);
        }
        changed();
    }
    // REQUIRES: the row holds an item with this key.
    void erase(std::size_t index, const T& item) {
        std::vector<T>& items = own(index);
        // What was added last is most often what goes first: a change that is taken back.
        const auto place = !items.empty() && Key()(items.back()) == Key()(item)
                               ? items.end() - 1
                               : std::lower_bound(items.begin(), items.end(), item, before);
        HEARSAY_ASSERT(place != items.end() && Key()(*place) == Key()(item));
        items.erase(place);
        changed();
    }

    // Filling at once, for what is empty: `count` every item's row, `begin_fill`, `fill` every item
    // (ascending within its row), `end_fill`.
    void expect_rows(std::size_t rows) { places_.resize(std::max(rows, places_.size())); }
    void count(std::size_t index) { ++places_[index].size; }
    void begin_fill() {
        std::uint32_t begin = 0;
        for (Place& place : places_) {
            place.begin = begin;
            begin += std::exchange(place.size, 0);
        }
        items_.resize(begin);
    }
    void fill(std::size_t index, const T& item) {
        Place& place = places_[index];
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

    std::vector<T>& own(std::size_t index) {
        if (index >= places_.size()) places_.resize(index + 1);
        Place& place = places_[index];
        if (place.size != in_overlay) {
            const auto begin = items_.begin() + place.begin;
            overlay_.emplace_back(begin, begin + place.size);
            place = {static_cast<std::uint32_t>(overlay_.size() - 1), in_overlay};
        }
        return overlay_[place.begin];
    }

    void changed() {
        if (++changes_ > (items_.size() + places_.size()) / 4 + 1024) merge();
    }

    void merge() {
        std::size_t total = 0;
        for (std::size_t i = 0; i < places_.size(); ++i) total += row_size(i);
        HEARSAY_ASSERT(total < in_overlay);
        std::vector<T> merged;
        merged.reserve(total);
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const std::span<const T> items = row(i);
            places_[i] = {static_cast<std::uint32_t>(merged.size()),
                          static_cast<std::uint32_t>(items.size())};
            merged.insert(merged.end(), items.begin(), items.end());
        }
        items_ = std::move(merged);
        overlay_ = {};
        changes_ = 0;
    }

    std::vector<Place> places_;
    std::vector<T> items_;
    std::vector<std::vector<T>> overlay_;
    std::size_t changes_ = 0;  // since the last merge
};

}  // namespace hearsay::graphs
