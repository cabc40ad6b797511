#!/bin/sh
# The command: unless told otherwise, about the exhibit of this machine and what the session keeps.
export KIOSK_CONTENT="${KIOSK_CONTENT:-/srv/kiosk/content.yaml}"
export KIOSK_STATE="${KIOSK_STATE:-/var/lib/kiosk}"
exec /usr/lib/kiosk/kiosk "$@"
