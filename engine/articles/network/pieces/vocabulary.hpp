// Word pieces: the vocabulary of the network, and the pieces that a word is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay::engine {

class Vocabulary {
  public:
    // `lines`: the pieces, each closed by a line feed; a piece within a word begins with "##". The bytes must
    // outlive the vocabulary. nullopt: no [CLS], [SEP] or [UNK], a piece twice, or more than 65,535 pieces.
    static std::optional<Vocabulary> from(std::span<const std::uint8_t> lines);

    std::size_t size() const { return pieces_.size(); }
    std::uint16_t begin_of_text() const { return begin_of_text_; }            // [CLS]
    std::uint16_t begin_of_paragraph() const { return begin_of_paragraph_; }  // [SEP]
    std::uint16_t unknown() const { return unknown_; }                        // [UNK]
    bool ends_sentence(std::uint16_t piece) const;                            // . ? ! or a closing mark

    // Adds the pieces of a folded word (UTF-8, not empty): the longest that fits first, then the longest that
    // goes on, and so forth; one unknown piece if that does not come out even or the word has more than 100
    // characters (WordPiece, as BERT's).
    void split(std::string_view word, std::vector<std::uint16_t>& out) const;

  private:
    struct Table {
        std::vector<std::uint16_t> slots;  // piece + 1; 0: free
        std::uint32_t mask = 0;
        std::size_t longest = 0;
    };
    std::optional<std::uint16_t> find(const Table& table, std::string_view text, std::uint32_t hash) const;
    bool put(Table& table, std::size_t piece);

    std::vector<std::string_view> pieces_;  // without "##"
    Table first_, inner_;
    std::uint16_t begin_of_text_ = 0, begin_of_paragraph_ = 0, unknown_ = 0;
    std::vector<std::uint16_t> ends_;
};

}  // namespace hearsay::engine
