# A Debian of its own in a folder, to install into and to switch on. Sourced by package_test.sh and
# machine_test.sh, which set $root, $test, SUITE and MIRROR.

display=:93

inside() {
    unshare --mount --pid --fork --kill-child --mount-proc="$root/proc" chroot "$root" \
        /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive bash -euo pipefail -xc "$1"
}

# Made once and kept as a tar: the next test takes half a minute less.
make_root() {
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    clean=build/clean-$SUITE.tar
    if [ ! -e "$clean" ]; then
        # shellcheck disable=SC2086  # no MIRROR is no argument
        debootstrap --variant=minbase --include=systemd-sysv,libpam-systemd,dbus,ca-certificates \
            "$SUITE" "$root" ${MIRROR:-}
        # What this machine needs to reach Debian's packages, the clean one needs as well.
        cp -L /etc/resolv.conf "$root/etc/"
        cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
        if grep -qx "VERSION_CODENAME=$SUITE" /etc/os-release; then
            rm -f "$root/etc/apt/sources.list"
            for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
                if [ -e "$file" ]; then cp "$file" "$root$file"; fi
            done
        fi
        apt-config dump Acquire | grep -v '^Acquire::IndexTargets' \
            >"$root/etc/apt/apt.conf.d/90fetching"
        tar -C "$root" -cf "$clean.part" . && mv "$clean.part" "$clean"
    else
        tar -C "$root" -xf "$clean"
    fi
}

# A container has no terminal and no graphics: the compositor draws into a window on a virtual
# display instead. All else is the unit as it is installed.
switch_on() {
    mkdir -p "$root/etc/systemd/system/kiosk.service.d"
    cat >"$root/etc/systemd/system/kiosk.service.d/test.conf" <<UNIT
[Service]
TTYPath=
TTYReset=no
TTYVHangup=no
StandardInput=null
Environment=DISPLAY=$display WLR_BACKENDS=x11 WLR_RENDERER=pixman
UNIT
    setsid Xvfb "$display" -screen 0 1024x768x24 -ac >"$test/xvfb.log" 2>&1 &
    echo $! >"$test/xvfb.pid"
    setsid systemd-nspawn --register=no --keep-unit --quiet --directory="$root" --boot \
        >"$test/boot.log" 2>&1 </dev/null &
    echo $! >"$test/machine.pid"
}

switch_off() {
    for name in machine xvfb; do
        if [ -e "$test/$name.pid" ]; then
            pid=$(cat "$test/$name.pid")
            kill "$pid" 2>/dev/null || true
            while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
            rm -f "$test/$name.pid"
        fi
    done
}

# The first process of the machine that is on.
leader() { pgrep -P "$(cat "$test/machine.pid")"; }

in_machine() { nsenter --target "$(leader)" --all "$@"; }

# shown PROPERTY of the unit in it.
shown() { in_machine systemctl show --property "$1" --value kiosk.service; }

# is_ready OLD: the unit is active, and its main process is another than OLD. Both are asked for at
# once: between two questions an active one may end, and another begin.
is_ready() {
    told=$(in_machine systemctl show --property MainPID,ActiveState kiosk.service) || return 1
    printf '%s\n' "$told" | grep -qx ActiveState=active || return 1
    ! printf '%s\n' "$told" | grep -qx "MainPID=$1"
}

# until_ready SECONDS OLD
until_ready() {
    ends=$(($(date +%s%N) + $1 * 1000000000))
    until is_ready "$2"; do
        [ "$(date +%s%N)" -lt "$ends" ] || return 1
        sleep 0.05
    done
}
