#include "graphs/file/disk/new_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace hearsay::graphs {
namespace {

namespace fs = std::filesystem;

constexpr mode_t mode = 0644;  // less the process's umask, as SQLite makes its files

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int get() const { return number_; }
    bool is_open() const { return number_ >= 0; }

  private:
    int number_;
};

// The functions below give 0, or the operating system's error.

int write_all(const Descriptor& file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file.get()) == 0 ? 0 : errno;
}

int sync_folder(const fs::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.is_open()) return errno;
    const bool done = ::fsync(opened.get()) == 0 || errno == EINVAL;  // some file systems know no such thing
    return done ? 0 : errno;
}

FileState state_of(const Descriptor& file) {
    struct stat now {};
    ::fstat(file.get(), &now);
    return {now.st_dev, now.st_ino, static_cast<std::uint64_t>(now.st_size), now.st_mtim.tv_sec,
            now.st_mtim.tv_nsec};
}

// Writes a file that has no name until it is whole: while it has none it goes with its descriptor.
int make_without_name(const fs::path& file, std::string_view bytes, FileState& made) {
    const Descriptor opened(::open(file.parent_path().c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, mode));
    if (!opened.is_open()) return errno;
    if (const int error = write_all(opened, bytes); error != 0) return error;
    made = state_of(opened);
    const std::string from = "/proc/self/fd/" + std::to_string(opened.get());
    return ::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, file.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

// For file systems that have no such files: under another name first, which a kill leaves behind.
int make_with_other_name(const fs::path& file, std::string_view bytes, FileState& made) {
    const fs::path other = file.parent_path() / (".hearsay-new-" + std::to_string(::getpid()));
    const Descriptor opened(::open(other.c_str(), O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, mode));
    if (!opened.is_open()) return errno;
    int error = write_all(opened, bytes);
    made = state_of(opened);
    if (error == 0 && ::renameat2(AT_FDCWD, other.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) != 0)
        error = errno;
    if (error != 0) ::unlink(other.c_str());
    return error;
}

// Where a symbolic link leads, be it to nothing.
fs::path behind_links(fs::path file) {
    std::error_code error;
    for (int links = 0; links < 40; ++links) {
        const fs::path target = fs::read_symlink(file, error);
        if (error) break;
        file = file.parent_path() / target;
    }
    return fs::absolute(file);
}

}  // namespace

Result<std::optional<FileState>> make_new_file(const fs::path& file, std::string_view bytes) {
    const fs::path place = behind_links(file);
    FileState made;
    int error = make_without_name(place, bytes, made);
    if (error == EOPNOTSUPP || error == EISDIR || error == EINVAL || error == ENOENT || error == EPERM)
        error = make_with_other_name(place, bytes, made);
    if (error == EEXIST) return std::nullopt;
    if (error == 0 && (error = sync_folder(place.parent_path())) != 0) ::unlink(place.c_str());
    if (error != 0)
        return fail(file.string(), "cannot be created (" + std::system_category().message(error) + ")");
    return made;
}

}  // namespace hearsay::graphs
