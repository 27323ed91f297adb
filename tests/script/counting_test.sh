#!/usr/bin/env bash
# script/test says how many tests passed and failed; this says whether that is true. Runs the counting of script/lib.sh on
# commands that are known to pass, fail, skip, say nothing and crash.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# expect <last line> <exit code> <script>: runs the script after lib.sh, and tally at its end.
expect() {
    local code=0 said
    printf '. "%s/../../script/lib.sh"\nlogs=%q\n%s\ntally\n' "$here" "$work" "$3" >"$work/script"
    said=$(bash "$work/script" 2>&1) || code=$?
    if [ "$(tail -n 1 <<<"$said")" != "$1" ] || [ "$code" != "$2" ]; then
        printf 'expected "%s" and exit code %s of:\n%s\ngot exit code %s and:\n%s\n' "$1" "$2" "$3" "$code" "$said"
        exit 1
    fi
}

junit() { printf '<testsuites><testsuite>%s</testsuite></testsuites>' "$1" >"$work/made.xml"; }

expect "2 passed, 0 failed" 0 'check one true; check two true'
expect "1 passed, 1 failed" 1 'check one true; check two false'
expect "1 passed, 1 failed" 1 'check one true; attempt build false || true'
expect "0 passed, 0 failed" 1 ''
expect "1 passed, 1 failed, 1 skipped" 1 'check_lines many printf "ok - a\nnot ok - b\nok - c # SKIP why\n"'
expect "0 passed, 1 failed" 1 'check_lines silent true'
expect "1 passed, 1 failed" 1 'check_lines crash bash -c "echo ok - a; exit 3"'
expect "0 passed, 1 failed" 1 'check_many silent "$logs/none.xml" true'

junit '<testcase name="a"/><testcase name="b"><failure/></testcase><testcase name="c"><skipped/></testcase>'
expect "1 passed, 1 failed, 1 skipped" 1 'check_many runner "$logs/ran.xml" cp "$logs/made.xml" "$logs/ran.xml"'
junit '<testcase name="a" status="run"/><testcase name="b" status="notrun"/>'
expect "1 passed, 0 failed, 1 skipped" 0 'check_many runner "$logs/ran.xml" cp "$logs/made.xml" "$logs/ran.xml"'
junit '<testcase name="a"/>'
expect "1 passed, 1 failed" 1 'crash() { cp "$logs/made.xml" "$logs/ran.xml"; return 9; }; check_many runner "$logs/ran.xml" crash'
