#!/bin/sh
# Lays out a newly installed program, before it is started; nothing runs from there then. It lies
# beside the one before, which rollback.sh goes back to. Links cost no room; and as dpkg writes a
# file anew instead of into the old one, what is shown stays whole while a newer one is installed.
set -eu
program=/usr/lib/kiosk
cd /usr/lib/kiosk-shown
[ -e fresh ] || exit 0

now=$(readlink now || echo b)
if [ "$now" = a ]; then next=b; else next=a; fi
# The same again, to mend it: there is nothing to go back to.
if cmp -s "$now/kiosk" "$program/kiosk"; then next=$now; fi
rm -rf "$next"
cp -al "$program" "$next" 2>/dev/null || { rm -rf "$next"; cp -a "$program" "$next"; }
ln -sfn "$next" next
mv -T next now
rm -f fresh /run/kiosk/renew
