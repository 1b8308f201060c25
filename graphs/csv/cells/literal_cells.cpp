#include "graphs/csv/cells/literal_cells.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>

#include "graphs/csv/cells/temporal_cells.hpp"
#include "graphs/csv/cells/type.hpp"
#include "graphs/error.hpp"

namespace hearsay::graphs::csv {
namespace {

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | code >> 6);
        put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(0xe0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    } else {
        put(0xf0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3f));
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    }
}

class LiteralReader {
  public:
    explicit LiteralReader(std::string_view text) : rest_(text) {}

    std::optional<Value> read() {
        skip_spaces();
        auto value = rest_.starts_with('[') ? list() : single();
        skip_spaces();
        return rest_.empty() ? value : std::nullopt;
    }

  private:
    void skip_spaces() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) rest_.remove_prefix(1);
    }
    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    std::optional<Value> list() {
        List items;
        take('[');
        skip_spaces();
        if (take(']')) return Value(std::move(items));
        for (;;) {
            skip_spaces();
            auto item = single();
            if (!item) return std::nullopt;
            items.push_back(std::move(*item));
            skip_spaces();
            if (take(']')) return Value(std::move(items));
            if (!take(',')) return std::nullopt;
        }
    }

    std::optional<Value> single() {
        if (rest_.empty()) return std::nullopt;
        if (rest_.front() == '\'' || rest_.front() == '"') {
            auto text = quoted();
            return text ? std::optional<Value>(Value(*text)) : std::nullopt;
        }
        const std::size_t end = rest_.find_first_of(" \t,]('\"[");
        const std::string_view word = rest_.substr(0, end);
        rest_.remove_prefix(word.size());
        if (take('(')) return call(word);
        if (const auto whole = read_integer(word)) return Value(*whole);
        if (const auto number = read_float(word);
            number && (word.find_first_of(".eEy") != std::string_view::npos || std::isnan(*number)))
            return Value(*number);
        if (const auto truth = read_boolean(word)) return Value(*truth);
        return std::nullopt;
    }

    std::optional<Value> call(std::string_view name) {
        skip_spaces();
        const auto text = quoted();
        skip_spaces();
        const auto type = cell_type(name);
        if (!text || !take(')') || !type) return std::nullopt;
        switch (*type) {
            case CellType::Date:
            case CellType::LocalTime:
            case CellType::Time:
            case CellType::LocalDateTime:
            case CellType::DateTime:
            case CellType::Duration:
                return read_cell(*text, *type);
            default:
                return std::nullopt;
        }
    }

    std::optional<std::string> quoted() {
        if (rest_.empty() || (rest_.front() != '\'' && rest_.front() != '"')) return std::nullopt;
        const char quote = rest_.front();
        rest_.remove_prefix(1);
        std::string text;
        while (!rest_.empty()) {
            const char c = rest_.front();
            rest_.remove_prefix(1);
            if (c == quote) return text;
            if (c != '\\')
                text += c;
            else if (!escaped(text))
                return std::nullopt;
        }
        return std::nullopt;
    }

    bool escaped(std::string& text) {
        if (rest_.empty()) return false;
        const char c = rest_.front();
        rest_.remove_prefix(1);
        constexpr std::string_view written = "ntrbf\\'\"/", meant = "\n\t\r\b\f\\'\"/";
        if (const std::size_t at = written.find(c); at != std::string_view::npos)
            return text += meant[at], true;
        if (c != 'u') return false;
        auto code = four_hex_digits();
        if (code && *code >= 0xd800 && *code < 0xdc00) {  // the first half of a pair (UTF-16)
            if (!take('\\') || !take('u')) return false;
            const auto low = four_hex_digits();
            if (!low || *low < 0xdc00 || *low > 0xdfff) return false;
            code = 0x10000 + ((*code - 0xd800) << 10) + (*low - 0xdc00);
        } else if (!code || (*code >= 0xdc00 && *code < 0xe000)) {
            return false;
        }
        return append_utf8(text, *code), true;
    }

    std::optional<std::uint32_t> four_hex_digits() {
        if (rest_.size() < 4) return std::nullopt;
        std::uint32_t code = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + 4, code, 16);
        if (error != std::errc() || end != rest_.data() + 4) return std::nullopt;
        rest_.remove_prefix(4);
        return code;
    }

    std::string_view rest_;
};

void append_quoted(std::string& out, std::string_view text) {
    out += '\'';
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    out += '\'';
}

}  // namespace

std::optional<Value> read_literal(std::string_view text) {
    if (!is_utf8(text)) return std::nullopt;
    return LiteralReader(text).read();
}

std::string float_text(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
    char digits[32];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
    HEARSAY_ASSERT(error == std::errc());
    std::string text(digits, end);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string literal_text(const Value& value) {
    std::string text;
    switch (value.kind()) {
        case Kind::Boolean:
            return value.boolean() ? "true" : "false";
        case Kind::Integer:
            return std::to_string(value.integer());
        case Kind::Float:
            return float_text(value.floating());
        case Kind::String:
            append_quoted(text, value.string());
            return text;
        case Kind::List:
            for (const Value& item : value.list()) text += (text.empty() ? "" : ", ") + literal_text(item);
            return "[" + text + "]";
        case Kind::Date:
            return "date('" + temporal_text(value) + "')";
        case Kind::LocalTime:
            return "localtime('" + temporal_text(value) + "')";
        case Kind::Time:
            return "time('" + temporal_text(value) + "')";
        case Kind::LocalDateTime:
            return "localdatetime('" + temporal_text(value) + "')";
        case Kind::DateTime:
            return "datetime('" + temporal_text(value) + "')";
        case Kind::Duration:
            return "duration('" + temporal_text(value) + "')";
        case Kind::Null:
        case Kind::Map:
        case Kind::Vertex:
        case Kind::Edge:
        case Kind::Path:
            break;
    }
    broken("a property is of a kind that can be stored", __FILE__, __LINE__);
}

}  // namespace hearsay::graphs::csv
