#!/bin/sh
# Makes .venv/ from the lock file and installs the system libraries that Qt loads.
# Says and does nothing when all is there. Arguments name further Debian packages to have.
set -eu
unset CDPATH
cd "$(dirname "$0")/.."

# What PySide6's own files link to (readelf -d): for X, for Wayland, and for no display.
qt_libraries="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libx11-6 libfontconfig1 libfreetype6
libdbus-1-3 libx11-xcb1 libxkbcommon-x11-0 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0
libxcb-keysyms1 libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0
libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libwayland-client0 libwayland-cursor0
libwayland-egl1"
log=build/set-up.log

say() { printf 'set-up: %s\n' "$*"; }

stop() {
    say "$@" >&2
    exit 1
}

# step SENTENCE COMMAND...: one line when all goes well; all that the command said when not.
step() {
    say "$1"
    shift
    "$@" >"$log" 2>&1 </dev/null && return
    cat "$log" >&2
    stop "this step failed, see above; the same make command tries it again"
}

# An environment cannot be moved, so the folder it lies in is part of what it was made for.
locked_key=$({ pwd -P && cat requirements-dev.lock; } | cksum)
project_key=$(cksum <pyproject.toml)

# A stamp is written after the last step, so what was interrupted is never taken for whole.
holds() { [ -x .venv/bin/python ] && [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }
is_locked() { holds .venv/locked.stamp "$locked_key"; }
is_whole() { is_locked && holds .venv/project.stamp "$project_key"; }

# The locked PySide6 is for Python before 3.14.
suits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null
}

choose_python() {
    for python in "${PYTHON:-python3.11}" python3.12 python3.13 python3; do
        if suits "$python"; then return; fi
        [ -z "${PYTHON:-}" ] || break
    done
    return 1
}

# Debian keeps the means of making an environment in a package of its own.
python_package() {
    if choose_python; then
        "$python" -c 'import ensurepip, venv' 2>/dev/null ||
            "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    elif ! command -v python3 >/dev/null; then
        echo python3-venv
    fi
}

# A name is there too when an installed package provides it, as Debian 13's libglib2.0-0t64 does.
missing_of() {
    # shellcheck disable=SC2016  # dpkg-query fills these in
    there=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
        sed -n 's/^installed //p' | tr ',' '\n' | awk '{ printf "%s ", $1 }')
    for name in "$@"; do
        case " $there" in
            *" $name "*) ;;
            *) printf ' %s' "$name" ;;
        esac
    done
}

have_debian_packages() {
    if ! command -v apt-get >/dev/null; then return; fi
    missing=$(missing_of "$@")
    if [ -z "$missing" ]; then return; fi
    install="apt-get install -y --no-install-recommends$missing"
    if [ "$(id -u)" = 0 ]; then
        as_root="sh -c"
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n sh -c"
    else
        as_root="su -c"
        if command -v sudo >/dev/null; then as_root="sudo sh -c"; fi
        stop "Debian packages are missing; type: $as_root 'apt-get update && $install'"
    fi
    # shellcheck disable=SC2086  # as_root is several words
    {
        step "reading Debian's package lists" $as_root "apt-get update"
        step "installing Debian packages:$missing" \
            $as_root "DEBIAN_FRONTEND=noninteractive $install -o DPkg::Lock::Timeout=300"
    }
}

make_environment() {
    choose_python || stop "${PYTHON:+$PYTHON will not do: }Python 3.11, 3.12 or 3.13 is needed," \
        "name the one to take: make PYTHON=/path/to/python3.11 ..."
    rm -rf .venv
    step "making .venv with $("$python" -V)" "$python" -m venv .venv
    step "installing the locked packages (a minute or two)" \
        .venv/bin/python -I -m pip install --no-input --only-binary :all: \
        --require-hashes -r requirements-dev.lock
    echo "$locked_key" >.venv/locked.stamp
}

install_project() {
    rm -f .venv/project.stamp
    step "installing the project itself" .venv/bin/python -I -m pip install --no-input \
        --no-deps --no-build-isolation --editable .
    step "comparing the lock with pyproject.toml (make lock renews it)" \
        .venv/bin/python -I -m pip check
    echo "$project_key" >.venv/project.stamp
}

mkdir -p build
# Of two at once, the second waits for the first.
exec 9>build/set-up.lock
if command -v flock >/dev/null; then flock 9; fi

wanted=$qt_libraries
is_whole || wanted="$wanted $(python_package)"
# shellcheck disable=SC2086  # a list of words
have_debian_packages $wanted "$@"
is_locked || make_environment
is_whole || install_project
