// Articles and tables of our own making, the same for the same number.
#pragma once

#include <cstddef>
#include <string>

namespace hearsay::faults {

// Article `number` as a line of JSON lines: one to three sentences in which somebody says or denies
// something.
std::string article_line(std::size_t number);
// The articles [0, count), a line each.
std::string article_lines(std::size_t count);

// Tables for `hearsay import`: `rows` nodes in one chain. Every cell, and every id, has `mark` in it.
std::string node_table(std::size_t rows, const std::string& mark);
std::string edge_table(std::size_t rows, const std::string& mark);

}  // namespace hearsay::faults
