// Layers of a transformer encoder (post-norm, as BERT's) on rows of numbers, one row a piece or a word.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/articles/network/layers/matrix.hpp"

namespace hearsay::engine {

// Rows [first, first + count) that attend to each other.
struct Sequence {
    std::size_t first = 0, count = 0;
};

// A norm of the weights file.
struct Norm {
    Norm() = default;
    Norm(TensorReader& from, const std::string& name, std::size_t width)
        : weight(from.floats(name + ".weight", width)), bias(from.floats(name + ".bias", width)) {}
    std::span<const float> weight, bias;
};

// Rows of numbers in both forms: floats, and the bytes that products read.
struct Rows {
    Rows(std::size_t rows, std::size_t columns);
    void resize(std::size_t rows);  // gives zeros
    float* at(std::size_t row) { return floats.data() + row * width; }
    const float* at(std::size_t row) const { return floats.data() + row * width; }
    std::uint8_t* bytes_at(std::size_t row) { return bytes.data() + row * width; }
    const std::uint8_t* bytes_at(std::size_t row) const { return bytes.data() + row * width; }
    void quantise(std::size_t row);  // makes the bytes from the floats

    std::size_t count = 0, width = 0;
    std::vector<float> floats;
    std::vector<std::uint8_t> bytes;  // with room for products
    std::vector<float> scales;
};

// Memory that layers use while they run; one a thread.
struct LayerMemory {
    std::vector<std::int32_t> sums;
    std::vector<std::uint8_t> bytes;
    std::vector<float> byte_scales, row, context, query_scales, key_scales, value_scales, scores;
    std::vector<std::int16_t> queries, keys, values, key_rows, value_rows, parts;
};

class TransformerLayer {
  public:
    TransformerLayer(TensorReader& from, const std::string& name, std::size_t width, std::size_t heads);
    // Replaces the rows (both forms) by the layer's output. REQUIRES: the sequences cover the rows in order.
    void run(Rows& rows, std::span<const Sequence> sequences, LayerMemory& memory) const;

  private:
    void attend(const Rows& rows, const Sequence& sequence, LayerMemory& memory) const;
    void attend_within(const Sequence& sequence, LayerMemory& memory) const;

    std::size_t width_, heads_;
    Matrix qkv_, output_, up_, down_;
    Norm norm1_, norm2_;
};

}  // namespace hearsay::engine
