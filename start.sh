#!/usr/bin/env bash
# The way in: sets everything up, loads the example articles and opens the prompt on them.
# Without a terminal on standard input it prints the load summary and the answers to the example questions instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
./setup.sh release

hearsay=build/release/repl/hearsay
example=examples/border-raid
graph=build/border-raid.hearsay

if [ -t 0 ]; then
    "$hearsay" load "$graph" "$example/articles"
    exec "$hearsay" "$graph"
fi
rm -f "$graph"
"$hearsay" load "$graph" "$example/articles"
exec "$hearsay" run "$graph" "$example/questions.cypher"
