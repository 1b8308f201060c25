#include "engine/articles/reader/lines.hpp"

#include <fmt/format.h>

#include <array>

#include "graphs/amount_text.hpp"

namespace hearsay::engine {

LineRead read_line(std::istream& in, std::string& line, std::size_t most) {
    line.clear();
    bool any = false, too_long = false;
    std::array<char, 1 << 14> piece;
    while (in.good()) {
        in.getline(piece.data(), piece.size());
        auto count = static_cast<std::size_t>(in.gcount());
        any = any || count > 0;
        const bool goes_on = in.fail() && !in.eof() && !in.bad();  // the piece is full
        if (goes_on) in.clear();
        const bool ended = !goes_on && !in.eof() && !in.bad();
        if (ended) --count;  // the line feed
        if (!too_long) line.append(piece.data(), count);
        too_long = too_long || line.size() > most;
        if (ended) break;
    }
    if (!any || in.bad()) return LineRead::End;
    return too_long ? LineRead::TooLong : LineRead::Whole;
}

std::string too_large_reason(std::size_t most) {
    return fmt::format("is larger than {}, the most that one article may have; `--max-article` raises it",
                       graphs::size_text(most));
}

}  // namespace hearsay::engine
