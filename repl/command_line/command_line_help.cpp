// The program's help, as a manual page would have it.
#include <map>

#include "repl/command_line/command_line.hpp"

namespace hearsay::repl {
namespace {

constexpr const char* program_help =
    R"(hearsay: reads news articles and answers who claims and who denies what

Usage
  hearsay GRAPH                    open the prompt on a graph; the first :load or CREATE makes the file
  hearsay                          the same on a graph in memory, which ends with the program
  hearsay load GRAPH PATH...       read articles into a graph
  hearsay import GRAPH --nodes LABEL=FILE.csv... --edges TYPE:FROM:TO=FILE.csv...
                                   read tables of nodes and relationships
  hearsay query GRAPH QUERY        answer one question, or change the graph
  hearsay run GRAPH FILE...        run scripts of questions and changes
  hearsay export GRAPH -o FILE     draw a picture, or write the graph as CSV
  hearsay check GRAPH              look for damage in a graph's file
  hearsay extract < ARTICLES       mark who says what in articles, without a graph
  hearsay COMMAND --help           more about a command
  hearsay --version

GRAPH is one file. Without a terminal, `hearsay GRAPH` runs the statements that
it reads from standard input.

Limits of a statement, for the prompt, query, run and export. One that goes over
a limit ends with an error and leaves the graph as it was
  --timeout TIME      seconds (2, 0.5), or with a unit: 500ms, 2s, 5m, 1h
  --max-memory SIZE   bytes, or with a unit: 512M, 1.5G. Without it: what the
                      program leaves of three quarters of the machine's memory
  --max-rows N        rows of an answer; of a longer one nothing is shown
  --max-article SIZE  bytes of one article that the prompt's :load reads
  `off` lifts a limit; :timeout, :max-memory, :max-rows and :max-article do it
  in a session. load and extract have limits, too: see their help

Examples
  hearsay load border.hearsay articles/
  hearsay query border.hearsay "WHO CLAIMS 'control of the bridge'"
  hearsay border.hearsay

Exit status
  0  all went well
  1  something failed: a file could not be read, a question has an error, a
     change could not be written
  2  the command line makes no sense

Environment
  HEARSAY_WEIGHTS  the file with the weights of the learned reading
  NO_COLOR         no colours, whatever the terminal can do
  XDG_STATE_HOME   the prompt's history is hearsay/history in this folder, or in
                   ~/.local/state
)";

constexpr const char* load_help = R"(hearsay load: read articles into a graph

Usage
  hearsay load [-q] [-t N] [-w FILE] [LIMITS] GRAPH PATH...

  GRAPH               the graph's file; it is created if there is none
  PATH                an article, or a folder of them: .txt as scraped, .html,
                      and .json or .jsonl with id, text and, where known, title,
                      outlet, author, published, url; `-` reads standard input
  -q, --quiet         no progress; errors, notes and the summary stay
  -t, --threads N     read N articles side by side, 1 to 256; else one a core.
                      The graph and all messages are the same for any N
  -w, --weights FILE  the weights of the learned reading; else the file that
                      HEARSAY_WEIGHTS names, or the one that comes with Hearsay
  --max-article SIZE  at most so many bytes an article (a text, a page, a line
                      of JSON lines, a file of other JSON); without it 64M. A
                      larger one is named and passed over
  --timeout TIME      at most so long for all: 2 (seconds), 500ms, 5m
  --max-memory SIZE   at most so much memory beside the graph's: 512M, 2G;
                      without it three quarters of the machine's
  `off` lifts a limit

Each article is on the disk when it is reported as loaded. An article that is
in the graph already is not loaded again. A file that cannot be read is named
with the reason; the others load, and the exit status is 1. Ctrl-C and the
limits of time and memory end the load at once, also within an article; what was
loaded before is kept, and loading the same again goes on from there.

Examples
  hearsay load border.hearsay articles/ late-report.html
  zcat archive.jsonl.gz | hearsay load border.hearsay -
)";

constexpr const char* import_help = R"(hearsay import: read CSV files into a graph

