// A new file that is there whole, or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "graphs/error.hpp"
#include "graphs/file/disk/file_state.hpp"

namespace hearsay::graphs {

// Makes a file with these bytes, on the disk when it returns, where there is none; whoever is killed on the
// way leaves nothing under this name. None: something has that name already, and stays as it is. A symbolic
// link that leads nowhere gets its file. Errors: those of the operating system; nothing was made then.
Result<std::optional<FileState>> make_new_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace hearsay::graphs
