#include "tests/faults/campaign.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace hearsay::faults {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void usage(const char* program) {
    std::fprintf(stderr, "usage: %s [--rounds N] [--seed N] [--program FILE] [--keep]\n", program);
    std::exit(2);
}

std::uint64_t number(const char* text, const char* program) {
    char* end = nullptr;
    const std::uint64_t value = std::strtoull(text, &end, 10);
    if (end == text || *end != '\0') usage(program);
    return value;
}

}  // namespace

Campaign::Campaign(std::string name, int argc, const char* const* argv, std::size_t rounds,
                   std::string program)
    : name_(std::move(name)), program_(std::move(program)), rounds_(rounds) {
    for (int i = 1; i < argc; ++i) {
        const bool more = i + 1 < argc;
        if (std::strcmp(argv[i], "--keep") == 0)
            keep_ = true;
        else if (std::strcmp(argv[i], "--rounds") == 0 && more)
            rounds_ = number(argv[++i], argv[0]);
        else if (std::strcmp(argv[i], "--seed") == 0 && more)
            seed_ = number(argv[++i], argv[0]);
        else if (std::strcmp(argv[i], "--program") == 0 && more)
            program_ = argv[++i];
        else
            usage(argv[0]);
    }
    program_ = fs::absolute(program_);
    random_.seed(seed_);
    before_ = fs::current_path();
    std::string pattern = (fs::temp_directory_path() / "hearsay-faults-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        std::perror("no folder to work in");
        std::exit(1);
    }
    folder_ = pattern;
    fs::current_path(folder_);
    std::printf("%s: seed %llu\n", name_.c_str(), static_cast<unsigned long long>(seed_));
    std::fflush(stdout);
}

Campaign::~Campaign() {
    fs::current_path(before_);
    std::error_code ignored;
    if (!stopped_) fs::remove_all(folder_, ignored);
}

void Campaign::begin(std::string round) {
    round_ = std::move(round);
    round_named_ = false;
    ++begun_;
}

bool Campaign::expect(bool holds, const std::string& wrong) {
    if (holds) return true;
    if (!round_named_) {
        std::printf("round %zu: %s\n", begun_, round_.c_str());
        round_named_ = true;
        ++bad_rounds_;
    }
    std::printf("  %s\n", wrong.c_str());
    std::fflush(stdout);
    stopped_ = keep_;
    return false;
}

int Campaign::finish() {
    std::printf("%s: %zu rounds, %zu in which something did not hold\n", name_.c_str(), begun_, bad_rounds_);
    for (const auto& [what, times] : figures_) std::printf("%8zu  %s\n", times, what.c_str());
    if (stopped_) std::printf("what is left of the last round is in %s\n", folder_.c_str());
    return bad_rounds_ == 0 ? 0 : 1;
}

}  // namespace hearsay::faults
