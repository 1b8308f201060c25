// File names for completion.
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "repl/prompt/completion.hpp"

namespace hearsay::repl {

std::vector<std::string> files_that_begin(std::string_view begin) {
    namespace fs = std::filesystem;
    const std::size_t slash = begin.rfind('/');
    const std::string folder(slash == std::string_view::npos ? "" : begin.substr(0, slash + 1));
    const std::string_view name = slash == std::string_view::npos ? begin : begin.substr(slash + 1);
    fs::path where = folder.empty() ? "." : folder;
    const char* home = std::getenv("HOME");
    if (folder.rfind("~/", 0) == 0 && home != nullptr) where = fs::path(home) / folder.substr(2);
    std::vector<std::string> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(where, error)) {
        const std::string file = entry.path().filename().string();
        if (file.rfind(name, 0) != 0 || (name.empty() && file.front() == '.')) continue;
        std::string text = folder;
        for (char c : file) {  // as `words_of` reads it
            if (c == ' ' || c == '\'' || c == '"' || c == '\\') text += '\\';
            text += c;
        }
        std::error_code ignored;
        found.push_back(text + (entry.is_directory(ignored) ? "/" : ""));
    }
    return found;
}

}  // namespace hearsay::repl
