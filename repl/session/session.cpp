#include "repl/session/session.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <new>
#include <optional>

#include "engine/claims/language.hpp"
#include "engine/claims/short_forms.hpp"
#include "engine/claims/trace.hpp"
#include "repl/commands/commands.hpp"
#include "repl/output/effects_text.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/output/terminal/text_width.hpp"
#include "repl/output/trace_view.hpp"
#include "repl/session/graph_name.hpp"
#include "repl/session/limit_watch.hpp"
#include "repl/session/messages.hpp"
#include "repl/session/out_of_memory.hpp"

namespace hearsay::repl {

namespace {

bool is_interrupted(const tl::expected<engine::QueryResult, grammar::Diagnostics>& result) {
    return !result && result.error().front().type == "Interrupted";
}

// Ends the writing of an answer at Ctrl-C, by Stopped.
class StoppableSink : public Sink {
  public:
    explicit StoppableSink(Sink& sink) : sink_(sink) {}
    void write(std::string_view text) override {
        if (interrupted()) throw Stopped();
        sink_.write(text);
    }
    graphs::Result<void> flush() override { return sink_.flush(); }

  private:
    Sink& sink_;
};

}  // namespace

grammar::Diagnostic moved(grammar::Diagnostic diagnostic, std::size_t by) {
    diagnostic.span.begin += by;
    diagnostic.span.end += by;
    return diagnostic;
}

Session::Session(GraphFile file, Sink& out, Terminal terminal)
    : file_(std::move(file)),
      language_(engine::claims_language()),
      out_(out),
      terminal_(terminal),
      errors_in_colour_(describe_terminal(STDERR_FILENO).colour) {}

bool Session::run_statement(const SourceText& source, grammar::Span span) {
    const std::string_view text = source.text.substr(span.begin, span.end - span.begin);
    const auto begin = std::chrono::steady_clock::now();
    tl::expected<engine::QueryResult, grammar::Diagnostics> result;
    // The time also ends what is done before and behind the query: reading what others wrote, and the commit.
    const engine::Limits limits = settings_.limits.now();
    std::optional<LimitWatch> watch(std::in_place, engine::Limits{limits.time, std::nullopt, std::nullopt});
    const auto kept = file_.run(
        [&] {
            result =
                engine::run_query(file_.graph(), text,
                                  {settings_.parameters, &interrupted(), &language_, limits, &statements_});
            return result.has_value();
        },
        &interrupted());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    if (const auto warning = file_.take_warning()) {
        complain(warning->place + " " + warning->reason + "; what follows is as it was read before",
                 errors_in_colour_);
    }
    const bool fine = kept && *kept;
    // What was ended is untouched, unless the change was in the file already when that was found out.
    const bool untouched = kept || !file_.changed_anyway();
    const auto ended = fine || !untouched ? std::nullopt : watch->ended();
    watch.reset();  // the answer is written for as long as that takes
    if (ended == LimitWatch::by_interrupt) {
        say_stopped(source);
        return false;
    }
    if (ended && (!kept || is_interrupted(result))) {  // as the statement says it that sees the time itself
        report({grammar::Severity::Error, span,
                fmt::format("the statement takes more than {}", engine::duration_text(*limits.time)),
                "`--timeout` and `:timeout` set how long it may take", "LimitError", "TimeLimitExceeded"},
               source);
        return false;
    }
    if (!kept) return fail_statement(kept.error(), source, span);
    if (!fine) {
        for (const grammar::Diagnostic& diagnostic : result.error())
            report(moved(diagnostic, span.begin), source);
        return false;
    }
    if (file_.is_new() && settings_.graph_must_exist) {  // it has changed nothing, or there would be one
        report({file_.name(), no_such_graph(file_.name())});
        return false;
    }
    if (settings_.echo && !source.at_prompt)
        sink().write((look().terminal ? harmless_lines(text) : std::string(text)) + "\n");
    return unless_out_of_memory(
        "there is not enough memory left to show the answer; what the statement changed is kept",
        [&] { return show(*result, source, span, took.count()); });
}

// It ran, but what it changed could not be written and was taken back, or not as it should be.
bool Session::fail_statement(const graphs::Error& error, const SourceText& source, grammar::Span span) {
    const std::string outcome = file_.changed_anyway() ? "" : "nothing was changed: ";
    report({grammar::Severity::Error, span, outcome + error.place + " " + error.reason, "", "", ""}, source);
    return false;
}

void Session::say_stopped(const SourceText& source) {
    stop();
    flush();
    if (source.at_prompt) std::fputs("\n", stderr);  // the terminal has written ^C
    complain(source.at_prompt ? "stopped" : source.name + ": stopped by Ctrl-C", errors_in_colour_);
}

bool Session::show(const engine::QueryResult& result, const SourceText& source, grammar::Span span,
                   double seconds) {
    const std::string_view text = source.text.substr(span.begin, span.end - span.begin);
    measure_terminal();
    Look how = look();
    if (settings_.timer) how.seconds = seconds;
    const auto traced =
        result.asked && how.format == Format::Table ? traced_statement(*result.asked, text) : std::nullopt;
    // What is in the graph already is said to its end, so that nobody takes it for undone.
    StoppableSink stoppable(sink());
    Sink& out = result.effects.any() ? sink() : stoppable;
    const StopScope scope(!result.effects.any());
    try {
        if (traced)
            write_trace(out, engine::trace(file_.graph(), *traced), how);
        else
            write_result(out, file_.graph(), result, how);
    } catch (const Stopped&) {
        interrupted() = false;
        say_stopped(source);
        return false;
    } catch (const std::bad_alloc&) {
        report({grammar::Severity::Error, span, "the machine has no memory left to write the answer",
                "LIMIT cuts an answer; `--max-memory` and `:max-memory` end a statement before that", "", ""},
               source);
        return false;
    }
    if (!flush()) return false;
    for (const grammar::Diagnostic& warning : result.warnings) report(moved(warning, span.begin), source);
    // Under a table it stands there; what a program reads holds rows alone.
    if (source.at_prompt && result.effects.any() && how.format != Format::Table)
        complain(effects_text(result.effects), errors_in_colour_);
    if (settings_.timer && how.format != Format::Table)
        complain(fmt::format("{:.3f} s", seconds), errors_in_colour_);
    return true;
}

// The value behind TRACE.
std::optional<graphs::Value> Session::traced_statement(const grammar::ShortForm& asked,
                                                       std::string_view text) {
    const grammar::Expression* number = engine::claims::traced(asked);
    if (number == nullptr) return std::nullopt;
    const grammar::Span where = number->span;
    const std::string query = "RETURN " + std::string(text.substr(where.begin, where.end - where.begin));
    const auto value = engine::run_query(file_.graph(), query,
                                         {settings_.parameters, nullptr, nullptr, settings_.limits.now()});
    if (!value || value->rows.size() != 1 || value->rows[0].size() != 1) return std::nullopt;
    return value->rows[0][0];
}

bool Session::run_command(const SourceText& source, grammar::Span span) {
    const std::string_view line = source.text.substr(span.begin, span.end - span.begin);
    CommandOutcome outcome;
    try {
        const StopScope scope;
        outcome = hearsay::repl::run_command(*this, source, line);
    } catch (const Stopped&) {  // while it showed something
        interrupted() = false;
        say_stopped(source);
        return false;
    }
    const bool flushed = flush();
    if (outcome.message.empty()) return outcome.fine && flushed;
    if (source.at_prompt)
        complain(outcome.message, errors_in_colour_);
    else
        report({grammar::Severity::Error, span, outcome.message, "", "", ""}, source);
    return false;
}

std::optional<std::string> Session::output_file() const {
    return redirected_ ? std::optional(redirected_->name()) : std::nullopt;
}

graphs::Result<void> Session::redirect(const std::filesystem::path& file) {
    auto sink = FileSink::create(file);
    if (!sink) return tl::unexpected(sink.error());
    auto closed = redirect_off();
    redirected_ = std::make_unique<FileSink>(std::move(*sink));
    return closed;
}

graphs::Result<void> Session::redirect_off() {
    graphs::Result<void> flushed;
    if (redirected_) flushed = redirected_->flush();
    redirected_.reset();
    return flushed;
}

Look Session::look() const {
    Look how;
    how.format = settings_.format;
    if (redirected_ || !terminal_.is_terminal) return how;
    how.boxes = terminal_.utf8;
    how.colour = terminal_.colour;
    how.terminal = true;
    how.width = terminal_.width;
    how.rows = settings_.rows;
    return how;
}

void Session::measure_terminal() {
    if (terminal_.is_terminal) terminal_ = describe_terminal(STDOUT_FILENO);
}

bool Session::flush() {
    const auto flushed = sink().flush();
    if (flushed) return true;
    if (!write_failed_) report(flushed.error());
    if (redirected_)
        redirected_.reset();
    else
        write_failed_ = true;  // say it once
    return false;
}

void Session::report(const grammar::Diagnostic& diagnostic, const SourceText& source) {
    if (diagnostic.severity == grammar::Severity::Error) (void)sink().flush();
    complain_about(diagnostic, source.text, source.name, errors_in_colour_);
}

void Session::report(const graphs::Error& error) {
    complain(error, errors_in_colour_);
}

}  // namespace hearsay::repl
