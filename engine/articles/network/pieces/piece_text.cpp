#include "engine/articles/network/pieces/piece_text.hpp"

#include <algorithm>
#include <string>

#include "engine/articles/network/pieces/word_forms.hpp"
#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

enum class Mark { None, Opens, Closes, Toggles };

Mark mark_of(char32_t code) {
    switch (code) {
        case U'"':
            return Mark::Toggles;
        case U'\u201C':
        case U'\u201E':
        case U'\u00AB':
            return Mark::Opens;
        case U'\u201D':
        case U'\u00BB':
            return Mark::Closes;
        default:
            return Mark::None;
    }
}

class Splitter {
  public:
    Splitter(std::string_view text, const Vocabulary& vocabulary, const graphs::Progress& progress)
        : text_(text), vocabulary_(vocabulary), progress_(progress) {
        out_.words.reserve(text.size() / 4);
        out_.pieces.reserve(text.size() / 3);
    }

    void paragraph(const Span& span) {
        quoted_ = false;
        begins_paragraph_ = true;
        for (std::size_t at = span.begin; at < span.end;) {
            if (out_.words.size() % 1024 == 0) progress_(0);
            const Character first = character_at(text_, at);
            const Cut cut = cut_of(first.code);
            std::size_t end = at + first.length;
            if (cut == Cut::Letter) end = word_end(end, span.end);
            if (cut == Cut::Letter || cut == Cut::Alone) add({at, end}, first);
            at = end;
        }
    }

    PieceText take() { return std::move(out_); }

  private:
    std::size_t word_end(std::size_t at, std::size_t end) const {
        while (at < end) {
            const Character c = character_at(text_, at);
            const Cut cut = cut_of(c.code);
            if (cut == Cut::Space || cut == Cut::Alone) break;
            at += c.length;
        }
        return at;
    }

    void add(const Span& span, const Character& first) {
        const std::string_view raw = text_.substr(span.begin, span.end - span.begin);
        const bool one_character = raw.size() == first.length;
        PieceWord word;
        word.span = span;
        word.first_piece = static_cast<std::uint32_t>(out_.pieces.size());
        folded_.clear();
        fold(raw, folded_);
        if (folded_.empty()) {
            out_.pieces.push_back(vocabulary_.unknown());
        } else {
            vocabulary_.split(folded_, out_.pieces);
        }
        word.pieces = static_cast<std::uint16_t>(out_.pieces.size() - word.first_piece);
        word.ends_sentence = one_character && vocabulary_.ends_sentence(out_.pieces[word.first_piece]);
        const Mark mark = one_character ? mark_of(first.code) : Mark::None;
        const bool opens = mark == Mark::Opens || (mark == Mark::Toggles && !quoted_);
        const bool inside = mark != Mark::None || quoted_;
        if (mark != Mark::None) quoted_ = opens;
        word.shape =
            static_cast<std::uint8_t>(static_cast<std::size_t>(shape_of(raw)) + (inside ? word_shapes : 0));
        word.begins_paragraph = begins_paragraph_;
        begins_paragraph_ = false;
        out_.words.push_back(word);
    }

    std::string_view text_;
    const Vocabulary& vocabulary_;
    const graphs::Progress& progress_;
    PieceText out_;
    std::string folded_;
    bool quoted_ = false;
    bool begins_paragraph_ = true;
};

}  // namespace

PieceText split_words(std::string_view text, std::span<const Span> paragraphs, const Vocabulary& vocabulary,
                      const graphs::Progress& progress) {
    Splitter splitter(text, vocabulary, progress);
    for (const Span& paragraph : paragraphs) splitter.paragraph(paragraph);
    return splitter.take();
}

std::vector<Chunk> split_chunks(const std::vector<PieceWord>& words, std::size_t most) {
    std::vector<Chunk> out;
    const auto cost = [&](std::size_t word) {
        return words[word].pieces + (words[word].begins_paragraph ? 1U : 0U);
    };
    for (std::size_t first = 0; first < words.size();) {
        std::size_t pieces = 1, last = first, paragraph = 0, sentence = 0;
        while (last < words.size() && pieces + cost(last) <= most) {
            if (last > first && words[last].begins_paragraph) paragraph = last;
            pieces += cost(last);
            ++last;
            if (words[last - 1].ends_sentence) sentence = last;
        }
        if (last < words.size() && !words[last].begins_paragraph) {
            if (paragraph > 0) {
                last = paragraph;
            } else if (sentence > 0) {
                last = sentence;
            }
        }
        last = std::max(last, first + 1);
        out.push_back({first, last});
        first = last;
    }
    return out;
}

}  // namespace hearsay::engine
