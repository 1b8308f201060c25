#include "engine/articles/text/sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "engine/articles/text/characters.hpp"
#include "engine/articles/text/tokens.hpp"

namespace hearsay::engine {
namespace {

// Words that begin a sentence more often than they follow an abbreviation in one.
bool begins_sentence(std::string_view word) {
    static constexpr std::array<std::string_view, 44> words = {
        "The",   "A",   "An", "In",  "On",   "At",    "But",   "And",   "It",     "He",        "She",
        "They",  "We",  "I",  "You", "This", "That",  "These", "Those", "There",  "His",       "Her",
        "Their", "Our", "My", "If",  "When", "While", "As",    "After", "Before", "For",       "From",
        "With",  "By",  "To", "So",  "Yet",  "Not",   "No",    "What",  "Who",    "Meanwhile", "However"};
    for (const auto known : words) {
        if (known == word) return true;
    }
    return false;
}

bool is_month(std::string_view word) {
    for (const std::string_view m :
         {"Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.", "No.", "Nos."}) {
        if (m == word) return true;
    }
    return false;
}

// Stretches of text that hold sentences: lines, joined where they only wrap, cut at the zones' boundaries.
struct Stretch {
    Span span;
    ZoneKind zone;
    std::size_t paragraph;
};

class Stretches {
  public:
    explicit Stretches(const Document& document) : text_(document.text) {
        if (document.zones.empty()) {
            cut({0, text_.size()}, ZoneKind::Body);
        } else {
            for (const Zone& zone : document.zones) cut(zone.span, zone.kind);
        }
    }
    std::vector<Stretch> take() { return std::move(out_); }

  private:
    void cut(const Span& zone, ZoneKind kind) {
        std::size_t begin = zone.begin;
        while (begin < zone.end) {
            std::size_t end = line_end(begin, zone.end);
            while (end < zone.end && wraps(begin, end)) end = line_end(end + 1, zone.end);
            if (!blank(begin, end)) out_.push_back({{begin, end}, kind, paragraph_++});
            begin = end + 1;
        }
    }

    // Not beyond the zone: a text of one line may have any number of zones.
    std::size_t line_end(std::size_t begin, std::size_t zone_end) const {
        return std::min(text_.substr(0, zone_end).find('\n', begin), zone_end);
    }

    bool blank(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end;) {
            const Character c = character_at(text_, i);
            if (!is_space(c.code)) return false;
            i += c.length;
        }
        return true;
    }

    // Whether the line that ends at the break `end` goes on in the next one.
    bool wraps(std::size_t begin, std::size_t end) const {
        const std::size_t line = text_.rfind('\n', end == 0 ? 0 : end - 1);
        const std::size_t line_begin = line == std::string_view::npos || line < begin ? begin : line + 1;
        if (end - line_begin < 50 || end - line_begin > 120) return false;
        std::size_t last = end;
        while (last > begin && (text_[last - 1] == ' ' || text_[last - 1] == '\r')) --last;
        const char32_t before = character_before(text_, last).code;
        return (is_word(before) || before == U',' || before == U'-') && begins_lower(text_.substr(end + 1));
    }

