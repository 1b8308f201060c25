#include "repl/prompt/prompt.hpp"

#include <fmt/format.h>

#include <array>

#include "engine/schema/schema.hpp"
#include "grammar/text/split.hpp"
#include "repl/command_line/command_line.hpp"
#include "repl/output/table.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/prompt/history.hpp"
#include "repl/prompt/line_reader.hpp"
#include "repl/prompt/vocabulary.hpp"
#include "repl/session/messages.hpp"
#include "repl/session/out_of_memory.hpp"

namespace hearsay::repl {
namespace {

using grammar::Piece;

constexpr std::string_view blanks = " \t\r\n";

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return "";
    return std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

// What people type who come from another prompt.
std::string meant(const std::string& line) {
    if (line == "help" || line == "?" || line == "\\h") return ":help";
    if (line == "quit" || line == "exit" || line == "\\q" || line == ".quit" || line == ".exit")
        return ":quit";
    if (line == ".schema" || line == ".tables" || line == "\\d") return ":schema";
    return line;
}

class Prompt {
  public:
    explicit Prompt(Session& session)
        : session_(session),
          history_(History::default_file()),
          reader_(make_line_reader(session.terminal(),
                                   [this](std::string_view line) { return complete_line(line); })) {
        for (const std::string& entry : history_.entries()) reader_->remember(entry);
    }

    void run() {
        while (!session_.quit()) {
            interrupted() = false;
            session_.stop(false);
            TypedLine line = reader_->read(pending_.empty() ? "hearsay> " : "     ... ");
            if (line.kind == TypedLine::Kind::End) return;
            if (line.kind == TypedLine::Kind::Interrupted) {
                pending_.clear();
                continue;
            }
            unless_out_of_memory("there is not enough memory left for this", [&] {
                take(line.text);
                return true;
            });
        }
    }

  private:
    void take(const std::string& line) {
        if (pending_.empty()) {
            pending_ = meant(trimmed(line)) == trimmed(line) ? line : meant(trimmed(line));
        } else {
            if (trimmed(line).empty() && !hint_given_) {
                session_.sink().write("a statement ends with `;` (Ctrl-C drops it)\n");
                (void)session_.flush();
                hint_given_ = true;
            }
            pending_ += "\n" + line;
        }
        const std::vector<Piece> pieces = grammar::split(pending_);
        if (pieces.empty()) {  // blanks and comments
            pending_.clear();
            return;
        }
        const bool unfinished = pieces.back().kind == Piece::Kind::Unfinished;
        const std::size_t rest = unfinished ? pieces.back().span.begin : pending_.size();
        const std::string text = pending_.substr(0, rest);
        if (const std::string entry = trimmed(text); !entry.empty() && history_.is_new(entry)) {
            reader_->remember(entry);
            if (const auto kept = history_.add(entry); !kept) session_.report(kept.error());
        }
        pending_.erase(0, rest);
        run_pieces(text, pieces);
    }

    void run_pieces(const std::string& text, const std::vector<Piece>& pieces) {
        for (const Piece& piece : pieces) {
            if (piece.kind == Piece::Kind::Unfinished || session_.quit()) return;
            // Each statement is a text of its own: lines and columns count from where it begins.
            const std::string own = text.substr(piece.span.begin, piece.span.end - piece.span.begin);
            const SourceText source{own, "query", {}, true};
            const grammar::Span span{0, own.size()};
            if (piece.kind == Piece::Kind::Command)
                session_.run_command(source, span);
            else
                session_.run_statement(source, span);
            if (session_.stopped()) return;
        }
    }

    Completion complete_line(std::string_view line) {
        const std::string before = pending_.empty() ? "" : pending_ + "\n";
        const std::string text = before + std::string(line);
        Completion completion = complete(text, vocabulary_of(session_));
        if (completion.begin < before.size()) return {};  // begins in a line that is read already
        completion.begin -= before.size();
        return completion;
    }

    Session& session_;
    hearsay::repl::History history_;
    std::string pending_;  // the lines of a statement that has no `;` yet
    bool hint_given_ = false;
    std::unique_ptr<LineReader> reader_;
};

}  // namespace

std::string greeting(const GraphFile& file) {
    std::string text = "Hearsay " HEARSAY_VERSION ", ";
    const graphs::PropertyGraph& graph = file.graph();
    namespace label = engine::schema::label;
    const auto count = [&graph](std::string_view name) {
        const graphs::LabelId id = graph.find_label(name);
        return id.is_none() ? std::size_t{0} : graph.vertices(id).size();
    };
    if (file.is_new()) {
        text += file.name() + ": new; the first :load or CREATE makes it";
        const std::string near = grammar::nearest(file.name(), command_names());
        if (!near.empty()) text += " (did you mean `hearsay " + near + "`?)";
    } else if (graph.vertex_count() == 0) {
        text += file.in_memory_only() ? "a graph in memory, gone when you leave"
                                      : file.name() + ": an empty graph";
        text += "; :load PATH reads articles";
    } else {
        text +=
            fmt::format("{}: {}, {}, {}", file.name(), count_of(count(label::article), "article", "articles"),
                        count_of(count(label::statement), "statement", "statements"),
                        count_of(count(label::actor) + count(label::organisation), "party", "parties"));
    }
    return text + "\n:help shows what can be asked; Ctrl-D leaves\n";
}

bool prompt(Session& session) {
    catch_interrupts(true);
    session.settings().rows = 200;
    session.sink().write(greeting(session.file()));
    if (!session.flush()) return false;
    Prompt(session).run();
    return session.flush();
}

}  // namespace hearsay::repl
