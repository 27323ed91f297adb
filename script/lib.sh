# Sourced by the scripts of this folder: what a machine needs, how it is built, how checks are counted.
# shellcheck shell=bash disable=SC2034
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
logs=$root/build/log
venv=$root/.venv
mkdir -p "$logs"

packages_to_build=(g++ cmake ninja-build pkg-config libeigen3-dev libboost-graph-dev libxapian-dev libsqlite3-dev
    liblemon-dev libglpk-dev libutf8proc-dev nlohmann-json3-dev python3 python3-dev python3-venv ca-certificates)
packages_to_bench=(libbenchmark-dev libcli11-dev libspectra-dev zlib1g-dev)
packages_to_test=("${packages_to_bench[@]}" libgtest-dev libgmock-dev make binutils)

say() { printf '==> %s\n' "$*"; }
stop() {
    printf 'script/%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# Installs those of the Debian packages that are missing; does nothing, and asks the network nothing, when none is.
need_packages() {
    local missing=() package as_root=()
    if ! command -v dpkg-query >/dev/null; then
        say "this is no Debian or Ubuntu: taking it that these are there: $*"
        return
    fi
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null ||
            stop "these packages are missing, and there is neither root nor sudo to install them: ${missing[*]}"
        as_root=(sudo)
    fi
    say "installing ${#missing[@]} Debian packages: ${missing[*]}"
    quietly apt-update "${as_root[@]}" apt-get update || stop "apt-get update failed"
    quietly apt-install "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "${missing[@]}" || stop "apt-get install failed"
}

# quietly <name> <command...>: what it prints goes to build/log/<name>.log, and is shown when it fails.
quietly() {
    local log=$logs/$1.log
    shift
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 40 "$log" >&2
        printf 'failed: %s\n(all of it: %s)\n' "$*" "$log" >&2
        return 1
    fi
}

use_ccache() {
    if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
}

# What was built in this run -> 0 when that went well, 1 when not.
declare -A built=()

# build <preset> [cmake options...]: into build/<preset>.
build() {
    local preset=$1
    shift
    if [ -n "${built[$preset]:-}" ]; then return "${built[$preset]}"; fi
    built[$preset]=1
    use_ccache
    say "building build/$preset (minutes the first time, seconds when little changed; follow it in build/log/build-$preset.log)"
    quietly "configure-$preset" cmake --preset "$preset" "$@" &&
        quietly "build-$preset" cmake --build --preset "$preset" || return 1
    built[$preset]=0
}

# The pinned versions of Python packages.
pins=(--constraint script/constraints.txt --constraint tests/python/requirements.txt)

# One hash of everything that goes into the wheel.
wheel_sources() {
    find pyproject.toml CMakeLists.txt README.md LICENSE libm150 bindings bench/evaluate bench/tune script/lib.sh script/constraints.txt tests/python/requirements.txt \
        -type f ! -name '*.pyc' ! -path '*/.*' -print0 | sort -z | xargs -0 sha256sum | sha256sum
}

# Makes .venv with the system's Python and installs the m150 wheel there, made from this tree. Skipped when it is there already
# and no source has changed since.
make_venv() {
    local stamp=$venv/m150-sources.sha256 now
    if [ -n "${built[wheel]:-}" ]; then return "${built[wheel]}"; fi
    built[wheel]=1
    now=$(wheel_sources)
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ] && "$venv/bin/python" -c 'import m150' 2>/dev/null; then
        built[wheel]=0
        return 0
    fi
    if ! "$venv/bin/python" -c '' 2>/dev/null; then
        say "making a virtual environment in .venv"
        rm -rf "$venv"
        quietly venv /usr/bin/python3 -m venv "$venv" || return 1
    fi
    say "building and installing the Python package (minutes the first time; follow it in build/log/wheel.log)"
    # Without build isolation, so that a second build starts from the objects of the first in build/wheel. The install rules are
    # on for the static library there, which script/test installs; the wheel takes the Python component only.
    pip_install scikit-build-core pybind11 || return 1
    use_ccache
    CMAKE_GENERATOR=Ninja quietly wheel "$venv/bin/python" -m pip install --disable-pip-version-check --no-build-isolation \
        --verbose "${pins[@]}" --config-settings=cmake.define.M150_INSTALL=ON '.[frames]' || return 1
    printf '%s\n' "$now" >"$stamp"
    built[wheel]=0
}

# Tools into .venv, at the pinned versions.
pip_install() {
    quietly pip-tools "$venv/bin/python" -m pip install --disable-pip-version-check "${pins[@]}" "$@"
}

# --- counting -------------------------------------------------------------------------------------------------

passed=0
failed=0
skipped=0
failures=()

# check <what> <command...>: one check; its output is shown when it fails.
check() {
    local what=$1
    shift
    if quietly "$(printf '%s' "$what" | tr -c 'a-zA-Z0-9' '-')" "$@"; then
        passed=$((passed + 1))
        say "ok: $what"
    else
        failed=$((failed + 1))
        failures+=("$what")
        say "FAILED: $what"
    fi
}

# attempt <what> <command...>: something that checks stand on (a build); counted only when it fails.
attempt() {
    local what=$1
    shift
    if "$@"; then return 0; fi
    failed=$((failed + 1))
    failures+=("$what")
    say "FAILED: $what"
    return 1
}

# check_many <what> <results.xml> <command...>: a test runner that writes its results as JUnit XML. Counts
# each test.
check_many() {
    local what=$1 results=$2 code=0 good bad rest
    shift 2
    rm -f "$results"
    "$@" </dev/null || code=$?
    read -r good bad rest < <(/usr/bin/python3 script/junit_counts.py "$results" 2>/dev/null || echo "0 1 0")
    add_counts "$what" "$code" "$good" "$bad" "$rest"
}

# check_lines <what> <command...>: a command that prints "ok - ..." or "not ok - ..." for each check.
check_lines() {
    local what=$1 code=0 log
    log=$logs/$(printf '%s' "$1" | tr -c 'a-zA-Z0-9' '-').log
    shift
    "$@" </dev/null 2>&1 | tee "$log" || code=$?
    add_counts "$what" "$code" "$(grep -c '^ok - ' "$log")" "$(grep -c '^not ok - ' "$log")" "$(grep -cE '^ok - .* # SKIP ' "$log")"
}

# add_counts <what> <exit code> <passed, skipped ones included> <failed> <skipped>
add_counts() {
    local good=$(($3 - $5)) bad=$4
    # A runner that fails without naming a failed test, or that ran nothing, has proved nothing.
    if [ "$bad" = 0 ] && { [ "$2" != 0 ] || [ "$good" = 0 ]; }; then bad=1; fi
    passed=$((passed + good))
    failed=$((failed + bad))
    skipped=$((skipped + $5))
    if [ "$bad" != 0 ]; then failures+=("$1 ($bad)"); fi
    say "$1: $good passed, $bad failed, $5 skipped"
}

# The last line of a test run, and its exit code.
tally() {
    local what
    for what in ${failures[@]+"${failures[@]}"}; do printf 'failed: %s\n' "$what"; done
    if [ "$skipped" -gt 0 ]; then
        printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    else
        printf '%d passed, %d failed\n' "$passed" "$failed"
    fi
    [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
