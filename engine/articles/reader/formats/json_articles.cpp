#include "engine/articles/reader/formats/json_articles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "engine/articles/metadata/dates.hpp"
#include "engine/articles/text/encoding.hpp"

namespace hearsay::engine {
namespace {

using nlohmann::json;

bool blank(std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](unsigned char c) { return std::isspace(c); });
}

// "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while ..." -> from "syntax
// error" on.
std::string plain_reason(const std::string& what) {
    std::size_t at = what.find("column ") == std::string::npos ? what.find("] ") : what.find(": ");
    std::string reason = at == std::string::npos ? what : what.substr(at + 2);
    constexpr std::size_t longest = 200;  // the library quotes what it read last, which may be the whole text
    if (reason.size() > longest) {
        // The end says what was expected; the quotation in the middle goes. Never cut a character in two.
        const auto boundary = [&](std::size_t i) {
            while (i < reason.size() && (static_cast<unsigned char>(reason[i]) & 0xC0) == 0x80) ++i;
            return i;
        };
        reason = reason.substr(0, boundary(longest / 2)) + " ... " +
                 reason.substr(boundary(reason.size() - longest / 2));
    }
    return reason;
}

// A short text is read at once; of a long one every value is a step.
json parse_in_steps(std::string_view text, const graphs::Progress& progress) {
    constexpr std::size_t is_short = 1 << 20;  // bytes
    progress(0);
    if (text.size() <= is_short) return json::parse(text);
    std::size_t steps = 0;
    return json::parse(text, [&](int, json::parse_event_t, json&) {
        if (++steps % 256 == 0) progress(0);
        return true;
    });
}

graphs::Result<json> parse(std::string_view text, const graphs::Progress& progress) {
    try {
        return parse_in_steps(text, progress);
    } catch (const json::parse_error& error) {
        const std::size_t byte = error.byte > 0 ? std::min(error.byte - 1, text.size()) : 0;
        const std::string_view before = text.substr(0, byte);
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
        return graphs::fail("", fmt::format("line {}, column {}: ill-formed JSON: {}", line, byte - start + 1,
                                            plain_reason(error.what())));
    } catch (const json::exception& error) {  // a number out of range
        return graphs::fail("", "ill-formed JSON: " + plain_reason(error.what()));
    }
}

// Half surrogates and numbers that are too large for the parser are mended only where they are the fault,
// since looking for them costs a pass.
graphs::Result<json> parse_mended(std::string_view text, std::string& note,
                                  const graphs::Progress& progress) {
    auto value = parse(text, progress);
    const auto fault_is = [&](const char* what) {
        return !value && value.error().reason.find(what) != std::string::npos;
    };
    if (fault_is("number overflow")) {
        const std::string quoted = with_numbers_quoted(text);
        if (quoted.size() > text.size()) return parse_mended(quoted, note, progress);
    }
    if (!fault_is("surrogate")) return value;
    std::string mended(text);
    const std::size_t count = mend_surrogates(mended);
    if (count == 0) return value;
    note = fmt::format("{} half {} became U+FFFD", count, count == 1 ? "surrogate pair" : "surrogate pairs");
    return parse_mended(mended, note, progress);
}

// Whether a number is kept as it was written, which the parser no longer knows: -0, 1.0, past 64 bits.
bool is_rounded(const json& value) {
    return value.is_number_float() || (value.is_number_integer() && value == 0);
}

// A member as words, null where the shape does not fit.
std::optional<std::string> words(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_unsigned()) return std::to_string(value.get<std::uint64_t>());
    if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
    if (value.is_object()) {
        const auto name = value.find("name");
        return name != value.end() && name->is_string() ? std::optional(name->get<std::string>())
                                                        : std::nullopt;
    }
    if (!value.is_array()) return std::nullopt;
    std::string joined;
    for (const json& item : value) {
        if (item.is_array()) return std::nullopt;
        const auto word = words(item);
        if (!word) return std::nullopt;
        if (!joined.empty() && !word->empty()) joined += ", ";
        joined += *word;
    }
    return joined;
}

struct Field {
    std::string Document::*member;
    std::array<const char*, 3> names;
};
constexpr std::array<Field, 5> fields{{{&Document::id, {"id", nullptr, nullptr}},
                                       {&Document::title, {"title", "headline", nullptr}},
                                       {&Document::outlet, {"outlet", "publisher", "source"}},
                                       {&Document::author, {"author", "authors", "byline"}},
                                       {&Document::url, {"url", "link", nullptr}}}};

// Whether one of the object's words is a number that must be read again as it is written.
bool has_rounded_words(const json& object) {
    if (!object.is_object()) return false;
    for (const Field& field : fields)
        for (const char* name : field.names) {
            const auto value = name == nullptr ? object.end() : object.find(name);
            if (value != object.end() && is_rounded(*value)) return true;
        }
    return false;
}

