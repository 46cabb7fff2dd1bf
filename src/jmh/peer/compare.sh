#!/bin/sh
# Times our ratings with intervals beside FastChat's 100-round bootstrap, from the same 2,000,000 votes in integer arrays,
# one after the other on this machine.
#
#   src/jmh/peer/compare.sh PEER
#
# PEER is a directory with FastChat's rating_systems.py (lm-sys/FastChat, fastchat/serve/monitor, Apache-2.0), which is not
# part of this project. It needs Python 3 with numpy, scipy, pandas and tqdm (Debian: python3-scipy python3-pandas
# python3-tqdm); PYTHON names another interpreter than /usr/bin/python3.
set -eu
peer=${1:?usage: compare.sh PEER (a directory with rating_systems.py)}
test -f "$peer/rating_systems.py" || { echo "no rating_systems.py in $peer" >&2; exit 2; }
peer=$(cd "$peer" && pwd)
cd "$(dirname "$0")/../../.."
python=${PYTHON:-/usr/bin/python3}
"$python" -c 'import numpy, scipy, pandas, tqdm' || exit 2
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
./mvnw -q -ntp -Pbench test-compile exec:exec -Dbench.main=org.dohyo.rating.PeerComparison -Dbench="$work"
"$python" src/jmh/peer/compare.py "$peer" "$work"
