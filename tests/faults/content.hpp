// What a graph's file holds, as the program reads it, and whether the file is sound.
#pragma once

#include <string>
#include <vector>

#include "tests/faults/child.hpp"

namespace hearsay::faults {

struct Content {
    bool none = false;               // there is no file, or one of no bytes
    std::string wrong;               // why it could not be read; empty if it could
    std::vector<std::string> lines;  // each node, relationship and index as JSON, sorted
};
Content content_of(const std::string& program, const std::string& file);
// What a run of the program on the file has answered.
Content content_in(const Ran& ran, const std::string& file);
// Every node and relationship, asked for by one statement, so that they are of one moment.
extern const char* const everything;

// How many lines begin with this.
std::size_t count_lines(const Content& content, const std::string& beginning);

// The first line that one has and the other has not, in words; empty if they are the same.
std::string difference(const Content& is, const Content& should_be);

// What SQLite's own check finds in the file; empty if it is sound. The file is only read.
std::string unsound(const std::string& file);

// The names in the folder that are not among these, with a comma between them.
std::string others_in(const std::string& folder, const std::vector<std::string>& expected);

}  // namespace hearsay::faults
