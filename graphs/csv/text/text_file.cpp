#include "graphs/csv/text/text_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace hearsay::graphs::csv {
namespace {

constexpr std::size_t window = std::size_t{1} << 18;  // fits a processor's second cache
constexpr std::size_t padding = 16;

}  // namespace

Result<TextFile> TextFile::open(const std::filesystem::path& file) {
    const auto failed = [&file](int number) {
        return fail(file.string(), number == ENOENT
                                       ? "does not exist"
                                       : "cannot be read (" + std::system_category().message(number) + ")");
    };
    TextFile opened;
    opened.file_ = file;
    opened.descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened.descriptor_ < 0) return failed(errno);
    struct stat status {};
    if (::fstat(opened.descriptor_, &status) != 0) return failed(errno);
    if (S_ISDIR(status.st_mode)) return fail(file.string(), "is a directory");
    opened.keeps_all_ = !S_ISREG(status.st_mode);
    if (!opened.keeps_all_) opened.size_ = static_cast<std::size_t>(status.st_size);
    opened.bytes_.assign(padding, '\n');
    return opened;
}

TextFile::TextFile(TextFile&& other) noexcept
    : file_(std::move(other.file_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      error_(other.error_),
      keeps_all_(other.keeps_all_),
      size_(other.size_),
      bytes_(std::move(other.bytes_)),
      first_(other.first_),
      end_(other.end_) {}

TextFile& TextFile::operator=(TextFile&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(error_, other.error_);
    std::swap(keeps_all_, other.keeps_all_);
    std::swap(size_, other.size_);
    std::swap(bytes_, other.bytes_);
    std::swap(first_, other.first_);
    std::swap(end_, other.end_);
    return *this;
}

TextFile::~TextFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

bool TextFile::read_on() {
    if (!keeps_all_ && first_ > 0) {
        std::memmove(bytes_.data(), bytes_.data() + first_, end_ - first_);
        end_ -= first_;
        first_ = 0;
    }
    // A row that does not fit its window gets twice the room, so that a long one is not read too often.
    const std::size_t room = std::max(window, 2 * (end_ - first_));
    if (bytes_.size() < first_ + room + padding)
        bytes_.resize(std::max(first_ + room + padding, keeps_all_ ? bytes_.size() * 2 : 0));
    ssize_t got = 0;
    do {
        got = ::read(descriptor_, bytes_.data() + end_, bytes_.size() - padding - end_);
    } while (got < 0 && errno == EINTR);
    if (got < 0) error_ = errno;
    if (got > 0) end_ += static_cast<std::size_t>(got);
    std::memset(bytes_.data() + end_, '\n', padding);
    return got > 0;
}

Error TextFile::error() const {
    return {file_.string(), "cannot be read (" + std::system_category().message(error_) + ")"};
}

bool TextFile::restart() {
    first_ = 0;
    if (keeps_all_) return true;
    end_ = 0;
    std::memset(bytes_.data(), '\n', padding);
    return ::lseek(descriptor_, 0, SEEK_SET) == 0;
}

}  // namespace hearsay::graphs::csv
