// What the rules for attributions see of an article: its words with their classes, and where each stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/articles/attribution/word_class.hpp"
#include "engine/articles/document.hpp"

namespace hearsay::engine {

// One for each token of the document, at the same index.
struct Word {
    Span span;
    std::string_view text;   // as written
    std::string_view lower;  // lower case, straight apostrophe
    WordClass kind = WordClass::Other;
    std::size_t sentence = npos;   // npos: in no sentence that is read
    std::size_t quotation = npos;  // the innermost double quotation around it, without its marks
    bool opens = false;            // it is the opening mark of a quotation
    bool closes = false;           // it is the closing mark of one
    std::size_t marks = npos;      // which quotation it opens or closes
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

class Words {
  public:
    explicit Words(const Document& document);
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;

    std::size_t size() const { return words_.size(); }
    const Word& operator[](std::size_t i) const { return words_[i]; }
    bool is(std::size_t i, std::string_view lower) const {
        return i < words_.size() && words_[i].lower == lower;
    }
    WordClass kind(std::size_t i) const { return i < words_.size() ? words_[i].kind : WordClass::Mark; }
    std::size_t quotation_of(std::size_t i) const {
        return i < words_.size() ? words_[i].quotation : Word::npos;
    }
    // First word that begins at or after a byte of the text; size() if none.
    std::size_t at_byte(std::size_t byte) const;
    bool titled(std::size_t sentence) const { return titled_[sentence]; }  // a headline with capitals

    const Document& document() const { return document_; }

  private:
    const Document& document_;
    std::string lower_;  // all lower-case forms, one after another
    std::vector<Word> words_;
    std::vector<bool> titled_;
};

// Whether the annotators of attributions read sentences of this zone.
constexpr bool is_read(ZoneKind zone) {
    return zone == ZoneKind::Title || zone == ZoneKind::Body || zone == ZoneKind::Heading;
}

}  // namespace hearsay::engine
