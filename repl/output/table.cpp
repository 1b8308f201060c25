#include "repl/output/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>

#include "repl/output/cypher_text.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/output/terminal/text_width.hpp"

namespace hearsay::repl {
namespace {

using engine::QueryResult;
using graphs::Kind;
using graphs::Value;

constexpr std::size_t least_column = 10;    // narrower, and a table is harder to read than a list
constexpr std::size_t most_lines = 8;       // of a cell on a terminal
constexpr std::size_t longest_inside = 40;  // text inside a node on a terminal

struct Lines {  // the characters that draw a table
    const char *across, *down, *top_left, *top, *top_right, *left, *cross, *right, *low_left, *low,
        *low_right, *mark;
};
constexpr Lines box_lines{"─", "│", "┌", "┬", "┐", "├", "┼", "┤", "└", "┴", "┘", "…"};
constexpr Lines plain_lines{"-", "|", "+", "+", "+", "+", "+", "+", "+", "+", "+", "..."};

struct Cell {
    std::string text;
    bool null = false;
};

class Table {
  public:
    Table(Sink& sink, const graphs::PropertyGraph& graph, const QueryResult& result, const Look& look)
        : sink_(sink),
          graph_(graph),
          result_(result),
          look_(look),
          lines_(look.boxes ? box_lines : plain_lines) {
        shown_ = std::min(result.rows.size(), look.rows.value_or(result.rows.size()));
        for (const std::string& column : result.columns) heads_.push_back(harmless(column));
        for (std::size_t c = 0; c < heads_.size(); ++c) numeric_.push_back(is_numeric(c));
    }

    void write() {
        if (!heads_.empty()) {
            std::vector<std::size_t> widths = natural_widths();
            const std::size_t frame = 3 * widths.size() + 1;
            const std::size_t wanted = std::accumulate(widths.begin(), widths.end(), frame);
            if (!look_.width || wanted <= *look_.width) {
                write_grid(widths, false);
            } else {
                const std::size_t room = *look_.width > frame ? *look_.width - frame : 0;
                widths = fit_columns(widths, room, least_column);
                if (widths.empty())
                    write_records();
                else
                    write_grid(widths, true);
            }
        }
        write_footer();
    }

  private:
    // Made anew for the widths and for the writing: the texts of all cells together may be much larger than
    // the result.
    Cell cell(std::size_t row, std::size_t column) const {
        stop_point();
        const Value& value = result_.rows[row][column];
        if (value.is_null()) return {"null", true};
        if (value.kind() == Kind::String) return {harmless(value.string()), false};
        const auto longest = look_.width ? std::optional<std::size_t>(longest_inside) : std::nullopt;
        return {harmless(to_cypher(graph_, value, longest)), false};
    }

    bool is_numeric(std::size_t column) const {
        bool any = false;
        for (const graphs::List& row : result_.rows) {
            if (row[column].is_null()) continue;
            if (!row[column].is_number()) return false;
            any = true;
        }
        return any;
    }

    std::vector<std::size_t> natural_widths() const {
        std::vector<std::size_t> widths;
        for (const std::string& head : heads_)
            widths.push_back(std::max<std::size_t>(display_width(head), 1));
        for (std::size_t r = 0; r < shown_; ++r)
            for (std::size_t c = 0; c < widths.size(); ++c)
                widths[c] = std::max(widths[c], display_width(cell(r, c).text));
        return widths;
    }

    void rule(const std::vector<std::size_t>& widths, const char* left, const char* middle,
              const char* right) {
        std::string line = left;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            if (c > 0) line += middle;
            for (std::size_t i = 0; i < widths[c] + 2; ++i) line += lines_.across;
        }
        sink_.write(line + right + "\n");
    }

    std::string styled(std::string text, const char* style) const {
        return look_.colour ? fmt::format("\x1b[{}m{}\x1b[0m", style, text) : text;
    }

    // Lines of a cell that fit; a cell with too many ends in the mark.
    std::vector<std::string> fitted(const std::string& text, std::size_t width) {
        std::vector<std::string> lines = wrap(text, width);
        if (lines.size() > most_lines) {
            lines.resize(most_lines);
            const std::size_t mark = display_width(lines_.mark);
            std::string& last = lines.back();
            last = (display_width(last) + mark <= width ? last
                                                        : cut(last, width > mark ? width - mark : 1, "")) +
                   lines_.mark;
            cut_ = true;
        }
        return lines;
    }

    void write_row(const std::vector<std::vector<std::string>>& texts, const std::vector<std::size_t>& widths,
                   const std::function<const char*(std::size_t)>& style) {
        std::size_t height = 1;
        for (const auto& text : texts) height = std::max(height, text.size());
        for (std::size_t line = 0; line < height; ++line) {
            std::string out = lines_.down;
            for (std::size_t c = 0; c < texts.size(); ++c) {
                const std::string text = line < texts[c].size() ? texts[c][line] : "";
                const std::string padded =
                    numeric_[c] ? pad_left(text, widths[c]) : pad_right(text, widths[c]);
                const char* with = style(c);
                out += " " + (with != nullptr ? styled(padded, with) : padded) + " " + lines_.down;
            }
            sink_.write(out + "\n");
        }
    }

