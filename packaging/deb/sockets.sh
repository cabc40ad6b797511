#!/bin/sh
# Before each start, as root: of several screens only one stays lit, for cage would spread the exhibit
# over all (and 0.1.4 ends with a fault where it is told not to). It is the one whose socket screen.env
# names, else the first.
set -eu
drm=/sys/class/drm
dark=/run/kiosk-sockets

# What was made dark before may be the one to use now.
if [ -e "$dark" ]; then
    while read -r status; do echo detect >"$status"; done <"$dark"
    rm -f "$dark"
fi
lit=$(grep -lsx connected "$drm"/card*-*/status || true)
chosen=$(printf '%s\n' "$lit" | grep "/card[0-9]*-${KIOSK_OUTPUT:-.*}/" | head -n 1)
[ -n "$chosen" ] || chosen=$(printf '%s\n' "$lit" | head -n 1)
for status in $lit; do
    if [ "$status" != "$chosen" ]; then
        echo "$status" >>"$dark"
        echo off >"$status"
    fi
done
