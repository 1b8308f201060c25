#include "engine/articles/network/transformer.hpp"

#include <algorithm>
#include <cstring>

#include "engine/articles/network/kernels.hpp"

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
    attend(rows, sequences, memory);
    const std::size_t inner = up_.outputs();
    std::int32_t* sums = room(memory.sums, Matrix::most_rows * std::max(3 * width_, inner));
    float* row = room(memory.row, std::max(3 * width_, inner));
    Rows context(Matrix::most_rows, width_), wide(Matrix::most_rows, inner);
    for (std::size_t first = 0; first < rows.count; first += Matrix::most_rows) {
        const std::size_t count = std::min(Matrix::most_rows, rows.count - first);
        const auto rescale = [&](const Matrix& m, float scale, std::size_t i, float* out) {
            k.rescale(sums + i * m.outputs(), m.correction(), m.scale(), m.bias(), scale, m.outputs(), out);
        };
        for (std::size_t i = 0; i < count; ++i)
            context.scales[i] =
                k.to_bytes(memory.context.data() + (first + i) * width_, width_, context.bytes_at(i));
        output_.multiply(context.bytes.data(), count, sums);
        for (std::size_t i = 0; i < count; ++i) {
            float* x = rows.at(first + i);
            rescale(output_, context.scales[i], i, row);
            k.add(x, row, width_, x);
            k.norm(x, norm1_.weight.data(), norm1_.bias.data(), width_);
            rows.quantise(first + i);
        }
        up_.multiply(rows.bytes_at(first), count, sums);
        for (std::size_t i = 0; i < count; ++i) {
            k.rescale_gelu(sums + i * inner, up_.correction(), up_.scale(), up_.bias(),
                           rows.scales[first + i], inner, row);
            wide.scales[i] = k.to_bytes(row, inner, wide.bytes_at(i));
        }
        down_.multiply(wide.bytes.data(), count, sums);
        for (std::size_t i = 0; i < count; ++i) {
            float* x = rows.at(first + i);
            rescale(down_, wide.scales[i], i, row);
            k.add(x, row, width_, x);
            k.norm(x, norm2_.weight.data(), norm2_.bias.data(), width_);
            rows.quantise(first + i);
        }
    }
}

// Fills memory.context.
void TransformerLayer::attend(const Rows& rows, std::span<const Sequence> sequences,
                              LayerMemory& memory) const {
    const Kernels& k = kernels();
    std::int32_t* sums = room(memory.sums, Matrix::most_rows * std::max(3 * width_, up_.outputs()));
    float* row = room(memory.row, std::max(3 * width_, up_.outputs()));
    std::int16_t* shorts = room(memory.shorts, 2 * width_);
    room(memory.context, rows.count * width_);
    for (const Sequence& sequence : sequences) {
        const std::size_t padded = round_up(sequence.count, AttentionHead::row_multiple);
        std::int16_t* queries = room(memory.queries, sequence.count * width_);
        std::int16_t* keys = room(memory.keys, padded * width_);
        std::int16_t* values = room(memory.values, padded * width_);
        float* query_scales = room(memory.query_scales, padded);
        float* key_scales = room(memory.key_scales, padded);
        float* value_scales = room(memory.value_scales, padded);
        for (std::size_t first = 0; first < sequence.count; first += Matrix::most_rows) {
            const std::size_t count = std::min(Matrix::most_rows, sequence.count - first);
            qkv_.multiply(rows.bytes_at(sequence.first + first), count, sums);
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t at = first + i;
                k.rescale(sums + i * 3 * width_, qkv_.correction(), qkv_.scale(), qkv_.bias(),
                          rows.scales[sequence.first + at], 3 * width_, row);
                query_scales[at] =
                    k.to_shorts(row, width_, AttentionHead::largest_key, queries + at * width_);
                key_scales[at] = k.to_shorts(row + width_, width_, AttentionHead::largest_key, shorts);
                value_scales[at] =
                    k.to_shorts(row + 2 * width_, width_, AttentionHead::largest_value, shorts + width_);
                for (std::size_t pair = 0; pair < width_ / 2; ++pair)
                    std::memcpy(keys + (pair * padded + at) * 2, shorts + pair * 2, 2 * sizeof *shorts);
                constexpr std::size_t size = AttentionHead::size;
                for (std::size_t head = 0; head < heads_; ++head) {
                    std::int16_t* to = values + (head * padded + at / 2 * 2) * size + at % 2;
                    for (std::size_t d = 0; d < size; ++d) to[d * 2] = shorts[width_ + head * size + d];
                }
            }
        }
        for (std::size_t at = sequence.count; at < padded; ++at) {
            key_scales[at] = value_scales[at] = 0;
            for (std::size_t pair = 0; pair < width_ / 2; ++pair)
                std::memset(keys + (pair * padded + at) * 2, 0, 2 * sizeof *keys);
            for (std::size_t head = 0; head < heads_; ++head) {
                std::int16_t* to = values + (head * padded + at / 2 * 2) * AttentionHead::size + at % 2;
                for (std::size_t d = 0; d < AttentionHead::size; ++d) to[d * 2] = 0;
            }
        }
        attend_within(sequence, memory);
    }
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
