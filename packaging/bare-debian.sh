#!/bin/sh
# Proves that a bare Debian 12 with make and Python is enough: makes one in build/bare, copies the
# tracked files into it, and follows a newcomer's steps there. WITH_TESTS=1 runs the tests, too;
# MIRROR=... is where debootstrap takes Debian from, if not from its own default.
set -eu
unset CDPATH
cd "$(dirname "$0")/.."
root=build/bare

stop() {
    printf 'bare: %s\n' "$*" >&2
    exit 1
}

[ "$(id -u)" = 0 ] || stop "only root can make a Debian root: type sudo make bare"
for tool in debootstrap unshare git; do
    command -v "$tool" >/dev/null ||
        stop "$tool is missing: type apt-get install debootstrap util-linux git"
done

rm -rf --one-file-system "$root"
mkdir -p "$root"
printf 'making a bare Debian 12 in %s, a few minutes\n' "$root"
# shellcheck disable=SC2086  # no MIRROR is no argument
debootstrap --variant=minbase --include=make,python3 bookworm "$root" ${MIRROR:-} \
    >build/bare.log 2>&1 || { tail -20 build/bare.log >&2; stop "debootstrap failed"; }

# What this machine needs to reach Debian's packages and Python's, the bare one needs as well; of
# apt's settings only those for fetching, as others name programs that are not there.
give() {
    for thing in "$@"; do
        if [ -e "$thing" ]; then cp -rL --parents "$thing" "$root"; fi
    done
}
give /etc/resolv.conf /etc/pip.conf /usr/local/share/ca-certificates \
    /etc/ssl/certs/ca-certificates.crt
if grep -q '^VERSION_CODENAME=bookworm' /etc/os-release; then
    rm -f "$root"/etc/apt/sources.list
    give /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources \
        /etc/apt/trusted.gpg.d /etc/apt/keyrings /usr/share/keyrings
fi
apt-config dump Acquire | grep -v '^Acquire::IndexTargets' >"$root"/etc/apt/apt.conf.d/90fetching
settings='PIP_(INDEX_URL|EXTRA_INDEX_URL|TRUSTED_HOST|PROXY|CERT|DEFAULT_TIMEOUT|RETRIES)'
export -p | grep -E "^export ($settings|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY)=" \
    >"$root"/etc/fetching.env || true

for home in root home/visitor; do
    mkdir -p "$root/$home/kiosk"
    git -c safe.directory="$PWD" ls-files -z | tar -cf - --null -T - |
        tar -xf - -C "$root/$home/kiosk"
done
chroot "$root" useradd --home-dir /home/visitor visitor
chroot "$root" chown -R visitor: /home/visitor

# inside USER COMMAND: with namespaces of its own, so that nothing stays mounted or running.
inside() {
    unshare --mount --pid --fork --kill-child --mount-proc="$root/proc" chroot "$root" \
        su - "$1" -c "set -e; . /etc/fetching.env; cd ~/kiosk; $2"
}

# prove SENTENCE USER COMMAND
prove() {
    from=$(date +%s)
    if inside "$2" "$3" >build/bare.log 2>&1 </dev/null; then outcome=ok; else outcome=FAILED; fi
    printf '%-6s %4d s  %s\n' "$outcome" "$(($(date +%s) - from))" "$1"
    [ "$outcome" = ok ] || { tail -50 build/bare.log >&2; stop "see above, all of it in build/bare.log"; }
}

printf 'Debian %s, glibc %s, %s\n' "$(cat "$root"/etc/debian_version)" \
    "$(chroot "$root" ldd --version | sed -n '1s/.* //p')" "$(chroot "$root" python3 -V)"
tour="make run && ls build/tour/* >/dev/null"
# shellcheck disable=SC2016  # expanded inside
prove "somebody without rights is told what to type" visitor \
    'if make run >said 2>&1; then exit 1; fi; cat said; grep -q "type: .* apt-get install" said
    test "$(grep -c . said)" = 2 && test ! -e .venv'
prove "make run, from nothing, without a display" root "$tour"
prove "make run, again" root "$tour"
prove "make run, after its environment was lost" root "rm -rf .venv && $tour"
prove "make run, by somebody without rights, now that Debian's packages are there" visitor "$tour"
[ -z "${WITH_TESTS:-}" ] || prove "make test" root "make test"
[ -z "${WITH_TESTS:-}" ] || tail -1 build/bare.log

# The server keeps the display in a file, from which the picture is taken.
# shellcheck disable=SC2016  # expanded inside
prove "make run, on a virtual display: the whole screen, and away when told to go" root \
    'sh packaging/setup.sh xvfb xauth xdotool
    xvfb-run -s "-screen 0 1920x1080x24 -fbdir $PWD/build" sh -c "
        make run & made=\$!
        until xdotool search --onlyvisible --name . >build/windows 2>/dev/null; do sleep 1; done
        sleep 5
        xdotool getwindowgeometry \$(tail -1 build/windows) | grep 1920x1080
        cp build/Xvfb_screen0 build/display.xwd
        kill \$(xdotool getwindowpid \$(tail -1 build/windows))
        wait \$made"'
cp "$root"/root/kiosk/build/display.xwd build/bare-display.xwd
printf 'what the display showed: build/bare-display.xwd\n'
