"""The peer's half of compare.sh: its own functions, unchanged, on the votes that PeerComparison wrote."""
import os
import sys
import time

import numpy as np
import pandas as pd

peer, work = sys.argv[1:]
sys.path.insert(0, peer)
import rating_systems  # noqa: E402

ROUNDS = 100
a, b, outcome = np.fromfile(os.path.join(work, "votes.bin"), dtype="<i4").reshape(3, -1)

frame = pd.DataFrame({
    "model_a": np.char.add("model-", a.astype(str)),
    "model_b": np.char.add("model-", b.astype(str)),
    "winner": np.array(["model_b", "tie", "model_a"])[outcome],
})
begun = time.perf_counter()
prepared = rating_systems.preprocess_for_bt(frame)
preparation = time.perf_counter() - begun

# The bootstrap from what the preparation made: the call is the peer's, only its preparation is answered from here.
rating_systems.preprocess_for_bt = lambda _: prepared
begun = time.perf_counter()
bootstrap = rating_systems.compute_bootstrap_bt(frame, ROUNDS)
seconds = time.perf_counter() - begun

lines = open(os.path.join(work, "dohyo.txt")).read().split("\n")
first, warm = map(float, lines[0].split())
ours = np.array([line.split() for line in lines[1:] if line], dtype=float)
names = [f"model-{i}" for i in range(len(ours))]
centred = bootstrap[names].sub(bootstrap[names].mean(axis=1), axis=0)
half = 1.959964 * centred.std().values

print(f"{len(a):,} votes, {len(ours)} models, {os.cpu_count()} cores")
print(f"FastChat, preparation from a data frame   {preparation:9.2f} s")
print(f"FastChat, {ROUNDS}-round bootstrap from arrays  {seconds:9.2f} s")
print(f"Dohyo, from arrays, first run in the JVM  {first / 1000:9.4f} s   {1000 * seconds / first:7.0f} times as fast")
print(f"Dohyo, from arrays, warm                  {warm / 1000:9.4f} s   {1000 * seconds / warm:7.0f} times as fast")
print(f"our half-widths / the bootstrap's (mean gauge): mean {np.mean(ours[:, 1] / half):.3f}")
gap = centred.mean().values - (ours[:, 0] - ours[:, 0].mean())
print(f"largest difference of ratings to the bootstrap's mean: {np.abs(gap).max():.2f} points")
