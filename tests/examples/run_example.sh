#!/usr/bin/env bash
# run_example.sh PROGRAM EXAMPLE [--write]: loads EXAMPLE/articles, runs EXAMPLE/questions.cypher and compares the answers with
# EXAMPLE/questions.expected; --write writes that file instead.
set -euo pipefail
program=$(realpath "$1")
example=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8

cd "$example"
"$program" load "$folder/graph.hearsay" articles >"$folder/load" 2>&1 || { cat "$folder/load"; exit 1; }
"$program" run "$folder/graph.hearsay" questions.cypher >"$folder/answers"
if [ "${3:-}" = --write ]; then
    cp "$folder/answers" questions.expected
else
    diff -u questions.expected "$folder/answers"
fi
