#!/bin/sh
# Makes everything that is handed out, in dist/: wheel, sdist, .deb, a folder for other Linux
# systems as a tar, the list of what is in it (SBOM), what each needs of glibc, and checksums.
# Runs on Debian 12 with its own Python 3.11. The same commit gives the same bytes.
# PACKAGE_BUILD=name,name is what pip may compile where there is no wheel (release/arm64.md).
set -eu
unset CDPATH
cd "$(dirname "$0")/.."
top=$PWD
build=$top/build/package
python=${PACKAGE_PYTHON:-/usr/bin/python3.11}

stop() {
    printf 'package: %s\n' "$*" >&2
    exit 1
}

# step SENTENCE COMMAND...: one line when all goes well; the end of what was said when not.
step() {
    printf 'package: %s\n' "$1"
    shift
    # Not before && itself: there a shell goes on after an error.
    "$@" >"$build/log" 2>&1 </dev/null &
    wait $! && return
    tail -40 "$build/log" >&2
    stop "this step failed, see above; all of it is in build/package/log"
}

[ -x "$python" ] || stop "$python is missing: type apt-get install python3.11-venv libpython3.11"
mkdir -p "$build"
umask 022
export LC_ALL=C.UTF-8 TZ=UTC PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
: "${SOURCE_DATE_EPOCH:=$(git -c safe.directory="$top" log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH

# Only what belongs to the project is built, whatever else lies here.
take_sources() {
    rm -rf "$build/source" dist && mkdir -p "$build/source" dist
    git -c safe.directory="$top" ls-files -z --cached --others --exclude-standard |
        tar -cf - --null -T - | tar -xf - -C "$build/source"
}

make_environment() {
    rm -rf "$build/venv"
    "$python" -m venv "$build/venv"
    "$build/venv/bin/pip" install --no-input --only-binary :all: \
        ${PACKAGE_BUILD:+--no-binary "$PACKAGE_BUILD"} --require-hashes \
        -r requirements.lock -r packaging/requirements-package.lock
    echo "$key" >"$build/venv/stamp"
}

make_wheel() {
    cd "$build/source"
    "$top/.venv/bin/python" -m hatchling build -d "$top/dist"
    cd "$top"
    "$build/venv/bin/pip" install --no-input --no-deps --force-reinstall dist/*.whl
    find "$build/venv" -name direct_url.json -delete
}

freeze() {
    rm -rf "$build/kiosk" "$build/work"
    "$build/venv/bin/pyinstaller" --noconfirm --clean --distpath "$build" \
        --workpath "$build/work" packaging/release/kiosk.spec
}

tell_parts() {
    "$build/venv/bin/python" packaging/release/licences.py "$build/kiosk" \
        "$build/work" "$build/qt"
    "$build/venv/bin/python" packaging/release/sbom.py "$build/work" "dist/$name.cdx.json"
    "$build/venv/bin/python" packaging/release/depends.py "$build/kiosk" packaging/deb/depends.txt
    "$build/venv/bin/python" packaging/release/elves.py "$build/kiosk" dist/*.whl \
        "$build/pyside/"*.whl >"dist/$name.glibc.txt"
}

# The wheels of Qt say nothing of what is in Qt; the copyright files of Debian's packages do.
take_qt_copyrights() {
    [ ! -e "$build/qt/stamp" ] || return 0
    rm -rf "$build/qt" && mkdir -p "$build/qt"
    cd "$build/qt"
    apt-get download libqt6core6 libqt6svg6 libqt6waylandclient6 qt6-image-formats-plugins libicu72
    for file in *.deb; do dpkg-deb -x "$file" "${file%%_*}"; done
    touch stamp
}

# What route an older system has left: the wheels that the lock names, as they are.
take_pyside() {
    rm -rf "$build/pyside"
    "$build/venv/bin/pip" download --no-input --no-deps --only-binary :all: \
        ${PACKAGE_BUILD:+--no-binary "$PACKAGE_BUILD"} --require-hashes \
        -d "$build/pyside" -r requirements.lock
}

make_tar() {
    cp packaging/release/README.txt packaging/release/run.sh LICENSE "$build/kiosk/"
    tar -C "$build" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 \
        --numeric-owner --mode=go-w --transform "s,^kiosk,$name," -cf - kiosk |
        xz -T2 -1 >"dist/$name-linux-$(uname -m).tar.xz"
}

key=$(cat requirements.lock packaging/requirements-package.lock | cksum)
step "taking the sources" take_sources
[ "$(cat "$build/venv/stamp" 2>/dev/null)" = "$key" ] ||
    step "making an environment to build in (a minute)" make_environment
step "building wheel and sdist" make_wheel
name=kiosk-$("$build/venv/bin/python" -c 'import kiosk; print(kiosk.__version__)')
step "freezing the program (a minute)" freeze
step "fetching the locked wheels, to read what they need" take_pyside
step "fetching what Debian knows of the licences in Qt" take_qt_copyrights
step "listing what is shipped, with its licences" tell_parts
step "packing the tar" make_tar
step "packing the .deb" sh packaging/deb/build.sh "$build/kiosk" "$build/deb" "${name#kiosk-}" \
    "dist/kiosk_${name#kiosk-}_$(dpkg --print-architecture).deb"
(cd dist && sha256sum -- * >SHA256SUMS)
cat "dist/$name.glibc.txt"
ls -sh dist
