// A file of questions and expected answers; README.md describes the form.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hearsay::scripts {

// A part of the file between blank lines: a graph, a case, or a comment.
struct Block {
    enum class Kind { Comment, Graph, Case };
    Kind kind = Kind::Comment;
    std::size_t line = 0;              // of its first line, from 1
    std::vector<std::string> comment;  // lines that begin with `#` right above
    std::vector<std::string> lines;    // of a graph: `vertex ...` and `edge ...`; of a case: `with ...`
    std::string query;
    std::string expectation;            // "answer", "answer in order" or "error"
    std::vector<std::string> expected;  // the lines after it
};

// Throws std::runtime_error, which names file and line, if the file cannot be read or is ill-formed.
std::vector<Block> read_blocks(const std::filesystem::path& file);
void write_blocks(const std::filesystem::path& file, const std::vector<Block>& blocks);

}  // namespace hearsay::scripts
