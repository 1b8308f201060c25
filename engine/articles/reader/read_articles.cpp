#include "engine/articles/reader/read_articles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "engine/articles/reader/formats/html.hpp"
#include "engine/articles/reader/formats/json_articles.hpp"
#include "engine/articles/reader/lines.hpp"
#include "engine/articles/reader/watched_input.hpp"
#include "engine/articles/text/encoding.hpp"
#include "graphs/values/amount_text.hpp"

namespace hearsay::engine {
namespace {

bool blank(std::string_view s) {
    return s.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

// What a text of unknown kind is, by its first words.
InputFormat sniff(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return InputFormat::Text;
    const std::string_view head = text.substr(begin, 512);
    if (head.front() == '{') {
        const std::size_t end = text.find('\n', begin);
        const std::string_view first = text.substr(begin, end == std::string_view::npos ? end : end - begin);
        if (is_json_object(first)) return InputFormat::JsonLines;
        const std::size_t next = end == std::string_view::npos ? end : text.find_first_not_of(" \t\r\n", end);
        // An object over several lines goes on with a name; a further object means lines, of which the first
        // is faulty.
        return next != std::string_view::npos && text[next] == '{' ? InputFormat::JsonLines
                                                                   : InputFormat::Json;
    }
    if (head.front() == '[' && head.find_first_not_of(" \t\r\n", 1) != std::string_view::npos &&
        head[head.find_first_not_of(" \t\r\n", 1)] == '{')
        return InputFormat::Json;
    std::string lower(head);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    for (const std::string_view mark :
         {"<!doctype html", "<html", "<head", "<body", "<?xml", "<!--", "<article", "<meta"})
        if (lower.substr(0, mark.size()) == mark) return InputFormat::Html;
    return InputFormat::Text;
}

class Reading {
  public:
    Reading(const ReadEvents& events, const TakeArticle& take, const Watch& watch, std::uintmax_t total)
        : events_(events),
          take_(take),
          watch_(watch),
          progress_(watch.progress()),
          most_(watch.limits().article.value_or(std::string().max_size())),
          total_(total) {}

    bool read(const Input& input, std::istream& standard_input) {
        progress(input.name());
        if (input.file == "-") {
            stream(input, standard_input);
        } else {
            WatchedInput bytes(input.file, watch_);
            std::istream file(&bytes);
            if (bytes.error() != 0)
                error(input.name(), std::string("cannot be opened: ") + std::strerror(bytes.error()));
            else
                stream(input, file);
        }
        watch_.check();
        done_ += input.bytes;
        progress(input.name());
        return !stopped_;
    }

  private:
    void error(const std::string& place, const std::string& reason) const {
        if (events_.error) events_.error(place, reason);
    }
    void note(const std::string& place, const std::string& text) const {
        if (events_.note && !text.empty()) events_.note(place, text);
    }
    void progress(const std::string& name, std::uintmax_t within = 0) const {
        if (events_.progress) events_.progress(done_ + within, total_, name);
    }

    void stream(const Input& input, std::istream& in) {
        if (input.format == InputFormat::JsonLines)
            lines(input, in, "", false);
        else if (input.format != InputFormat::Unknown && input.bytes > most_)
            too_large(input);
        else
            whole(input, in);
        if (in.bad()) error(input.name(), "reading failed half way");
    }

    void too_large(const Input& input) {
        std::string reason = too_large_reason(most_);
        if (input.format == InputFormat::Json) reason += "; JSON lines may be many";
        error(input.name(), reason);
    }

    void whole(const Input& input, std::istream& in) {
        std::string bytes;
        bytes.reserve(std::min<std::uintmax_t>(input.bytes, most_));
        if (input.format == InputFormat::Unknown) {
            // One line at first: JSON lines may be more than fits into memory.
            const LineRead first = read_line(in, bytes, most_);
            watch_.check();
            const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
            const bool object = begin != std::string::npos && bytes[begin] == '{';
            if (first == LineRead::TooLong ? object : is_json_object(bytes)) {
                lines(input, in, std::move(bytes), first == LineRead::TooLong);
                return;
            }
            if (first == LineRead::TooLong) {
                too_large(input);
                return;
            }
            if (in.good()) bytes += '\n';
        }
        const bool fits = append_rest(in, bytes);
        watch_.check();
        if (in.bad()) return;
        if (!fits) {
            too_large(input);
            return;
        }
        if (blank(bytes)) {
            error(input.name(), bytes.empty() ? "is empty" : "holds white space only");
            return;
        }
        const bool may_be_markup = input.format == InputFormat::Html || input.format == InputFormat::Unknown;
        const bool is_json = input.format == InputFormat::Json;
        // JSON is UTF-8 (RFC 8259): a wrong byte is a fault with a place, not another encoding. Byte order
        // marks are heeded.
        const bool marked = bytes.size() > 1 && (bytes[0] == '\xFF' || bytes[0] == '\xFE' ||
                                                 bytes[0] == '\xEF' || bytes[0] == '\0');
        std::string text;
        if (is_json && !marked) {
            text = std::move(bytes);
        } else {
            auto decoded = decode(bytes, may_be_markup);
            if (!decoded) {
                error(input.name(), decoded.error().reason);
                return;
            }
            note(input.name(), decoded->note);
            text = std::move(decoded->text);
            std::string().swap(bytes);
        }
        if (blank(text)) {
            error(input.name(), "holds white space only");
            return;
        }
        switch (input.format == InputFormat::Unknown ? sniff(text) : input.format) {
            case InputFormat::Json:
                // A file that is called .json and holds an object a line.
                if (sniff(text) == InputFormat::JsonLines && !is_json_object(text))
                    each_line(input, text);
                else
                    json(input, text);
                break;
            case InputFormat::JsonLines:
                each_line(input, text);
                break;
            case InputFormat::Html:
                html(input, text);
                break;
            default: {
                Document document;
                document.text = std::move(text);
                give(std::move(document), input, 0, input.name());
            }
        }
    }

    void html(const Input& input, const std::string& text) {
        if (nested_too_deeply(text)) {
            error(input.name(), fmt::format("nests its elements more than {} deep", deepest_nesting));
            return;
        }
        auto document = read_html(text, progress_);
        if (!document) {
            error(input.name(), document.error().reason);
            return;
        }
        if (blank(document->text)) {
            error(input.name(), "shows no text");
            return;
        }
        give(std::move(*document), input, 0, input.name());
    }

    void json(const Input& input, const std::string& text) {
        const auto result = read_json_articles(
            text,
            [&](std::size_t number, graphs::Result<JsonArticle> article) {
                const std::string place = fmt::format("{}: article {}", input.name(), number);
                take_json(std::move(article), input, number,
                          number == 1 && !is_array(text) ? input.name() : place);
                return !stopped_;
            },
            progress_);
        if (!result) error(input.name(), result.error().reason);
    }
    static bool is_array(std::string_view text) { return text[text.find_first_not_of(" \t\r\n")] == '['; }

    void take_json(graphs::Result<JsonArticle> article, const Input& input, std::size_t number,
                   const std::string& place) {
        if (!article) {
            error(place, article.error().reason);
            return;
        }
        note(place, article->note);
        give(std::move(article->document), input, number, place);
    }

    void each_line(const Input& input, const std::string& text) {
        std::size_t number = 0;
        for (std::size_t at = 0; at < text.size() && !stopped_;) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            line(input, std::string_view(text).substr(at, end - at), ++number);
            at = end + 1;
        }
        if (!any_ && !stopped_) error(input.name(), "holds no article");
    }

    // `first`: a line that was read already, or the beginning of one that is too long.
    void lines(const Input& input, std::istream& in, std::string first, bool too_long) {
        any_ = false;
        std::size_t number = 0;
        std::uintmax_t read = first.size();
        if (too_long)
            long_line(input, in, ++number);
        else if (!first.empty())
            line(input, first, ++number);
        std::string next;
        while (!stopped_) {
            const LineRead how = read_line(in, next, most_);
            watch_.check();
            if (how == LineRead::End) break;
            read += next.size() + 1;
            std::string_view json = next;
            if (number == 0) {
                if (json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
                if (json.substr(0, 2) == "\xFF\xFE" || json.substr(0, 2) == "\xFE\xFF") {
                    wide_lines(input, in, std::move(next));
                    return;
                }
                if (const auto kind = binary_kind(json)) {
                    error(input.name(), "is " + *kind + ", not JSON lines");
                    return;
                }
            }
            ++number;
            if (how == LineRead::TooLong)
                long_line(input, in, number);
            else
                line(input, json, number);
            progress(input.name(), std::min(read, input.bytes));
        }
        if (!any_ && !stopped_ && !in.bad()) error(input.name(), read == 0 ? "is empty" : "holds no article");
    }

    // Lines of UTF-16, whose line breaks are not seen before all of it is read.
    void wide_lines(const Input& input, std::istream& in, std::string bytes) {
        bytes += '\n';
        if (!append_rest(in, bytes)) {
            too_large(input);
            return;
        }
        watch_.check();
        const auto decoded = decode(bytes, false);
        if (!decoded) {
            error(input.name(), decoded.error().reason);
            return;
        }
        note(input.name(), decoded->note);
        each_line(input, decoded->text);
    }

    void long_line(const Input& input, std::istream& in, std::size_t number) {
        any_ = true;
        error(fmt::format("{}:{}", input.name(), number), too_large_reason(most_));
        skip_line(in);
        watch_.check();
    }

    void line(const Input& input, std::string_view json, std::size_t number) {
        if (blank(json)) return;
        any_ = true;
        const std::string place = fmt::format("{}:{}", input.name(), number);
        take_json(read_json_article(json, progress_), input, number, place);
    }

    // False: all together is more than an article may be.
    bool append_rest(std::istream& in, std::string& bytes) const {
        std::vector<char> buffer(1 << 18);
        while (in && bytes.size() <= most_) {
            in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
            bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
        }
        return bytes.size() <= most_;
    }

    void give(Document&& document, const Input& input, std::size_t number, const std::string& place) {
        document.file = input.name();
        if (document.id.empty()) {
            document.id = input.file == "-" ? "stdin" : file_text(input.file.stem());
            if (number > 0) document.id += fmt::format(":{}", number);
        }
        if (!take_(std::move(document), place)) stopped_ = true;
    }

    const ReadEvents& events_;
    const TakeArticle& take_;
    const Watch& watch_;
    const graphs::Progress progress_;
    const std::size_t most_;  // bytes of an article
    std::uintmax_t total_;
    std::uintmax_t done_ = 0;
    bool stopped_ = false;
    bool any_ = false;  // a line that was not blank
};

}  // namespace

bool read_articles(const std::vector<std::string>& paths, std::istream& standard_input,
                   const ReadEvents& events, const TakeArticle& take, const Watch& watch) {
    const Report ignore = [](const std::string&, const std::string&) {};
    const std::vector<Input> inputs =
        list_inputs(paths, events.note ? events.note : ignore, events.error ? events.error : ignore);
    std::uintmax_t total = 0;
    for (const Input& input : inputs) total += input.bytes;
    Reading reading(events, take, watch, total);
    for (const Input& input : inputs)
        if (!reading.read(input, standard_input)) return false;
    return true;
}

}  // namespace hearsay::engine
