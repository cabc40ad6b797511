#!/bin/sh
# Makes the lock files from pyproject.toml. Versions already locked stay, unless --upgrade is given.
set -eu
unset CDPATH
cd "$(dirname "$0")/.."

uv=$(command -v uv) || {
    uv=build/uv/bin/uv
    [ -x "$uv" ] || {
        "${PYTHON:-python3}" -m venv build/uv
        build/uv/bin/pip install --quiet --disable-pip-version-check uv
    }
}

# lock FILE CONSTRAINTS OPTION...: good for every platform and every Python from 3.11 on.
lock() {
    file=$1 constraints=$2
    shift 2
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command "make lock" --constraints "$constraints" \
        --output-file "$file" "$@" pyproject.toml
    echo "locked $(grep -c '==' "$file") packages in $file"
}

lock requirements.lock packaging/constraints.txt "$@"
# Constrained by the first, so that what is tested is what a museum installs.
lock requirements-dev.lock requirements.lock --group dev "$@"
