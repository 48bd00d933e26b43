#!/bin/sh
# Installs the packages that the given lists name and this machine lacks. Asks no network if none is lacking.
# Usage: sh examples/need.sh LIST...
set -eu

wanted=$(cat "$@" | sed 's/#.*//')
if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian or Ubuntu: install by hand what lacks of" $wanted >&2
    exit 0 # the build will say what it misses
fi

missing=
for package in $wanted; do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true) in
    *' installed') ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    sudo=
elif command -v sudo >/dev/null; then
    sudo=sudo
else
    echo "Not root, and there is no sudo. Ask somebody who may to run: apt-get install$missing" >&2
    exit 1
fi
echo "Installing$missing"
$sudo apt-get update -q
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
