#include "engine/articles/text/tokens.hpp"

#include <algorithm>
#include <array>

#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

constexpr std::array<std::string_view, 44> titles = {
    "Adm", "Atty", "Brig", "Capt", "Cmdr", "Col",  "Cpl",    "Det",  "Dr",   "Fr",   "Ft",
    "Gen", "Gov",  "Hon",  "Insp", "Lt",   "Maj",  "Messrs", "Mlle", "Mme",  "Mr",   "Mrs",
    "Ms",  "Mt",   "No",   "Nos",  "Pfc",  "Pres", "Prof",   "Pvt",  "Rep",  "Reps", "Rev",
    "Sec", "Sen",  "Sens", "Sgt",  "Sr",   "St",   "Ste",    "Supt", "Vols", "vs",   "vol"};
constexpr std::array<std::string_view, 60> others = {
    "Ala",  "Apr",  "Ariz", "Ark",  "Assn", "Aug",  "Ave", "Blvd", "Bros", "Calif", "Co",     "Colo",
    "Conn", "Corp", "Dec",  "Del",  "Dept", "Dist", "Feb", "Fla",  "Fri",  "Ga",    "Ill",    "Inc",
    "Ind",  "Jan",  "Jr",   "Kan",  "Ky",   "La",   "Ltd", "Mass", "Md",   "Mich",  "Minn",   "Miss",
    "Mo",   "Mon",  "Mont", "Neb",  "Nev",  "Nov",  "Oct", "Okla", "Ore",  "Pa",    "Penn",   "Rd",
    "Sat",  "Sept", "Sun",  "Tenn", "Tex",  "Univ", "Va",  "Vt",   "Wash", "Wis",   "approx", "etc"};

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool apostrophe(char32_t c) {
    return c == U'\'' || c == 0x2019;
}

class Tokeniser {
  public:
    Tokeniser(std::string_view text, const graphs::Progress& progress) : text_(text), progress_(progress) {}

    std::vector<Token> run() {
        out_.reserve(text_.size() / 5);
        while (at_ < text_.size()) {
            if (out_.size() % 1024 == 0) progress_(0);
            const Character c = character_at(text_, at_);
            if (is_space(c.code)) {
                at_ += c.length;
            } else if (is_word(c.code)) {
                word();
            } else if (!(apostrophe(c.code) && clitic_alone(c))) {
                mark(c);
            }
        }
        return std::move(out_);
    }

  private:
    void push(std::size_t begin, std::size_t end) { out_.push_back({{begin, end}}); }

    // An apostrophe that follows a token directly: "[Moscow]'s", "”s".
    bool clitic_alone(const Character& mark) {
        if (out_.empty() || out_.back().span.end != at_) return false;
        const std::size_t end = clitic_end(at_ + mark.length);
        if (end == 0) return false;
        push(at_, end);
        at_ = end;
        return true;
    }

    // End of s, re, ve, ll, d, m after an apostrophe, if the word stops there; else 0.
    std::size_t clitic_end(std::size_t at) const {
        for (const std::string_view tail :
             {"s", "re", "ve", "ll", "d", "m", "S", "RE", "VE", "LL", "D", "M"}) {
            if (text_.compare(at, tail.size(), tail) == 0 &&
                !is_word(character_at(text_, at + tail.size()).code)) {
                return at + tail.size();
            }
        }
        return 0;
    }

    void mark(const Character& c) {
        std::size_t end = at_ + c.length;
        if (c.code == U'-' || c.code == U'.' || c.code == U'`' || c.code == U'*' || c.code == U'_' ||
            c.code == U'=' || c.code == U'\'') {
            while (end < text_.size() && text_[end] == static_cast<char>(c.code)) ++end;
            if ((c.code == U'`' || c.code == U'\'') && end - at_ > 2) end = at_ + 2;
        }
        push(at_, end);
        at_ = end;
    }

    void word() {
        const std::size_t begin = at_;
        std::size_t end = begin;
        std::size_t split = 0;  // where a clitic begins
        while (true) {
            Character c = character_at(text_, end);
            while (is_word(c.code)) {
                end += c.length;
                c = character_at(text_, end);
            }
            const Character next = character_at(text_, end + c.length);
            const Character before = character_before(text_, end);
            if (apostrophe(c.code) && is_letter(next.code)) {
                const std::size_t tail = clitic_end(end + c.length);
                if (tail != 0) {
                    split = end;
                    end = tail;
                    break;
                }
                if ((next.code == U't' || next.code == U'T') &&
                    (before.code == U'n' || before.code == U'N') &&
                    !is_word(character_at(text_, end + c.length + 1).code)) {
                    split = end - 1;
                    end += c.length + 1;
                    break;
                }
                end += c.length;  // O'Brien
            } else if ((c.code == U'-' || c.code == 0x2010 || c.code == 0x2011 || c.code == U'/' ||
                        c.code == U'_' || c.code == U'@') &&
                       is_word(next.code)) {
                end += c.length;
            } else if (c.code == U'&' && is_upper(next.code) && is_upper(before.code)) {
                end += c.length;  // AT&T
            } else if ((c.code == U'.' || c.code == U',' || c.code == U':') && is_digit(before.code) &&
                       is_digit(next.code)) {
                end += c.length;  // 7,500  3.5  4:30
            } else if (c.code == U'.' && is_letter(before.code) && is_letter(next.code) &&
                       !(is_lower(before.code) && is_upper(next.code))) {
                end += c.length;  // U.S, a.m, example.org
            } else {
                break;
            }
        }
        if (split == 0 && end < text_.size() && text_[end] == '.' &&
            takes_stop(text_.substr(begin, end - begin), end))
            ++end;
        if (split > begin) {
            push(begin, split);
            push(split, end);
        } else {
            push(begin, end);
        }
        at_ = end;
    }

    // Whether the stop after the word belongs to it.
    bool takes_stop(std::string_view word, std::size_t end) const {
        if (end + 1 < text_.size() && text_[end + 1] == '.') return false;  // an ellipsis
        if (word.size() == 1 && is_upper(static_cast<unsigned char>(word[0]))) {
            // An initial, but not "Plan B." before a line's end.
            std::size_t next = end + 1;
            while (next < text_.size() && text_[next] == ' ') ++next;
            return word[0] != 'I' && next < text_.size() && is_word(character_at(text_, next).code);
        }
        const std::size_t hyphen = word.rfind('-');
        if (hyphen != std::string_view::npos) word.remove_prefix(hyphen + 1);  // R-Ky.
        if (word == "No" || word == "Nos") {
            const std::size_t next = end + 2;
            return next < text_.size() && is_digit(character_at(text_, next).code);
        }
        return is_abbreviation(word);
    }

    std::string_view text_;
    const graphs::Progress& progress_;
    std::size_t at_ = 0;
    std::vector<Token> out_;
};

}  // namespace

bool is_title_abbreviation(std::string_view word) {
    return listed(titles, word);
}

bool is_abbreviation(std::string_view word) {
    const std::size_t dot = word.rfind('.');
    if (dot != std::string_view::npos) {
        // U.S, a.m, D.C: single letters between stops.
        bool single = true;
        for (std::size_t i = 0; i < word.size(); ++i) single = single && ((i % 2 == 1) == (word[i] == '.'));
        return single || word == "Ph.D";
    }
    return listed(titles, word) || listed(others, word);
}

void TokenAnnotator::annotate(Document& document, const graphs::Progress& progress) const {
    document.tokens = Tokeniser(document.text, progress).run();
}

}  // namespace hearsay::engine
