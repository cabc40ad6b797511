#!/bin/sh
# Packs a frozen program as a package of Debian: sh build.sh FROZEN WORK VERSION OUT
# xz, not zstd: the dpkg of older systems cannot read that.
set -eu
frozen=$1 root=$2 version=$3 out=$4
here=$(dirname "$0")
: "${SOURCE_DATE_EPOCH:?}"
umask 022

rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib" "$root/usr/share/doc/kiosk"
cp -a "$frozen" "$root/usr/lib/kiosk"
rm -f "$root/usr/lib/kiosk/README.txt" "$root/usr/lib/kiosk/run.sh"
for script in session pace place sockets; do
    install -m 755 "$here/$script.sh" "$root/usr/lib/kiosk/$script"
done
install -m 755 "$here/kiosk.sh" "$root/usr/bin/kiosk"
install -D -m 755 "$here/rollback.sh" "$root/usr/sbin/kiosk-rollback"
install -D -m 644 "$here/kiosk.service" "$root/usr/lib/systemd/system/kiosk.service"
install -D -m 644 "$here/logind.conf" "$root/usr/lib/systemd/logind.conf.d/kiosk.conf"
install -D -m 644 "$here/sysctl.conf" "$root/usr/lib/sysctl.d/60-kiosk.conf"
install -D -m 644 "$here/xorg.conf" "$root/usr/share/X11/xorg.conf.d/60-kiosk.conf"
install -D -m 644 "$here/machine.yaml" "$root/etc/kiosk/machine.yaml"
install -m 644 "$here/screen.env" "$root/etc/kiosk/screen.env"
# After 60-*.rules, which tell what a touch panel is.
install -D -m 644 "$here/touch.rules" "$root/usr/lib/udev/rules.d/70-kiosk-touch.rules"
# A cursor of one pixel that is clear, as `man Xcursor` has the file.
cursors=$root/usr/lib/kiosk/cursors/default/cursors
mkdir -p "$cursors"
{
    printf 'Xcur\020\0\0\0\0\0\1\0\1\0\0\0\002\0\375\377\030\0\0\0\034\0\0\0'
    printf '\044\0\0\0\002\0\375\377\030\0\0\0\1\0\0\0\1\0\0\0\1\0\0\0'
    printf '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'
} >"$cursors/left_ptr"
# No visitor restarts the machine by Ctrl+Alt+Del.
mkdir -p "$root/etc/systemd/system"
ln -s /dev/null "$root/etc/systemd/system/ctrl-alt-del.target"
install -m 644 "$here/../../README.md" "$root/usr/share/doc/kiosk/README.md"
ln -s /usr/lib/kiosk/THIRD-PARTY "$root/usr/share/doc/kiosk/THIRD-PARTY"
{
    printf 'The program is under the Apache License 2.0 (below). What it is shipped with is listed,\n'
    printf 'with every licence, in /usr/lib/kiosk/THIRD-PARTY/INDEX.txt.\n\n'
    cat "$here/../../LICENSE"
} >"$root/usr/share/doc/kiosk/copyright"

printf '%s\n' /etc/kiosk/machine.yaml /etc/kiosk/screen.env >"$root/DEBIAN/conffiles"
for script in postinst prerm postrm; do install -m 755 "$here/$script" "$root/DEBIAN/$script"; done
(cd "$root" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z |
    xargs -0 md5sum >DEBIAN/md5sums)
cat >"$root/DEBIAN/control" <<CONTROL
Package: kiosk
Version: $version
Architecture: $(dpkg --print-architecture)
Section: misc
Priority: optional
Maintainer: The kiosk project <kiosk@localhost>
Installed-Size: $(du -sk --apparent-size --exclude=DEBIAN "$root" | cut -f1)
Depends: $(grep -v '^#' "$here/depends.txt" | paste -sd, | sed 's/,/, /g')
Description: full-screen touch kiosk for one exhibit
 Shows the exhibit in /srv/kiosk on the first terminal, from each boot on, with a Python and a
 Qt of its own, and nothing else on the screen.
CONTROL

find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
find "$root" -type d -exec chmod 755 {} +
dpkg-deb --root-owner-group -Zxz -z1 --threads-max=2 --build "$root" "$out"
