// Lines of input that may have no end.
#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace hearsay::engine {

enum class LineRead {
    Whole,    // a line, without its line feed
    TooLong,  // the beginning of one that is longer; `skip_line` goes behind it
    End       // nothing is left, or reading failed
};

// Reads a line of at most `most` bytes, and little more of a longer one.
LineRead read_line(std::istream& in, std::string& line, std::size_t most);
// Passes over the rest of the line, which may be without end.
void skip_line(std::istream& in);

// Why an article of more bytes is passed over, and what helps.
std::string too_large_reason(std::size_t most);

}  // namespace hearsay::engine
