// What was typed at the prompt, kept from session to session.
//
// One entry a line in the file: a statement as it was typed, with newline, carriage return and backslash
// written \n, \r, \\. Sessions side by side append to the same file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/error.hpp"

namespace hearsay::repl {

class History {
  public:
    // $XDG_STATE_HOME/hearsay/history or ~/.local/state/hearsay/history; nullopt where neither variable is
    // set.
    static std::optional<std::filesystem::path> default_file();

    // Reads the file if there is one; the newest `most` entries are kept. Without a file the history ends
    // with the session.
    explicit History(std::optional<std::filesystem::path> file, std::size_t most = 5000);

    const std::vector<std::string>& entries() const { return entries_; }  // oldest first
    // False: blank, or the same as the one before.
    bool is_new(std::string_view entry) const;
    // Keeps the entry and appends it to the file; folders are made (only their owner can look into them). The
    // error is for the first time only: afterwards the history ends with the session.
    graphs::Result<void> add(std::string_view entry);

  private:
    std::optional<std::filesystem::path> file_;
    std::vector<std::string> entries_;
};

std::string encode_entry(std::string_view entry);
std::string decode_entry(std::string_view line);

}  // namespace hearsay::repl