    std::string_view text_;
    std::size_t paragraph_ = 0;
    std::vector<Stretch> out_;
};

class Splitter {
  public:
    Splitter(Document& document, const graphs::Progress& progress)
        : document_(document), progress_(progress) {
        UErrorCode status = U_ZERO_ERROR;
        breaks_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getUS(), status));
        if (U_FAILURE(status)) breaks_.reset();
    }

    void run() {
        document_.sentences.clear();
        for (const Stretch& stretch : Stretches(document_).take()) split(stretch);
    }

  private:
    void split(const Stretch& stretch) {
        progress_(0);
        auto& tokens = document_.tokens;
        while (token_ < tokens.size() && tokens[token_].span.begin < stretch.span.begin) ++token_;
        std::size_t last = token_;
        while (last < tokens.size() && tokens[last].span.begin < stretch.span.end) ++last;
        if (last == token_) return;
        std::size_t first = token_;
        std::vector<std::size_t> all = boundaries(stretch.span);
        glued(first, last, all);
        for (const std::size_t boundary : all) {
            std::size_t next = first;
            while (next < last && tokens[next].span.begin < boundary) ++next;
            // A boundary inside a token, or one that an abbreviation or quotation mark brought in, is none.
            if (next == first || next == last || tokens[next - 1].span.end > boundary || goes_on(first, next))
                continue;
            push(first, next, stretch);
            first = next;
        }
        push(first, last, stretch);
        token_ = last;
    }

    void push(std::size_t first, std::size_t last, const Stretch& stretch) {
        const auto& tokens = document_.tokens;
        document_.sentences.push_back({{tokens[first].span.begin, tokens[last - 1].span.end},
                                       first,
                                       last,
                                       stretch.zone,
                                       stretch.paragraph});
    }

    std::vector<std::size_t> boundaries(const Span& span) const {
        std::vector<std::size_t> out;
        if (!breaks_) return out;
        UErrorCode status = U_ZERO_ERROR;
        UText* text = utext_openUTF8(nullptr, document_.text.data() + span.begin,
                                     static_cast<int64_t>(span.end - span.begin), &status);
        breaks_->setText(text, status);
        if (U_SUCCESS(status)) {
            breaks_->first();
            for (int32_t at = breaks_->next(); at != icu::BreakIterator::DONE; at = breaks_->next()) {
                if (out.size() % 256 == 0) progress_(0);
                out.push_back(span.begin + static_cast<std::size_t>(at));
            }
        }
        utext_close(text);
        return out;
    }

    // Adds boundaries where a space is missing: "It sank.Nobody drowned".
    void glued(std::size_t first, std::size_t last, std::vector<std::size_t>& out) const {
        const auto& tokens = document_.tokens;
        const std::size_t before = out.size();
        for (std::size_t i = first + 1; i + 1 < last; ++i) {
            const Span& stop = tokens[i].span;
            if (document_.slice(stop) != "." || tokens[i + 1].span.begin != stop.end ||
                tokens[i - 1].span.end != stop.begin)
                continue;
            if (begins_upper(document_.slice(tokens[i + 1].span))) out.push_back(stop.end);
        }
        if (out.size() > before) std::sort(out.begin(), out.end());
    }

    // Whether the tokens before `next` (from `first`) and the token `next` stand in one sentence against
    // ICU's word.
    bool goes_on(std::size_t first, std::size_t next) const {
        const std::string_view before = document_.slice(document_.tokens[next - 1].span);
        const std::string_view after = document_.slice(document_.tokens[next].span);
        const Character begin = character_at(after, 0);
        if (is_lower(begin.code)) return true;
        if (!is_word(begin.code) && closes(begin.code, next)) return true;
        if (before.size() > 1 && before.back() == '.' && is_word(character_at(before, 0).code)) {
            const std::string_view bare = before.substr(0, before.size() - 1);
            if (is_month(before)) return is_digit(begin.code);
            if (bare == "a.m" || bare == "p.m")
                return after == "EST" || after == "ET" || after == "EDT" || after == "GMT";
            if (is_title_abbreviation(bare)) return true;
            if (bare.size() == 1) return true;  // an initial
            if (is_abbreviation(bare)) {
                const bool dotted = bare.find('.') != std::string_view::npos;
                const bool company =
                    bare == "Inc" || bare == "Corp" || bare == "Co" || bare == "Ltd" || bare == "Jr";
                return (dotted || company) && is_word(begin.code) && !begins_sentence(after);
            }
        }
        // One lone mark is no sentence.
        return next - first == 1 && !is_word(character_at(before, 0).code);
    }

    // Whether a mark at a sentence's beginning belongs to the sentence before: a closing bracket or quotation
    // mark.
    bool closes(char32_t mark, std::size_t token) const {
        if (mark == U')' || mark == U']' || mark == 0x201D || mark == 0xBB || mark == U'.' || mark == U',' ||
            mark == U'!' || mark == U'?' || mark == U';') {
            return true;
        }
        if (mark != U'"' && mark != U'\'' && mark != 0x2019) return false;
        const Span& span = document_.tokens[token].span;
        return document_.tokens[token - 1].span.end == span.begin &&
               !is_word(character_at(document_.text, span.end).code);
    }

    Document& document_;
    const graphs::Progress& progress_;
    std::unique_ptr<icu::BreakIterator> breaks_;
    std::size_t token_ = 0;
};

}  // namespace

void SentenceAnnotator::annotate(Document& document, const graphs::Progress& progress) const {
    Splitter(document, progress).run();
}

}  // namespace hearsay::engine
