// Rows of typed keys as rows of 64-bit words: an id takes half a word, an integer or a date a word. Equal
// keys are equal words, so they are hashed and compared without looking at a value.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/query/running/batch.hpp"

namespace hearsay::engine {

class PackedLayout {
  public:
    // The layout for columns like these; nullopt if there is one whose values do not pack. `more`: as `this`,
    // but for these columns too, where rows of both kinds fit one layout.
    static std::optional<PackedLayout> of(const std::vector<Column>& columns);
    std::optional<PackedLayout> widened(const std::vector<Column>& columns) const;
    bool fits(const std::vector<Column>& columns) const;

    std::size_t words() const { return words_; }  // a row, at least one
    // Is a row one id or one integer, so that its word may be small?
    bool is_single() const { return single_; }
    bool is_id() const { return id_; }      // one id in one word
    bool is_pair() const { return pair_; }  // two ids in one word

    // REQUIRES: fits(columns).
    void pack(const std::vector<Column>& columns, std::size_t rows, std::uint64_t* words) const;
    // A column of rows that were packed.
    Column unpack(std::size_t column, std::span<const std::uint64_t> words) const;

  private:
    enum class Kind : std::uint8_t {
        Vertex,    // these four: half a word
        Edge,      //
        Text,      // of one pool
        Truth,     //
        Integer,   // these two: a word; never null
        Date,      //
        Mixed,     // a word and a half: the kind of the value, null among them, and its bits
        Constant,  // no bit: all rows have the same value
    };
    struct Part {
        Kind kind = Kind::Constant;
        std::size_t word = 0;  // of an Integer or Date, and of the bits of a Mixed
        std::size_t half = 0;  // of the others, and of the kind of a Mixed: 2 * word + 1 if high
        const graphs::StringPool* pool = nullptr;  // of a Text
        graphs::Value constant = {};
    };
    static Part part_of_kind(graphs::Kind kind);
    static std::optional<Part> part_of(const Column& column);
    static std::optional<Part> common(const Part& part, const Column& column);
    static bool is_mixable(const Part& part);
    static bool is_word(Kind kind) { return kind == Kind::Integer || kind == Kind::Date; }
    static bool fits(const Part& part, const Column& column);
    static bool fits(const Part& part, const graphs::Value& value);
    static std::uint64_t bits_of(const Part& part, const graphs::Value& value);
    static PackedLayout laid_out(std::vector<Part> parts);
    void pack(const Part& part, const Column& column, std::size_t rows, std::uint64_t* words) const;

    std::vector<Part> parts_;
    std::size_t words_ = 1;
    bool single_ = false, id_ = false, pair_ = false;
};

}  // namespace hearsay::engine
