// A file's bytes, read a window at a time, so that a large file needs little memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "graphs/error.hpp"

namespace hearsay::graphs::csv {

class TextFile {
  public:
    // Errors: it is not there, is a directory, may not be read.
    static Result<TextFile> open(const std::filesystem::path& file);
    TextFile(TextFile&&) noexcept;
    TextFile& operator=(TextFile&&) noexcept;
    ~TextFile();

    // What was read and not yet dropped. Behind its end stand 16 line feeds more, which are not of the file:
    // a scan for the end of a line may run over the end, and sixteen bytes may be loaded anywhere.
    const char* begin() const { return bytes_.data() + first_; }
    const char* end() const { return bytes_.data() + end_; }
    void drop(std::size_t bytes) { first_ += bytes; }
    // Reads on behind the end; what is there may move. False: the file has no more, or (`failed`) cannot be
    // read.
    bool read_on();
    bool failed() const { return error_ != 0; }
    Error error() const;

    // The same from the start. Only a file that is not a pipe can be read twice.
    bool restart();
    std::size_t size() const { return size_; }  // as far as is known: 0 for a pipe

  private:
    TextFile() = default;
    std::filesystem::path file_;
    int descriptor_ = -1;
    int error_ = 0;
    bool keeps_all_ = false;  // of a pipe everything is kept, or it could not be read twice
    std::size_t size_ = 0;
    std::vector<char> bytes_;
    std::size_t first_ = 0, end_ = 0;
};

}  // namespace hearsay::graphs::csv
