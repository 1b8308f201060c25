#include "graphs/file/disk/file_state.hpp"

#include <sys/stat.h>

namespace hearsay::graphs {

std::optional<FileState> state_of(const std::filesystem::path& file) {
    struct stat now {};
    if (::stat(file.c_str(), &now) != 0) return std::nullopt;
    return FileState{now.st_dev, now.st_ino, static_cast<std::uint64_t>(now.st_size), now.st_mtim.tv_sec,
                     now.st_mtim.tv_nsec};
}

}  // namespace hearsay::graphs
