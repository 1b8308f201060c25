#include "grammar/text/scan.hpp"

namespace hearsay::grammar {

namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
}

// To past the closing quote; a backslash takes the next character with it where `escapes`.
RawToken quoted(std::string_view text, std::size_t begin, RawToken::Kind kind, bool escapes) {
    const char quote = text[begin];
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
        if (escapes && text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            return {kind, begin, at + 1};
        }
    }
    return {kind, begin, text.size(), false};
}

RawToken comment(std::string_view text, std::size_t begin) {
    if (text[begin + 1] == '/') {
        const std::size_t end = text.find_first_of("\r\n", begin);
        return {RawToken::Kind::Comment, begin, end == std::string_view::npos ? text.size() : end};
    }
    const std::size_t end = text.find("*/", begin + 2);
    if (end == std::string_view::npos) return {RawToken::Kind::Comment, begin, text.size(), false};
    return {RawToken::Kind::Comment, begin, end + 2};
}

}  // namespace

RawToken raw_token(std::string_view text, std::size_t begin) {
    using Kind = RawToken::Kind;
    const auto run = [&](Kind kind, bool (*belongs)(char)) {
        std::size_t end = begin + 1;
        while (end < text.size() && belongs(text[end])) ++end;
        return RawToken{kind, begin, end};
    };
    const char c = text[begin];
    if (is_space(c)) return run(Kind::Space, is_space);
    if (is_word(c)) return run(Kind::Word, is_word);
    switch (c) {
        case '\'':
        case '"':
            return quoted(text, begin, Kind::String, true);
        case '`':
            return quoted(text, begin, Kind::QuotedName, false);
        case '/':
            if (begin + 1 < text.size() && (text[begin + 1] == '/' || text[begin + 1] == '*'))
                return comment(text, begin);
            break;
        case '(':
        case '[':
        case '{':
            return {Kind::Open, begin, begin + 1};
        case ')':
        case ']':
        case '}':
            return {Kind::Close, begin, begin + 1};
        default:
            break;
    }
    return {Kind::Other, begin, begin + 1};
}

std::size_t bracketed_length(std::string_view text) {
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const RawToken token = raw_token(text, at);
        at = token.end;
        if (token.kind == RawToken::Kind::Open) ++depth;
        if (token.kind == RawToken::Kind::Close) --depth;
        if (depth == 0) return at;
    }
    return 0;
}

std::vector<std::size_t> open_brackets(std::string_view text) {
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < text.size();) {
        const RawToken token = raw_token(text, at);
        if (token.kind == RawToken::Kind::Open) open.push_back(at);
        if (token.kind == RawToken::Kind::Close && !open.empty()) open.pop_back();
        at = token.end;
    }
    return open;
}

}  // namespace hearsay::grammar
