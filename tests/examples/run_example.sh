#!/usr/bin/env bash
# run_example.sh PROGRAM EXAMPLE [--write]: loads EXAMPLE/articles, runs EXAMPLE/questions.cypher and corrections.cypher and
# compares the answers with EXAMPLE/*.expected; --write writes these files instead.
set -euo pipefail
program=$(realpath "$1")
example=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8

cd "$example"
"$program" load "$folder/graph.hearsay" articles >"$folder/load" 2>&1 || { cat "$folder/load"; exit 1; }
# The corrections come last: they change the graph. Loading the articles again does not undo them.
for script in questions corrections; do
    [ -e $script.cypher ] || continue
    "$program" run "$folder/graph.hearsay" $script.cypher >"$folder/$script"
    if [ "${3:-}" = --write ]; then
        cp "$folder/$script" $script.expected
    else
        diff -u $script.expected "$folder/$script"
    fi
done
all="MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m"
"$program" query "$folder/graph.hearsay" "$all" --format jsonl >"$folder/before"
"$program" load "$folder/graph.hearsay" articles >"$folder/load" 2>&1
"$program" query "$folder/graph.hearsay" "$all" --format jsonl | cmp - "$folder/before"