Usage
  hearsay import GRAPH [--nodes LABELS=FILE...] [--edges TYPE:FROM:TO=FILE...]
                 [--skip-bad] [--delimiter SIGN] [LIMITS]
  hearsay import GRAPH FOLDER [--skip-bad] [LIMITS]

  GRAPH               the graph's file; it is created if there is none, and
                      added to if there is
  -n, --nodes         nodes with this label, or with several: Outlet:Company
  -e, --edges         relationships of this type, from nodes with the labels
                      FROM to nodes with the labels TO (A&B: both; empty: any)
  FOLDER              what `hearsay export --format csv` wrote
  --skip-bad          leave bad rows out and say how many; without it one bad
                      row means that nothing is imported
  --delimiter SIGN    between fields, instead of a comma: ';' or tab
  --timeout TIME      at most so long: 60 (seconds), 500ms, 5m
  --max-memory SIZE   at most so much memory: 512M, 2G; without it three
                      quarters of the machine's

A file is UTF-8, and its first line names the columns. Of nodes the first is the
id, which becomes the property `id`; the others are properties. Of relationships
the first two are `from` and `to`, the ids of nodes in this import or in the
graph already; the others are properties. An id stands for one node among those
with its labels: 7 and '7' are the same one.

A name may say the type of its column, as in born:date. Types are boolean,
integer, float, string, date, localtime, time, localdatetime, datetime,
duration, list ([1, 'two'], as in a query) and any (each cell as in a query: 1,
'text', date('2024-03-12')). Where none is said, it is the first of boolean,
integer, float, date, localtime, localdatetime, datetime and string that fits
every cell of the column. A whole number beyond 64 bits, or with needless zeros
in front (007), is a string. Nothing between two commas is no value; "" is the
empty text. A field with a comma, a quotation mark or a line break stands in
quotation marks, and the ones in it are doubled (RFC 4180).

Everything is imported, or nothing: in one transaction. Bad rows are named with
file, line and reason.

Examples
  hearsay import trade.hearsay --nodes Company=companies.csv City=cities.csv \
    --edges SITS_IN:Company:City=seats.csv
  hearsay export trade.hearsay --format csv -o tables
  hearsay import copy.hearsay tables
)";

constexpr const char* extract_help = R"(hearsay extract: mark who says what in articles, without a graph

Usage
  hearsay extract [-t N] [-w FILE] [LIMITS] < ARTICLES.jsonl > MARKED.jsonl

  -t, --threads N     read N articles side by side, 1 to 256; else one a core.
                      What comes out is the same for any N
  -w, --weights FILE  the weights of the learned reading; else the file that
                      HEARSAY_WEIGHTS names, or the one that comes with Hearsay
  --max-article SIZE  at most so many bytes a line; without it 64M. A longer one
                      is reported and passed over
  --timeout TIME      at most so long for all: 2 (seconds), 500ms, 5m
  --max-memory SIZE   at most so much memory: 512M, 2G; without it three
                      quarters of the machine's
  `off` lifts a limit

Reads one article a line, {"id": ..., "text": ...}, and writes the line with its
`attributions`: the spans of `source`, `cue` and `content` in the text, in bytes
of UTF-8, with `stance`, `form`, `source_name` and `confidence`. Lines come out
in order. A bad line is reported with its number and passed over; the exit
status is then 1. Ctrl-C and the limits of time and memory end it behind a whole
line.

Example
  echo '{"text": "The mill is closed, Osk Brandt said."}' | hearsay extract
)";

constexpr const char* query_help = R"(hearsay query: answer one question, or change the graph

Usage
  hearsay query GRAPH QUERY [-p NAME=VALUE]... [-f FORMAT] [LIMITS]

  GRAPH                   the graph's file
  QUERY                   openCypher, or a question in plain words; quote it
                          for the shell
  -p, --param NAME=VALUE  $NAME in the query. VALUE is a literal (42, 'text',
                          [1, 2], {a: 1}, true, null) or, where it is none,
                          text as it stands. May be given several times
  -f, --format FORMAT     table     a box; on a terminal fitted to the window,
                                    elsewhere nothing is cut (the default)
                          json      one array of objects; keys that come twice
                                    get a number: n, n_2
                          jsonl     one object a line
                          csv       RFC 4180; lists, nodes as JSON; ' before a
                                    text that a spreadsheet would run (= + - @)
                          csv-exact the same without that '
                          markdown  a table for a page
  --timeout TIME          at most so long: 2 (seconds), 0.5, 500ms, 5m
  --max-memory SIZE       at most so much memory: 512M, 2G; without it three
                          quarters of the machine's
  --max-rows N            a longer answer is an error

A statement that changes the graph (CREATE, MERGE, SET, REMOVE, DELETE) is in
the file, whole, when the exit status is 0; otherwise nothing was changed, but
for failures of the disk that say so. It makes the file if there is none. The
format table says what was changed, the others hold rows alone. Where other
programs write to the graph as well, each statement works on what is in the file
then.

