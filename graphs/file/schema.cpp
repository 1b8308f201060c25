#include "graphs/file/schema.hpp"

#include <map>
#include <memory>

#include "graphs/file/layout.hpp"

namespace hearsay::graphs::layout {
namespace {

struct Entry {
    std::string type;  // "table", "trigger", ...
    std::string sql;   // as it was made; empty for what SQLite makes by itself

    bool operator==(const Entry&) const = default;
};
using Entries = std::map<std::string, Entry>;  // by name

int read_entries(const sqlite::Connection& db, Entries& entries) {
    sqlite::Statement rows(db, "SELECT name, type, sql FROM sqlite_schema");
    while (rows.step() == SQLITE_ROW)
        entries[std::string(rows.bytes(0))] = {std::string(rows.bytes(1)), std::string(rows.bytes(2))};
    return rows.code() == SQLITE_DONE ? SQLITE_OK : rows.code();
}

// What a file of the format has: what SQLite makes of the same words in memory.
int expected_entries(std::int64_t format, Entries& entries) {
    sqlite::Connection memory;
    int code = memory.open_in_memory();
    if (code == SQLITE_OK) code = memory.run(schema);
    if (code == SQLITE_OK && format > format_without_indexes) code = memory.run(schema_of_indexes);
    return code == SQLITE_OK ? read_entries(memory, entries) : code;
}

}  // namespace

int make_tables(const sqlite::Connection& db) {
    int code = db.run(schema);
    if (code == SQLITE_OK) code = db.run(set_format(format_without_indexes).c_str());
    if (code != SQLITE_OK) return code;
    sqlite::Statement counts(db, "INSERT INTO graph VALUES(1,0,0,0,0,0,?)");
    counts.bind(1, checksum_of(PropertyGraph(), Counts()));
    return counts.run();
}

Result<std::string> empty_file() {
    sqlite::Connection memory;
    int code = memory.open_in_memory();
    if (code == SQLITE_OK) code = memory.run(set_page_size().c_str());
    if (code == SQLITE_OK) code = make_tables(memory);
    if (code != SQLITE_OK) return fail("", sqlite::reason(memory.get(), code));
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
        sqlite3_serialize(memory.get(), "main", &size, 0), &sqlite3_free);
    if (!bytes) return fail("", sqlite::reason(memory.get(), SQLITE_NOMEM));
    return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
}

std::string foreign_schema(const sqlite::Connection& db, std::int64_t format, int& code) {
    Entries expected, found;
    code = expected_entries(format, expected);
    if (code == SQLITE_OK) code = read_entries(db, found);
    if (code != SQLITE_OK) return "";
    for (const auto& [name, entry] : found) {
        const auto own = expected.find(name);
        if (own == expected.end())
            return "has a " + entry.type + " named " + name + ", which no graph has: it is not opened";
        if (own->second != entry)
            return "has a " + entry.type + " named " + name +
                   " that is not as a graph has it: it is not opened";
    }
    for (const auto& [name, entry] : expected)
        if (found.count(name) == 0) return "is damaged: its " + entry.type + " " + name + " is missing";
    return "";
}

}  // namespace hearsay::graphs::layout
