#!/usr/bin/env bash
# run_tables.sh PROGRAM EXAMPLE [--write]: imports the tables of EXAMPLE, runs EXAMPLE/questions.cypher and compares the answers
# with EXAMPLE/questions.expected; --write writes that file instead. What is exported gives the same graph again.
set -euo pipefail
program=$(realpath "$1")
example=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8

cd "$example"
"$program" import "$folder/graph.hearsay" --nodes Actor=actors.csv Outlet:Organisation=outlets.csv \
    --edges QUOTES:Outlet:Actor=quotes.csv >"$folder/import"
"$program" run "$folder/graph.hearsay" questions.cypher >"$folder/answers"
if [ "${3:-}" = --write ]; then
    cp "$folder/answers" questions.expected
else
    diff -u questions.expected "$folder/answers"
fi
"$program" export "$folder/graph.hearsay" --format csv -o "$folder/tables" >"$folder/export"
"$program" import "$folder/copy.hearsay" "$folder/tables" >"$folder/import"
everything="MATCH (a)-[r]->(b) RETURN labels(a), properties(a), type(r), properties(r), labels(b), properties(b)
    ORDER BY a.id, b.id"
"$program" query "$folder/graph.hearsay" "$everything" --format jsonl >"$folder/before"
"$program" query "$folder/copy.hearsay" "$everything" --format jsonl >"$folder/after"
[ "$(wc -l <"$folder/before")" = 7 ]
cmp "$folder/before" "$folder/after"
