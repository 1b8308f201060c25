#include "engine/articles/network/layers/encoder.hpp"

#include <algorithm>

#include "engine/articles/network/kernels/kernels.hpp"

namespace hearsay::engine {
namespace {

std::size_t pieces_of(const PieceWord& word) {
    return word.pieces + (word.begins_paragraph ? 1U : 0U);
}

}  // namespace

Encoder::Encoder(TensorReader& from, const Vocabulary& vocabulary, std::size_t heads, std::size_t most_pieces)
    : begin_of_text_(vocabulary.begin_of_text()),
      begin_of_paragraph_(vocabulary.begin_of_paragraph()),
      width_(heads * AttentionHead::size),
      words_(from.signed_bytes("embedding.word", vocabulary.size(), width_)),
      word_scales_(from.floats("embedding.word.scale", vocabulary.size())),
      positions_(from.floats("embedding.position", 0, width_)),
      shapes_(from.floats("embedding.shape", shapes, width_)),
      norm_(from, "embedding.norm", width_) {
    if (positions_.size() < most_pieces * width_)
        from.reject("it has fewer positions than a chunk has pieces");
    for (std::size_t i = 0; from.has("layer." + std::to_string(i) + ".qkv.weight"); ++i)
        layers_.emplace_back(from, "layer." + std::to_string(i), width_, heads);
    if (layers_.empty()) from.reject("it has no layers");
}

void Encoder::embed(std::uint16_t piece, std::size_t position, std::uint8_t shape, Rows& rows,
                    std::size_t row) const {
    kernels().embed(words_.data() + piece * width_, word_scales_[piece],
                    positions_.data() + position * width_, shapes_.data() + shape * width_, width_,
                    rows.at(row));
    kernels().norm(rows.at(row), norm_.weight.data(), norm_.bias.data(), width_);
    rows.quantise(row);
}

Rows Encoder::encode(const PieceText& text, std::span<const Chunk> chunks, LayerMemory& memory) const {
    std::vector<Sequence> sequences;
    std::size_t total = 0, words = 0;
    for (const Chunk& chunk : chunks) {
        std::size_t count = 1;
        for (std::size_t w = chunk.first; w < chunk.last; ++w) count += pieces_of(text.words[w]);
        sequences.push_back({total, count});
        total += count;
        words += chunk.last - chunk.first;
    }
    Rows rows(total, width_);
    std::vector<std::size_t> first_rows;
    first_rows.reserve(words);
    for (std::size_t c = 0; c < chunks.size(); ++c) {
        const std::size_t begin = sequences[c].first;
        std::size_t row = begin;
        embed(begin_of_text_, 0, chunk_shape, rows, row++);
        for (std::size_t w = chunks[c].first; w < chunks[c].last; ++w) {
            const PieceWord& word = text.words[w];
            if (word.begins_paragraph) {
                embed(begin_of_paragraph_, row - begin, paragraph_shape, rows, row);
                ++row;
            }
            first_rows.push_back(row);
            for (std::size_t p = 0; p < word.pieces; ++p, ++row)
                embed(text.pieces[word.first_piece + p], row - begin, word.shape, rows, row);
        }
    }
    for (const TransformerLayer& layer : layers_) layer.run(rows, sequences, memory);
    Rows out(words, width_);
    for (std::size_t w = 0; w < words; ++w) {
        std::copy_n(rows.at(first_rows[w]), width_, out.at(w));
        std::copy_n(rows.bytes_at(first_rows[w]), width_, out.bytes_at(w));
        out.scales[w] = rows.scales[first_rows[w]];
    }
    return out;
}

}  // namespace hearsay::engine
