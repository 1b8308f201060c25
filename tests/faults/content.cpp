#include "tests/faults/content.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "tests/faults/child.hpp"

namespace hearsay::faults {

namespace fs = std::filesystem;

const char* const everything =
    "MATCH (n) RETURN 'node' AS what, labels(n) AS kind, properties(n) AS properties, null AS a, null AS b "
    "UNION ALL "
    "MATCH (x)-[r]->(y) "
    "RETURN 'edge' AS what, type(r) AS kind, properties(r) AS properties, x.id AS a, y.id AS b";

namespace {

bool is_none(const std::string& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? !fs::exists(file) : size == 0;
}

}  // namespace

Content content_of(const std::string& program, const std::string& file) {
    const std::string script = fs::temp_directory_path() / ("hearsay-faults-all-" + std::to_string(getpid()));
    write_text(script, std::string(everything) + ";\nSHOW INDEXES;\n");
    Order order;
    order.words = {program, "run", "--format", "jsonl", file, script};
    const Ran ran = run(order);
    fs::remove(script);
    return content_in(ran, file);
}

Content content_in(const Ran& ran, const std::string& file) {
    Content content;
    // Only now: what a killed program left is put right by whoever opens the file.
    content.none = is_none(file);
    if (ran.status != 0 || !ran.err.empty())
        content.wrong = "status " + std::to_string(ran.status) + ": " + ran.err;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) content.lines.push_back(line);
    std::sort(content.lines.begin(), content.lines.end());
    return content;
}

std::size_t count_lines(const Content& content, const std::string& beginning) {
    return static_cast<std::size_t>(
        std::count_if(content.lines.begin(), content.lines.end(),
                      [&](const std::string& line) { return line.rfind(beginning, 0) == 0; }));
}

std::string difference(const Content& is, const Content& should_be) {
    const auto [has, wants] =
        std::mismatch(is.lines.begin(), is.lines.end(), should_be.lines.begin(), should_be.lines.end());
    if (has == is.lines.end() && wants == should_be.lines.end()) return "";
    return "it holds " + (has == is.lines.end() ? "nothing more" : *has) + "\n  instead of " +
           (wants == should_be.lines.end() ? "nothing more" : *wants);
}

std::string unsound(const std::string& file) {
    sqlite3* db = nullptr;
    std::string found;
    int code = sqlite3_open_v2(fs::absolute(file).c_str(), &db, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt* check = nullptr;
    if (code == SQLITE_OK) code = sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &check, nullptr);
    while (code == SQLITE_OK && (code = sqlite3_step(check)) == SQLITE_ROW) {
        const std::string line = reinterpret_cast<const char*>(sqlite3_column_text(check, 0));
        if (line != "ok") found += line + "; ";
        code = SQLITE_OK;
    }
    if (code != SQLITE_DONE) found += sqlite3_errmsg(db);
    sqlite3_finalize(check);
    sqlite3_close(db);
    return found;
}

std::string others_in(const std::string& folder, const std::vector<std::string>& expected) {
    std::string others;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename();
        if (std::find(expected.begin(), expected.end(), name) != expected.end()) continue;
        others += (others.empty() ? "" : ", ") + name;
    }
    return others;
}

}  // namespace hearsay::faults
