#include "engine/articles/zones/zones.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_map>

#include "engine/articles/zones/lines.hpp"

namespace hearsay::engine {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

bool is_text(const Line& line) {
    return line.look == LineLook::Sentence;
}

// What a line counts for (positive) or against the body.
int weight(const Line& line) {
    const int words = static_cast<int>(std::min<std::uint32_t>(line.words, 60));
    switch (line.look) {
        case LineLook::Sentence:
            return words;
        case LineLook::Short:
            return -3;
        case LineLook::Caption:
            return -2;
        case LineLook::Byline:
            return -4;
        case LineLook::Furniture:
            return -20 - words;
        case LineLook::EndMark:
            return -80;
        case LineLook::Comments:
            return -400;
    }
    return 0;
}

// The run of lines with the greatest sum of weights, [begin, end). A run of furniture counts as one box of at
// most `largest_box`, since pages put boxes of any size between paragraphs; end marks count in full. Behind
// an end mark a paragraph by itself counts nothing: other articles' teasers are a headline and a paragraph
// each, while the body's paragraphs follow one another.
struct Run {
    std::size_t begin = 0, end = 0;
};
Run body_run(const std::vector<Line>& lines) {
    constexpr int largest_box = 120;
    Run best;
    int best_sum = 0, sum = 0, box = 0;
    std::size_t begin = 0;
    bool behind_end_mark = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        int w = weight(lines[i]);
        if (lines[i].look == LineLook::EndMark || lines[i].look == LineLook::Comments) behind_end_mark = true;
        if (behind_end_mark && is_text(lines[i]) && !is_text(lines[i - 1])) w = 0;
        if (lines[i].look == LineLook::Furniture) {
            w = -std::min(-w, largest_box - box);
            box -= w;
        } else if (is_text(lines[i])) {
            box = 0;
        }
        if (sum <= 0) {
            sum = 0;
            begin = i;
        }
        sum += w;
        if (sum > best_sum) {
            best_sum = sum;
            best = {begin, i + 1};
        }
    }
    return best;
}

class Zoning {
  public:
    Zoning(Document& document, const graphs::Progress& progress)
        : document_(document), progress_(progress), lines_(split_lines(document.text, progress)) {
        kinds_.assign(lines_.size(), ZoneKind::Furniture);
    }

