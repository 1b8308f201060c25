// One run of the program on one graph: what is set, and where results and messages go.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/query/running/context.hpp"
#include "engine/query/statement/run_query.hpp"
#include "engine/query/statement/statement_cache.hpp"
#include "graphs/file/shared_store.hpp"
#include "repl/output/sink.hpp"
#include "repl/output/terminal/terminal.hpp"
#include "repl/output/write_result.hpp"
#include "repl/session/limits.hpp"
#include "repl/session/source_text.hpp"

namespace hearsay::repl {

struct Settings {
    Format format = Format::Table;
    bool timer = false;
    bool echo = false;                // scripts show each statement before its answer
    std::optional<std::size_t> rows;  // of a table on a terminal; all without it
    engine::Parameters parameters;
    ChosenLimits limits;
    bool keep_going = false;        // scripts go on behind an error
    bool graph_must_exist = false;  // a question to a file that is not there is an error
};

class Session {
  public:
    // Results go to `out`, which outlives the session and is drawn for `terminal`; messages go to standard
    // error.
    Session(GraphFile file, Sink& out, Terminal terminal);

    // Runs text[span] of the source, one statement, writes what it changed to the file, and shows its rows or
    // errors. False: it failed, and graph and file are as they were.
    bool run_statement(const SourceText& source, grammar::Span span);
    // Runs text[span], a line that begins with `:`. False: it failed.
    bool run_command(const SourceText& source, grammar::Span span);

    GraphFile& file() { return file_; }
    Settings& settings() { return settings_; }
    bool quit() const { return quit_; }
    void set_quit() { quit_ = true; }
    // Ctrl-C was pressed while something ran: the scripts around it end too.
    bool stopped() const { return stopped_; }
    void stop(bool on = true) { stopped_ = on; }

    // What results are written to: `out`, or the file that :output named.
    Sink& sink() { return redirected_ ? *redirected_ : out_; }
    std::optional<std::string> output_file() const;
    graphs::Result<void> redirect(const std::filesystem::path& file);
    graphs::Result<void> redirect_off();
    Look look() const;
    // The window may have been changed since.
    void measure_terminal();
    const Terminal& terminal() const { return terminal_; }
    // The results so far are out; false: they could not be written, which was said.
    bool flush();

    // The scripts that are running, outermost first.
    std::vector<std::filesystem::path>& scripts() { return scripts_; }

    // Says on standard error what is wrong.
    void report(const grammar::Diagnostic& diagnostic, const SourceText& source);
    void report(const graphs::Error& error);

  private:
    bool show(const engine::QueryResult& result, const SourceText& source, grammar::Span span,
              double seconds);
    std::optional<graphs::Value> traced_statement(const grammar::ShortForm& asked, std::string_view text);
    void say_stopped(const SourceText& source);
    bool fail_statement(const graphs::Error& error, const SourceText& source, grammar::Span span);

    GraphFile file_;
    Settings settings_;
    const engine::Language& language_;  // made at the beginning, while there is memory
    engine::StatementCache statements_;
    Sink& out_;
    std::unique_ptr<FileSink> redirected_;
    Terminal terminal_;
    bool errors_in_colour_;
    bool write_failed_ = false;
    bool quit_ = false;
    bool stopped_ = false;
    std::vector<std::filesystem::path> scripts_;
};

}  // namespace hearsay::repl
