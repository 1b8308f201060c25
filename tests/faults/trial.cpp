#include "tests/faults/trial.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace hearsay::faults {

namespace fs = std::filesystem;

namespace {

constexpr const char* graph = "graph/g";
constexpr const char* undisturbed = "undisturbed/g";

void must(bool holds, const std::string& what) {
    if (holds) return;
    std::printf("without any fault: %s\n", what.c_str());
    std::exit(1);
}

bool says(const Ran& ran, const char* words) {
    return ran.err.find(words) != std::string::npos;
}

}  // namespace

Trial::Trial(Campaign& campaign, std::unique_ptr<Job> job, std::unique_ptr<Job> base)
    : campaign_(campaign), job_(std::move(job)), base_(std::move(base)) {
    for (const char* folder : {"graph", "undisturbed", "in"}) fs::create_directories(folder);
    if (base_) {
        fs::remove(undisturbed);
        const Ran made = run(whole_order(*base_, undisturbed, 0, base_->steps()));
        must(made.status == 0, base_->name() + ": " + made.err);
        base_bytes_ = text_of(undisturbed);
    }
    begin_anew();
    campaign_.begin(job_->name() + ", undisturbed");
    const Ran all = run(order());
    took_ = all.took;
    must(judge(all, Leaves::Nothing) && done(), job_->name() + ": " + all.err);
    begin_anew();
}

void Trial::begin_anew() {
    fs::remove_all("graph");
    fs::create_directory("graph");
    if (base_) write_text(graph, base_bytes_);
    held_ = 0;
}

Order Trial::whole_order(const Job& job, const std::string& file, std::size_t from, std::size_t to) const {
    Order order = job.order(file, from, to);
    order.words.insert(order.words.begin(), campaign_.program());
    return order;
}

Order Trial::order() const {
    return whole_order(*job_, graph, held_, job_->steps());
}

const Content& Trial::expected(std::size_t steps) {
    const auto [at, is_new] = expected_.try_emplace(steps);
    if (!is_new || (steps == 0 && !base_)) return at->second;
    fs::remove(undisturbed);
    if (base_) write_text(undisturbed, base_bytes_);
    if (steps > 0) {
        const Ran ran = run(whole_order(*job_, undisturbed, 0, steps));
        must(ran.status == 0, job_->name() + ": " + ran.err);
    }
    at->second = content_of(campaign_.program(), undisturbed);
    must(at->second.wrong.empty(), at->second.wrong);
    return at->second;
}

bool Trial::judge(const Ran& ran, Leaves leaves) {
    bool fine = campaign_.expect(indecent(ran).empty(), indecent(ran));
    if (leaves == Leaves::Nothing) {
        const std::string others = others_in("graph", {"g"});
        fine &= campaign_.expect(others.empty(), "it left " + others + "; it said: " + ran.err);
        fine &= campaign_.expect(!fs::exists(graph) || fs::file_size(graph) > 0,
                                 "it left an empty file; it said: " + ran.err);
    }
    const std::size_t before = held_, acknowledged = before + job_->acknowledged(ran);
    fine &= look_at_graph(ran, acknowledged);
    fine &= campaign_.expect(held_ >= acknowledged, "it said that " + std::to_string(acknowledged) +
                                                        " steps are done, and " + std::to_string(held_) +
                                                        " are there; it said: " + ran.err);
    if (says(ran, "nothing was"))
        fine &= campaign_.expect(held_ == acknowledged, "what it has not done is there; it said: " + ran.err);
    if (ran.status == 0)
        fine &= campaign_.expect(done(), "all went well, and " + std::to_string(held_) + " of " +
                                             std::to_string(job_->steps()) + " steps are there");
    return fine;
}

bool Trial::look_at_graph(const Ran& ran, std::size_t acknowledged) {
    const Content content = content_of(campaign_.program(), graph);
    if (content.none) {
        held_ = 0;
        return campaign_.expect(!base_ && acknowledged == 0, "the graph is gone; it said: " + ran.err);
    }
    if (!campaign_.expect(content.wrong.empty(),
                          "the graph cannot be read: " + content.wrong + "after it said: " + ran.err))
        return false;
    held_ = job_->held(content);
    const std::string unlike = difference(content, expected(held_));
    bool fine = campaign_.expect(unlike.empty(), "of step " + std::to_string(held_) + " " + unlike);
    const std::string faults = unsound(graph);
    fine &= campaign_.expect(faults.empty(), "SQLite finds: " + faults);
    Order check;
    check.words = {campaign_.program(), "check", graph};
    const Ran checked = run(check);
    fine &= campaign_.expect(checked.status == 0, "hearsay check finds: " + checked.err);
    return fine;
}

bool Trial::run_the_rest() {
    const Ran ran = run(order());
    const bool fine = campaign_.expect(ran.status == 0, "the next run failed: " + ran.err);
    return judge(ran, Leaves::Nothing) && fine;
}

}  // namespace hearsay::faults
