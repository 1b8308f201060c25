#include "tests/scripts/script_file.hpp"

#include <fstream>
#include <stdexcept>

namespace hearsay::scripts {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::size_t line, const std::string& reason) {
    throw std::runtime_error(file.string() + ":" + std::to_string(line) + ": " + reason);
}

bool is_expectation(const std::string& line) {
    return line == "answer" || line == "answer in order" || line == "error";
}

Block read_block(const std::vector<std::string>& lines, std::size_t first,
                 const std::filesystem::path& file) {
    Block block;
    block.line = first;
    std::size_t at = 0;
    while (at < lines.size() && lines[at].starts_with("#")) block.comment.push_back(lines[at++]);
    if (at == lines.size()) return block;
    if (lines[at] == "graph") {
        block.kind = Block::Kind::Graph;
        block.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, lines.end());
        return block;
    }
    if (lines[at] != "query") refuse(file, first + at, "a block begins with `graph` or `query`");
    block.kind = Block::Kind::Case;
    for (++at; at < lines.size() && !is_expectation(lines[at]); ++at) {
        if (lines[at].starts_with("with ") && block.query.empty()) {
            block.lines.push_back(lines[at]);
        } else {
            block.query += (block.query.empty() ? "" : "\n") + lines[at];
        }
    }
    if (at == lines.size()) refuse(file, first, "the query has no `answer`, `answer in order` or `error`");
    block.expectation = lines[at];
    block.expected.assign(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, lines.end());
    return block;
}

}  // namespace

std::vector<Block> read_blocks(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file.string() + ": cannot be read");
    std::vector<Block> blocks;
    std::vector<std::string> lines;
    std::string line;
    std::size_t number = 0;
    const auto finish = [&] {
        if (!lines.empty()) blocks.push_back(read_block(lines, number - lines.size(), file));
        lines.clear();
    };
    while (std::getline(in, line)) {
        ++number;
        if (line.empty()) {
            finish();
        } else {
            lines.push_back(line);
        }
    }
    ++number;
    finish();
    return blocks;
}

void write_blocks(const std::filesystem::path& file, const std::vector<Block>& blocks) {
    std::ofstream out(file);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (i > 0) out << "\n";
        for (const auto& line : block.comment) out << line << "\n";
        if (block.kind == Block::Kind::Graph) out << "graph\n";
        if (block.kind == Block::Kind::Case) out << "query\n";
        for (const auto& line : block.lines) out << line << "\n";
        if (block.kind != Block::Kind::Case) continue;
        out << block.query << "\n" << block.expectation << "\n";
        for (const auto& line : block.expected) out << line << "\n";
    }
}

}  // namespace hearsay::scripts
