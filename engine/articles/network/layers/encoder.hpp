// From word pieces to a row of numbers for each, which stands for the piece in its context.
#pragma once

#include <span>
#include <vector>

#include "engine/articles/network/layers/transformer.hpp"
#include "engine/articles/network/pieces/piece_text.hpp"

namespace hearsay::engine {

class Encoder {
  public:
    // `most_pieces`: in a chunk, with its marks.
    Encoder(TensorReader& from, const Vocabulary& vocabulary, std::size_t heads, std::size_t most_pieces);

    std::size_t width() const { return width_; }

    // A row for each word of the chunks, one chunk after another: the row of its first piece.
    Rows encode(const PieceText& text, std::span<const Chunk> chunks, LayerMemory& memory) const;

  private:
    void embed(std::uint16_t piece, std::size_t position, std::uint8_t shape, Rows& rows,
               std::size_t row) const;

    std::uint16_t begin_of_text_, begin_of_paragraph_;
    std::size_t width_ = 0;
    std::span<const std::int8_t> words_;
    std::span<const float> word_scales_, positions_, shapes_;
    Norm norm_;
    std::vector<TransformerLayer> layers_;
};

}  // namespace hearsay::engine
