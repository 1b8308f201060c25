// Bytes to UTF-8: which encoding a file is in, and its text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graphs/error.hpp"

namespace hearsay::engine {

struct Decoded {
    std::string text;  // well-formed UTF-8, without a byte order mark
    std::string note;  // what a person should know: "read as windows-1251"; empty for plain UTF-8
};

// Tried in this order: a byte order mark (UTF-8, UTF-16, UTF-32), UTF-16 without one (NUL at every other
// byte), well-formed UTF-8, UTF-8 with faults (at least two characters beyond ASCII to each ill-formed
// sequence), the encoding that markup declares (<meta charset>, <?xml encoding?>; `markup` only, and only one
// that has ASCII in it), and ICU's detector, which prefers the Windows code pages and KOI8-R to their ISO
// 8859 cousins (hardly a page uses those). Bytes without a meaning in the encoding become U+FFFD and are
// counted in the note. Errors: the text is not text (see `binary_kind`).
graphs::Result<Decoded> decode(std::string_view bytes, bool markup);

// What bytes are that hold no text: "a PNG image", "a PDF document", "binary data (NUL bytes)", ...
std::optional<std::string> binary_kind(std::string_view bytes);

bool is_utf8(std::string_view bytes);

// NUL characters in `text` become spaces, which moves no offset. Gives how many there were.
std::size_t replace_nul(std::string& text);

}  // namespace hearsay::engine
