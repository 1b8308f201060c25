// Runs a fuzz target over kept inputs, once each: packed corpora (*.txt), or single inputs as a fuzzer leaves
// them.
#include <cstdio>
#include <exception>

#include "tests/fuzz/packed_corpus.hpp"
#include "tests/fuzz/target.hpp"

using namespace hearsay::fuzz;

namespace {

void run(const std::string& input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int argc, char** argv) try {
    std::size_t count = 0;
    for (int i = 1; i < argc; ++i) {
        const std::filesystem::path file = argv[i];
        if (file.extension() != ".txt") {
            run(read_whole(file));
            ++count;
            continue;
        }
        for (const std::string& input : read_packed(file)) {
            run(input);
            ++count;
        }
    }
    std::printf("%zu inputs\n", count);
    return count > 0 ? 0 : 1;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
