#!/bin/sh
# Puts a newly installed program where it is shown from, before it is started; nothing runs from
# there then. The one before stays beside it, and rollback.sh goes back to that.
set -eu
cd /usr/lib/kiosk-shown
[ -d fresh ] || exit 0

now=$(readlink now || echo b)
if [ "$now" = a ]; then next=b; else next=a; fi
# The same again, to mend it: there is nothing to go back to.
if cmp -s "$now/kiosk" fresh/kiosk; then next=$now; fi
rm -rf "$next"
mv fresh "$next"
ln -sfn "$next" next
mv -T next now
rm -f /run/kiosk/renew
