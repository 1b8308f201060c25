// The files behind the paths that a person names.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "engine/articles/reader/file_text.hpp"

namespace hearsay::engine {

enum class InputFormat { Text, Html, Json, JsonLines, Unknown };  // Unknown: look into it

struct Input {
    std::filesystem::path file;  // "-" is standard input
    InputFormat format = InputFormat::Unknown;
    std::uintmax_t bytes = 0;  // 0 where it is not known (standard input, a pipe)
    std::string name() const { return file_text(file); }
};

// By the ending of the name, in any case: .txt .html .htm .xhtml .json .jsonl .ndjson.
InputFormat format_of(const std::filesystem::path& file);

using Report = std::function<void(const std::string& place, const std::string& text)>;

// Folders are searched recursively, in the order of the names (bytes), hidden files left out; in a folder
// only files with a known ending are taken, and `note` counts the others. `error` names what cannot be read:
// no such file, no permission, a link to nothing, a link back to a folder above.
std::vector<Input> list_inputs(const std::vector<std::string>& paths, const Report& note,
                               const Report& error);

}  // namespace hearsay::engine
