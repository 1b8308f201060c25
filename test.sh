#!/usr/bin/env bash
# Sets everything up and runs every test, with the address and undefined-behaviour sanitizers on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
./setup.sh dev
exec ctest --preset dev
