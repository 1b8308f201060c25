#include "engine/articles/network/layers/transformer.hpp"

#include <algorithm>
#include <cstring>

#include "engine/articles/network/kernels/kernels.hpp"

namespace hearsay::engine {
namespace {

constexpr std::size_t round_up(std::size_t n, std::size_t multiple) {
    return (n + multiple - 1) / multiple * multiple;
}

template <class T>
T* room(std::vector<T>& v, std::size_t n) {
    if (v.size() < n) v.resize(n);
    return v.data();
}

// Turns rows of keys to one row of keys' pairs for each pair of numbers (AttentionHead::keys), which is
// `padded` keys long; row by row in squares, so that what is written stays in the cache.
void place_keys(const std::int16_t* rows, std::size_t count, std::size_t width, std::int16_t* out,
                std::size_t padded) {
    constexpr std::size_t square = 16;
    for (std::size_t first = 0; first < count; first += square) {
        for (std::size_t pair = 0; pair < width / 2; ++pair) {
            std::int32_t column[square];
            for (std::size_t i = 0; i < square; ++i)
                std::memcpy(column + i, rows + (first + i) * width + pair * 2, sizeof *column);
            std::memcpy(out + (pair * padded + first) * 2, column, sizeof column);
        }
    }
}

// Puts each two rows of values together, number by number (AttentionHead::values), head by head.
void place_values(const std::int16_t* rows, std::size_t count, std::size_t width, std::int16_t* out,
                  std::size_t padded) {
    constexpr std::size_t size = AttentionHead::size;
    for (std::size_t head = 0; head < width / size; ++head) {
        for (std::size_t row = 0; row < count; row += 2) {
            const std::int16_t* even = rows + row * width + head * size;
            const std::int16_t* odd = even + width;
            std::int16_t* to = out + (head * padded + row) * size;
            for (std::size_t i = 0; i < size; ++i) {
                to[2 * i] = even[i];
                to[2 * i + 1] = odd[i];
            }
        }
    }
}

}  // namespace

Rows::Rows(std::size_t rows, std::size_t columns) : width(columns) {
    resize(rows);
}

void Rows::resize(std::size_t rows) {
    count = rows;
    floats.assign(rows * width, 0.0F);
    bytes.assign((rows + Matrix::row_multiple) * width, 128);
    scales.assign(rows, 0.0F);
}

void Rows::quantise(std::size_t row) {
    scales[row] = kernels().to_bytes(at(row), width, bytes_at(row));
}

TransformerLayer::TransformerLayer(TensorReader& from, const std::string& name, std::size_t width,
                                   std::size_t heads)
    : width_(width),
      heads_(heads),
      qkv_(from, name + ".qkv", 3 * width, width),
      output_(from, name + ".output", width, width),
      up_(from, name + ".up", 0, width),
      down_(from, name + ".down", width, up_.outputs()),
      norm1_(from, name + ".norm1", width),
      norm2_(from, name + ".norm2", width) {}

void TransformerLayer::run(Rows& rows, std::span<const Sequence> sequences, LayerMemory& memory) const {
    const Kernels& k = kernels();
    const std::size_t inner = up_.outputs();
    std::int32_t* sums = room(memory.sums, Matrix::most_rows * std::max(3 * width_, inner));
    float* row = room(memory.row, std::max(3 * width_, inner));
    room(memory.context, rows.count * width_);
    for (const Sequence& sequence : sequences) attend(rows, sequence, memory);
    std::uint8_t* bytes = room(memory.bytes, Matrix::most_rows * std::max(width_, inner));
    float* byte_scales = room(memory.byte_scales, Matrix::most_rows);
    for (std::size_t first = 0; first < rows.count; first += Matrix::most_rows) {
        const std::size_t count = std::min(Matrix::most_rows, rows.count - first);
        // Adds a product's row to that of `rows`, and brings it to norm.
        const auto add_product = [&](const Matrix& m, const Norm& norm, std::size_t i) {
            float* x = rows.at(first + i);
            k.rescale(sums + i * width_, m.correction(), m.scale(), m.bias(), byte_scales[i], width_, row);
            k.add(x, row, width_, x);
            k.norm(x, norm.weight.data(), norm.bias.data(), width_);
            rows.quantise(first + i);
        };
        for (std::size_t i = 0; i < count; ++i)
            byte_scales[i] =
                k.to_bytes(memory.context.data() + (first + i) * width_, width_, bytes + i * width_);
        output_.multiply(bytes, count, sums);
        for (std::size_t i = 0; i < count; ++i) add_product(output_, norm1_, i);
        up_.multiply(rows.bytes_at(first), count, sums);
        for (std::size_t i = 0; i < count; ++i) {
            k.rescale_gelu(sums + i * inner, up_.correction(), up_.scale(), up_.bias(),
                           rows.scales[first + i], inner, row);
            byte_scales[i] = k.to_bytes(row, inner, bytes + i * inner);
        }
        down_.multiply(bytes, count, sums);
        for (std::size_t i = 0; i < count; ++i) add_product(down_, norm2_, i);
    }
}

// Fills the sequence's rows of memory.context.
void TransformerLayer::attend(const Rows& rows, const Sequence& sequence, LayerMemory& memory) const {
    const Kernels& k = kernels();
    const std::size_t padded = round_up(sequence.count, AttentionHead::row_multiple);
    room(memory.queries, sequence.count * width_);
    room(memory.keys, padded * width_);
    room(memory.values, padded * width_);
    room(memory.query_scales, padded);
    float* key_scales = room(memory.key_scales, padded);
    float* value_scales = room(memory.value_scales, padded);
    std::int16_t* key_rows = room(memory.key_rows, Matrix::most_rows * width_);
    std::int16_t* value_rows = room(memory.value_rows, Matrix::most_rows * width_);
    for (std::size_t first = 0; first < padded; first += Matrix::most_rows) {
        const std::size_t count = std::min(Matrix::most_rows, sequence.count - first);
        const std::size_t padded_count = std::min(Matrix::most_rows, padded - first);
        qkv_.multiply(rows.bytes_at(sequence.first + first), count, memory.sums.data());
        for (std::size_t i = 0; i < count; ++i) {
            float* row = memory.row.data();
            k.rescale(memory.sums.data() + i * 3 * width_, qkv_.correction(), qkv_.scale(), qkv_.bias(),
                      rows.scales[sequence.first + first + i], 3 * width_, row);
            memory.query_scales[first + i] = k.to_shorts(row, width_, AttentionHead::largest_key,
                                                         memory.queries.data() + (first + i) * width_);
            key_scales[first + i] =
                k.to_shorts(row + width_, width_, AttentionHead::largest_key, key_rows + i * width_);
            value_scales[first + i] =
                k.to_shorts(row + 2 * width_, width_, AttentionHead::largest_value, value_rows + i * width_);
        }
        std::fill(key_scales + first + count, key_scales + first + padded_count, 0.0F);
        std::fill(value_scales + first + count, value_scales + first + padded_count, 0.0F);
        std::fill(key_rows + count * width_, key_rows + padded_count * width_, std::int16_t{0});
        std::fill(value_rows + count * width_, value_rows + padded_count * width_, std::int16_t{0});
        place_keys(key_rows, padded_count, width_, memory.keys.data() + 2 * first, padded);
        place_values(value_rows, padded_count, width_, memory.values.data() + first * AttentionHead::size,
                     padded);
    }
    attend_within(sequence, memory);
}

void TransformerLayer::attend_within(const Sequence& sequence, LayerMemory& memory) const {
    AttentionHead head;
    head.rows = sequence.count;
    head.padded = round_up(sequence.count, AttentionHead::row_multiple);
    head.stride = width_;
    head.query_scales = memory.query_scales.data();
    head.key_scales = memory.key_scales.data();
    head.value_scales = memory.value_scales.data();
    head.scores = room(memory.scores, AttentionHead::block * head.padded);
    head.parts = room(memory.parts, AttentionHead::block * head.padded);
    for (std::size_t h = 0; h < heads_; ++h) {
        head.queries = memory.queries.data() + h * AttentionHead::size;
        head.keys = memory.keys.data() + h * AttentionHead::size * head.padded;
        head.values = memory.values.data() + h * AttentionHead::size * head.padded;
        head.out = memory.context.data() + sequence.first * width_ + h * AttentionHead::size;
        kernels().attend(head);
    }
}

}  // namespace hearsay::engine
