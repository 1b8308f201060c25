#include "repl/output/sink.hpp"

#include <cerrno>
#include <system_error>

namespace hearsay::repl {

graphs::Result<FileSink> FileSink::create(const std::filesystem::path& file) {
    std::FILE* stream = std::fopen(file.c_str(), "wb");
    if (stream == nullptr) return graphs::fail(file.string(), std::generic_category().message(errno));
    FileSink sink(stream, file.string());
    sink.owned_ = true;
    return sink;
}

FileSink::FileSink(FileSink&& other) noexcept
    : stream_(other.stream_), name_(std::move(other.name_)), owned_(other.owned_), error_(other.error_) {
    other.owned_ = false;
    other.stream_ = nullptr;
}

FileSink::~FileSink() {
    if (owned_) std::fclose(stream_);
}

void FileSink::write(std::string_view text) {
    if (error_ != 0) return;
    if (std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) error_ = errno;
}

graphs::Result<void> FileSink::flush() {
    if (error_ == 0 && std::fflush(stream_) != 0) error_ = errno;
    if (error_ != 0) return graphs::fail(name_, std::generic_category().message(error_));
    return {};
}

}  // namespace hearsay::repl
