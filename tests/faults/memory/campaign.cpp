#include "tests/faults/memory/campaign.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>

namespace hearsay::faults {
namespace {

constexpr std::size_t most_examples = 5;

// What the child tells its parent, however it ends.
struct Shared {
    std::uint64_t number;  // of the allocation that fails
    bool finished;
    bool begun;  // it is not the making of the trial that fails
    std::uint64_t tried, errors, harmless, spoiled, unclear;
    std::uint64_t examples;
    char example[most_examples][4000];
};

void add_example(Shared& shared, std::uint64_t number, const std::string& what) {
    if (shared.examples >= most_examples) return;
    char* const place = shared.example[shared.examples++];
    const std::string text = fmt::format("allocation {}: {}", number, what);
    std::strncpy(place, text.c_str(), sizeof shared.example[0] - 1);
}

bool says_memory(const std::string& said) {
    return said.find("memory") != std::string::npos;
}

// What stands in the file behind the first `from` bytes.
std::string read_from(const std::filesystem::path& file, std::uint64_t from) {
    std::ifstream in(file, std::ios::binary);
    in.seekg(static_cast<std::streamoff>(from));
    return {std::istreambuf_iterator<char>(in), {}};
}

// From allocation `shared.number` on, until none fails any more.
void run_trials(const Scenario& scenario, Failing failing, std::uint64_t stride,
                const std::filesystem::path& folder, const std::filesystem::path& errors, Shared& shared) {
    std::unique_ptr<Trial> trial = scenario.begin(folder);
    shared.begun = true;
    for (;; shared.number += stride) {
        std::string said;
        const auto begin = static_cast<std::uint64_t>(::lseek(STDERR_FILENO, 0, SEEK_CUR));
        fail_allocation(shared.number, failing);
        const bool done = trial->act(said);
        stop_failing();
        if (failed_allocations() == 0) break;
        said += read_from(errors, begin);
        ++shared.tried;
        const std::string wrong = trial->wrong(done);
        if (!wrong.empty()) {
            ++shared.spoiled;
            add_example(shared, shared.number, (done ? "done, " : "failed, ") + wrong + "\nsaid: " + said);
        } else if (done) {
            ++shared.harmless;
        } else if (!says_memory(said)) {
            ++shared.unclear;
            add_example(shared, shared.number, "said: " + said);
        } else {
            ++shared.errors;
        }
        if (!trial->is_as_before()) trial = scenario.begin(folder);
    }
    shared.finished = true;
}

}  // namespace

Tally run_campaign(const Scenario& scenario, Failing failing, std::uint64_t stride,
                   const std::filesystem::path& folder) {
    void* const memory =
        ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::runtime_error("no memory to share with the child");
    Shared& shared = *new (memory) Shared{};
    shared.number = 1;
    Tally tally;
    const std::filesystem::path errors = folder / "errors.txt";
    while (!shared.finished) {
        std::filesystem::remove_all(folder / "work");
        std::filesystem::create_directory(folder / "work");
        shared.begun = false;
        const pid_t child = ::fork();
        if (child < 0) throw std::runtime_error("no child");
        if (child == 0) {
            if (std::freopen(errors.c_str(), "w", stderr) == nullptr) ::_exit(3);
            std::setvbuf(stderr, nullptr, _IONBF, 0);  // as it is for users
            ::alarm(500);
            try {
                run_trials(scenario, failing, stride, folder / "work", errors, shared);
            } catch (const std::exception& error) {
                stop_failing();
                std::fprintf(stderr, "ended by an exception: %s\n", error.what());
                std::fflush(stderr);
                ::_exit(3);
            }
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        if (shared.finished) break;
        const std::string said = read_from(errors, 0);
        if (!shared.begun) throw std::runtime_error(scenario.name + " cannot begin: " + said);
        const bool invariant = said.find("broken invariant") != std::string::npos;
        ++shared.tried;
        ++(invariant ? tally.invariant : tally.ended);
        add_example(shared, shared.number,
                    fmt::format("status {:#x}: {}", status,
                                said.substr(said.size() > 3000 ? said.size() - 3000 : 0)));
        shared.number += stride;
    }
    tally.tried = shared.tried;
    tally.errors = shared.errors;
    tally.harmless = shared.harmless;
    tally.spoiled = shared.spoiled;
    tally.unclear = shared.unclear;
    for (std::uint64_t i = 0; i < shared.examples; ++i) tally.examples.emplace_back(shared.example[i]);
    ::munmap(memory, sizeof(Shared));
    return tally;
}

}  // namespace hearsay::faults
