#include "repl/commands/commands.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>

#include "repl/commands/help.hpp"
#include "repl/commands/limit_commands.hpp"
#include "repl/commands/load_report.hpp"
#include "repl/commands/picture_export.hpp"
#include "repl/commands/reading.hpp"
#include "repl/commands/schema.hpp"
#include "repl/commands/script.hpp"
#include "repl/output/cypher_text.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/output/terminal/text_width.hpp"
#include "repl/session/literal.hpp"
#include "repl/session/messages.hpp"

namespace hearsay::repl {
namespace {

using Outcome = CommandOutcome;

Outcome wrong(std::string message) {
    return {false, std::move(message)};
}
Outcome said() {
    return {false, ""};
}  // failed, and the reason is on standard error already

bool is_space(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

// The first word and the rest.
std::pair<std::string_view, std::string_view> first_word(std::string_view text) {
    const auto end = std::find_if(text.begin(), text.end(), is_space);
    const auto length = static_cast<std::size_t>(end - text.begin());
    return {text.substr(0, length), trimmed(text.substr(length))};
}

Outcome say(Session& session, const std::string& text) {
    session.sink().write(text);
    return {};
}

Outcome run_help(Session& session, const SourceText&, std::string_view rest) {
    const auto text = rest.empty() ? std::optional(help_overview()) : help_topic(rest);
    if (!text) {
        const std::string near = grammar::nearest(std::string(rest), help_topics());
        return wrong(fmt::format("no help on `{}`{}", rest,
                                 near.empty() ? "" : "; did you mean `:help " + near + "`?"));
    }
    return say(session, *text);
}

Outcome run_schema(Session& session, const SourceText&, std::string_view rest) {
    if (!rest.empty()) return wrong(":schema takes nothing");
    const std::size_t width = session.look().width.value_or(100);
    return say(session, schema_text(schema_of(session.file().graph()), width));
}

// Takes "--NAME VALUE" and "--NAME=VALUE" out of the words. Error: a word that begins with `--` and is none
// of `names`, or that has no value.
graphs::Result<std::map<std::string, std::string>> take_options(std::vector<std::string>& words,
                                                                const std::vector<std::string>& names) {
    std::map<std::string, std::string> given;
    std::vector<std::string> others;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].compare(0, 2, "--") != 0) {
            others.push_back(words[i]);
            continue;
        }
        const std::size_t equals = words[i].find('=');
        const std::string name = words[i].substr(0, equals);
        if (std::find(names.begin(), names.end(), name) == names.end())
            return graphs::fail(
                "", fmt::format("no option {}; a path that begins so is written ./{}", name, words[i]));
        if (equals == std::string::npos && i + 1 == words.size())
            return graphs::fail("", name + " needs a value");
        given[name] = equals == std::string::npos ? words[++i] : words[i].substr(equals + 1);
    }
    words = std::move(others);
    return given;
}

Outcome run_load(Session& session, const SourceText& source, std::string_view rest) {
    std::vector<std::string> words = words_of(rest);
    const auto given = take_options(words, {"--threads", "--weights"});
    if (!given) return wrong(given.error().reason);
    const auto threads = given->count("--threads") > 0 ? threads_from(given->at("--threads"))
                                                       : graphs::Result<std::size_t>(default_threads());
    if (!threads) return wrong(threads.error().reason);
    std::vector<std::string> paths;
    for (const std::string& word : words) paths.push_back(resolve_path(source, word));
    if (paths.empty()) return wrong(":load needs a file or a folder: :load articles/");
    if (std::find(paths.begin(), paths.end(), "-") != paths.end())
        return wrong(":load cannot read standard input here");
    const auto weights = given->count("--weights") > 0 ? std::optional(given->at("--weights")) : std::nullopt;
    const auto reading = open_reading(weights);
    if (!reading) {
        session.report(reading.error());
        return said();
    }
    auto store = session.file().writable();
    if (!store) {
        session.report(store.error());
        return said();
    }
    if (source.at_prompt) interrupted() = false;
    const bool seconds = source.at_prompt || session.settings().timer;
    const bool fine =
        load_and_report(**store, *reading, paths, session.sink(),
                        {!source.at_prompt, seconds, *threads, session.settings().limits.reading_now()});
    session.file().end_writing();
    return {fine, ""};
}

