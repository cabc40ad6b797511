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

# lock FILE FROM CONSTRAINTS OPTION...: good for every platform and every Python from 3.11 on.
lock() {
    file=$1 from=$2 constraints=$3
    shift 3
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command "make lock" --constraints "$constraints" \
        --output-file "$file" "$@" "$from"
    echo "locked $(grep -c '==' "$file") packages in $file"
}

lock requirements.lock pyproject.toml packaging/constraints.txt "$@"
# Constrained by the first, so that what is tested is what a museum installs.
lock requirements-dev.lock pyproject.toml requirements.lock --group dev "$@"
# What only packages: the program in the package is the one of the first lock.
lock packaging/requirements-package.lock packaging/requirements-package.in requirements.lock "$@"
