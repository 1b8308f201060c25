#include "engine/articles/reader/inputs.hpp"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <system_error>

namespace hearsay::engine {
namespace fs = std::filesystem;
namespace {

class Lister {
  public:
    Lister(const Report& note, const Report& error) : note_(note), error_(error) {}

    void named(const fs::path& path) {
        if (path == "-") {
            inputs_.push_back({path, InputFormat::Unknown, 0});
            return;
        }
        std::error_code code;
        const fs::file_status status = fs::status(path, code);
        if (!exists(path, status, code)) return;
        if (!fs::is_directory(status)) {
            file(path, status);
            return;
        }
        const std::size_t before = inputs_.size();
        folder(path);
        if (inputs_.size() == before)
            note_(file_text(path), "holds no file to read (.txt, .html, .json, .jsonl)");
    }
    std::vector<Input> take() { return std::move(inputs_); }

  private:
    // Reports what is not there or cannot be looked at.
    bool exists(const fs::path& path, const fs::file_status& status, const std::error_code& code) {
        if (fs::exists(status)) return true;
        std::error_code ignored;
        if (code == std::errc::too_many_symbolic_link_levels)
            error_(file_text(path), "is a link that leads back to itself");
        else if (fs::is_symlink(fs::symlink_status(path, ignored)))
            error_(file_text(path), "is a link to nothing");
        else if (code == std::errc::permission_denied)
            error_(file_text(path), "no permission to read it");
        else if (code == std::errc::filename_too_long)
            error_(file_text(path), "the name is too long");
        else
            error_(file_text(path), "no such file or folder");
        return false;
    }

    void file(const fs::path& path, const fs::file_status& status) {
        std::error_code code;
        if (access(path.c_str(), R_OK) != 0) {
            error_(file_text(path), "no permission to read it");
            return;
        }
        const std::uintmax_t bytes = fs::is_regular_file(status) ? fs::file_size(path, code) : 0;
        inputs_.push_back({path, format_of(path), code ? 0 : bytes});
    }

    void folder(const fs::path& path) {
        std::error_code code;
        const fs::path real = fs::canonical(path, code);
        if (std::find(above_.begin(), above_.end(), real) != above_.end()) {
            error_(file_text(path), "is a link back to a folder above it");
            return;
        }
        std::vector<fs::path> entries;
        fs::directory_iterator it(path, code);
        for (; !code && it != fs::directory_iterator(); it.increment(code)) entries.push_back(it->path());
        if (code) {
            error_(file_text(path), code == std::errc::permission_denied ? "no permission to read the folder"
                                                                         : code.message());
            return;
        }
        std::sort(entries.begin(), entries.end());
        above_.push_back(real);
        std::size_t others = 0;
        for (const fs::path& entry : entries) {
            if (entry.filename().string().front() == '.') continue;
            const fs::file_status status = fs::status(entry, code);
            if (!exists(entry, status, code)) continue;
            if (fs::is_directory(status))
                folder(entry);
            else if (format_of(entry) == InputFormat::Unknown)
                ++others;
            else if (!fs::is_regular_file(status))
                error_(file_text(entry), "is not a plain file");
            else
                file(entry, status);
        }
        above_.pop_back();
        if (others > 0)
            note_(file_text(path),
                  std::to_string(others) + (others == 1 ? " file of another kind was left out"
                                                        : " files of other kinds were left out"));
    }

    const Report& note_;
    const Report& error_;
    std::vector<fs::path> above_;  // the real folders that are being searched
    std::vector<Input> inputs_;
};

}  // namespace

InputFormat format_of(const fs::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    if (ending == ".txt") return InputFormat::Text;
    if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return InputFormat::Html;
    if (ending == ".json") return InputFormat::Json;
    if (ending == ".jsonl" || ending == ".ndjson") return InputFormat::JsonLines;
    return InputFormat::Unknown;
}

std::vector<Input> list_inputs(const std::vector<std::string>& paths, const Report& note,
                               const Report& error) {
    Lister lister(note, error);
    for (const std::string& path : paths) lister.named(path);
    return lister.take();
}

}  // namespace hearsay::engine
