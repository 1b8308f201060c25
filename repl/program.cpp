#include "repl/program.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <variant>

#include "repl/command_line/command_line.hpp"
#include "repl/commands/check_command.hpp"
#include "repl/commands/csv_commands.hpp"
#include "repl/commands/extract_filter.hpp"
#include "repl/commands/load_report.hpp"
#include "repl/commands/picture_export.hpp"
#include "repl/commands/reading.hpp"
#include "repl/commands/script.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/output/terminal/terminal.hpp"
#include "repl/prompt/prompt.hpp"
#include "repl/session/graph_name.hpp"
#include "repl/session/literal.hpp"
#include "repl/session/messages.hpp"
#include "repl/session/out_of_memory.hpp"
#include "repl/session/session.hpp"

namespace hearsay::repl {
namespace {

bool colour_errors() {
    return describe_terminal(STDERR_FILENO).colour;
}

int failed(const graphs::Error& error) {
    complain(error, colour_errors());
    return 1;
}

// Everything that was written is out, or the status says that it is not.
int finished(Sink& out, bool fine) {
    if (const auto flushed = out.flush(); !flushed) return failed(flushed.error());
    return fine ? 0 : 1;
}

int finished(Session& session, bool fine) {
    return session.flush() && fine ? 0 : 1;
}

engine::Parameters parameters_of(const Invocation& asked) {
    engine::Parameters parameters;
    for (const auto& [name, value] : asked.parameters) parameters[name] = literal_or_text(value);
    return parameters;
}

Settings settings_of(const Invocation& asked) {
    Settings settings;
    if (asked.format) settings.format = *format_from(*asked.format);
    settings.parameters = parameters_of(asked);
    settings.limits = asked.limits;
    settings.keep_going = asked.keep_going;
    return settings;
}

// Each catches Ctrl-C once the graph is read: until then nothing is begun, and Ctrl-C just ends the program.
int run_load(const Invocation& asked, Sink& out) {
    auto file = GraphFile::open_or_new(*asked.graph);
    if (!file) return failed(file.error());
    catch_interrupts(false);
    const auto reading = open_reading(asked.weights);
    if (!reading) return failed(reading.error());
    auto store = file->writable();
    if (!store) return failed(store.error());
    const bool fine = load_and_report(
        **store, *reading, asked.paths, out,
        {asked.quiet, true, asked.threads.value_or(default_threads()), asked.limits.reading_now()});
    return finished(out, fine);
}

int run_import(const Invocation& asked, Sink& out) {
    const auto files = files_to_import(asked);
    if (!files) {
        complain("import: " + files.error());
        return 2;
    }
    auto file = GraphFile::open_or_new(*asked.graph);
    if (!file) return failed(file.error());
    catch_interrupts(false);
    return finished(out, import_into(*file, *files, asked.limits.now(), out));
}

int run_extract(const Invocation& asked, Sink& out) {
    catch_interrupts(false);
    const auto reading = open_reading(asked.weights);
    if (!reading) return failed(reading.error());
    return finished(out, extract_standard_input(*reading, asked.threads.value_or(default_threads()),
                                                asked.limits.reading_now(), out));
}

int run_query(const Invocation& asked, Sink& out) {
    auto file = GraphFile::open_or_new(*asked.graph);
    if (!file) return failed(file.error());
    catch_interrupts(false);
    Session session(std::move(*file), out, describe_terminal(STDOUT_FILENO));
    session.settings() = settings_of(asked);
    session.settings().graph_must_exist = true;
    const bool fine = session.run_statement({asked.query, "query", {}, false}, {0, asked.query.size()});
    return finished(session, fine);
}

int run_scripts(const Invocation& asked, Sink& out) {
    auto file = GraphFile::open_or_new(*asked.graph);
    if (!file) return failed(file.error());
    catch_interrupts(false);
    Session session(std::move(*file), out, describe_terminal(STDOUT_FILENO));
    session.settings() = settings_of(asked);
    session.settings().graph_must_exist = true;
    bool fine = true;
    for (const std::string& script : asked.paths) {
        fine = run_script_file(session, script) && fine;
        if ((!fine && !asked.keep_going) || session.quit() || session.stopped()) break;
    }
    return finished(session, fine);
}

int run_export(const Invocation& asked, Sink& out) {
    if (asked.format == "csv") {
        if (!asked.output || !asked.query.empty()) {
            complain(asked.output ? "export: --format csv is all of the graph: it takes no --query"
                                  : "export: --format csv needs -o FOLDER");
            return 2;
        }
        auto whole = open_graph(*asked.graph);
        if (!whole) return failed(whole.error());
        catch_interrupts(false);
        return finished(out, export_tables(whole->graph(), *asked.output, asked.limits.now(), out));
    }
    PictureRequest request;
    request.query = asked.query;
    request.file = asked.output.value_or("");
    if (asked.format) request.format = picture_format_from(*asked.format);
    if (request.file.empty() && !request.format) {
        complain("export: no format; --format dot, svg or png, or -o FILE whose ending says it");
        return 2;
    }
    if (request.file.empty() && request.format == graphs::PictureFormat::Png && isatty(STDOUT_FILENO) == 1) {
        complain(
            "export: a PNG is no text for a terminal; name a file with -o FILE, or send it on with > or |");
        return 2;
    }
    auto file = open_graph(*asked.graph);
    if (!file) return failed(file.error());
    catch_interrupts(false);
    const auto parameters = parameters_of(asked);
    request.limits = asked.limits.now();
    auto drawn = picture(file->graph(), parameters, request);
    if (!drawn) {
        for (const auto& d : drawn.error().diagnostics)
            complain_about(d, request.query, "query", colour_errors());
        if (!drawn.error().message.empty()) complain(drawn.error().message, colour_errors());
        return 1;
    }
    if (!drawn->note.empty()) complain(drawn->note);
    if (request.file.empty()) {
        out.write(drawn->bytes);
    } else if (const auto written = write_file(request.file, drawn->bytes); !written) {
        return failed(written.error());
    }
    return finished(out, true);
}

int run_check(const Invocation& asked, Sink& out) {
    return finished(out, check_graph(*asked.graph, asked.rescue, out));
}

int run_prompt(const Invocation& asked, Sink& out) {
    auto file = asked.graph ? GraphFile::open_or_new(*asked.graph) : GraphFile::in_memory();
    if (!file) return failed(file.error());
    catch_interrupts(false);
    Session session(std::move(*file), out, describe_terminal(STDOUT_FILENO));
    session.settings().limits = asked.limits;
    if (isatty(STDIN_FILENO) == 1) return finished(session, prompt(session));
    session.settings().graph_must_exist = true;
    return finished(session, run_standard_input(session));
}

int run_verb(const Invocation& asked, Sink& out) {
    switch (asked.verb) {
        case Verb::Load:
            return run_load(asked, out);
        case Verb::Import:
            return run_import(asked, out);
        case Verb::Extract:
            return run_extract(asked, out);
        case Verb::Query:
            return run_query(asked, out);
        case Verb::Run:
            return run_scripts(asked, out);
        case Verb::Export:
            return run_export(asked, out);
        case Verb::Check:
            return run_check(asked, out);
        case Verb::Prompt:
            return run_prompt(asked, out);
    }
    return 1;
}

}  // namespace

int run_program(int argc, const char* const* argv) {
    set_locale();
    std::signal(SIGPIPE, SIG_DFL);  // `hearsay query ... | head` ends with head, whatever the caller ignores
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is an error of the write that meets it
    const auto parsed = parse_command_line(argc, argv);
    if (const auto* ending = std::get_if<Ending>(&parsed)) {
        std::FILE* stream = ending->status == 0 ? stdout : stderr;
        FileSink sink(stream, ending->status == 0 ? "standard output" : "standard error");
        sink.write(ending->text);
        return sink.flush() ? ending->status : 1;
    }
    const Invocation& asked = std::get<Invocation>(parsed);
    FileSink out(stdout, "standard output");
    int status = 1;
    unless_out_of_memory("there is not enough memory left for this", [&] {
        status = run_verb(asked, out);
        return true;
    });
    return status;
}

}  // namespace hearsay::repl
