// tck: runs the scenarios of the openCypher kit.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "tests/shared_data.hpp"
#include "tests/tck/failing_list.hpp"
#include "tests/tck/run_scenario.hpp"

namespace {

using namespace hearsay::tck;

constexpr int skipped = 77;  // what ctest takes for "skipped"

struct Asked {
    std::string scenarios;  // empty: the shared data's
    std::string failing;
    std::string only;
    bool verbose = false;
};

struct Count {
    std::size_t passed = 0, failed = 0;
};

// Counts what passes and fails, and holds it against the list of what is known to fail.
class Report {
  public:
    explicit Report(const Asked& asked) : asked_(asked) {
        if (!asked.failing.empty()) known_ = read_failing_list(asked.failing);
    }

    void add(const Scenario& scenario, const std::optional<Failure>& failure) {
        Count& folder = folders_[scenario.folder];
        ++(failure ? folder.failed : folder.passed);
        ++(failure ? total_.failed : total_.passed);
        const bool known = known_.erase(scenario.id) > 0;
        if (failure && (!known || asked_.verbose)) show(scenario, *failure);
        if (failure && !known) ++surprises_;
        if (!failure && known) {
            fmt::print("{} is on the list of what fails, but passes\n\n", scenario.id);
            ++surprises_;
        }
    }

    // Whether everything went as the list says.
    bool finish() {
        if (asked_.only.empty()) {
            for (const auto& [id, _] : known_) {
                fmt::print("{} is on the list of what fails, but there is no such scenario\n\n", id);
                ++surprises_;
            }
        }
        fmt::print("{:40} {:>7} {:>7}\n", "folder", "passed", "failed");
        for (const auto& [folder, count] : folders_)
            fmt::print("{:40} {:7} {:7}\n", folder, count.passed, count.failed);
        fmt::print("{} passed, {} failed\n", total_.passed, total_.failed);
        return surprises_ == 0;
    }

  private:
    void show(const Scenario& scenario, const Failure& failure) const {
        if (asked_.verbose || !asked_.only.empty()) {
            for (const auto& setup : scenario.setup) fmt::print("setup: {}\n", setup);
            fmt::print("query: {}\n", scenario.query);
        }
        fmt::print("{} failed\n  wanted: {}\n  came:   {}\n\n", scenario.id, failure.wanted, failure.came);
    }

    const Asked& asked_;
    std::map<std::string, std::string> known_;
    std::map<std::string, Count> folders_;
    Count total_;
    std::size_t surprises_ = 0;
};

int run(Asked asked) {
    if (asked.scenarios.empty()) {
        const auto shared = hearsay::tests::shared_data("tck/scenarios.jsonl");
        if (!shared) {
            fmt::print(
                "skipped: there is no ../shared/tck/scenarios.jsonl (HEARSAY_SHARED names its folder)\n");
            return skipped;
        }
        asked.scenarios = shared->string();
    }
    Report report(asked);
    for (const auto& scenario : read_scenarios(asked.scenarios)) {
        if (scenario.id.find(asked.only) != std::string::npos) report.add(scenario, run_scenario(scenario));
    }
    return report.finish() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    Asked asked;
    CLI::App app("Runs the scenarios of the openCypher kit.", "tck");
    app.add_option("SCENARIOS", asked.scenarios,
                   "a scenario a line, as JSON; else ../shared/tck/scenarios.jsonl");
    app.add_option("--failing", asked.failing, "those that are known to fail: a line each, id and reason");
    app.add_option("--only", asked.only, "run those whose id contains this");
    app.add_flag("-v,--verbose", asked.verbose, "show every failure with its queries");
    CLI11_PARSE(app, argc, argv);
    try {
        return run(std::move(asked));
    } catch (const std::runtime_error& error) {
        fmt::print(stderr, "tck: {}\n", error.what());
        return 2;
    }
}
