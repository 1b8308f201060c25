#include "engine/articles/text/quotations.hpp"

#include <algorithm>

#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

enum class Kind { Double, Single, Guillemet };

struct Open {
    Kind kind;
    std::size_t begin;
    std::size_t inside;
};

// Reads one paragraph, which is [begin, end) of the text.
class Paragraph {
  public:
    Paragraph(Document& document, const Span& span, const graphs::Progress& progress)
        : text_(document.text), span_(span), progress_(progress), out_(document.quotations) {}

    void run() {
        for (std::size_t at = span_.begin; at < span_.end;) {
            if (++steps_ % 4096 == 0) progress_(0);
            Character c = character_at(text_, at);
            // Two single marks are one double mark ('' or ``).
            if ((c.code == U'\'' || c.code == U'`') && text_.compare(at + 1, 1, text_, at, 1) == 0)
                c = {U'"', 2};
            see(c, at);
            at += c.length;
        }
        // Double marks that nothing closes run to the paragraph's end; single ones were apostrophes.
        for (const Open& open : stack_) {
            if (open.kind == Kind::Single) continue;
            std::size_t end = span_.end;
            while (end > open.inside && is_space(character_before(text_, end).code)) {
                end -= character_before(text_, end).length;
            }
            if (end > open.inside) out_.push_back({{open.begin, end}, {open.inside, end}, false});
        }
    }

  private:
    char32_t before(std::size_t at) const {
        return at > span_.begin ? character_before(text_, at).code : U' ';
    }
    char32_t after(std::size_t at) const { return at < span_.end ? character_at(text_, at).code : U' '; }
    static bool opens_after(char32_t c) {
        return is_space(c) || c == U'(' || c == U'[' || c == 0x2014 || c == 0x2013 || c == U'-' ||
               c == U'"' || c == 0x201C || c == 0x2018 || c == U'\'' || c == U'/' || c == U':';
    }

    void see(const Character& c, std::size_t at) {
        const std::size_t next = at + c.length;
        switch (c.code) {
            case U'"':
                if (open(Kind::Double) && !(opens_after(before(at)) && !is_space(after(next)) &&
                                            is_word(after(next)) && !ends_speech(at))) {
                    close(Kind::Double, at, next);
                } else if (!is_space(after(next))) {
                    push(Kind::Double, at, next);
                }
                break;
            case 0x201C:  // “, or typed where ” was meant
            case 0x201E:
                if (open(Kind::Double) && !opens_after(before(at)) && !is_word(after(next))) {
                    close(Kind::Double, at, next);
                } else {
                    push(Kind::Double, at, next);
                }
                break;
            case 0x201D:  // ”, or typed where “ was meant
                if (open(Kind::Double)) {
                    close(Kind::Double, at, next);
                } else if (opens_after(before(at)) && is_word(after(next))) {
                    push(Kind::Double, at, next);
                }
                break;
            case 0xAB:
                push(Kind::Guillemet, at, next);
                break;
            case 0xBB:
                close(Kind::Guillemet, at, next);
                break;
            case 0x2018:
                if (opens_after(before(at)) && is_word(after(next)) && single_closes(next, 0x2019))
                    push(Kind::Single, at, next);
                break;
            case 0x2019:
                if (!is_word(after(next))) close(Kind::Single, at, next);
                break;
            case U'\'':
                if (open(Kind::Single) && !is_space(before(at)) && !is_word(after(next)) && !possessive(at)) {
                    close(Kind::Single, at, next);
                } else if (opens_after(before(at)) && is_letter(after(next)) && single_closes(next, U'\'')) {
                    push(Kind::Single, at, next);
                }
                break;
            default:
                break;
        }
    }

    // A straight mark after a space within open speech: it closes if what stands before ends a sentence.
    bool ends_speech(std::size_t at) const {
        std::size_t i = at;
        while (i > span_.begin && is_space(before(i))) i -= character_before(text_, i).length;
        const char32_t c = before(i);
        return c == U'.' || c == U',' || c == U'!' || c == U'?';
    }

    // Nobody quotes so deep; marks of which nothing closes the first ones are noise.
    static constexpr std::size_t deepest = 16;

    bool open(Kind kind) const {
        return std::any_of(stack_.begin(), stack_.end(), [&](const Open& o) { return o.kind == kind; });
    }

    void push(Kind kind, std::size_t begin, std::size_t inside) {
        if (kind == Kind::Double && !stack_.empty() && stack_.back().kind == Kind::Double) {
            // The mark before was never closed: its quotation ends where this one begins.
            const Open last = stack_.back();
            stack_.pop_back();
            std::size_t end = begin;
            while (end > last.inside && is_space(character_before(text_, end).code)) {
                end -= character_before(text_, end).length;
            }
            if (end > last.inside) out_.push_back({{last.begin, end}, {last.inside, end}, false});
        }
        if (stack_.size() < deepest) stack_.push_back({kind, begin, inside});
    }

    void close(Kind kind, std::size_t at, std::size_t end) {
        if (!open(kind)) return;
        while (stack_.back().kind != kind) stack_.pop_back();  // an inner mark without its partner
        const Open found = stack_.back();
        stack_.pop_back();
        if (at > found.inside) out_.push_back({{found.begin, end}, {found.inside, at}, true});
    }

    // "the voters' choice" within single marks: a closing mark follows later in the same paragraph.
    bool possessive(std::size_t at) const {
        return (before(at) == U's') && is_space(after(at + 1)) && is_lower(after(at + 2)) &&
               single_closes(at + 1, U'\'');
    }

    // Whether a single mark that may close stands later in the paragraph, before another opening one.
    bool single_closes(std::size_t at, char32_t mark) const {
        for (std::size_t i = at; i < span_.end && i < at + 600;) {
            const Character c = character_at(text_, i);
            if (c.code == mark && !is_word(after(i + c.length)) && !is_space(before(i))) return true;
            if (c.code == mark && opens_after(before(i))) return false;
            if (c.code == U'"' || c.code == 0x201C || c.code == 0x201D) return false;
            i += c.length;
        }
        return false;
    }

    std::string_view text_;
    Span span_;
    const graphs::Progress& progress_;
    std::size_t steps_ = 0;
    std::vector<Quotation>& out_;
    std::vector<Open> stack_;
};

}  // namespace

void QuotationAnnotator::annotate(Document& document, const graphs::Progress& progress) const {
    document.quotations.clear();
    const auto& sentences = document.sentences;
    for (std::size_t i = 0; i < sentences.size();) {
        std::size_t last = i;
        while (last + 1 < sentences.size() && sentences[last + 1].paragraph == sentences[i].paragraph) ++last;
        progress(0);
        Paragraph(document, {sentences[i].span.begin, sentences[last].span.end}, progress).run();
        i = last + 1;
    }
    std::sort(document.quotations.begin(), document.quotations.end(),
              [](const Quotation& a, const Quotation& b) {
                  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
              });
}

}  // namespace hearsay::engine
