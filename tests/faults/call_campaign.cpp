// Calls of the operating system fail: by fault_shim.cpp, each call of each sort in turn that a job makes on
// the graph's file, its journal and its folder, in each of several ways.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include "tests/faults/trial.hpp"

using namespace hearsay::faults;

namespace {

struct Sort {
    const char* call;
    std::vector<const char*> kinds;
};

const std::vector<Sort> sorts = {
    {"open", {"EIO", "EACCES", "EMFILE", "ENOSPC", "kill"}},
    {"read", {"EIO", "EINTR", "short"}},
    {"write", {"EIO", "ENOSPC", "EINTR", "short", "torn", "kill", "torn-kill"}},
    {"sync", {"EIO", "ENOSPC", "kill"}},
    {"truncate", {"EIO", "kill"}},
    {"rename", {"EIO", "ENOSPC", "kill"}},
    {"unlink", {"EIO", "EACCES", "kill"}},
    {"lock", {"EIO", "ENOLCK"}},
};

struct Case {
    std::size_t trial;
    std::string call, kind;
    std::size_t number;
    bool lasts;
};

Order with_fault(Order order, const Case& fault) {
    order.environment = {{"LD_PRELOAD", HEARSAY_FAULT_SHIM},
                         {"ASAN_OPTIONS", "verify_asan_link_order=0"},
                         {"FAULT_BELOW", std::filesystem::absolute("graph")},
                         {"FAULT_CALL", fault.call},
                         {"FAULT_KIND", fault.kind},
                         {"FAULT_NUMBER", std::to_string(fault.number)},
                         {"FAULT_LASTS", fault.lasts ? "1" : "0"}};
    return order;
}

// How many calls of each sort the whole job makes.
std::map<std::string, std::size_t> count_calls(Trial& trial) {
    trial.begin_anew();
    Order order = with_fault(trial.order(), {});
    order.environment.emplace_back("FAULT_COUNTS", std::filesystem::absolute("counts"));
    run(order);
    trial.begin_anew();
    std::map<std::string, std::size_t> calls;
    std::istringstream lines(text_of("counts"));
    std::size_t count = 0;
    for (std::string call; lines >> call >> count;) calls[call] = count;
    return calls;
}

std::vector<Case> all_cases(std::vector<Trial>& trials, Campaign& campaign) {
    std::vector<Case> cases;
    for (std::size_t trial = 0; trial < trials.size(); ++trial) {
        const auto calls = count_calls(trials[trial]);
        for (const auto& [call, kinds] : sorts) {
            const std::size_t count = calls.count(call) == 0 ? 0 : calls.at(call);
            for (std::size_t i = 0; i < count; ++i)
                campaign.count(trials[trial].job().name() + ": calls to " + call);
            for (const char* kind : kinds)
                for (std::size_t number = 1; number <= count; ++number)
                    for (const bool lasts : {false, true})
                        if (!lasts ||
                            (kind[0] == 'E' && std::string(kind) != "EINTR"))  // which is tried again
                            cases.push_back({trial, call, kind, number, lasts});
        }
    }
    return cases;
}

// An error of the operating system is not the file's fault.
void expect_true_words(Campaign& campaign, const Case& fault, const Ran& ran) {
    if (fault.kind[0] != 'E') return;
    for (const char* untrue : {"damaged", "not a Hearsay graph", "no such graph"})
        campaign.expect(ran.err.find(untrue) == std::string::npos, "it blames the file: " + ran.err);
}

}  // namespace

int main(int argc, char** argv) {
    Campaign campaign("calls", argc, argv, 1'000'000, HEARSAY_PROGRAM);
    const bool few = campaign.rounds() < 500;
    const auto base = [] { return script_job("some statements", 8); };
    std::vector<Trial> trials;
    trials.emplace_back(campaign, load_job("load into a new graph", 3));
    trials.emplace_back(campaign, script_job("statements that make a graph", 2));
    trials.emplace_back(campaign, import_job("import into a new graph", 50));
    trials.emplace_back(campaign, script_job("statements from standard input", 3, true),
                        load_job("articles", 3));
    trials.emplace_back(campaign, index_job("indexes", 3), base());
    if (!few) {
        trials.emplace_back(campaign, load_job("load into a graph with an index", 66),
                            index_job("indexes", 2));
        trials.emplace_back(campaign, import_job("import into a graph", 500), base());
        trials.emplace_back(campaign, import_job("large import", 20'000), base());
    }

    std::vector<Case> cases = all_cases(trials, campaign);
    std::shuffle(cases.begin(), cases.end(), campaign.random());
    if (cases.size() > campaign.rounds()) cases.resize(campaign.rounds());
    for (const Case& fault : cases) {
        Trial& trial = trials[fault.trial];
        trial.begin_anew();
        campaign.begin(trial.job().name() + ", " + fault.call + " number " + std::to_string(fault.number) +
                       (fault.lasts ? " and all later ones: " : ": ") + fault.kind);
        Ran ran = run(with_fault(trial.order(), fault));
        ran.killed = ran.status == 128 + 9 && fault.kind.find("kill") != std::string::npos;
        campaign.count(fault.call + ": " + fault.kind +
                       (ran.killed        ? ", killed"
                        : ran.status == 0 ? ", got over it"
                                          : ", an error"));
        expect_true_words(campaign, fault, ran);
        const bool cannot_clean = ran.killed || fault.lasts || fault.call == "unlink";
        if (trial.judge(ran, cannot_clean ? Trial::Leaves::EmptyFileOrJournal : Trial::Leaves::Nothing) &&
            !trial.done())
            trial.run_the_rest();
        if (campaign.stopped()) break;
    }
    return campaign.finish();
}
