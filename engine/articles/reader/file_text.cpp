#include "engine/articles/reader/file_text.hpp"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <cctype>
#include <string_view>

namespace hearsay::engine {
namespace {

// Does text[at...] read as a byte that `file_text` wrote?
bool looks_written(std::string_view text, std::size_t at) {
    const auto is_digit = [&](std::size_t i) {
        return std::isxdigit(static_cast<unsigned char>(text[i])) != 0;
    };
    return at + 3 < text.size() && text[at] == '\\' && text[at + 1] == 'x' && is_digit(at + 2) &&
           is_digit(at + 3);
}

}  // namespace

std::string file_text(const std::filesystem::path& name) {
    const std::string& bytes = name.native();
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        UChar32 c = 0;
        U8_NEXT(bytes.data(), at, bytes.size(), c);
        if (c < 0 || looks_written(bytes, begin)) {
            for (std::size_t i = begin; i < at; ++i)
                text += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[i]));
        } else {
            text.append(bytes, begin, at - begin);
        }
    }
    return text;
}

}  // namespace hearsay::engine
