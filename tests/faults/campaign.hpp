// A campaign: many rounds of the program under some fault, and what must hold after each. It says what it
// does, counts, names each round in which something did not hold, and ends with its figures.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>

namespace hearsay::faults {

class Campaign {
  public:
    // Reads the command line, prints the seed, and makes an empty folder that is the current one until the
    // end.
    //   --rounds N      how many rounds; `rounds` without it
    //   --seed N        what random choices are made from; 1 without it
    //   --program FILE  the hearsay to try; `program`, the one that was built with this, without it
    //   --keep          leave the work folder of a round in which something did not hold, and stop there
    // Anything else ends the program with status 2 and its usage.
    Campaign(std::string name, int argc, const char* const* argv, std::size_t rounds, std::string program);
    ~Campaign();
    Campaign(const Campaign&) = delete;
    Campaign& operator=(const Campaign&) = delete;

    std::size_t rounds() const { return rounds_; }
    const std::string& program() const { return program_; }
    std::mt19937_64& random() { return random_; }
    std::uint64_t below(std::uint64_t bound) { return random_() % bound; }  // REQUIRES: bound > 0

    // A round begins: what is done in it, in words that a person can repeat it from.
    void begin(std::string round);
    // What must hold in this round. Otherwise `wrong` is printed below the round's words, and counted. Gives
    // `holds`.
    bool expect(bool holds, const std::string& wrong);
    // Counts something worth a figure: "killed before the file was there".
    void count(const std::string& what) { ++figures_[what]; }
    bool stopped() const { return stopped_; }  // --keep, and something did not hold

    // Prints the figures; the exit status of the program.
    int finish();

  private:
    std::string name_, program_;
    std::size_t rounds_;
    std::uint64_t seed_ = 1;
    bool keep_ = false, stopped_ = false;
    std::mt19937_64 random_;
    std::filesystem::path before_, folder_;
    std::string round_;
    bool round_named_ = false;
    std::size_t begun_ = 0, bad_rounds_ = 0;
    std::map<std::string, std::size_t> figures_;
};

}  // namespace hearsay::faults
