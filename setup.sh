#!/usr/bin/env bash
# Installs the Debian packages that are missing and builds one preset: ./setup.sh release|dev|bench
# start.sh and test.sh call it. Does nothing twice: a second run takes seconds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
preset=${1:?usage: ./setup.sh release|dev|bench}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# step NAME COMMAND...: runs a step quietly; if it fails, says which one and shows the end of what it printed.
step() {
    local name=$1
    shift
    if ! "$@" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        printf 'setup.sh: failed at: %s\n  command: %s\n' "$name" "$*" >&2
        exit 1
    fi
}

mapfile -t wanted < <(grep -v '^#' packages.txt)
missing=()
for package in "${wanted[@]}"; do
    if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
        missing+=("$package")
    fi
done
if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            printf 'setup.sh: these packages are missing: %s\nInstall them as root (apt-get install %s) or install sudo, and run this again.\n' \
                "${missing[*]}" "${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    printf 'Installing %d Debian packages: %s\n' "${#missing[@]}" "${missing[*]}" >&2
    step "updating the package lists" "${as_root[@]}" apt-get update
    step "installing the packages" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "${missing[@]}"
fi

[ -f "build/$preset/build.ninja" ] || printf 'Building (%s); the first time takes some minutes.\n' "$preset" >&2
step "configuring the build" cmake --preset "$preset"
step "building" cmake --build --preset "$preset"
