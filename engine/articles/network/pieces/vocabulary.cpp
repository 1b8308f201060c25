#include "engine/articles/network/pieces/vocabulary.hpp"

#include <algorithm>
#include <bit>

namespace hearsay::engine {
namespace {

constexpr std::size_t most_characters = 100;
constexpr std::size_t longest_piece = 128;  // bytes; longer ones are not looked for
constexpr std::uint32_t hash_begin = 2166136261U;

// FNV-1a, byte by byte, so that a prefix's hash is known on the way to the word's.
std::uint32_t hash_with(std::uint32_t hash, char byte) {
    return (hash ^ static_cast<std::uint8_t>(byte)) * 16777619U;
}
std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = hash_begin;
    for (const char c : text) hash = hash_with(hash, c);
    return hash;
}
std::uint32_t slot_of(std::uint32_t hash) {
    return hash ^ (hash >> 15);
}

}  // namespace

std::optional<std::uint16_t> Vocabulary::find(const Table& table, std::string_view text,
                                              std::uint32_t hash) const {
    for (std::uint32_t at = slot_of(hash) & table.mask;; at = (at + 1) & table.mask) {
        if (table.slots[at] == 0) return std::nullopt;
        const auto piece = static_cast<std::uint16_t>(table.slots[at] - 1);
        if (pieces_[piece] == text) return piece;
    }
}

bool Vocabulary::put(Table& table, std::size_t piece) {
    const std::string_view text = pieces_[piece];
    std::uint32_t at = slot_of(hash_of(text)) & table.mask;
    for (; table.slots[at] != 0; at = (at + 1) & table.mask) {
        if (pieces_[table.slots[at] - 1U] == text) return false;
    }
    table.slots[at] = static_cast<std::uint16_t>(piece + 1);
    table.longest = std::max(table.longest, std::min(text.size(), longest_piece));
    return true;
}

std::optional<Vocabulary> Vocabulary::from(std::span<const std::uint8_t> lines) {
    Vocabulary v;
    std::vector<bool> inner;
    const std::string_view all(reinterpret_cast<const char*>(lines.data()), lines.size());
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find('\n', begin), all.size());
        std::string_view piece = all.substr(begin, end - begin);
        const bool goes_on = piece.size() > 2 && piece.substr(0, 2) == "##";
        if (goes_on) piece.remove_prefix(2);
        v.pieces_.push_back(piece);
        inner.push_back(goes_on);
        begin = end + 1;
    }
    if (v.pieces_.empty() || v.pieces_.size() > 0xFFFF) return std::nullopt;
    for (Table* table : {&v.first_, &v.inner_}) {
        table->slots.assign(std::bit_ceil(v.pieces_.size() * 2 + 2), 0);
        table->mask = static_cast<std::uint32_t>(table->slots.size() - 1);
    }
    for (std::size_t i = 0; i < v.pieces_.size(); ++i) {
        if (!v.put(inner[i] ? v.inner_ : v.first_, i)) return std::nullopt;
    }
    const auto piece = [&](std::string_view text) { return v.find(v.first_, text, hash_of(text)); };
    const auto cls = piece("[CLS]"), sep = piece("[SEP]"), unk = piece("[UNK]");
    if (!cls || !sep || !unk) return std::nullopt;
    v.begin_of_text_ = *cls;
    v.begin_of_paragraph_ = *sep;
    v.unknown_ = *unk;
    for (const std::string_view end : {".", "?", "!", "\u201D"}) {
        if (const auto found = piece(end)) v.ends_.push_back(*found);
    }
    return v;
}

bool Vocabulary::ends_sentence(std::uint16_t piece) const {
    return std::find(ends_.begin(), ends_.end(), piece) != ends_.end();
}

void Vocabulary::split(std::string_view word, std::vector<std::uint16_t>& out) const {
    const auto characters =
        std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; });
    const std::size_t before = out.size();
    std::uint32_t hashes[longest_piece + 1];
    for (std::size_t begin = 0;
         begin < word.size() && characters <= static_cast<std::ptrdiff_t>(most_characters);) {
        const Table& table = begin == 0 ? first_ : inner_;
        const std::size_t most = std::min(word.size() - begin, table.longest);
        hashes[0] = hash_begin;
        for (std::size_t i = 0; i < most; ++i) hashes[i + 1] = hash_with(hashes[i], word[begin + i]);
        std::size_t length = most;
        std::optional<std::uint16_t> piece;
        for (; length > 0; --length) {
            piece = find(table, word.substr(begin, length), hashes[length]);
            if (piece) break;
        }
        if (!piece) {
            out.resize(before);
            break;
        }
        out.push_back(*piece);
        begin += length;
    }
    if (out.size() == before) out.push_back(unknown_);
}

}  // namespace hearsay::engine
