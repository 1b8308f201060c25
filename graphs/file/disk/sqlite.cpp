#include "graphs/file/disk/sqlite.hpp"

#include <cerrno>
#include <cstring>
#include <system_error>

namespace hearsay::graphs::sqlite {
namespace {

// What the operating system said; 0 if it was not asked, or had nothing to say.
int system_error(sqlite3* db) {
    return db != nullptr ? sqlite3_system_errno(db) : 0;
}

// What it said last when it could not read, write or lock the file: also where SQLite gives a failure of
// another name for it.
int last_error_of_file(sqlite3* db) {
    int number = 0;
    if (db != nullptr) sqlite3_file_control(db, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
    return number;
}

std::string with_cause(int number, std::string sentence) {
    if (number != 0) sentence += " (" + std::system_category().message(number) + ")";
    return sentence;
}

std::string reason_of_io(sqlite3* db, int code) {
    // Its words say more than SQLite's "disk I/O error".
    const auto with = [&](const char* sentence) {
        const int number = system_error(db);
        return with_cause(number != 0 ? number : last_error_of_file(db), sentence);
    };
    switch (code) {
        case SQLITE_IOERR_SHORT_READ:
            return "is damaged: it ends too early";
        case SQLITE_IOERR_NOMEM:
            return "cannot be used: there is not enough memory";
        case SQLITE_IOERR_READ:
        case SQLITE_IOERR_FSTAT:
        case SQLITE_IOERR_CORRUPTFS:
            return with("cannot be read");
        case SQLITE_IOERR_WRITE:
        case SQLITE_IOERR_TRUNCATE:
        case SQLITE_IOERR_FSYNC:
            return with("cannot be written");
        // Not about the file itself, of which SQLite would have kept the system's words.
        case SQLITE_IOERR_DIR_FSYNC:
            return "cannot be written: its folder does not reach the disk";
        case SQLITE_IOERR_DELETE:
        case SQLITE_IOERR_DELETE_NOENT:
            return "cannot be written: the journal beside it cannot be deleted";
        case SQLITE_IOERR_LOCK:
        case SQLITE_IOERR_RDLOCK:
        case SQLITE_IOERR_UNLOCK:
        case SQLITE_IOERR_CHECKRESERVEDLOCK:
            return with("cannot be locked");
        default:
            return with("cannot be read or written");
    }
}

}  // namespace

std::string reason(sqlite3* db, int code) {
    switch (code & 0xff) {
        case SQLITE_NOTADB:
            return "is not a Hearsay graph";
        case SQLITE_CORRUPT: {
            // SQLite takes some failures of a disk for damage of what is on it.
            const int number = last_error_of_file(db);
            if (number == EIO || number == ENXIO) return with_cause(number, "cannot be read");
            return "is damaged";
        }
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            // No locks to be had, as on some network file systems, is another matter.
            if (last_error_of_file(db) == ENOLCK) return with_cause(ENOLCK, "cannot be locked");
            return "is in use by another program";
        case SQLITE_INTERRUPT:
            return "was not written: interrupted";
        case SQLITE_FULL:
            return "cannot be written: the disk is full";
        case SQLITE_NOMEM:
            return "cannot be used: there is not enough memory";
        case SQLITE_TOOBIG:
            return "cannot be written: a text in it is too long";
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return with_cause(system_error(db), "cannot be opened: permission denied");
        case SQLITE_CANTOPEN:
            // The file itself could be, or the operating system's own words would have been given before.
            return with_cause(system_error(db), "cannot be opened, or the journal beside it cannot");
        case SQLITE_READONLY:
            switch (code) {
                case SQLITE_READONLY_ROLLBACK:
                case SQLITE_READONLY_RECOVERY:
                    return "was left by a program that was killed, and cannot be put right on a read-only "
                           "disk";
                case SQLITE_READONLY_DBMOVED:
                    return "is not there any more: it was moved, deleted or replaced";
                case SQLITE_READONLY_DIRECTORY:
                    return "cannot be written: its folder is read-only, and a journal must stand in it";
                default:
                    return "cannot be written: it or its disk is read-only";
            }
        case SQLITE_IOERR:
            return reason_of_io(db, code);
        default:
            return std::string("cannot be used: ") +
                   (db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    }
}

int Connection::open(const std::filesystem::path& file, int flags) {
    // Absolute, so that no name (":memory:", "file:...") has a meaning of its own.
    return open(std::filesystem::absolute(file).c_str(), flags);
}

int Connection::open_in_memory() {
    return open(":memory:", SQLITE_OPEN_READWRITE);
}

int Connection::open(const char* name, int flags) {
    sqlite3* db = nullptr;
    const int code = sqlite3_open_v2(name, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    db_.reset(db);
    if (code != SQLITE_OK) return code;
    // The file may come from anybody: nothing in it is run, and its pages are not trusted.
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    for (const int off :
         {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW})
        sqlite3_db_config(db, off, 0, nullptr);
    return run("PRAGMA cell_size_check=ON");
}

bool Connection::has_moved() const {
    int moved = 0;
    return sqlite3_file_control(db_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || moved != 0;
}

std::int64_t Connection::number(const char* sql, int& code) const {
    Statement statement(*this, sql);
    code = statement.step();
    return code == SQLITE_ROW ? statement.number(0) : 0;
}

Statement::Statement(const Connection& connection, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    code_ = sqlite3_prepare_v2(connection.get(), sql, -1, &statement, nullptr);
    statement_.reset(statement);
}

int Statement::run() {
    step();
    const int result = code_ == SQLITE_DONE ? SQLITE_OK : code_;
    sqlite3_reset(statement_.get());
    if (statement_ != nullptr) code_ = SQLITE_OK;
    return result;
}

void Statement::bind(int place, std::int64_t number) {
    bound(sqlite3_bind_int64(statement_.get(), place, number));
}
void Statement::bind_text(int place, std::string_view text) {
    bound(sqlite3_bind_text64(statement_.get(), place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8));
}
void Statement::bind_blob(int place, std::string_view bytes) {
    bound(sqlite3_bind_blob64(statement_.get(), place, bytes.data(), bytes.size(), SQLITE_STATIC));
}

std::string_view Statement::bytes(int column) const {
    const void* data = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return data == nullptr ? std::string_view()
                           : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

}  // namespace hearsay::graphs::sqlite
