#include "engine/articles/text/encoding.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace hearsay::engine {
namespace {

constexpr std::size_t detector_window = 64 * 1024;  // the detector needs no more, and is slow

struct Converted {
    std::string text;
    std::size_t replaced = 0;  // U+FFFD that the conversion put in
};

std::string lower(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

// WHATWG Encoding: pages that say ISO-8859-1 or ASCII mean windows-1252.
std::string web_name(std::string_view name) {
    const std::string n = lower(name);
    if (n == "iso-8859-1" || n == "latin1" || n == "us-ascii" || n == "ascii") return "windows-1252";
    if (n == "gb2312") return "gb18030";
    return std::string(name);
}

std::optional<Converted> convert(std::string_view bytes, const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(charset.c_str(), &status), ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    status = U_ZERO_ERROR;
    std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status), ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;

    Converted out;
    out.text.reserve(bytes.size() * 2);
    std::vector<UChar> pivot(8192);
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    std::vector<char> buffer(32768);
    const char* source = bytes.data();
    const char* const end = bytes.data() + bytes.size();
    bool first = true;
    do {
        char* target = buffer.data();
        status = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source, end,
                       pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true,
                       &status);
        first = false;
        out.text.append(buffer.data(), target);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (U_FAILURE(status)) return std::nullopt;
    static constexpr std::string_view replacement = "\xEF\xBF\xBD";
    for (std::size_t at = 0; (at = out.text.find(replacement, at)) != std::string::npos; at += 3)
        ++out.replaced;
    return out;
}

// The encoding that the markup names for itself, within its first 1,024 bytes (HTML Standard, 13.2.3.2).
std::optional<std::string> declared(std::string_view bytes) {
    const std::string head = lower(bytes.substr(0, 1024));
    for (const std::string_view key : {"charset", "encoding"}) {
        for (std::size_t at = 0; (at = head.find(key, at)) != std::string::npos; ++at) {
            std::size_t i = at + key.size();
            const auto blank = [&] {
                return i < head.size() && std::isspace(static_cast<unsigned char>(head[i]));
            };
            while (blank()) ++i;
            if (i >= head.size() || head[i] != '=') continue;
            ++i;
            while (blank()) ++i;
            if (i < head.size() && (head[i] == '"' || head[i] == '\'')) ++i;
            const std::size_t begin = i;
            while (i < head.size() && (std::isalnum(static_cast<unsigned char>(head[i])) || head[i] == '-' ||
                                       head[i] == '_' || head[i] == ':' || head[i] == '.'))
                ++i;
            if (i > begin) return head.substr(begin, i - begin);
        }
    }
    return std::nullopt;
}

std::string detect(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
    const std::string_view sample = bytes.substr(0, detector_window);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status) || count == 0) return "windows-1252";

    // An ISO 8859 page and the Windows page of the same script look alike to the detector: the common one
    // wins unless it is clearly worse.
    constexpr std::int32_t close_enough = 15;
    std::string best;
    std::int32_t best_confidence = -1;
    bool best_is_common = false;
    for (std::int32_t i = 0; i < count; ++i) {
        status = U_ZERO_ERROR;
        const std::string name = ucsdet_getName(matches[i], &status);
        const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
        const bool common = name.rfind("windows-", 0) == 0 || name.rfind("KOI8", 0) == 0 || name == "UTF-8";
        if (best_confidence < 0 || (common && !best_is_common && best.rfind("ISO-8859", 0) == 0 &&
                                    confidence + close_enough >= best_confidence)) {
            best = name;
            best_confidence = confidence;
            best_is_common = common;
        }
    }
    return web_name(best);
}

// NUL at (nearly) every second byte: UTF-16 that lost its mark.
std::optional<std::string> bare_utf16(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 4096);
    if (sample.size() < 8 || bytes.size() % 2 != 0) return std::nullopt;
    std::array<std::size_t, 2> nul{};
    for (std::size_t i = 0; i < sample.size(); ++i) nul[i % 2] += sample[i] == '\0';
    const std::size_t pairs = sample.size() / 2;
    if (nul[1] * 10 >= pairs * 7 && nul[0] * 50 < pairs) return "UTF-16LE";
    if (nul[0] * 10 >= pairs * 7 && nul[1] * 50 < pairs) return "UTF-16BE";
    return std::nullopt;
}

// What stands beyond ASCII in bytes that are taken for UTF-8.
struct BeyondAscii {
    std::size_t right = 0;  // characters
    std::size_t wrong = 0;  // ill-formed sequences
};

// Stops where there are more than `most_wrong`.
BeyondAscii count_beyond_ascii(std::string_view bytes, std::size_t most_wrong) {
    // In pieces, since ICU counts in 32 bits; a piece never ends inside a character.
    const auto* s = reinterpret_cast<const std::uint8_t*>(bytes.data());
    BeyondAscii out;
    for (std::size_t i = 0; i < bytes.size() && out.wrong <= most_wrong;) {
        if (s[i] < 0x80) {
            ++i;
            continue;
        }
        const std::int32_t length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - i, 4));
        std::int32_t at = 0;
        UChar32 c = 0;
        U8_NEXT(s + i, at, length, c);
        ++(c < 0 ? out.wrong : out.right);
        i += static_cast<std::size_t>(at);
    }
    return out;
}

