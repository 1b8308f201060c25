#include "engine/articles/reader/lines.hpp"

#include <fmt/format.h>

#include <array>

#include "graphs/values/amount_text.hpp"

namespace hearsay::engine {

namespace {

constexpr std::size_t piece_size = 1 << 14;

// Reads on in a line, to its end or as far as a piece goes.
struct Piece {
    std::size_t count = 0;   // bytes read, the line feed included
    bool ends_line = false;  // by a line feed
};
Piece read_piece(std::istream& in, std::array<char, piece_size>& piece) {
    in.getline(piece.data(), piece.size());
    const bool full = in.fail() && !in.eof() && !in.bad();
    if (full) in.clear();
    return {static_cast<std::size_t>(in.gcount()), !full && !in.eof() && !in.bad()};
}

}  // namespace

LineRead read_line(std::istream& in, std::string& line, std::size_t most) {
    line.clear();
    bool any = false;
    std::array<char, piece_size> bytes;
    while (in.good()) {
        const Piece piece = read_piece(in, bytes);
        any = any || piece.count > 0;
        line.append(bytes.data(), piece.ends_line ? piece.count - 1 : piece.count);
        if (line.size() > most) {
            if (piece.ends_line) in.unget();  // for `skip_line`
            return LineRead::TooLong;
        }
        if (piece.ends_line) break;
    }
    return any && !in.bad() ? LineRead::Whole : LineRead::End;
}

void skip_line(std::istream& in) {
    std::array<char, piece_size> bytes;
    while (in.good() && !read_piece(in, bytes).ends_line) {
    }
}

std::string too_large_reason(std::size_t most) {
    return fmt::format("is larger than {}, the most that one article may have; `--max-article` raises it",
                       graphs::size_text(most));
}

}  // namespace hearsay::engine
