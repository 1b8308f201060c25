// Whatever is done, with its Nth allocation failing, for every N.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/faults/memory/allocation_failure.hpp"

namespace hearsay::faults {

// Something that a person does with the program, again and again from the same state.
class Trial {
  public:
    virtual ~Trial() = default;
    // Does it. True: it was done. False: it was not, and `said` is what the user read.
    virtual bool act(std::string& said) = 0;
    // What is wrong with the state after `act`, which was done or not; empty if it is as it should be.
    virtual std::string wrong(bool done) = 0;
    // Is the state the one from which it began, so that it may be done again?
    virtual bool is_as_before() const = 0;
};

struct Scenario {
    std::string name;
    // A fresh trial, which may use the folder.
    std::function<std::unique_ptr<Trial>(const std::filesystem::path& folder)> begin;
    std::uint64_t stride = 1;  // of the failing allocations in the short form
};

std::vector<Scenario> scenarios();

// How the failed allocations of a scenario ended.
struct Tally {
    std::uint64_t tried = 0;      // the runs in which one failed
    std::uint64_t errors = 0;     // it was said, and nothing was changed
    std::uint64_t harmless = 0;   // it was done all the same
    std::uint64_t ended = 0;      // the program ended
    std::uint64_t invariant = 0;  // a broken invariant
    std::uint64_t spoiled = 0;    // what was kept, or the next statement, is wrong
    std::uint64_t unclear = 0;    // the message does not say that it is memory
    std::vector<std::string> examples;

    bool fine() const { return ended + invariant + spoiled + unclear == 0; }
};

// Every `stride`th allocation, at most `most` of them. Each run that ends the program ends only a child.
Tally run_campaign(const Scenario& scenario, Failing failing, std::uint64_t stride,
                   const std::filesystem::path& folder);

}  // namespace hearsay::faults
