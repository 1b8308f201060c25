// An article as the network reads it: words, their pieces, and chunks of as many as are read at once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/articles/network/pieces/vocabulary.hpp"
#include "engine/articles/text/document.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

struct PieceWord {
    Span span;                      // bytes of the text
    std::uint32_t first_piece = 0;  // in PieceText::pieces
    std::uint16_t pieces = 0;       // at least one
    std::uint8_t shape = 0;         // Shape, + word_shapes within a quotation
    bool begins_paragraph = false;
    bool ends_sentence = false;
};

struct PieceText {
    std::vector<PieceWord> words;
    std::vector<std::uint16_t> pieces;
};

// Shapes of the marks that stand before a chunk and before a paragraph.
constexpr std::uint8_t chunk_shape = 12, paragraph_shape = 13;
constexpr std::size_t shapes = 14;

// The words of the paragraphs, which are spans of the text in order; what stands between them is not read. A
// line feed within a paragraph is a space. A quotation lasts to its closing mark or to its paragraph's end.
PieceText split_words(std::string_view text, std::span<const Span> paragraphs, const Vocabulary& vocabulary,
                      const graphs::Progress& progress = graphs::no_progress);

struct Chunk {
    std::size_t first = 0, last = 0;  // words [first, last)
};

// Chunks of at most `most` pieces, counting one mark before each paragraph and one before the chunk. They end
// before a paragraph where one fits, or else after a sentence, or else anywhere.
std::vector<Chunk> split_chunks(const std::vector<PieceWord>& words, std::size_t most);

}  // namespace hearsay::engine