Outcome run_source(Session& session, const SourceText& source, std::string_view rest) {
    const std::vector<std::string> words = words_of(rest);
    if (words.size() != 1) return wrong(":source needs one file: :source questions.cypher");
    if (words[0] == "-") return wrong(":source needs a file; `-` is for the command line");
    return run_script_file(session, resolve_path(source, words[0])) ? Outcome{} : said();
}

Outcome run_mode(Session& session, const SourceText&, std::string_view rest) {
    if (rest.empty()) return say(session, fmt::format("mode {}\n", name_of(session.settings().format)));
    const auto format = format_from(rest);
    if (!format) {
        const std::string near = grammar::nearest(std::string(rest), format_names());
        return wrong(fmt::format("no mode `{}`{}; modes are {}", rest,
                                 near.empty() ? "" : ", did you mean `" + near + "`?",
                                 fmt::join(format_names(), ", ")));
    }
    session.settings().format = *format;
    return {};
}

Outcome show_parameters(Session& session) {
    std::string text;
    for (const auto& [name, value] : session.settings().parameters)
        text +=
            fmt::format("${} = {}\n", harmless(name), harmless(to_expression(session.file().graph(), value)));
    if (text.empty()) text = "no parameters; `:param NAME VALUE` sets one, and a query uses it as $NAME\n";
    return say(session, text);
}

Outcome run_param(Session& session, const SourceText& source, std::string_view rest) {
    engine::Parameters& parameters = session.settings().parameters;
    if (rest.empty()) return show_parameters(session);
    auto [name, value] = first_word(rest);
    if (const auto pair = value.empty() ? name_and_value(name) : std::nullopt) {
        parameters[pair->first] = literal_or_text(pair->second);
        return {};
    }
    if (!name.empty() && name.front() == '$') name.remove_prefix(1);
    if (name == "clear") {
        if (value.empty()) parameters.clear();
        if (value.empty() || parameters.erase(std::string(value)) > 0) return {};
        return wrong(fmt::format("no parameter `{}` is set", value));
    }
    if (!is_parameter_name(name))
        return wrong(fmt::format("`{}` cannot be a parameter's name; use letters, digits and _", name));
    if (value.empty()) {
        const auto found = parameters.find(name);
        if (found == parameters.end())
            return wrong(fmt::format("no parameter `{}` is set; `:param {} VALUE` sets it", name, name));
        return say(session, fmt::format("${} = {}\n", name,
                                        harmless(to_expression(session.file().graph(), found->second))));
    }
    if (value.substr(0, 2) == "=>") value = trimmed(value.substr(2));
    if (value.substr(0, 1) == "=") value = trimmed(value.substr(1));
    const graphs::Value& set = parameters[std::string(name)] = literal_or_text(value);
    if (source.at_prompt)
        return say(session,
                   fmt::format("${} = {}\n", name, harmless(to_expression(session.file().graph(), set))));
    return {};
}

Outcome run_rows(Session& session, const SourceText&, std::string_view rest) {
    if (rest.empty()) {
        const auto& rows = session.settings().rows;
        return say(session, rows ? fmt::format("rows {}\n", *rows) : "rows all\n");
    }
    if (rest == "all") {
        session.settings().rows.reset();
        return {};
    }
    std::size_t rows = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), rows);
    if (read.ec != std::errc{} || read.ptr != rest.data() + rest.size() || rows == 0)
        return wrong(fmt::format(":rows takes a number from 1 or `all`, not `{}`", rest));
    session.settings().rows = rows;
    return {};
}

