// Random statements over random graphs, the engine's answers held against the oracle's.
//
// A case is all that follows from one seed: a graph and a dozen statements. Cases run in a process of their
// own, so that one that ends or hangs is known by its seed; what goes wrong is made smaller and shown.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>

#include "tests/fuzz/random_queries/random_case.hpp"

using namespace hearsay::random_queries;

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* usage =
    "usage: random_queries [--seed N] [--seconds S | --count STATEMENTS] [--findings N]\n"
    "  Runs the cases of the seeds N, N+1, ... until the time is up or so many statements are made,\n"
    "  or so many findings are there (3 if nothing is said). `--seed N --count 1` runs one case.\n";

struct Options {
    std::uint64_t seed = 1, count = 10'000, findings = 3;
    std::chrono::seconds time = std::chrono::hours(24 * 365);
};

// What the process that runs the cases lets this one know.
struct Progress {
    std::uint64_t seed = 0;    // of the case that runs
    std::uint64_t trials = 0;  // of it that began
    bool found = false;        // it went wrong
    Counts counts;
};

bool is_done(const Options& options, const Progress& progress, Clock::time_point begun) {
    return progress.counts.statements >= options.count || Clock::now() - begun >= options.time;
}

void run_cases(const Options& options, Progress& progress, Clock::time_point begun) {
    for (; !is_done(options, progress, begun); ++progress.seed) {
        progress.trials = 0;
        Trial found;
        const auto count = [&](const Trial&) { ++progress.trials; };
        if (run_case(progress.seed, progress.counts, count, found).verdict != Verdict::Right) {
            progress.found = true;
            return;
        }
    }
}

// The last trial of the case that began before the process ended: the case again, up to there.
Trial last_trial(const Progress& progress) {
    struct Reached {};
    Trial last, found;
    Counts counts;
    std::uint64_t trials = 0;
    const auto stop = [&](const Trial& trial) {
        if (++trials < progress.trials) return;
        last = trial;
        throw Reached{};
    };
    try {
        run_case(progress.seed, counts, stop, found);
    } catch (const Reached&) {
    }
    return last;
}

const char* words_for(Verdict verdict) {
    switch (verdict) {
        case Verdict::Wrong:
            return "a wrong answer";
        case Verdict::Refused:
            return "an error where there should be an answer, or the other way round";
        case Verdict::Aborted:
            return "the process ended";
        case Verdict::Hangs:
            return "it takes too long";
        default:
            return "nothing, when it is run again from the beginning";
    }
}

void show(const Trial& trial, const Finding& finding) {
    std::printf("%s--- expected:\n%s--- got:\n%s", trial.text().c_str(), finding.expected.c_str(),
                finding.got.c_str());
    std::fflush(stdout);
}

void report(const Progress& progress) {
    Trial trial = last_trial(progress);
    Finding finding = run_apart(trial);
    std::printf("\nseed %llu: %s\n", static_cast<unsigned long long>(progress.seed),
                words_for(finding.verdict));
    show(trial, finding);
    if (finding.verdict == Verdict::Right || finding.verdict == Verdict::Invalid) return;
    trial = shrunken(trial, finding);
    finding = run_apart(trial);
    std::printf("--- made smaller:\n");
    show(trial, finding);
}

bool ends_well(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int run(const Options& options) {
    void* const shared =
        mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) return std::perror("mmap"), 2;
    Progress& progress = *new (shared) Progress;
    progress.seed = options.seed;
    const auto begun = Clock::now();
    std::uint64_t findings = 0;
    while (!is_done(options, progress, begun) && findings < options.findings) {
        std::fflush(stdout);
        const pid_t child = fork();
        if (child < 0) return std::perror("fork"), 2;
        if (child == 0) {
            run_cases(options, progress, begun);
            _exit(0);
        }
        if (!ends_well(child) || progress.found) {
            ++findings;
            report(progress);
            progress.found = false;
            ++progress.seed;
        }
    }
    const Counts& counts = progress.counts;
    const auto number = [](std::uint64_t n) { return static_cast<unsigned long long>(n); };
    std::printf(
        "%llu statements, asked %llu times: %llu compared, of these %llu with rows and %llu errors; %llu "
        "findings\n",
        number(counts.statements), number(counts.asked), number(counts.compared), number(counts.with_rows),
        number(counts.failing), number(findings));
    std::printf("next seed: %llu\n", number(progress.seed));
    return findings == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view name = argv[i];
        char* end = nullptr;
        const std::uint64_t value = i + 1 < argc ? std::strtoull(argv[i + 1], &end, 10) : 0;
        if (end == nullptr || end == argv[i + 1] || *end != '\0') return std::fputs(usage, stderr), 2;
        if (name == "--seed") {
            options.seed = value;
        } else if (name == "--count") {
            options.count = value;
        } else if (name == "--seconds") {
            options.time = std::chrono::seconds(value);
            options.count = UINT64_MAX;
        } else if (name == "--findings") {
            options.findings = value;
        } else {
            return std::fputs(usage, stderr), 2;
        }
    }
    return run(options);
}
