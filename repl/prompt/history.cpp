#include "repl/prompt/history.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace hearsay::repl {

namespace fs = std::filesystem;

std::optional<fs::path> History::default_file() {
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state != nullptr && state[0] == '/') return fs::path(state) / "hearsay" / "history";
    const char* home = std::getenv("HOME");
    if (home != nullptr && home[0] == '/') return fs::path(home) / ".local" / "state" / "hearsay" / "history";
    return std::nullopt;
}

History::History(std::optional<fs::path> file, std::size_t most) : file_(std::move(file)) {
    if (!file_) return;
    std::ifstream in(*file_, std::ios::binary);
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) entries_.push_back(decode_entry(line));
    if (entries_.size() <= most) return;
    const bool overgrown = entries_.size() > 2 * most;
    entries_.erase(entries_.begin(), entries_.end() - static_cast<std::ptrdiff_t>(most));
    if (!overgrown) return;
    const fs::path fresh = file_->string() + ".new";
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    for (const std::string& entry : entries_) out << encode_entry(entry) << '\n';
    out.close();
    std::error_code error;
    if (out) {
        fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, error);
        fs::rename(fresh, *file_, error);
    } else {
        fs::remove(fresh, error);
    }
}

bool History::is_new(std::string_view entry) const {
    if (entry.find_first_not_of(" \t\r\n") == std::string_view::npos) return false;
    return entries_.empty() || entries_.back() != entry;
}

graphs::Result<void> History::add(std::string_view entry) {
    if (!is_new(entry)) return {};
    entries_.emplace_back(entry);
    if (!file_) return {};
    std::error_code error;
    if (!fs::exists(file_->parent_path(), error)) {
        fs::create_directories(file_->parent_path(), error);
        if (!error) fs::permissions(file_->parent_path(), fs::perms::owner_all, error);
    }
    const std::string line = encode_entry(entry) + "\n";
    const int descriptor = ::open(file_->c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    int why = descriptor < 0 ? errno : 0;
    if (descriptor >= 0) {
        if (::write(descriptor, line.data(), line.size()) != static_cast<ssize_t>(line.size())) why = errno;
        ::close(descriptor);
    }
    if (why == 0) return {};
    const std::string name = file_->string();
    file_.reset();
    return graphs::fail(name, "the history cannot be kept: " + std::generic_category().message(why));
}

std::string encode_entry(std::string_view entry) {
    std::string line;
    for (char c : entry) {
        switch (c) {
            case '\\':
                line += "\\\\";
                break;
            case '\n':
                line += "\\n";
                break;
            case '\r':
                line += "\\r";
                break;
            default:
                line += c;
        }
    }
    return line;
}

std::string decode_entry(std::string_view line) {
    std::string entry;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] != '\\' || at + 1 == line.size()) {
            entry += line[at];
            continue;
        }
        const char c = line[++at];
        entry += c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
    return entry;
}

}  // namespace hearsay::repl
