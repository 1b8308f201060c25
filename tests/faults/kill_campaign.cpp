// The program is killed at random moments of loading, statements, imports and the making of indexes. What it
// acknowledged is in the file, nothing is there in part, and the next run takes up where it ended.
#include <vector>

#include "tests/faults/trial.hpp"

using namespace hearsay::faults;

int main(int argc, char** argv) {
    Campaign campaign("kill", argc, argv, 1000, HEARSAY_PROGRAM);
    const bool few = campaign.rounds() < 100;  // short jobs, to be done in a test
    const std::size_t articles = few ? 66 : 200, statements = few ? 6 : 40, rows = few ? 500 : 20'000;
    std::vector<Trial> trials;
    trials.emplace_back(campaign, load_job("load into a new graph", articles));
    trials.emplace_back(campaign, script_job("statements that make a graph", statements));
    trials.emplace_back(campaign, import_job("import into a new graph", rows));
    trials.emplace_back(campaign, load_job("load into a graph with an index", few ? 5 : articles),
                        index_job("an index", 2));
    trials.emplace_back(campaign, script_job("statements from standard input", statements, true),
                        load_job("some articles", 8));
    trials.emplace_back(campaign, import_job("import into a graph", rows), script_job("some statements", 8));
    trials.emplace_back(campaign, index_job("indexes", 40), script_job("some statements", 8));
    // One job after another, each killed again and again until it is done.
    constexpr int most_kills = 8;
    std::size_t which = 0;
    int kills = 0;
    for (std::size_t round = 0; round < campaign.rounds() && !campaign.stopped(); ++round) {
        Trial& trial = trials[which];
        if (kills == 0) trial.begin_anew();
        Order order = trial.order();
        const auto whole = static_cast<std::uint64_t>(trial.took().count());
        order.killed_after = std::chrono::microseconds(campaign.below(whole + whole / 10));
        campaign.begin(trial.job().name() + " from step " + std::to_string(trial.held()) + ", killed after " +
                       std::to_string(order.killed_after->count()) + " us");
        const Ran ran = run(order);
        campaign.count(trial.job().name() + (ran.killed ? ": killed" : ": ended before the kill"));
        bool fine = trial.judge(ran, ran.killed ? Trial::Leaves::EmptyFileOrJournal : Trial::Leaves::Nothing);
        if (fine && !trial.done() && ++kills == most_kills) fine = trial.run_the_rest();
        if (fine && !trial.done()) continue;
        which = (which + 1) % trials.size();
        kills = 0;
    }
    return campaign.finish();
}
