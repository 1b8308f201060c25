#include "engine/articles/attribution/words.hpp"

#include <algorithm>

#include "engine/articles/characters.hpp"

namespace hearsay::engine {

Words::Words(const Document& document) : document_(document), titled_(document.sentences.size(), false) {
    const auto& tokens = document.tokens;
    words_.resize(tokens.size());
    std::vector<std::size_t> offsets(tokens.size() + 1);
    lower_.reserve(document.text.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        offsets[i] = lower_.size();
        const std::string_view text = document.slice(tokens[i].span);
        lower_ += lower(text);
        words_[i].span = tokens[i].span;
        words_[i].text = text;
    }
    offsets[tokens.size()] = lower_.size();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        words_[i].lower = std::string_view(lower_).substr(offsets[i], offsets[i + 1] - offsets[i]);
    }

    std::vector<std::string_view> texts;
    std::vector<std::string_view> lowers;
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        if (!is_read(sentence.zone)) continue;
        texts.clear();
        lowers.clear();
        std::size_t capitals = 0;
        std::size_t long_words = 0;
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            texts.push_back(words_[i].text);
            lowers.push_back(words_[i].lower);
            if (words_[i].text.size() > 3 && is_letter(character_at(words_[i].text, 0).code)) {
                ++long_words;
                if (begins_upper(words_[i].text)) ++capitals;
            }
        }
        titled_[s] = long_words >= 3 && capitals * 10 >= long_words * 8;
        const std::vector<WordClass> kinds = guess_classes(texts, lowers, titled_[s]);
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            words_[i].kind = kinds[i - sentence.first_token];
            words_[i].sentence = s;
        }
    }

    for (std::size_t q = 0; q < document.quotations.size(); ++q) {
        const Quotation& quotation = document.quotations[q];
        const std::size_t mark = at_byte(quotation.span.begin);
        if (mark < words_.size() && words_[mark].span.begin == quotation.span.begin) {
            words_[mark].opens = true;
            words_[mark].marks = q;
        }
        if (quotation.closed) {
            const std::size_t last = at_byte(quotation.inside.end);
            if (last < words_.size() && words_[last].span.end == quotation.span.end) {
                words_[last].closes = true;
                words_[last].marks = q;
            }
        }
        for (std::size_t i = at_byte(quotation.inside.begin);
             i < words_.size() && words_[i].span.end <= quotation.inside.end; ++i) {
            words_[i].quotation = q;
        }
    }
}

std::size_t Words::at_byte(std::size_t byte) const {
    return static_cast<std::size_t>(
        std::lower_bound(words_.begin(), words_.end(), byte,
                         [](const Word& w, std::size_t b) { return w.span.begin < b; }) -
        words_.begin());
}

}  // namespace hearsay::engine
