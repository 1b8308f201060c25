// corpus unpack FILE.txt FOLDER     a packed corpus as one file an input, for the fuzzer
// corpus pack FOLDER FILE.txt       back again, shortest first
// corpus seeds FILE... FOLDER       the queries of *.test files; scripts (*.cypher) whole
// corpus chunks FOLDER              a graph's bytes, for fuzz_chunk
// corpus words                      the dictionary: the words and signs of the language, the functions
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <stdexcept>

#include "engine/claims/language.hpp"
#include "grammar/text/keywords.hpp"
#include "graphs/file/chunks/chunk.hpp"
#include "tests/fuzz/fuzz_graph.hpp"
#include "tests/fuzz/packed_corpus.hpp"
#include "tests/scripts/script_file.hpp"

using namespace hearsay;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& folder, const std::string& input) {
    fs::create_directories(folder);
    char name[17];
    std::snprintf(name, sizeof name, "%016zx", std::hash<std::string>()(input));
    std::ofstream(folder / name, std::ios::binary) << input;
}

void unpack(const fs::path& file, const fs::path& folder) {
    for (const std::string& input : fuzz::read_packed(file)) write(folder, input);
}

void pack(const fs::path& folder, const fs::path& file) {
    std::vector<std::string> inputs;
    for (const auto& entry : fs::directory_iterator(folder)) inputs.push_back(fuzz::read_whole(entry.path()));
    std::sort(inputs.begin(), inputs.end(), [](const auto& a, const auto& b) {
        return std::pair(a.size(), std::string_view(a)) < std::pair(b.size(), std::string_view(b));
    });
    std::ofstream out(file);
    for (const std::string& input : inputs) {
        if (!input.empty()) out << fuzz::escaped(input) << "\n";
    }
}

void seeds(const std::vector<fs::path>& files, const fs::path& folder) {
    for (const fs::path& file : files) {
        if (file.extension() != ".test") {
            write(folder, fuzz::read_whole(file));
            continue;
        }
        for (const auto& block : scripts::read_blocks(file)) {
            if (block.kind == scripts::Block::Kind::Case) write(folder, block.query);
        }
    }
}

// Without their checksums, which the target makes itself.
void chunks(const fs::path& folder) {
    constexpr std::size_t checksum = 8;
    const graphs::PropertyGraph graph = fuzz::small_graph();
    const std::string vertices = graphs::encode_vertices(graph, 0).substr(checksum);
    const std::string edges = graphs::encode_edges(graph, 0).substr(checksum);
    const std::string length = {static_cast<char>(vertices.size() & 255),
                                static_cast<char>(vertices.size() >> 8)};
    write(folder, length + vertices + edges);
    write(folder, length + vertices);
}

void words() {
    std::set<std::string> all(grammar::keywords.begin(), grammar::keywords.end());
    for (const auto& name : engine::claims_language().functions.names()) all.insert(name + "(");
    for (const auto& name : engine::claims_language().procedures.names()) all.insert("CALL " + name);
    for (const char* sign :
         {"<>", "<=", ">=",  "=~",    "..",    "+=",     "-->", "<--", "]->", "<-[", "/*",    "*/",
          "//", "$p", "{k:", "(a:A)", "[r:R]", "[*..2]", "0x1", "0o7", "1e9", "1.5", "`a b`", "\\\\u00e9"})
        all.insert(sign);
    for (const std::string& word : all) std::printf("\"%s\"\n", word.c_str());
}

}  // namespace

int main(int argc, char** argv) try {
    const std::vector<fs::path> arguments(argv + 1, argv + argc);
    const std::string verb = argc > 1 ? argv[1] : "";
    if (verb == "words" && argc == 2) {
        words();
    } else if (verb == "chunks" && argc == 3) {
        chunks(arguments[1]);
    } else if (verb == "unpack" && argc == 4) {
        unpack(arguments[1], arguments[2]);
    } else if (verb == "pack" && argc == 4) {
        pack(arguments[1], arguments[2]);
    } else if (verb == "seeds" && argc >= 4) {
        seeds({arguments.begin() + 1, arguments.end() - 1}, arguments.back());
    } else {
        throw std::runtime_error(
            "corpus unpack FILE FOLDER | pack FOLDER FILE | seeds FILE... FOLDER | chunks FOLDER | words");
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
