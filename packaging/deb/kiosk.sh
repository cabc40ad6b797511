#!/bin/sh
# The command: unless told otherwise, about the exhibit of this machine and what the session keeps.
# It is the program that is shown here, which place.sh has laid out.
export KIOSK_CONTENT="${KIOSK_CONTENT:-/srv/kiosk/content.yaml}"
export KIOSK_STATE="${KIOSK_STATE:-/var/lib/kiosk}"
program=/usr/lib/kiosk-shown/now/kiosk
[ -x "$program" ] || program=/usr/lib/kiosk/kiosk
exec "$program" "$@"
