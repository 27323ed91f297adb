#!/usr/bin/env bash
# Installs a finished build of m150 into a fresh place, moves it, and builds and runs outside projects against it.
# Prints one "ok - what" or "not ok - what" a check.
#
#   run.sh <build folder>
# shellcheck disable=SC2317
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/moved
failed=0

# check <what> <command...>: runs the command, shows its output when it fails.
check() {
    local what=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        echo "ok - $what"
    else
        failed=1
        echo "not ok - $what"
        sed 's/^/    /' "$work/log"
    fi
}

install_and_move() {
    cmake --install "$build" --prefix "$work/first" && mv "$work/first" "$prefix"
}

# A shared m150 must be usable where none of the libraries behind it can be found.
if ls "$build"/libm150/libm150.a >/dev/null 2>&1; then
    kind=static
    hide=()
    pkg_config() { PKG_CONFIG_PATH=$prefix/lib/pkgconfig "$@"; }
else
    kind=shared
    hide=(-DCMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON -DCMAKE_DISABLE_FIND_PACKAGE_SQLite3=ON -DCMAKE_DISABLE_FIND_PACKAGE_Threads=ON)
    pkg_config() { PKG_CONFIG_LIBDIR=$prefix/lib/pkgconfig "$@"; }
fi

cmake_consumer() {
    cmake -S "$here/cmake" -B "$work/cmake" -DCMAKE_PREFIX_PATH="$prefix" "${hide[@]}" &&
        cmake --build "$work/cmake" && answers "$work/cmake/consumer"
}

pkgconfig_consumer() {
    mkdir "$work/pkgconfig" && pkg_config make -C "$here/pkgconfig" OUT="$work/pkgconfig" "$work/pkgconfig/consumer" &&
        LD_LIBRARY_PATH=$prefix/lib answers "$work/pkgconfig/consumer"
}

answers() {
    local said
    said=$("$1") && echo "$said" && [ "$said" = "v-1 answered by GM0307" ]
}

# Every strong symbol that the library shows is one of ours. (Weak ones are standard templates that the compiler
# instantiated, which every C++ library shows.)
shows_only_its_own() {
    local others
    others=$(nm -DC --defined-only "$prefix/lib/libm150.so" | awk '$2 ~ /^[TDBR]$/' |
        grep -vE ' (m150::v0::|(vtable|typeinfo|typeinfo name|VTT|guard variable) for m150::v0::|std::hash<m150::)') || true
    [ -z "$others" ] || { echo "$others"; return 1; }
}

has_a_soname() {
    readelf -d "$prefix/lib/libm150.so" | grep -F 'SONAME' | grep -F '[libm150.so.0]'
}

holds_the_public_headers_only() {
    [ -f "$prefix/include/libm150/m150.hpp" ] && [ ! -e "$prefix/include/libm150/store/sqlite.hpp" ] &&
        ! grep -rlE '#include <(xapian|boost/|Eigen|sqlite3|lemon|pybind11|nlohmann)' "$prefix/include"
}

check "$kind: installs, and can be moved" install_and_move
check "$kind: installs the public headers only" holds_the_public_headers_only
check "$kind: a CMake project finds it, asks and gets an answer" cmake_consumer
check "$kind: a pkg-config project finds it, asks and gets an answer" pkgconfig_consumer
if [ "$kind" = shared ]; then
    check "shared: shows no symbol but its own" shows_only_its_own
    check "shared: carries the name libm150.so.0" has_a_soname
fi
exit $failed
