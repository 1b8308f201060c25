// Numbers rows of typed keys, which it packs into words.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/query/groups/packed_layout.hpp"
#include "engine/query/groups/run_index.hpp"
#include "engine/query/running/flat_table.hpp"

namespace hearsay::engine {

class PackedTable {
  public:
    explicit PackedTable(PackedLayout layout) : layout_(std::move(layout)) {}

    const PackedLayout& layout() const { return layout_; }
    std::size_t size() const { return keys_.size() / layout_.words(); }
    // Writes the number of each row. REQUIRES: layout().fits(columns). Throws QueryError at a limit.
    void number(const std::vector<Column>& columns, std::size_t rows, std::uint32_t* numbers,
                const QueryContext& context);
    // A column of the keys with the numbers [begin, end).
    Column keys(std::size_t column, std::size_t begin, std::size_t end) const;

  private:
    bool look_up_directly(const std::uint64_t* words, std::size_t rows, const QueryContext& context);
    bool is_dense(std::uint64_t greatest, std::size_t rows) const;
    void number_directly(const std::uint64_t* words, std::size_t rows, std::uint32_t* numbers);
    template <std::size_t fixed_width>
    void probe(const std::uint64_t* words, std::size_t rows, std::uint32_t* numbers,
               const QueryContext& context);
    void make_table(const QueryContext& context);
    void make_direct_if_dense(const QueryContext& context);

    PackedLayout layout_;
    PackedKeys keys_;  // by number, layout_.words() each
    // Which number a key has: an array by key where keys are small numbers, an array for the run where pairs
    // come in runs, else a hash table.
    std::vector<std::uint32_t, LargePages<std::uint32_t>> direct_;
    std::optional<RunIndex> runs_;
    FlatTable table_;
    bool is_direct_ = true;
    std::size_t look_again_ = 1024;     // so many keys are hashed before they are looked at anew
    std::vector<std::uint64_t> words_;  // of the batch
};

}  // namespace hearsay::engine
