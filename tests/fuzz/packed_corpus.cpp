#include "tests/fuzz/packed_corpus.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace hearsay::fuzz {

std::string escaped(std::string_view input) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string line;
    for (const char c : input) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            line += "\\n";
        } else if (c == '\\') {
            line += "\\\\";
        } else if (byte < 0x20 || byte >= 0x7f || (c == '#' && line.empty())) {
            line += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
        } else {
            line += c;
        }
    }
    return line;
}

std::string unescaped(std::string_view line) {
    std::string input;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] != '\\' || at + 1 == line.size()) {
            input += line[at];
            continue;
        }
        const char code = line[++at];
        if (code == 'x') {
            const std::string digits(line.substr(at + 1, 2));
            input += static_cast<char>(std::strtoul(digits.c_str(), nullptr, 16));
            at += 2;
        } else {
            input += code == 'n' ? '\n' : code;
        }
    }
    return input;
}

std::string read_whole(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file.string() + ": cannot be read");
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> read_packed(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file.string() + ": cannot be read");
    std::vector<std::string> inputs;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line[0] != '#') inputs.push_back(unescaped(line));
    }
    return inputs;
}

}  // namespace hearsay::fuzz
