// A job on one graph, again and again: what must hold after a run of it, however the run ended.
#pragma once

#include <chrono>
#include <map>
#include <memory>

#include "tests/faults/campaign.hpp"
#include "tests/faults/job.hpp"

namespace hearsay::faults {

class Trial {
  public:
    // The graph is the file `graph/g` of the work folder. A job with a `base` begins on the graph that the
    // base leaves behind when nothing goes wrong, otherwise on no file.
    Trial(Campaign& campaign, std::unique_ptr<Job> job, std::unique_ptr<Job> base = nullptr);

    const Job& job() const { return *job_; }
    std::chrono::microseconds took() const { return took_; }  // the whole job, undisturbed

    void begin_anew();                          // the graph as it was before the job
    std::size_t held() const { return held_; }  // steps that are in the graph
    bool done() const { return held_ == job_->steps(); }
    // What so many steps leave behind when nothing goes wrong.
    const Content& expected(std::size_t steps);
    // To do what is left of the job.
    Order order() const;

    // What a run could not help leaving behind.
    enum class Leaves { Nothing, EmptyFileOrJournal };
    // A run of `order()` has ended: looks at how it ended, at what it said, at the graph, and at what lies
    // about. False if something did not hold.
    bool judge(const Ran& ran, Leaves leaves);
    // Runs what is left without any fault, and judges that.
    bool run_the_rest();

  private:
    Order whole_order(const Job& job, const std::string& file, std::size_t from, std::size_t to) const;
    bool look_at_graph(const Ran& ran, std::size_t acknowledged);

    Campaign& campaign_;
    std::unique_ptr<Job> job_, base_;
    std::string base_bytes_;
    std::map<std::size_t, Content> expected_;  // by steps, made when first asked for
    std::chrono::microseconds took_{};
    std::size_t held_ = 0;
};

}  // namespace hearsay::faults