    void write_grid(const std::vector<std::size_t>& widths, bool fit) {
        const auto texts_of = [&](std::size_t c, const std::string& text) {
            return fit ? fitted(text, widths[c]) : std::vector<std::string>{text};
        };
        std::vector<std::vector<std::string>> texts;
        for (std::size_t c = 0; c < heads_.size(); ++c) texts.push_back(texts_of(c, heads_[c]));
        rule(widths, lines_.top_left, lines_.top, lines_.top_right);
        write_row(texts, widths, [](std::size_t) { return "1"; });
        bool rules = true;  // a rule under the header; between all rows where one of them takes several lines
        const auto is_tall = [&](std::size_t r) {
            for (std::size_t c = 0; c < widths.size(); ++c)
                if (display_width(cell(r, c).text) > widths[c]) return true;
            return false;
        };
        bool tall = false;
        for (std::size_t r = 0; fit && !tall && r < shown_; ++r) tall = is_tall(r);
        std::vector<Cell> row(widths.size());
        for (std::size_t r = 0; r < shown_; ++r) {
            for (std::size_t c = 0; c < row.size(); ++c) row[c] = cell(r, c);
            if (rules) rule(widths, lines_.left, lines_.cross, lines_.right);
            rules = tall;
            texts.clear();
            for (std::size_t c = 0; c < row.size(); ++c) texts.push_back(texts_of(c, row[c].text));
            write_row(texts, widths, [&row](std::size_t c) { return row[c].null ? "2" : nullptr; });
        }
        rule(widths, lines_.low_left, lines_.low, lines_.low_right);
    }

    // One value a line, for windows that are too narrow for the columns.
    void write_records() {
        std::size_t longest = 0;
        for (const std::string& head : heads_) longest = std::max(longest, display_width(head));
        longest = std::min(longest, *look_.width / 3);
        const std::size_t room = *look_.width > longest + 2 ? *look_.width - longest - 2 : 1;
        for (std::size_t r = 0; r < shown_; ++r) {
            std::string title = fmt::format("{0}{0} {1} ", lines_.across, r + 1);
            for (std::size_t used = display_width(title); used < *look_.width; ++used) title += lines_.across;
            sink_.write(title + "\n");
            for (std::size_t c = 0; c < heads_.size(); ++c) {
                std::string head = styled(pad_right(cut(heads_[c], longest, lines_.mark), longest), "1");
                const Cell shown = cell(r, c);
                for (const std::string& line : fitted(shown.text, room)) {
                    sink_.write(head + "  " + (shown.null ? styled(line, "2") : line) + "\n");
                    head = std::string(longest, ' ');
                }
            }
        }
    }

    void write_footer() {
        std::string line = count_of(result_.rows.size(), "row", "rows");
        std::vector<std::string> notes;
        if (shown_ < result_.rows.size())
            notes.push_back(fmt::format("the first {} shown; :rows all shows every one", shown_));
        if (cut_) notes.push_back("long values cut; :mode json shows them whole");
        for (std::size_t i = 0; i < notes.size(); ++i) line += (i == 0 ? " (" : "; ") + notes[i];
        if (!notes.empty()) line += ")";
        if (look_.seconds) line += ", " + duration_text(*look_.seconds);
        if (look_.width) {
            for (const std::string& part : wrap(line, *look_.width)) sink_.write(styled(part, "2") + "\n");
        } else {
            sink_.write(styled(line, "2") + "\n");
        }
    }

    Sink& sink_;
    const graphs::PropertyGraph& graph_;
    const QueryResult& result_;
    const Look& look_;
    const Lines& lines_;
    std::size_t shown_ = 0;
    bool cut_ = false;
    std::vector<std::string> heads_;
    std::vector<bool> numeric_;
};

}  // namespace

std::vector<std::size_t> fit_columns(const std::vector<std::size_t>& natural, std::size_t room,
                                     std::size_t least) {
    std::vector<std::size_t> order(natural.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return natural[a] < natural[b]; });
    std::vector<std::size_t> widths(natural.size());
    std::size_t left = order.size();
    for (std::size_t column : order) {
        const std::size_t share = room / left--;
        widths[column] = std::min(natural[column], share);
        if (widths[column] < std::min(natural[column], least) || widths[column] == 0) return {};
        room -= widths[column];
    }
    return widths;
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return fmt::format("{} {}", digits, count == 1 ? one : many);
}

std::string duration_text(double seconds) {
    if (seconds < 1) return fmt::format("{:.1f} ms", seconds * 1000);
    return fmt::format("{:.2f} s", seconds);
}

void write_table(Sink& sink, const graphs::PropertyGraph& graph, const QueryResult& result,
                 const Look& look) {
    Table(sink, graph, result, look).write();
}

}  // namespace hearsay::repl
