#!/bin/sh
# kiosk-rollback: shows the program that was installed before; once more, the newer one again.
set -eu

say() { printf '%s\n' "$@"; }

if [ "$(id -u)" != 0 ]; then
    say "请输入：sudo kiosk-rollback" "Type: sudo kiosk-rollback" >&2
    exit 1
fi
cd /usr/lib/kiosk-shown
# Installed and not shown yet: then what is shown now is the one before.
/usr/lib/kiosk/place
now=$(readlink now || echo none)
if [ "$now" = a ]; then other=b; else other=a; fi
if [ ! -x "$other/kiosk" ]; then
    say "没有更早的程序；什么都没有改。" "No earlier program is kept; nothing was changed." >&2
    exit 1
fi
ln -sfn "$other" next
mv -T next now
if [ -d /run/kiosk ]; then touch /run/kiosk/renew; fi
version=$(now/kiosk --version)
say "没有观众时换成 $version；要撤销，再输入：sudo kiosk-rollback" \
    "$version is shown as soon as nobody is here. To undo: sudo kiosk-rollback"
