// The rows of one CSV file as columns, before they go into a graph.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "graphs/csv/import/header.hpp"
#include "graphs/csv/import/import_csv.hpp"
#include "graphs/csv/import/staged_column.hpp"

namespace hearsay::graphs::csv {

// The line that each row stands on, kept as the places where lines do not simply follow one another.
class LinesOfRows {
  public:
    void add(std::uint64_t row, std::uint64_t line);  // REQUIRES: rows ascend
    std::uint64_t line(std::uint64_t row) const;

  private:
    std::vector<std::pair<std::uint64_t, std::uint64_t>> breaks_;  // a row, and its line
};

// What is wrong with the rows of one or more files: the first are kept, the others counted.
struct BadRows {
    std::uint64_t count = 0;
    std::vector<BadRow> first;
    bool fatal = false;  // a file as a whole cannot be imported

    void add(const std::filesystem::path& file, std::uint64_t line, std::string reason);
    void add(BadRows others);
};

struct StagedProperty {
    std::string name;
    StagedColumn cells;
};

struct StagedFile {
    std::filesystem::path file;
    std::uint64_t rows = 0;
    std::vector<StagedProperty> properties;
    LinesOfRows lines;
    BadRows bad;

    void erase(const std::vector<std::uint64_t>& some_rows);  // ascending; `lines` stays as it was
};

// Reads a file whose first columns are its keys.
struct FileReading {
    std::filesystem::path file;
    char delimiter = ',';
    std::size_t key_columns = 0;
    bool begins_with_id = false;  // the first of the other columns
    const std::atomic<bool>* interrupt = nullptr;
    // Empty if the header is as it should be, or what is wrong with it.
    std::function<std::string(const std::vector<ColumnName>& columns)> check_header;
    // The keys of row `row`: empty if they are kept, or why they cannot be. A row may come again.
    std::function<std::string(std::uint64_t row, std::span<const Field> keys)> take_keys;
};
StagedFile read_file(const FileReading& reading, StringPool& texts);

}  // namespace hearsay::graphs::csv
