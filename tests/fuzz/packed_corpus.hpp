// A corpus as one text file: an input a line, so that git and people can read it.
//
// Line breaks, backslashes and bytes that are no printable ASCII are escaped as in C: \n, \\, \xHH. Empty
// lines and lines that begin with `#` are comments.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::fuzz {

std::string escaped(std::string_view input);
std::string unescaped(std::string_view line);

// Throws std::runtime_error if the file cannot be read.
std::vector<std::string> read_packed(const std::filesystem::path& file);
std::string read_whole(const std::filesystem::path& file);

}  // namespace hearsay::fuzz
