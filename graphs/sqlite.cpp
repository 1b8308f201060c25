#include "graphs/sqlite.hpp"

#include <cerrno>
#include <cstring>
#include <system_error>

namespace hearsay::graphs::sqlite {
namespace {

// Where the operating system said why, its words say more than SQLite's "disk I/O error".
std::string with_cause(sqlite3* db, std::string sentence) {
    const int number = db != nullptr ? sqlite3_system_errno(db) : 0;
    if (number != 0) sentence += " (" + std::system_category().message(number) + ")";
    return sentence;
}

}  // namespace

std::string reason(sqlite3* db, int code) {
    switch (code & 0xff) {
        case SQLITE_NOTADB:
            return "is not a Hearsay graph";
        case SQLITE_CORRUPT:
            return "is damaged";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "is in use by another program";
        case SQLITE_INTERRUPT:
            return "was not written: interrupted";
        case SQLITE_FULL:
            return "cannot be written: the disk is full";
        case SQLITE_NOMEM:
            return "cannot be read: there is not enough memory";
        case SQLITE_TOOBIG:
            return "cannot be written: a text in it is too long";
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return with_cause(db, "cannot be opened: permission denied");
        case SQLITE_CANTOPEN:
            return with_cause(db, "cannot be opened");
        case SQLITE_READONLY:
            if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY) {
                return "was left by a program that was killed, and cannot be put right on a read-only disk";
            }
            return "cannot be written: it or its disk is read-only";
        case SQLITE_IOERR:
            switch (code) {
                case SQLITE_IOERR_SHORT_READ:
                    return "is damaged: it ends too early";
                case SQLITE_IOERR_WRITE:
                case SQLITE_IOERR_TRUNCATE:
                case SQLITE_IOERR_FSYNC:
                case SQLITE_IOERR_DIR_FSYNC:
                case SQLITE_IOERR_DELETE:
                    return with_cause(db, "cannot be written");
                default:
                    return with_cause(db, "cannot be read or written");
            }
        default:
            return std::string("cannot be used: ") + sqlite3_errstr(code);
    }
}

int Connection::open(const std::filesystem::path& file, int flags) {
    sqlite3* db = nullptr;
    // Absolute, so that no name (":memory:", "file:...") has a meaning of its own.
    const int code =
        sqlite3_open_v2(std::filesystem::absolute(file).c_str(), &db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    db_.reset(db);
    if (code == SQLITE_OK) sqlite3_extended_result_codes(db, 1);
    return code;
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