// `written`: the same object, in which numbers may be texts.
graphs::Result<JsonArticle> to_article(const json& object, const json& written, std::string note) {
    if (!object.is_object()) return graphs::fail("", fmt::format("is no object but {}", object.type_name()));
    const auto text = object.find("text");
    if (text == object.end()) return graphs::fail("", "`text` is missing");
    if (!text->is_string())
        return graphs::fail("", fmt::format("`text` is no string but {}", text->type_name()));

    JsonArticle out;
    Document& document = out.document;
    document.text = text->get<std::string>();
    if (blank(document.text)) return graphs::fail("", "`text` is empty");

    for (const auto& [member, names] : fields) {
        for (const char* name : names) {
            if (name == nullptr) break;
            const auto value = written.find(name);
            if (value == written.end() || value->is_null()) continue;
            const auto found = words(*value);
            if (!found)
                return graphs::fail("", fmt::format("`{}` is no string but {}", name, value->type_name()));
            document.*member = *found;
            replace_nul(document.*member);
            break;
        }
    }
    for (const char* name : {"published", "date"}) {
        const auto value = object.find(name);
        if (value == object.end() || value->is_null() ||
            (value->is_string() && blank(value->get_ref<const std::string&>())))
            continue;
        if (!value->is_string())
            return graphs::fail("", fmt::format("`{}` is no date but {}", name, value->type_name()));
        const auto& date = value->get_ref<const std::string&>();
        document.published = parse_written_date(date);
        if (!document.published)
            return graphs::fail("",
                                fmt::format("`{}` is no date: '{}'", name, date.size() > 60 ? "..." : date));
        break;
    }
    if (replace_nul(document.text) > 0)
        note += note.empty() ? "NUL characters became spaces" : "; NUL characters became spaces";
    out.note = std::move(note);
    return out;
}

}  // namespace

graphs::Result<JsonArticle> read_json_article(std::string_view text, const graphs::Progress& progress) {
    std::string note;
    const auto value = parse_mended(text, note, progress);
    if (!value) return tl::unexpected(value.error());
    if (!has_rounded_words(*value)) return to_article(*value, *value, std::move(note));
    const auto written = parse_mended(with_numbers_quoted(text), note, progress);
    return to_article(*value, written ? *written : *value, std::move(note));
}

graphs::Result<void> read_json_articles(
    std::string_view text, const std::function<bool(std::size_t, graphs::Result<JsonArticle>)>& take,
    const graphs::Progress& progress) {
    std::string note;
    const auto value = parse_mended(text, note, progress);
    if (!value) return tl::unexpected(value.error());
    if (!value->is_array()) {
        take(1, read_json_article(text, progress));
        return {};
    }
    if (value->empty()) return graphs::fail("", "holds no article");
    const auto again = std::any_of(value->begin(), value->end(), has_rounded_words)
                           ? parse_mended(with_numbers_quoted(text), note, progress)
                           : graphs::Result<json>(json());
    for (std::size_t i = 0; i < value->size(); ++i) {
        const json& written = again && again->is_array() ? (*again)[i] : (*value)[i];
        if (!take(i + 1, to_article((*value)[i], written, note))) break;
    }
    return {};
}

bool is_json_object(std::string_view text) {
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos || text[at] != '{') return false;
    if (json::accept(text)) return true;
    // As `parse_mended` reads it.
    std::string mended = with_numbers_quoted(text);
    mend_surrogates(mended);
    return json::accept(mended);
}

std::string with_numbers_quoted(std::string_view text) {
    const auto belongs = [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        if (text[i] == '"') {
            for (++i; i < text.size() && text[i] != '"'; ++i) i += text[i] == '\\';
            i = std::min(i + 1, text.size());
            out += text.substr(begin, i - begin);
        } else if (text[i] == '-' || (text[i] >= '0' && text[i] <= '9')) {
            while (i < text.size() && belongs(text[i])) ++i;
            const std::string_view number = text.substr(begin, i - begin);
            const bool plain =
                number.size() < 19 && number != "-0" && number.find_first_of(".eE") == std::string_view::npos;
            if (!plain) out += '"';
            out += number;
            if (!plain) out += '"';
        } else {
            out += text[i++];
        }
    }
    return out;
}

std::size_t mend_surrogates(std::string& text) {
    // Reads \uXXXX at `at`; -1 if there is none.
    const auto unit = [&](std::size_t at) -> int {
        if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
        int value = 0;
        for (std::size_t i = at + 2; i < at + 6; ++i) {
            const auto c = static_cast<unsigned char>(text[i]);
            if (!std::isxdigit(c)) return -1;
            value = value * 16 + (std::isdigit(c) ? c - '0' : std::tolower(c) - 'a' + 10);
        }
        return value;
    };
    const auto high = [](int u) { return u >= 0xD800 && u < 0xDC00; };
    const auto low = [](int u) { return u >= 0xDC00 && u < 0xE000; };
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '\\') {
            ++i;
            continue;
        }
        const int u = unit(i);
        if (u < 0) {
            i += 2;  // another escape; its second character is no backslash of its own
        } else if (high(u) && low(unit(i + 6))) {
            i += 12;
        } else {
            if (high(u) || low(u)) {
                text.replace(i, 6, "\\ufffd");
                ++count;
            }
            i += 6;
        }
    }
    return count;
}

}  // namespace hearsay::engine
