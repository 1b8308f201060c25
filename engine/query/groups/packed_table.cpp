#include "engine/query/groups/packed_table.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "graphs/error.hpp"

namespace hearsay::engine {
namespace {

constexpr std::uint32_t none = FlatTable::none;

template <std::size_t fixed_width>
std::uint32_t hash_of(const std::uint64_t* key, std::size_t width) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < (fixed_width == 0 ? width : fixed_width); ++i) hash = mix(hash, key[i]);
    return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

// An array by key is faster than a hash table, and may take up to some times its memory for that.
bool PackedTable::is_dense(std::uint64_t greatest, std::size_t rows) const {
    return greatest < 1024 + 16 * (size() + rows);
}

// Decides how this batch is looked up.
bool PackedTable::look_up_directly(const std::uint64_t* words, std::size_t rows,
                                   const QueryContext& context) {
    if (!is_direct_ || !layout_.is_single()) return false;
    const std::uint64_t greatest = *std::max_element(words, words + rows);
    if (greatest < direct_.size()) return true;
    if (!is_dense(greatest, rows)) return false;
    const std::size_t grown = std::bit_ceil(greatest + 1);
    context.reserve(grown * sizeof(std::uint32_t));
    direct_.resize(grown, none);
    return true;
}

void PackedTable::number_directly(const std::uint64_t* words, std::size_t rows, std::uint32_t* numbers) {
    for (std::size_t row = 0; row < rows; ++row) {
        std::uint32_t& number = direct_[words[row]];
        if (number == none) {
            number = static_cast<std::uint32_t>(keys_.size());
            keys_.push_back(words[row]);
        }
        numbers[row] = number;
    }
}

template <std::size_t fixed_width>
void PackedTable::probe(const std::uint64_t* words, std::size_t rows, std::uint32_t* numbers,
                        const QueryContext& context) {
    const std::size_t width = fixed_width == 0 ? layout_.words() : fixed_width;
    constexpr std::size_t ahead = 64;      // rows whose slots are sent for before the first is looked at
    constexpr std::size_t cached = 32768;  // slots
    std::array<std::uint32_t, ahead> hashes;
    for (std::size_t begin = 0; begin < rows; begin += ahead) {
        const std::size_t count = std::min(ahead, rows - begin);
        const std::uint64_t* const part = words + begin * width;
        for (std::size_t i = 0; i < count; ++i) hashes[i] = hash_of<fixed_width>(part + i * width, width);
        if (table_.slots() > cached) {
            for (std::size_t i = 0; i < count; ++i) table_.prefetch(hashes[i]);
            for (std::size_t i = 0; i < count; ++i) {
                const std::uint32_t likely = table_.likely(hashes[i]);
                if (likely != none) __builtin_prefetch(&keys_[likely * width]);
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (table_.full()) table_.grow(context);
            const std::uint64_t* const key = part + i * width;
            const std::uint32_t number = table_.find_or_add(hashes[i], [&](std::uint32_t other) {
                return std::equal(key, key + width, &keys_[other * width]);
            });
            if (number * width == keys_.size()) keys_.insert(keys_.end(), key, key + width);
            numbers[begin + i] = number;
        }
    }
}

void PackedTable::make_table(const QueryContext& context) {
    direct_ = {};
    for (std::size_t i = 0; i < size(); ++i) {
        if (table_.full()) table_.grow(context);
        const std::size_t width = layout_.words();
        table_.find_or_add(hash_of<0>(&keys_[i * width], width), [](std::uint32_t) { return false; });
    }
}

// Keys that come in no order look sparse until there are many of them.
void PackedTable::make_direct_if_dense(const QueryContext& context) {
    if (is_direct_ || !layout_.is_single() || size() < look_again_) return;
    look_again_ = 2 * size();
    const std::uint64_t greatest = *std::max_element(keys_.begin(), keys_.end());
    if (greatest > 12 * size()) return;
    const std::size_t count = std::bit_ceil(greatest + 1);
    context.reserve(count * sizeof(std::uint32_t));
    table_ = {};
    direct_.assign(count, none);
    for (std::size_t i = 0; i < keys_.size(); ++i) direct_[keys_[i]] = static_cast<std::uint32_t>(i);
    is_direct_ = true;
}

void PackedTable::number(const std::vector<Column>& columns, std::size_t rows, std::uint32_t* numbers,
                         const QueryContext& context) {
    if (rows == 0) return;
    HEARSAY_ASSERT(size() + rows < none);
    const std::size_t width = layout_.words();
    words_.resize(rows * width);
    layout_.pack(columns, rows, words_.data());
    if (keys_.size() + words_.size() > keys_.capacity()) {
        const std::size_t grown = keys_.size() + std::max(keys_.size(), words_.size());
        context.reserve(grown * sizeof(std::uint64_t));
        keys_.reserve(grown);
    }
    make_direct_if_dense(context);
    const std::uint64_t* words = words_.data();
    if (look_up_directly(words, rows, context)) {
        number_directly(words, rows, numbers);
        return;
    }
    if (layout_.is_pair() && keys_.empty()) runs_ = RunIndex::of(words, rows);
    if (runs_) {
        const std::size_t done = runs_->number(words, rows, numbers, keys_, context);
        if (done == rows) return;
        runs_.reset();
        words += done;
        numbers += done;
        rows -= done;
    }
    if (table_.size() < size()) make_table(context);
    is_direct_ = false;
    if (width == 1) {
        probe<1>(words, rows, numbers, context);
    } else if (width == 2) {
        probe<2>(words, rows, numbers, context);
    } else {
        probe<0>(words, rows, numbers, context);
    }
}

Column PackedTable::keys(std::size_t column, std::size_t begin, std::size_t end) const {
    const std::size_t width = layout_.words();
    return layout_.unpack(column, std::span(keys_).subspan(begin * width, (end - begin) * width));
}

}  // namespace hearsay::engine
