// Fails one allocation after the other of whatever a person does with the program, and looks at what is left.
//
//     memory_faults             some of the allocations: the test
//     memory_faults --long      every allocation; ../README.md has the figures
//     memory_faults --long WORD...   of the scenarios whose name has one of the words
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>

#include "tests/faults/memory/campaign.hpp"
#include "tests/graphs/scratch_folder.hpp"

using namespace hearsay::faults;

int main(int argc, char** argv) try {
    replace_sqlite_memory();
    bool all = false;
    std::vector<std::string> words;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--long")
            all = true;
        else
            words.emplace_back(argv[i]);
    }
    Tally sum;
    fmt::print("{:<34} {:>8} {:>8} {:>8} {:>6} {:>9} {:>7} {:>7}\n", "", "failed", "errors", "harmless",
               "ended", "invariant", "spoiled", "unclear");
    const auto show = [](const std::string& name, const Tally& tally) {
        fmt::print("{:<34} {:>8} {:>8} {:>8} {:>6} {:>9} {:>7} {:>7}\n", name, tally.tried, tally.errors,
                   tally.harmless, tally.ended, tally.invariant, tally.spoiled, tally.unclear);
        std::fflush(stdout);
    };
    for (const Scenario& scenario : scenarios()) {
        const auto is_meant = [&](const std::string& word) {
            return scenario.name.find(word) != std::string::npos;
        };
        if (!words.empty() && std::none_of(words.begin(), words.end(), is_meant)) continue;
        for (const Failing failing : {Failing::Once, Failing::FromThen}) {
            const ScratchFolder folder;
            const Tally tally = run_campaign(scenario, failing, all ? 1 : scenario.stride, folder.path());
            show(scenario.name + (failing == Failing::Once ? "" : ", from then on"), tally);
            for (const std::string& example : tally.examples) fmt::print("    {}\n", example);
            sum.tried += tally.tried;
            sum.errors += tally.errors;
            sum.harmless += tally.harmless;
            sum.ended += tally.ended;
            sum.invariant += tally.invariant;
            sum.spoiled += tally.spoiled;
            sum.unclear += tally.unclear;
        }
    }
    show("all", sum);
    return sum.fine() ? 0 : 1;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
}
