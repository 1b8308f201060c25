#include "repl/commands/script.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <vector>

#include "grammar/text/split.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/session/messages.hpp"
#include "repl/session/out_of_memory.hpp"

namespace hearsay::repl {
namespace {

namespace fs = std::filesystem;
using grammar::Piece;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool run_piece(Session& session, const SourceText& source, const Piece& piece) {
    return unless_out_of_memory("there is not enough memory left for this", [&] {
        return piece.kind == Piece::Kind::Command ? session.run_command(source, piece.span)
                                                  : session.run_statement(source, piece.span);
    });
}

// False: nothing more shall run.
bool goes_on(Session& session, bool fine) {
    if (session.quit() || session.stopped()) return false;
    if (interrupted().exchange(false)) {
        session.stop();
        complain("stopped by Ctrl-C");
        return false;
    }
    return fine || session.settings().keep_going;
}

std::string nearest_file(const fs::path& file) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::error_code error;
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder, error))
        names.push_back(entry.path().filename().string());
    const std::string near = grammar::nearest(file.filename().string(), names);
    return near.empty() ? near : (file.has_parent_path() ? folder / near : fs::path(near)).string();
}

}  // namespace

bool run_script(Session& session, const SourceText& source) {
    bool all_fine = true;
    for (const Piece& piece : grammar::split(source.text)) {
        const bool fine = run_piece(session, source, piece);
        all_fine = all_fine && fine;
        if (!goes_on(session, fine)) return all_fine && !session.stopped();
    }
    return all_fine;
}

graphs::Result<std::string> read_file(const fs::path& file) {
    std::error_code error;
    if (fs::is_directory(file, error)) return graphs::fail(file.string(), "is a folder");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "rb"),
                                                                 &std::fclose);
    if (!stream) {
        const int why = errno;
        const std::string near = why == ENOENT ? nearest_file(file) : "";
        std::string reason = why == ENOENT ? "no such file" : std::generic_category().message(why);
        if (!near.empty()) reason += "; did you mean " + near + "?";
        return graphs::fail(file.string(), reason);
    }
    std::string text;
    char buffer[1 << 16];
    while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, stream.get()))
        text.append(buffer, got);
    if (std::ferror(stream.get()) != 0)
        return graphs::fail(file.string(), std::generic_category().message(errno));
    return text;
}

std::string resolve_path(const SourceText& source, const std::string& path) {
    const fs::path given(path);
    if (source.folder.empty() || given.is_absolute() || path == "-") return path;
    std::error_code error;
    const fs::path beside = source.folder / given;
    return fs::exists(beside, error) ? beside.string() : path;
}

bool run_script_file(Session& session, const std::string& path) {
    if (path == "-") return run_standard_input(session);
    const auto text = read_file(path);
    if (!text) {
        session.report(text.error());
        return false;
    }
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(path, error);
    auto& running = session.scripts();
    if (std::find(running.begin(), running.end(), canonical) != running.end()) {
        session.report({path, "this script includes itself"});
        return false;
    }
    running.push_back(canonical);
    std::string_view view = *text;
    if (view.substr(0, byte_order_mark.size()) == byte_order_mark) view.remove_prefix(byte_order_mark.size());
    const fs::path parent = fs::path(path).parent_path();
    const bool fine = run_script(session, {view, path, parent.empty() ? fs::path(".") : parent, false});
    running.pop_back();
    return fine;
}

bool run_standard_input(Session& session) {
    const std::unique_ptr<char*, void (*)(char**)> line(new char*(nullptr), [](char** p) {
        std::free(*p);
        delete p;
    });
    std::size_t capacity = 0;
    std::string text;
    std::size_t done = 0;  // what has been run
    bool all_fine = true;
    const auto run_ready = [&](bool at_end) {
        const std::size_t from = done;
        for (const Piece& piece : grammar::split(std::string_view(text).substr(from))) {
            if (piece.kind == Piece::Kind::Unfinished && !at_end) return true;
            const Piece here{piece.kind, {piece.span.begin + from, piece.span.end + from}};
            done = here.span.end;
            const bool fine = run_piece(session, {text, "standard input", {}, false}, here);
            all_fine = all_fine && fine;
            if (!goes_on(session, fine)) return false;
        }
        return true;
    };
    while (true) {
        const ssize_t got = getline(line.get(), &capacity, stdin);
        if (got < 0 && errno == EINTR && interrupted()) {
            interrupted() = false;
            complain("stopped by Ctrl-C");
            return false;
        }
        if (got < 0) break;
        const std::string_view read(*line, static_cast<std::size_t>(got));
        text += text.empty() && read.substr(0, 3) == byte_order_mark ? read.substr(3) : read;
        const std::size_t first = read.find_first_not_of(" \t");
        const bool may_be_whole = read.find(';') != std::string_view::npos ||
                                  (first != std::string_view::npos && read[first] == ':');
        if (may_be_whole && !run_ready(false)) return all_fine && !session.stopped();
    }
    if (std::ferror(stdin) != 0) {
        session.report({"standard input", std::generic_category().message(errno)});
        return false;
    }
    run_ready(true);
    return all_fine && !session.stopped();
}

}  // namespace hearsay::repl
