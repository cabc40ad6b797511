#!/bin/sh
# Before each start, as root. What ends again and again is given time, so that the machine stays
# cool and its log readable; it is never given up, as staff may mend the content at any time. A
# machine that has been on for a day gets a fresh start then: what its drivers keep may be to blame.
set -eu
starts=/run/kiosk-starts
up=$(cut -d. -f1 /proc/uptime)

touch "$starts"
recent=$(awk -v up="$up" '$1 > up - 600' "$starts")
# shellcheck disable=SC2086  # each number is a word
printf '%s\n' $recent "$up" >"$starts"
count=$(wc -l <"$starts")
if [ "$count" -gt 10 ] && [ "$up" -gt 86400 ]; then systemctl --no-block reboot; fi
if [ "$count" -gt 10 ]; then sleep 30; elif [ "$count" -gt 5 ]; then sleep 5; fi
