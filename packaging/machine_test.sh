#!/bin/sh
# Installs the .deb of dist/ on a whole machine: Debian with its own kernel on an emulated PC with a
# screen, a touch panel, a mouse and a keyboard, switched on as a venue would. As root. SUITE=trixie is
# Debian 13; MIRROR=... is where Debian is taken from.
set -eu
unset CDPATH
cd "$(dirname "$0")/.."
SUITE=${SUITE:-bookworm}
test=$PWD/build/machine-test
root=$test/root
. packaging/release/machine.sh

stop() {
    printf 'machine-test: %s\n' "$*" >&2
    exit 1
}

[ "$(id -u)" = 0 ] || stop "only root can make a Debian root: type sudo make machine-test"
deb=$(ls "$PWD"/dist/kiosk_*.deb) || stop "there is no .deb: type make package"
mkdir -p "$test"

# Python plays the touch panel; a serial line lets the test in.
make_machine() {
    make_root
    inside 'apt-get update
        apt-get install -y --no-install-recommends linux-image-amd64 initramfs-tools udev kmod \
            python3-minimal xinit xserver-xorg-core xserver-xorg-input-libinput x11-xserver-utils'
    console=$root/etc/systemd/system/serial-getty@ttyS0.service.d
    mkdir -p "$console"
    printf '[Service]\nExecStart=\nExecStart=-/sbin/agetty --autologin root --keep-baud 115200 %%I dumb\n' \
        >"$console/in.conf"
    cp packaging/release/touch_panel.py "$root/root/"
    cp "$deb" "$root/root/kiosk.deb"
    inside 'apt-get install -y --no-install-recommends /root/kiosk.deb && apt-get clean'
    for file in vmlinuz initrd.img; do cp "$root/boot/$file"-* "$test/$file"; done
    rm -f "$test/disc"
    mke2fs -q -t ext4 -d "$root" "$test/disc" 4G
    rm -rf --one-file-system "$root"
}

echo "machine-test: installing on a new disc (two minutes)"
make_machine >"$test/log" 2>&1 </dev/null || {
    tail -30 "$test/log" >&2
    stop "see above, all of it in $test/log"
}
exec .venv/bin/python packaging/machine_test.py "$test"
