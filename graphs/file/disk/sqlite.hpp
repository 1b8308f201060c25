// A thin cover over SQLite: connections and statements that close themselves, failures as sentences.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace hearsay::graphs::sqlite {

struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

// What a failure means to whoever named the file: "is in use by another program". Starts without the file's
// name.
std::string reason(sqlite3* db, int code);

class Statement;

class Connection {
  public:
    // Flags as of sqlite3_open_v2. Gives SQLite's code. Triggers and views in the file are off.
    int open(const std::filesystem::path& file, int flags);
    int open_in_memory();
    void close() { db_.reset(); }
    // Whether the file that is open does not stand any more where it was opened.
    bool has_moved() const;
    sqlite3* get() const { return db_.get(); }
    int run(const char* sql) const { return sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr); }
    // The first column of the first row as a number; `code` tells whether there was one (SQLITE_ROW).
    std::int64_t number(const char* sql, int& code) const;

  private:
    int open(const char* name, int flags);

    std::unique_ptr<sqlite3, Close> db_;
};

class Statement {
  public:
    Statement(const Connection& connection, const char* sql);
    int code() const { return code_; }  // of the preparation or the last step
    int step() {
        return code_ = code_ == SQLITE_OK || code_ == SQLITE_ROW ? sqlite3_step(statement_.get()) : code_;
    }
    // Runs a statement that gives no rows, and makes it ready to run again. SQLITE_OK if it went well.
    int run();

    void bind(int place, std::int64_t number);
    void bind_text(int place, std::string_view text);  // REQUIRES: `text` lives until `run` or the last step
    void bind_blob(int place, std::string_view bytes);

    std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    // Valid until the next step.
    std::string_view bytes(int column) const;

  private:
    void bound(int code) {
        if (code != SQLITE_OK && code_ == SQLITE_OK) code_ = code;  // what went wrong first says why
    }
    std::unique_ptr<sqlite3_stmt, Close> statement_;
    int code_ = SQLITE_OK;
};

}  // namespace hearsay::graphs::sqlite