    void run() {
        heed_bare_texts();
        mark_teasers();
        progress_(0);
        body_ = body_run(lines_);
        reach_over_boxes();
        find_title();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (i % 256 == 0) progress_(0);
            kinds_[i] = kind_of(i);
        }
        mark_headings();
        heed_markup();
        write();
    }

  private:
    std::string_view text(std::size_t i) const { return document_.slice(lines_[i].span); }

    // A text without any sentence, as people type to try things out, has its longer lines for a body.
    void heed_bare_texts() {
        constexpr std::uint32_t enough_words = 4;
        if (std::any_of(lines_.begin(), lines_.end(), is_text)) return;
        for (Line& line : lines_)
            if (line.look == LineLook::Short && line.words >= enough_words && line.function_words > 0)
                line.look = LineLook::Sentence;
    }

    // A headline directly above a flattened list belongs to another article, and so does that. A text that is
    // cut off ("...") and stands elsewhere in full is a summary.
    void mark_teasers() {
        constexpr std::size_t least = 30;  // bytes; shorter beginnings may agree by chance
        std::unordered_map<std::string_view, std::vector<std::size_t>> beginnings;  // line numbers
        const auto cut_off = [&](std::size_t i) {
            const std::string_view end =
                text(i).substr(text(i).size() - std::min<std::size_t>(text(i).size(), 3));
            return lines_[i].look == LineLook::Sentence && text(i).size() >= least + 3 &&
                   (end == "\xE2\x80\xA6" || end == "...");
        };
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!cut_off(i)) continue;
            if (beginnings.empty())
                for (std::size_t j = 0; j < lines_.size(); ++j)
                    if (text(j).size() >= least) beginnings[text(j).substr(0, least)].push_back(j);
            const std::string_view start = text(i).substr(0, text(i).size() - 3);
            const std::vector<std::size_t>& same = beginnings[start.substr(0, least)];
            constexpr std::size_t tries = 50;  // a page that repeats itself without end is not worth more
            for (std::size_t k = 0; k < std::min(same.size(), tries); ++k)
                if (same[k] != i && text(same[k]).size() > start.size() + 3 &&
                    text(same[k]).substr(0, start.size()) == start)
                    lines_[i].look = LineLook::Furniture;
        }
        for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
            const Line& next = lines_[i + 1];
            if (lines_[i].look == LineLook::Short && !next.blank_before && next.bullets >= 2)
                lines_[i].look = LineLook::Furniture;
        }
    }

    // A box can outweigh the paragraphs above or below it. Two paragraphs, one directly behind the other, are
    // no teasers, and belong to the body unless an end mark stands between.
    void reach_over_boxes() {
        const auto pair = [&](std::size_t i) {  // of paragraphs, from i on
            const auto paragraph = [](const Line& line) {
                return is_text(line) && line.words >= 12 && line.function_words >= 3;
            };
            return paragraph(lines_[i]) && paragraph(lines_[i + 1]);
        };
        const auto ends = [&](std::size_t i) {
            return lines_[i].look == LineLook::EndMark || lines_[i].look == LineLook::Comments;
        };
        if (body_.begin == body_.end) return;
        for (std::size_t i = body_.begin; i > 1 && !ends(i - 1); --i)
            if (pair(i - 2)) body_.begin = i - 2;
        for (std::size_t i = body_.end; i + 1 < lines_.size() && !ends(i); ++i)
            if (pair(i)) body_.end = i + 2;
    }

    // The headline: the one that is given; else a line that stands twice above the body; else the likeliest
    // line there.
    void find_title() {
        if (!document_.title.empty()) {
            title_words_ = bare_words(document_.title);
            for (std::size_t i = 0; i < lines_.size(); ++i)
                if (is_title(i)) {
                    title_ = i;
                    return;
                }
        }
        title_words_.clear();
        if (lines_.empty()) return;
        constexpr std::size_t longest_top = 200;  // lines; each is compared with each
        const std::size_t top =
            std::min({lines_.size(), std::max<std::size_t>(body_.begin + 1, 3), longest_top});
        for (std::size_t i = 0; i < top; ++i) {
            const auto same = [&](std::size_t j) { return text(j) == text(i); };
            std::size_t copies = 0;  // at the top; a line that stands again far below is a menu's
            for (std::size_t j = 0; j < top; ++j) copies += same(j);
            if (copies < 2 || copies > 4 || !could_be_title(lines_[i])) continue;
            accept_title(i);
            return;
        }
        // Above the body; or its first line, where that is short and stands by itself.
        int best_score = 0;
        std::size_t best = none;
        for (std::size_t i = 0; i < std::min(body_.begin, lines_.size()); ++i) {
            if (!could_be_title(lines_[i])) continue;
            const int score = title_score(i);
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        // Of a headline and its standfirst the first is the title.
        for (std::size_t i = best; best != none && i > 0 && best - i < 2; --i)
            if (could_be_title(lines_[i - 1]) && lines_[i - 1].words >= 5 &&
                title_score(i - 1) + 6 >= best_score) {
                best = i - 1;
                break;
            }
        const Line& first = lines_[body_.begin < lines_.size() ? body_.begin : 0];
        if (best == none && could_be_title(first) && !first.piece && first.blank_after && lines_.size() > 1 &&
            first.words <= 25 && one_sentence(body_.begin))
            best = body_.begin;
        if (best != none) accept_title(best);
    }

    void accept_title(std::size_t i) {
        title_ = i;
        title_words_ = bare_words(text(i));
    }

    bool one_sentence(std::size_t i) const {
        const std::string_view s = text(i);
        const std::size_t stop = s.find(". ");
        return stop == std::string_view::npos || stop + 2 >= s.size() ||
               std::islower(static_cast<unsigned char>(s[stop + 2]));
    }

    // Headlines are short, and few end in a stop; those that do are capitalised or shorter still.
    static bool could_be_title(const Line& line) {
        if (line.look != LineLook::Short && line.look != LineLook::Sentence) return false;
        const bool like_a_sentence = line.stops && line.capitalised * 5 < line.words * 3;
        return line.words >= 3 && line.words <= (like_a_sentence ? 16U : 30U);
    }

    // Headlines are sentences: they have small words; menus and lists of tags do not. They stand close to the
    // body.
    int title_score(std::size_t i) const {
        const Line& line = lines_[i];
        const std::string_view s = text(i);
        const auto commas = static_cast<int>(std::count(s.begin(), s.end(), ','));
        const int small = static_cast<int>(line.words - line.capitalised);
        int distance = static_cast<int>(body_.begin - i);
        int score = static_cast<int>(std::min<std::uint32_t>(line.words, 12)) + std::min(small, 4) * 2 +
                    static_cast<int>(std::min<std::uint32_t>(line.function_words, 3)) * 2 - commas * 3 -
                    distance;
        if (line.blank_before && line.blank_after) score += 4;
        if (line.words < 4) score -= 4;
        if (line.times > 1) score -= 8;  // stands again below: a menu
        return score;
    }

    bool is_title(std::size_t i) const {
        if (title_words_.empty() || lines_[i].words > 40) return false;
        const std::string words = bare_words(text(i));
        if (words == title_words_) return true;
        // A title that was cut, or carries the outlet's name behind it.
        const std::size_t shorter = std::min(words.size(), title_words_.size());
        return shorter >= 25 && words.compare(0, shorter, title_words_, 0, shorter) == 0 &&
               std::max(words.size(), title_words_.size()) <= shorter + 30;
    }

    ZoneKind kind_of(std::size_t i) const {
        const Line& line = lines_[i];
        const bool in_body = i >= body_.begin && i < body_.end;
        const bool in_front = i < body_.begin;
        if (i == title_ || (is_title(i) && i < body_.end)) return ZoneKind::Title;
        switch (line.look) {
            case LineLook::Caption:
                return ZoneKind::Caption;
            case LineLook::Byline:
                return ZoneKind::Byline;
            case LineLook::Furniture:
            case LineLook::EndMark:
            case LineLook::Comments:
                return ZoneKind::Furniture;
            case LineLook::Sentence:
                if (in_body) return ZoneKind::Body;
                // Above the body: the standfirst under the headline, and paragraphs that a box cut off from
                // the rest.
                if (in_front && (title_ != none ? i > title_ : line.words >= 20)) return ZoneKind::Body;
                return ZoneKind::Furniture;
            case LineLook::Short:
                if (in_body && i > body_.begin && !in_list(i))
                    return ZoneKind::Heading;  // text follows, for the body ends in text
                // The standfirst.
                if (in_front && i > 0 && i - 1 == title_ && line.words >= 6 && line.function_words > 0)
                    return ZoneKind::Heading;
                return is_name(line) && (title_ == none || i > title_) ? ZoneKind::Byline
                                                                       : ZoneKind::Furniture;
        }
        return ZoneKind::Furniture;
    }

    // One of three short lines or more in a row, as in boxes of links; headings stand alone. A list that the
    // text itself introduces ("... are:") is no box.
    bool in_list(std::size_t i) const {
        constexpr std::size_t enough = 3, farthest = 50;
        const auto is_short = [&](std::size_t j) { return lines_[j].look == LineLook::Short; };
        std::size_t first = i, last = i;
        while (first > 0 && i - first < farthest && is_short(first - 1)) --first;
        while (last + 1 < lines_.size() && last - first < enough && is_short(last + 1)) ++last;
        if (last - first + 1 < enough) return false;
        return first == 0 || !is_text(lines_[first - 1]) || text(first - 1).back() != ':';
    }

    static bool is_name(const Line& line) {
        return line.words >= 2 && line.words <= 4 && line.capitalised == line.words &&
               line.function_words == 0;
    }

    // A paragraph that says the same as the line before is a caption or a teaser that the page shows twice.
    void mark_headings() {
        for (std::size_t i = 0; i + 1 < lines_.size(); ++i)
            if (kinds_[i] == ZoneKind::Body && kinds_[i + 1] == ZoneKind::Body && text(i) == text(i + 1))
                kinds_[i] = kinds_[i + 1] = ZoneKind::Caption;
    }

    void heed_markup() {
        std::size_t z = 0;
        const std::vector<Zone>& known = document_.zones;
        for (std::size_t i = 0; i < lines_.size() && z < known.size(); ++i) {
            while (z < known.size() && known[z].span.end <= lines_[i].span.begin) ++z;
            if (z == known.size() || !known[z].span.contains(lines_[i].span)) continue;
            if (known[z].kind == ZoneKind::Heading && kinds_[i] == ZoneKind::Furniture) continue;
            kinds_[i] = known[z].kind;
        }
    }

    void write() {
        std::vector<Zone> zones;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!zones.empty() && lines_[i].piece && lines_[i - 1].piece && !lines_[i].blank_before &&
                zones.back().kind == kinds_[i]) {
                continue;
            }
            if (!zones.empty()) zones.back().span.end = lines_[i].span.begin;
            zones.push_back({{zones.empty() ? 0 : lines_[i].span.begin, document_.text.size()}, kinds_[i]});
        }
        if (zones.empty() && !document_.text.empty())
            zones.push_back({{0, document_.text.size()}, ZoneKind::Furniture});
        document_.zones = std::move(zones);
    }

    Document& document_;
    const graphs::Progress& progress_;
    std::vector<Line> lines_;
    std::vector<ZoneKind> kinds_;
    Run body_;
    std::size_t title_ = none;
    std::string title_words_;
};

class ZoneAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "zones"; }
    void annotate(Document& document, const graphs::Progress& progress) const override {
        Zoning(document, progress).run();
    }
};

}  // namespace

std::unique_ptr<Annotator> make_zone_annotator() {
    return std::make_unique<ZoneAnnotator>();
}

}  // namespace hearsay::engine
