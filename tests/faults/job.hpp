// What the campaigns let the program do: a job is a row of steps, each of which is in the graph whole or not
// at all, and the program says of each when it is there for good.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "tests/faults/child.hpp"
#include "tests/faults/content.hpp"

namespace hearsay::faults {

class Job {
  public:
    Job(std::string name, std::size_t steps) : name_(std::move(name)), steps_(steps) {}
    virtual ~Job() = default;

    const std::string& name() const { return name_; }
    std::size_t steps() const { return steps_; }

    // The words behind the program's name that do the steps [from, to) to the graph `file`, which holds those
    // before. Their input is written into the folder `in`. REQUIRES: from <= to <= steps.
    virtual Order order(const std::string& file, std::size_t from, std::size_t to) const = 0;
    // How many of an order's steps the program said are done.
    virtual std::size_t acknowledged(const Ran& ran) const = 0;
    // How many steps the graph holds, going by their marks alone.
    virtual std::size_t held(const Content& content) const = 0;

  private:
    std::string name_;
    std::size_t steps_;
};

// A step is an article; some dozens are written together.
std::unique_ptr<Job> load_job(std::string name, std::size_t articles);
// A step is a statement that makes, changes or deletes many elements; by `hearsay run`, or from standard
// input.
std::unique_ptr<Job> script_job(std::string name, std::size_t statements, bool from_standard_input = false);
// A step is an index. The graph should have some steps of a script.
std::unique_ptr<Job> index_job(std::string name, std::size_t indexes);
// One step: two tables of so many rows.
std::unique_ptr<Job> import_job(std::string name, std::size_t rows);

}  // namespace hearsay::faults
