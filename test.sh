#!/usr/bin/env bash
# Sets everything up and runs every test: Debian packages, a development build with sanitizers, ctest.
set -euo pipefail
cd "$(dirname "$0")"
cmake --preset dev
cmake --build --preset dev
ctest --preset dev
