// Statements and commands of a session on a graph's file.
#pragma once

#include <string>
#include <vector>

#include "tests/faults/memory/campaign.hpp"

namespace hearsay::faults {

enum class Begin {
    Warm,  // the lists and indexes that are made on demand are there
    Cold   // the file was just read
};

// A statement, or a command that begins with `:`, on the graph that the script makes.
Scenario session_scenario(std::string name, const std::vector<std::string>& graph, std::string statement,
                          Begin begin = Begin::Warm, std::uint64_t stride = 1);

// Makes the file that holds what the statements make, once: where it is there already, nothing is done.
void make_graph(const std::filesystem::path& file, const std::vector<std::string>& statements);

}  // namespace hearsay::faults