Examples
  hearsay query border.hearsay "WHO DENIES 'shelling the harbour'"
  hearsay query border.hearsay "TRACE 42"
  hearsay query border.hearsay "MATCH (s:Statement {id: 42}) DETACH DELETE s"
  hearsay query border.hearsay -f csv -p name='Mara Voss' \
    'MATCH (a:Actor {name: $name})-[:CLAIMS]->(s:Statement) RETURN s.text'
)";

constexpr const char* run_help = R"(hearsay run: run scripts of questions and changes

Usage
  hearsay run GRAPH FILE... [-k] [-p NAME=VALUE]... [-f FORMAT] [LIMITS]

  GRAPH                   the graph's file
  FILE                    a script, or `-` for standard input: statements that
                          end with `;`, comments (// and /* */) and the prompt's
                          commands, one a line (:mode csv). A first line that
                          begins with #! is passed over
  -k, --keep-going        go on behind an error; the exit status is 1 even so
  -p, --param NAME=VALUE  $NAME in the statements (see hearsay query --help)
  -f, --format FORMAT     table, json, jsonl, csv, csv-exact or markdown
  --timeout TIME          each at most so long: 2 (seconds), 500ms, 5m
  --max-memory SIZE       at most so much memory: 512M, 2G; without it three
                          quarters of the machine's
  --max-rows N            a longer answer is an error

The first error ends the run: file, line, column and a caret under the place go
to standard error. Each statement that changes the graph is in the file, whole,
before the next one begins; those before an error stay. Relative paths in :load
and :source are looked for beside the script first, then in the current folder.

Examples
  hearsay run border.hearsay questions.cypher
  echo "CONTESTED ABOUT 'the harbour';" | hearsay run border.hearsay -
)";

constexpr const char* export_help = R"(hearsay export: draw a picture, or write the graph as CSV

Usage
  hearsay export GRAPH [-f FORMAT] [-q QUERY] [-p NAME=VALUE]... [-o FILE]
                 [LIMITS]
  hearsay export GRAPH -f csv -o FOLDER [LIMITS]

  GRAPH                   the graph's file
  -f, --format FORMAT     dot, svg or png; without it FILE's ending says. csv:
                          all of the graph, as files in a new FOLDER that
                          `hearsay import GRAPH FOLDER` reads
  -q, --query QUERY       draws the nodes, relationships and paths that it
                          returns. Without it: parties and what they claim and
                          deny, as much as can be read; a cut is said
  -p, --param NAME=VALUE  $NAME in the query (see hearsay query --help)
  -o, --output FILE       without it the picture goes to standard output (but a
                          PNG not to a terminal)
  --timeout TIME          at most so long: 2 (seconds), 0.5, 500ms, 5m
  --max-memory SIZE       at most so much memory: 512M, 2G; without it three
                          quarters of the machine's
  --max-rows N            a longer answer is an error

Examples
  hearsay export border.hearsay -o border.svg
  hearsay export border.hearsay -o denials.png \
    -q 'MATCH p = ()-[:DENIES]->(:Statement) RETURN p'
  hearsay export border.hearsay -f dot | fdp -Tpdf > border.pdf
  hearsay export border.hearsay -f csv -o tables
)";

constexpr const char* check_help = R"(hearsay check: look for damage in a graph's file

Usage
  hearsay check GRAPH [--rescue NEW]

  GRAPH               the graph's file, which is only read
  --rescue NEW        write what can be read into a new graph; there must be no
                      file of this name

Looks whether the file is whole: its tables, every node and relationship with
its checksum, the ends of relationships, names, counts and indexes. What is
wrong is named on standard error, and the exit status is then 1, also where all
else was rescued.

Statements and their edges are checked as well: that they have an article, and
that their places in its text cut out just what they say. One that does not is
named, but may be so because somebody has changed it: the exit status is 0.

Examples
  hearsay check border.hearsay
  hearsay check border.hearsay --rescue saved.hearsay
)";

}  // namespace

std::string command_line_help(const std::string& command) {
    static const std::map<std::string, const char*> texts = {
        {"", program_help},    {"load", load_help}, {"import", import_help}, {"extract", extract_help},
        {"query", query_help}, {"run", run_help},   {"export", export_help}, {"check", check_help}};
    const auto found = texts.find(command);
    return found == texts.end() ? "" : found->second;
}

}  // namespace hearsay::repl
