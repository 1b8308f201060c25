// A file's name as text: the names that Linux allows are bytes, and not all of them are UTF-8.
#pragma once

#include <filesystem>
#include <string>

namespace hearsay::engine {

// The name, with each byte that is not UTF-8 written as \xHH (two small hexadecimal digits). A backslash that
// stands before such signs in the name itself is written \x5c, so that each text stands for one name: printf
// '%b' of a shell gives it again where the name has no other backslash.
std::string file_text(const std::filesystem::path& name);

}  // namespace hearsay::engine
