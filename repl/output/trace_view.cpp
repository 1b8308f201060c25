#include "repl/output/trace_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "repl/output/table.hpp"
#include "repl/output/terminal/terminal.hpp"
#include "repl/output/terminal/text_width.hpp"

namespace hearsay::repl {
namespace {

using engine::Evidence;
using engine::TextSpan;

enum Role : char { None, Content, Source, Cue };  // a later one wins where they overlap

struct RoleLook {
    char mark;
    const char* style;  // of a terminal
    const char* name;
};
constexpr RoleLook looks[] = {
    {' ', "0", ""}, {'~', "32", "content"}, {'^', "1;36", "source"}, {'=', "1;33", "cue"}};

constexpr std::size_t indent = 2;
constexpr std::size_t file_width = 100;  // of lines in files and pipes

// A sentence that can be shown on one line, each byte with its role.
struct Marked {
    std::string text;
    std::string roles;
};

Marked mark(const Evidence& evidence) {
    std::string roles(evidence.sentence.size(), None);
    const auto fill = [&roles](const std::vector<TextSpan>& spans, Role role) {
        for (const TextSpan& span : spans)
            for (std::size_t i = span.begin; i < std::min(span.end, roles.size()); ++i) roles[i] = role;
    };
    fill(evidence.content, Content);
    fill(evidence.source, Source);
    fill(evidence.cue, Cue);
    Marked marked;
    for (std::size_t at = 0; at < evidence.sentence.size();) {
        const std::size_t end = next_cluster(evidence.sentence, at).end;
        const std::string_view cluster = std::string_view(evidence.sentence).substr(at, end - at);
        const bool blank = cluster == "\n" || cluster == "\t" || cluster == "\r" || cluster == " ";
        if (!blank) {
            marked.text += harmless(cluster);
        } else if (marked.text.empty() || marked.text.back() != ' ') {
            marked.text += ' ';
        }
        marked.roles.resize(marked.text.size(), roles[at]);
        at = end;
    }
    return marked;
}

// The line in colours: text[begin, end) in runs of one role.
std::string coloured(const Marked& marked, std::size_t begin, std::size_t end) {
    std::string line;
    for (std::size_t at = begin; at < end;) {
        const char role = marked.roles[at];
        std::size_t run = at;
        while (run < end && marked.roles[run] == role) ++run;
        line += styled(role != None, looks[static_cast<int>(role)].style, marked.text.substr(at, run - at));
        at = run;
    }
    return line;
}

std::string underlined(const Marked& marked, std::size_t begin, std::size_t end) {
    std::string line;
    for (std::size_t at = begin; at < end;) {
        const Cluster cluster = next_cluster(marked.text, at);
        line.append(cluster.width, looks[static_cast<int>(marked.roles[at])].mark);
        at = cluster.end;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

void write_sentence(Sink& sink, const Evidence& evidence, bool colour, std::size_t width) {
    const Marked marked = mark(evidence);
    const std::string margin(indent, ' ');
    std::size_t at = 0;
    for (const std::string& line : wrap(marked.text, width > indent + 10 ? width - indent : 10)) {
        at = marked.text.find(line, at);
        const std::size_t end = at + line.size();
        sink.write(margin + (colour ? coloured(marked, at, end) : line) + "\n");
        if (const std::string marks = underlined(marked, at, end); !colour && !marks.empty())
            sink.write(margin + marks + "\n");
        at = end;
    }
}

std::string article_line(const Evidence& evidence) {
    std::string line;
    const auto add = [&line](const std::string& part) {
        if (!part.empty()) line += (line.empty() ? "" : ", ") + harmless(part);
    };
    add(evidence.title);
    add(evidence.outlet);
    if (evidence.published.is_temporal()) add(graphs::temporal_text(evidence.published));
    if (!evidence.file.empty()) line += (line.empty() ? "" : " ") + ("(" + harmless(evidence.file) + ")");
    return line;
}

}  // namespace

void write_trace(Sink& sink, const std::vector<Evidence>& evidence, const Look& look) {
    const std::size_t width = look.width.value_or(file_width);
    for (const Evidence& each : evidence) {
        sink.write(styled(look.colour, "1", harmless(each.stance + ": " + each.who)) + "\n");
        for (const std::string& line : wrap(article_line(each), width))
            if (!line.empty()) sink.write(styled(look.colour, "2", line) + "\n");
        if (each.sentence.empty())
            sink.write("  (the article's text is not in the graph)\n");
        else
            write_sentence(sink, each, look.colour, width);
        sink.write("\n");
    }
    if (evidence.empty()) return sink.write("no such statement\n");
    std::string legend;
    for (Role role : {Source, Cue, Content}) {
        const RoleLook& how = looks[static_cast<int>(role)];
        legend += legend.empty() ? "" : "  ";
        legend += look.colour ? styled(true, how.style, how.name) : fmt::format("{} {}", how.mark, how.name);
    }
    if (look.seconds) legend += "  " + duration_text(*look.seconds);
    sink.write(legend + "\n");
}

}  // namespace hearsay::repl
