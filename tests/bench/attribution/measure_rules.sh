#!/usr/bin/env bash
# measure_rules.sh GOLD.jsonl [--by-verb] > engine/articles/attribution/confidence.inc
# How often each rule for attributions is right on hand-marked articles. Needs the bench preset's build of `candidates`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
gold=$1
found=$(mktemp)
trap 'rm -f "$found"' EXIT
"$here/../../../build/bench/tests/bench/attribution/candidates" "$gold" > "$found"
python3 "$here/measure_rules.py" "$(dirname "$gold")/score.py" "$gold" "$found" "${@:2}"