// UTF-8 in which something was broken: in no other encoding do so many bytes by chance make characters of it.
bool is_mostly_utf8(std::string_view bytes) {
    const BeyondAscii found = count_beyond_ascii(bytes, bytes.size());
    return found.right >= 2 * found.wrong;
}

// Whether a text can name this encoding for itself in ASCII: not UTF-16 (which means UTF-8 there, HTML
// Standard, 13.2.3.2), UTF-32 or EBCDIC.
bool could_name_itself(const std::string& charset) {
    constexpr std::string_view declaration = "<meta charset=\"x\">";
    const auto converted = convert(declaration, charset);
    return converted && converted->text == declaration;
}

Decoded as_decoded(Converted converted, const std::string& charset) {
    Decoded out{std::move(converted.text), "read as " + charset};
    if (converted.replaced > 0)
        out.note += fmt::format("; {} {} without a meaning in it became U+FFFD", converted.replaced,
                                converted.replaced == 1 ? "byte sequence" : "byte sequences");
    return out;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    return count_beyond_ascii(bytes, 0).wrong == 0;
}

std::optional<std::string> binary_kind(std::string_view bytes) {
    using Magic = std::pair<std::string_view, const char*>;
    static constexpr std::array<Magic, 16> magics{{{"\x89PNG", "a PNG image"},
                                                   {"\xFF\xD8\xFF", "a JPEG image"},
                                                   {"GIF8", "a GIF image"},
                                                   {"%PDF-", "a PDF document"},
                                                   {"PK\x03\x04", "a ZIP archive or an office document"},
                                                   {"PK\x05\x06", "a ZIP archive"},
                                                   {"\x1F\x8B", "a gzip archive"},
                                                   {"BZh", "a bzip2 archive"},
                                                   {"\xFD"
                                                    "7zXZ",
                                                    "an XZ archive"},
                                                   {"7z\xBC\xAF", "a 7z archive"},
                                                   {"\x28\xB5\x2F\xFD", "a Zstandard archive"},
                                                   {"\x7F"
                                                    "ELF",
                                                    "a program"},
                                                   {"\xD0\xCF\x11\xE0", "an old office document"},
                                                   {"{\\rtf", "an RTF document"},
                                                   {"SQLite format 3", "an SQLite database"},
                                                   {"RIFF", "a media file"}}};
    for (const auto& [magic, kind] : magics)
        if (bytes.substr(0, magic.size()) == magic) return kind;

    const std::string_view sample = bytes.substr(0, detector_window);
    std::size_t nul = 0, control = 0;
    for (const char ch : sample) {
        const auto c = static_cast<unsigned char>(ch);
        nul += c == 0;
        control += c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B);
    }
    if (nul > 0) return "binary data (NUL bytes)";
    if (control > 4 && control * 50 > sample.size()) return "binary data (control characters)";
    return std::nullopt;
}

std::size_t replace_nul(std::string& text) {
    const auto count = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
    if (count > 0) std::replace(text.begin(), text.end(), '\0', ' ');
    return count;
}

graphs::Result<Decoded> decode(std::string_view bytes, bool markup) {
    using Mark = std::pair<std::string_view, const char*>;
    using namespace std::string_view_literals;
    static constexpr std::array<Mark, 5> marks{{{"\xEF\xBB\xBF"sv, "UTF-8"},
                                                {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                                {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                                {"\xFF\xFE"sv, "UTF-16LE"},
                                                {"\xFE\xFF"sv, "UTF-16BE"}}};
    const auto finish = [](Decoded decoded) {
        if (replace_nul(decoded.text) > 0)
            decoded.note +=
                decoded.note.empty() ? "NUL characters became spaces" : "; NUL characters became spaces";
        return decoded;
    };
    for (const auto& [mark, charset] : marks) {
        if (bytes.substr(0, mark.size()) != mark) continue;
        const std::string_view rest = bytes.substr(mark.size());
        if (charset == "UTF-8"sv && is_utf8(rest)) return finish({std::string(rest), ""});
        if (auto converted = convert(rest, charset))
            return finish(as_decoded(std::move(*converted), charset));
    }
    if (const auto charset = bare_utf16(bytes))
        if (auto converted = convert(bytes, *charset))
            return finish(as_decoded(std::move(*converted), *charset));
    if (const auto kind = binary_kind(bytes)) return graphs::fail("", "is " + *kind + ", not text");
    if (is_utf8(bytes)) return Decoded{std::string(bytes), ""};
    if (is_mostly_utf8(bytes))
        if (auto converted = convert(bytes, "UTF-8"))
            return finish(as_decoded(std::move(*converted), "UTF-8"));
    if (markup) {
        if (const auto charset = declared(bytes)) {
            const std::string name = web_name(*charset);
            if (could_name_itself(name))
                if (auto converted = convert(bytes, name))
                    return finish(as_decoded(std::move(*converted), name));
        }
    }
    const std::string charset = detect(bytes);
    if (auto converted = convert(bytes, charset)) return finish(as_decoded(std::move(*converted), charset));
    return graphs::fail("", "is in an encoding that is not known");
}

}  // namespace hearsay::engine
