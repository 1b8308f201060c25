// The system allows the program less and less: address space, open files, stack, size of a file. It does its
// work or says why it cannot; what it acknowledged is there, and with the limit lifted the next run does the
// rest.
#include <sys/resource.h>

#include <filesystem>
#include <functional>

#include "tests/faults/trial.hpp"

using namespace hearsay::faults;

namespace {

struct Limit {
    const char* name;
    int which;
    std::vector<rlim_t> steps;
};

std::vector<rlim_t> steps(rlim_t from, rlim_t to, double factor) {
    std::vector<rlim_t> list;
    for (double step = static_cast<double>(from); step <= static_cast<double>(to); step *= factor) {
        const auto whole = static_cast<rlim_t>(step);
        if (list.empty() || list.back() != whole) list.push_back(whole);
    }
    return list;
}

std::vector<Limit> limits(bool few) {
    std::vector<Limit> all;
#ifndef __SANITIZE_ADDRESS__  // which takes terabytes of address space, deep stacks, and files to look at
                              // addresses
    all.push_back({"address space", RLIMIT_AS, steps(48 << 20, 2ULL << 30, few ? 1.6 : 1.02)});
    all.push_back({"open files", RLIMIT_NOFILE, steps(3, few ? 12 : 40, few ? 1.3 : 1.05)});
    all.push_back({"stack", RLIMIT_STACK, steps(128 << 10, 8 << 20, few ? 4 : 1.2)});
#endif
    all.push_back(
        {"size of a file", RLIMIT_FSIZE, steps(8 << 10, few ? 100'000 : 3'000'000, few ? 8 : 1.15)});
    return all;
}

}  // namespace

int main(int argc, char** argv) {
    Campaign campaign("limits", argc, argv, 1'000'000, HEARSAY_PROGRAM);
    const bool few = campaign.rounds() < 500;
    const std::size_t articles = few ? 3 : 66, statements = few ? 2 : 6, rows = few ? 500 : 20'000;
    std::vector<Trial> trials;
    trials.emplace_back(campaign, load_job("load into a new graph", articles));
    trials.emplace_back(campaign, script_job("statements", statements), load_job("some articles", 3));
    trials.emplace_back(campaign, import_job("import", rows), script_job("some statements", 4));
    trials.emplace_back(campaign, index_job("indexes", 3), script_job("some statements", 4));

    for (const Limit& limit : limits(few)) {
        for (const rlim_t most : limit.steps) {
            // Where the system cannot even start the program, its end says nothing about the program.
            Order start;
            start.words = {campaign.program(), "--version"};
            start.limits = {{limit.which, most}};
            const bool starts = run(start).status == 0;
            for (Trial& trial : trials) {
                if (campaign.stopped()) return campaign.finish();
                trial.begin_anew();
                campaign.begin(trial.job().name() + ", " + limit.name + " " + std::to_string(most));
                // Nor can it put back what stood behind where it may write: then the journal stays, which the
                // next program restores the file from.
                const bool can_restore = limit.which != RLIMIT_FSIZE || !std::filesystem::exists("graph/g") ||
                                         std::filesystem::file_size("graph/g") <= most;
                Order order = trial.order();
                order.limits = start.limits;
                Ran ran = run(order);
                campaign.count(std::string(limit.name) + (ran.status == 0 ? ": enough"
                                                          : !starts       ? ": the program cannot start"
                                                                          : ": an error"));
                if (!starts && ran.status != 0) ran.killed = true;
                const auto leaves =
                    starts && can_restore ? Trial::Leaves::Nothing : Trial::Leaves::EmptyFileOrJournal;
                if (trial.judge(ran, leaves) && !trial.done()) trial.run_the_rest();
            }
        }
    }
    return campaign.finish();
}
