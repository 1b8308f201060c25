#include "engine/articles/reader/read_articles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "engine/articles/reader/encoding.hpp"
#include "engine/articles/reader/html.hpp"
#include "engine/articles/reader/json_articles.hpp"

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
    Reading(const ReadEvents& events, const TakeArticle& take, std::uintmax_t total)
        : events_(events), take_(take), total_(total) {}

    bool read(const Input& input, std::istream& standard_input) {
        progress(input.name());
        if (input.file == "-") {
            stream(input, standard_input);
        } else {
            errno = 0;
            std::ifstream file(input.file, std::ios::binary);
            if (!file)
                error(input.name(), std::string("cannot be opened: ") + std::strerror(errno));
            else
                stream(input, file);
        }
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
            lines(input, in, "");
        else
            whole(input, in);
        if (in.bad()) error(input.name(), "reading failed half way");
    }

    void whole(const Input& input, std::istream& in) {
        std::string bytes;
        if (input.bytes > 0) bytes.reserve(input.bytes);
        if (input.format == InputFormat::Unknown) {
            // One line at first: JSON lines may be more than fits into memory.
            std::getline(in, bytes);
            if (is_json_object(bytes)) {
                if (in.good()) bytes += '\n';
                lines(input, in, std::move(bytes));
                return;
            }
            if (in.good()) bytes += '\n';
        }
        append_rest(in, bytes);
        if (in.bad()) return;
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
        Document document = read_html(text);
        if (blank(document.text)) {
            error(input.name(), "shows no text");
            return;
        }
        give(std::move(document), input, 0, input.name());
    }

    void json(const Input& input, const std::string& text) {
        const auto result =
            read_json_articles(text, [&](std::size_t number, graphs::Result<JsonArticle> article) {
                const std::string place = fmt::format("{}: article {}", input.name(), number);
                take_json(std::move(article), input, number,
                          number == 1 && !is_array(text) ? input.name() : place);
                return !stopped_;
            });
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

    void lines(const Input& input, std::istream& in, std::string first) {
        any_ = false;
        std::size_t number = 0;
        std::uintmax_t read = first.size();
        if (!first.empty()) line(input, first, ++number);
        std::string next;
        while (!stopped_ && std::getline(in, next)) {
            read += next.size() + 1;
            std::string_view json = next;
            if (number == 0) {
                if (json.substr(0, 3) == "\xEF\xBB\xBF") json.remove_prefix(3);
                if (json.substr(0, 2) == "\xFF\xFE" || json.substr(0, 2) == "\xFE\xFF") {
                    next += '\n';
                    append_rest(in, next);
                    const auto decoded = decode(next, false);
                    if (!decoded) {
                        error(input.name(), decoded.error().reason);
                        return;
                    }
                    note(input.name(), decoded->note);
                    each_line(input, decoded->text);
                    return;
                }
                if (const auto kind = binary_kind(json)) {
                    error(input.name(), "is " + *kind + ", not JSON lines");
                    return;
                }
            }
            line(input, json, ++number);
            progress(input.name(), std::min(read, input.bytes));
        }
        if (!any_ && !stopped_ && !in.bad()) error(input.name(), read == 0 ? "is empty" : "holds no article");
    }

    void line(const Input& input, std::string_view json, std::size_t number) {
        if (blank(json)) return;
        any_ = true;
        const std::string place = fmt::format("{}:{}", input.name(), number);
        take_json(read_json_article(json), input, number, place);
    }

    static void append_rest(std::istream& in, std::string& bytes) {
        std::vector<char> buffer(1 << 18);
        while (in) {
            in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
            bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
        }
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
    std::uintmax_t total_;
    std::uintmax_t done_ = 0;
    bool stopped_ = false;
    bool any_ = false;  // a line that was not blank
};

}  // namespace

bool read_articles(const std::vector<std::string>& paths, std::istream& standard_input,
                   const ReadEvents& events, const TakeArticle& take) {
    const Report ignore = [](const std::string&, const std::string&) {};
    const std::vector<Input> inputs =
        list_inputs(paths, events.note ? events.note : ignore, events.error ? events.error : ignore);
    std::uintmax_t total = 0;
    for (const Input& input : inputs) total += input.bytes;
    Reading reading(events, take, total);
    for (const Input& input : inputs)
        if (!reading.read(input, standard_input)) return false;
    return true;
}

}  // namespace hearsay::engine