// Shows or sets what is on or off.
Outcome run_switch(Session& session, std::string_view name, bool Settings::*setting, std::string_view rest) {
    bool& value = session.settings().*setting;
    if (rest.empty()) return say(session, fmt::format("{} {}\n", name, value ? "on" : "off"));
    if (rest != "on" && rest != "off")
        return wrong(fmt::format(":{} takes `on` or `off`, not `{}`", name, rest));
    value = rest == "on";
    return {};
}

Outcome run_timer(Session& session, const SourceText&, std::string_view rest) {
    return run_switch(session, "timer", &Settings::timer, rest);
}

Outcome run_echo(Session& session, const SourceText&, std::string_view rest) {
    return run_switch(session, "echo", &Settings::echo, rest);
}

Outcome run_export(Session& session, const SourceText&, std::string_view rest) {
    // The file may be quoted; what follows it is the query, as it stands.
    std::size_t end = 0;
    for (char quote = 0; end < rest.size() && (quote != 0 || !is_space(rest[end])); ++end) {
        if (quote == 0 && (rest[end] == '"' || rest[end] == '\''))
            quote = rest[end];
        else if (rest[end] == quote)
            quote = 0;
    }
    const std::vector<std::string> file = words_of(rest.substr(0, end));
    if (file.size() != 1)
        return wrong(":export needs a file: :export picture.svg MATCH p = (:Actor)-[:DENIES]->() RETURN p");
    PictureRequest request;
    request.file = file[0];
    request.query = std::string(trimmed(rest.substr(end)));
    request.limits = session.settings().limits.now();
    const auto note = export_picture(session.file().graph(), session.settings().parameters, request);
    if (!note) {
        for (const grammar::Diagnostic& d : note.error().diagnostics)
            session.report(d, {request.query, "query", {}, false});
        return note.error().message.empty() ? said() : wrong(note.error().message);
    }
    return say(session, fmt::format("{}wrote {}\n", note->empty() ? "" : *note + "\n", harmless(file[0])));
}

Outcome run_output(Session& session, const SourceText&, std::string_view rest) {
    const std::vector<std::string> words = words_of(rest);
    if (words.empty())
        return say(session, session.output_file() ? "output " + harmless(*session.output_file()) + "\n"
                                                  : "output off\n");
    if (words.size() > 1) return wrong(":output takes one file, or `off`");
    const auto done = words[0] == "off" ? session.redirect_off() : session.redirect(words[0]);
    if (done) return {};
    session.report(done.error());
    return said();
}

Outcome run_quit(Session& session, const SourceText&, std::string_view) {
    session.set_quit();
    return {};
}

}  // namespace

