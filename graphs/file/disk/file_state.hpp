// Whether a file is still the one that was read: another program may write it, or put another in its place.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace hearsay::graphs {

// What the file system tells of a file without opening it. A state that differs means that the file may have
// other content; one that is equal, that it has the same, unless it was written twice within one tick of the
// file system's clock.
struct FileState {
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t seconds = 0, nanoseconds = 0;  // of the last change

    bool operator==(const FileState&) const = default;
    bool same_file(const FileState& other) const { return device == other.device && inode == other.inode; }
};

// None: there is no such file, or it cannot be reached.
std::optional<FileState> state_of(const std::filesystem::path& file);

}  // namespace hearsay::graphs
