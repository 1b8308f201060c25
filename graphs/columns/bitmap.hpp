// A growing row of bits; what lies past the end is 0.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay::graphs {

class Bitmap {
  public:
    bool test(std::size_t i) const {
        return (i >> 6) < words_.size() && (words_[i >> 6] >> (i & 63) & 1U) != 0;
    }
    void set(std::size_t i) {
        if ((i >> 6) >= words_.size()) words_.resize((i >> 6) + 1);
        words_[i >> 6] |= std::uint64_t{1} << (i & 63);
    }
    void reset(std::size_t i) {
        if ((i >> 6) < words_.size()) words_[i >> 6] &= ~(std::uint64_t{1} << (i & 63));
    }
    // Forgets bit `size` and all after it.
    void truncate(std::size_t size) {
        if ((size + 63) / 64 < words_.size()) words_.resize((size + 63) / 64);
        if (size % 64 != 0 && size / 64 < words_.size())
            words_.back() &= (std::uint64_t{1} << (size % 64)) - 1;
    }
    // Sets the bits 64 * word ... 64 * word + 63 at once.
    void set_word(std::size_t word, std::uint64_t bits) {
        if (word >= words_.size()) words_.resize(word + 1);
        words_[word] = bits;
    }
    void reserve(std::size_t size) { words_.reserve((size + 63) / 64); }
    std::uint64_t word(std::size_t index) const { return index < words_.size() ? words_[index] : 0; }
    std::span<const std::uint64_t> words() const { return words_; }

  private:
    std::vector<std::uint64_t> words_;
};

}  // namespace hearsay::graphs