const std::vector<Command>& commands() {
    static const std::vector<Command> all = {
        {"help", "[TOPIC]", "this list; a command, a short form or a function in full",
         "Topics are commands (load), short forms (who claims), clauses (match) and functions (toUpper).",
         run_help},
        {"schema", "", "labels, relationships and properties, with counts",
         "Counts are nodes and relationships in the graph. A property with `?` is missing on some of them.",
         run_schema},
        {"load", "PATH...", "read articles into the graph: .txt, .html, .json, .jsonl, or folders of these",
         "Quote a path with spaces. An article that is in the graph already is not loaded twice.\n"
         "--threads N before the paths reads N articles side by side; without it one a core.\n"
         "--weights FILE names the weights of the learned reading (else HEARSAY_WEIGHTS, or Hearsay's own).\n"
         "The limits :timeout and :max-memory are for the whole load, :max-article for each article.",
         run_load},
        {"source", "FILE", "run the statements and commands of a file",
         "A relative path in a script is looked for beside the script first, then in the current folder.",
         run_source},
        {"mode", "[FORMAT]", "how answers look: table, json, jsonl, csv, csv-exact, markdown",
         "On a terminal, tables are fitted to the window: long values wrap, very long ones are cut with a "
         "mark, and a "
         "window too narrow for the columns gets one value a line. json and jsonl always hold whole values. "
         "In files and "
         "pipes nothing is ever cut.",
         run_mode},
        {"param", "[NAME [VALUE]]", "set, show or list parameters ($NAME); `:param clear [NAME]`",
         "VALUE is a literal (42, 'text', [1, 2], {a: 1}, true, null, date('2024-03-12')); anything else is "
         "taken as text.\n"
         "  :param who 'the mayor'\n  MATCH (a:Actor) WHERE a.name = $who RETURN a;",
         run_param},
        {"rows", "[N|all]", "how many rows of a table a terminal shows at most",
         "Only the picture of the table is limited: the line under it says how many rows there are.",
         run_rows},
        {"timer", "[on|off]", "show how long a statement took", "", run_timer},
        {"echo", "[on|off]", "show each statement of a script before its answer", "", run_echo},
        {"timeout", "[TIME|off]", "how long a statement may take: 2, 0.5, 500ms, 5m",
         "A statement that takes longer ends with an error and changes nothing. TIME is in seconds unless it "
         "says "
         "otherwise.",
         run_timeout},
        {"max-memory", "[SIZE|off]", "how much memory a statement may take: 512M, 2G",
         "A statement that needs more ends with an error and changes nothing. Without a choice it may take "
         "what "
         "the program leaves of three quarters of the machine's memory.",
         run_max_memory},
        {"max-rows", "[N|off]", "how many rows an answer may have",
         "A longer answer is an error, and nothing of it is shown. LIMIT in a query cuts its answer; :rows "
         "only "
         "cuts its picture.",
         run_max_rows},
        {"max-article", "[SIZE|off]", "how large an article may be that :load reads: 64M, 1G",
         "A larger one is named and passed over; the others load. Without a choice it is 64M.",
         run_max_article},
        {"export", "FILE [QUERY]", "a picture (.dot, .svg, .png) of what the query returns",
         "The query must return nodes, relationships or paths. Without one: who claims and denies what, as "
         "much as fits.\n"
         "  :export denials.svg MATCH p = (:Actor)-[:DENIES]->(:Statement) RETURN p",
         run_export},
        {"output", "[FILE|off]", "write answers to a file instead of the terminal",
         "The file is emptied first. `:output off` closes it and goes back to the terminal.", run_output},
        {"quit", "", "leave (also Ctrl-D)", "", run_quit},
    };
    return all;
}

const Command* find_command(std::string_view name) {
    if (name == "q" || name == "exit") name = "quit";
    if (name == "?" || name == "h") name = "help";
    if (name == "params") name = "param";
    const auto& all = commands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.name == name; });
    return found == all.end() ? nullptr : &*found;
}

CommandOutcome run_command(Session& session, const SourceText& source, std::string_view line) {
    line = trimmed(line);
    if (!line.empty() && line.front() == ':') line.remove_prefix(1);
    if (!line.empty() && line.back() == ';') line = trimmed(line.substr(0, line.size() - 1));
    const auto [name, rest] = first_word(line);
    if (const Command* command = find_command(name)) return command->run(session, source, rest);
    std::vector<std::string> names;
    for (const Command& command : commands()) names.push_back(command.name);
    const std::string near = grammar::nearest(std::string(name), names);
    return wrong(fmt::format("no command `:{}`{}", name,
                             near.empty() ? "; `:help` lists them" : "; did you mean `:" + near + "`?"));
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    bool open = false;  // a word has begun, be it empty quotes
    char quote = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\' && quote != '\'' && at + 1 < text.size()) {
            word += text[++at];
            open = true;
        } else if (quote != 0) {
            if (c == quote)
                quote = 0;
            else
                word += c;
        } else if (c == '"' || c == '\'') {
            quote = c;
            open = true;
        } else if (is_space(c)) {
            if (open) words.push_back(std::move(word));
            word.clear();
            open = false;
        } else {
            word += c;
            open = true;
        }
    }
    if (open) words.push_back(std::move(word));
    return words;
}

}  // namespace hearsay::repl
