#include "graphs/csv/import/staged_file.hpp"

#include <algorithm>

namespace hearsay::graphs::csv {

void LinesOfRows::add(std::uint64_t row, std::uint64_t line) {
    if (breaks_.empty() || breaks_.back().second + (row - breaks_.back().first) != line)
        breaks_.emplace_back(row, line);
}

std::uint64_t LinesOfRows::line(std::uint64_t row) const {
    const auto behind =
        std::upper_bound(breaks_.begin(), breaks_.end(), row,
                         [](std::uint64_t wanted, const auto& at) { return wanted < at.first; });
    if (behind == breaks_.begin()) return 0;
    return std::prev(behind)->second + (row - std::prev(behind)->first);
}

void BadRows::add(const std::filesystem::path& file, std::uint64_t line, std::string reason) {
    ++count;
    if (first.size() < bad_rows_named) first.push_back({file.string(), line, std::move(reason)});
}

void BadRows::add(BadRows others) {
    count += others.count;
    fatal |= others.fatal;
    for (BadRow& row : others.first) {
        if (first.size() < bad_rows_named) first.push_back(std::move(row));
    }
}

void StagedFile::erase(const std::vector<std::uint64_t>& some_rows) {
    if (some_rows.empty()) return;
    for (StagedProperty& property : properties) property.cells.erase(some_rows, rows);
    rows -= some_rows.size();
}

namespace {

// The cells of one row into the columns: empty, or what is wrong.
std::string put_row(StagedFile& staged, std::span<const Field> fields, const FileReading& reading,
                    StringPool& texts) {
    const std::size_t wanted = reading.key_columns + staged.properties.size();
    if (fields.size() != wanted) {
        return "has " + std::to_string(fields.size()) + (fields.size() == 1 ? " field" : " fields") +
               "; the header names " + std::to_string(wanted);
    }
    if (std::string wrong = reading.take_keys(staged.rows, fields.first(reading.key_columns)); !wrong.empty())
        return wrong;
    for (std::size_t i = 0; i < staged.properties.size(); ++i) {
        const Field& field = fields[reading.key_columns + i];
        StagedProperty& property = staged.properties[i];
        if (property.cells.put(staged.rows, field, texts)) continue;
        if (!is_utf8(field.text)) return "`" + property.name + "` is not UTF-8";
        return "`" + property.name + "` is no " + std::string(name(*property.cells.type()));
    }
    return {};
}

void read_rows(StagedFile& staged, RowsOfText& rows, const FileReading& reading, StringPool& texts) {
    constexpr std::uint64_t rows_between_looks = 4096;
    for (std::uint64_t count = 1;; ++count) {
        if (count % rows_between_looks == 0 && reading.interrupt != nullptr && *reading.interrupt) {
            staged.bad.add(reading.file, rows.line(), "interrupted");
            staged.bad.fatal = true;
            return;
        }
        switch (rows.next()) {
            case RowsOfText::Next::Row:
                if (std::string wrong = put_row(staged, rows.fields(), reading, texts); wrong.empty())
                    staged.lines.add(staged.rows++, rows.line());
                else
                    staged.bad.add(reading.file, rows.line(), std::move(wrong));
                break;
            case RowsOfText::Next::Bad:
                staged.bad.add(reading.file, rows.line(), rows.reason());
                break;
            case RowsOfText::Next::Failed:
                staged.bad.add(reading.file, rows.line(), rows.reason());
                staged.bad.fatal = true;
                return;
            case RowsOfText::Next::End:
                return;
        }
    }
}

}  // namespace

StagedFile read_file(const FileReading& reading, StringPool& texts) {
    StagedFile staged;
    staged.file = reading.file;
    const auto fatal = [&](std::uint64_t line, std::string reason) {
        staged.bad.add(reading.file, line, std::move(reason));
        staged.bad.fatal = true;
        return std::move(staged);
    };
    Result<TextFile> file = TextFile::open(reading.file);
    if (!file) return fatal(0, file.error().reason);
    RowsOfText rows(std::move(*file), reading.delimiter);
    const RowsOfText::Next first = rows.next();
    if (first == RowsOfText::Next::End) return fatal(0, "is empty: the first line must name the columns");
    if (first != RowsOfText::Next::Row) return fatal(rows.line(), rows.reason());
    const auto header = read_header(rows.fields(), std::max<std::size_t>(reading.key_columns, 1));
    if (!header) return fatal(rows.line(), header.error());
    if (std::string wrong = reading.check_header(*header); !wrong.empty())
        return fatal(rows.line(), std::move(wrong));
    for (std::size_t i = reading.key_columns; i < header->size(); ++i)
        staged.properties.push_back({(*header)[i].name, reading.begins_with_id && i == reading.key_columns
                                                            ? StagedColumn::of_ids((*header)[i].type)
                                                            : StagedColumn((*header)[i].type)});

    read_rows(staged, rows, reading, texts);
    bool again = false;
    for (StagedProperty& property : staged.properties) again |= property.cells.needs_second_reading();
    if (again && !staged.bad.fatal) {
        staged.rows = 0;
        staged.lines = {};
        staged.bad = {};
        if (!rows.restart()) return fatal(0, "cannot be read a second time");
        rows.next();
        read_rows(staged, rows, reading, texts);
    }
    return staged;
}

}  // namespace hearsay::graphs::csv
