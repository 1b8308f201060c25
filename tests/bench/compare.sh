#!/usr/bin/env bash
# Hearsay beside other engines, on one claims graph and the same questions, as a Markdown table.
#
# usage: compare.sh PEERS WORKDIR [--scale N] [--seed N] [--runs N] [--page FILE] [ENGINE ...]
#
# PEERS holds gen_claims.py (makes the data), package.json and bench.cjs (install and run the others), table.py
# (compares the answers and prints the table). Everything that is made goes to WORKDIR and is used again. Without
# ENGINE: kuzu ladybug grafeo duckdb sqlite oxigraph; `none` for Hearsay alone. --scale: so many times 200,000
# statements, 20,000 articles and 5,000 entities, but of these 25,000 at most: gen_claims.py has names for about 30,000
# and would look for more without end. The table is printed, and put into FILE between the lines
# `<!-- scale N seed N -->` and `<!-- end -->` where they stand there already, else at its end.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
program=${CLAIMS_BENCH:-$top/build/bench/tests/bench/claims_bench}

usage() {
    sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2
    exit 2
}
[ $# -ge 2 ] || usage
peers=$(cd "$1" && pwd)
work=$(mkdir -p "$2" && cd "$2" && pwd)
shift 2
scale=1 seed=42 runs=9 page=
while [ $# -gt 0 ]; do
    case $1 in
        --scale) scale=$2 && shift 2 ;;
        --seed) seed=$2 && shift 2 ;;
        --runs) runs=$2 && shift 2 ;;
        --page) page=$(realpath "$2") && shift 2 ;;
        -*) usage ;;
        *) break ;;
    esac
done
engines=${*:-kuzu ladybug grafeo duckdb sqlite oxigraph}
[ "$engines" != none ] || engines=
[ -x "$program" ] || { echo "build it first: cmake --preset bench && cmake --build --preset bench --target claims_bench" >&2; exit 1; }

entities=$((scale > 5 ? 25000 : 5000 * scale))
data=$work/data-$scale-$seed
if [ ! -f "$data/params.json" ]; then
    python3 "$peers/gen_claims.py" "$data" --seed "$seed" --statements $((200000 * scale)) \
        --articles $((20000 * scale)) --entities $entities >&2
fi
if [ -n "$engines" ]; then
    cp "$peers"/*.cjs "$peers/package.json" "$work"
    # Three of the packages fetch or build their engine in an install script.
    [ -d "$work/node_modules" ] ||
        (cd "$work" && npm install --no-fund --no-audit --ignore-scripts=false) >"$work/npm.log" 2>&1
fi

export ANSWERS=$work/answers-$scale-$seed
mkdir -p "$ANSWERS"
results=$work/results-$scale-$seed.jsonl
"$program" "$data" "$runs" >"$results"
for engine in $engines; do
    # bench.cjs ends by killing itself, so its exit status says nothing.
    line=$( (cd "$work" && timeout 900 node bench.cjs "$engine" "$data" "$runs" 2>>bench.log) | tail -1) || true
    case $line in
        {*) echo "$line" >>"$results" ;;
        *) echo "$engine failed; see $work/bench.log" >&2 ;;
    esac
done

table=$work/table-$scale-$seed.md
{
    echo "Seed $seed: $entities entities, $((20000 * scale)) articles, $((200000 * scale)) statements," \
        "$(cat "$data"/{claims,denies,attributes,mentions,reported_in}.csv | grep -vc '^from,to') edges."
    echo "$(date -u +%Y-%m-%d), $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores," \
        "$(awk '/MemTotal/ {printf "%.0f GB", $2 / 1e6}' /proc/meminfo), load $(cut -d' ' -f1 /proc/loadavg);" \
        "$(. /etc/os-release && echo "$PRETTY_NAME"), $(c++ --version | head -1), Hearsay" \
        "$(git -C "$top" rev-parse --short HEAD 2>/dev/null || echo without a commit)."
    echo
    # The table, and below it a list of what it says of each answer.
    python3 "$peers/table.py" "$results" hearsay | awk '/^[a-z0-9_]+: / {print "- " $0; next} {print}'
} >"$table"
cat "$table"

if [ -n "$page" ]; then
    begin="<!-- scale $scale seed $seed -->"
    grep -qxF -- "$begin" "$page" || printf '\n%s\n<!-- end -->\n' "$begin" >>"$page"
    awk -v begin="$begin" -v table="$table" '
        $0 == begin { print; print ""; while ((getline line < table) > 0) print line; print ""; skip = 1; next }
        $0 == "<!-- end -->" { skip = 0 }
        !skip' "$page" >"$page.new"
    mv "$page.new" "$page"
fi
