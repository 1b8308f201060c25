// Where results go: standard output, a file, or a string.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "graphs/error.hpp"

namespace hearsay::repl {

class Sink {
  public:
    virtual ~Sink() = default;
    virtual void write(std::string_view text) = 0;
    // Everything written so far is out. The error is the first that happened since the sink was made: "No
    // space left on device".
    virtual graphs::Result<void> flush() = 0;
};

class StringSink : public Sink {
  public:
    void write(std::string_view text) override { text_ += text; }
    graphs::Result<void> flush() override { return {}; }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

class FileSink : public Sink {
  public:
    // A stream that somebody else closes; `name` is for error texts.
    FileSink(std::FILE* stream, std::string name) : stream_(stream), name_(std::move(name)) {}
    // Creates the file, or empties it. Errors: it cannot be written.
    static graphs::Result<FileSink> create(const std::filesystem::path& file);

    FileSink(FileSink&& other) noexcept;
    FileSink& operator=(FileSink&&) = delete;
    ~FileSink() override;

    void write(std::string_view text) override;
    graphs::Result<void> flush() override;
    const std::string& name() const { return name_; }

  private:
    std::FILE* stream_;
    std::string name_;
    bool owned_ = false;
    int error_ = 0;  // errno of the first failure
};

}  // namespace hearsay::repl
