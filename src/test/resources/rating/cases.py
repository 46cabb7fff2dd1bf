"""Makes cases.json: one set of votes each, and what every estimator should make of it, by general-purpose tools.

/usr/bin/python3 cases.py > cases.json   (Debian's python3-scipy)

Bradley-Terry: scipy.optimize over the votes, one component at a time (scipy.sparse.csgraph). Half-widths: numpy's
pseudo-inverse. Nothing here is taken from the Java code but the rules of docs/rating.md.
"""
import json
import sys

import numpy as np
import scipy
from scipy.optimize import minimize
from scipy.sparse.csgraph import connected_components
from scipy.special import expit
from scipy.stats import norm

SCALE = 400 / np.log(10)
Z = norm.ppf(0.975)


def votes_of(pairs):
    """One row a vote, in the order of the pairs: first wins, second wins, ties, both bad."""
    return [(i, j, y) for i, j, w, l, t, b in pairs for y, n in ((1.0, w), (0.0, l), (0.5, t), (0.5, b)) for _ in range(n)]


def bradley_terry(n, pairs):
    pairs = [p for p in pairs if sum(p[2:]) > 0]
    played = np.zeros((n, n))
    scored = np.zeros((n, n))
    for i, j, w, l, t, b in pairs:
        played[i, j] += w + l + t + b
        scored[i, j] += w + t + b
        scored[j, i] += l + t + b
    _, component = connected_components(played, directed=False)
    ratings, widths, regularised = np.full(n, 1000.0), [None] * n, [False] * n
    for c in range(component.max() + 1):
        members = [int(m) for m in np.flatnonzero(component == c)]
        if len(members) == 1:
            continue
        strong = connected_components(scored[np.ix_(members, members)], connection="strong")[0] == 1
        theta, half = part(members, [p for p in pairs if p[0] in members], 0 if strong else 0.1)
        for k, m in enumerate(members):
            ratings[m] = 1000 + SCALE * theta[k]
            widths[m] = SCALE * half[k]
            regularised[m] = not strong
    return ratings.tolist(), widths, component.tolist(), regularised


def part(members, pairs, virtual):
    place = {m: k for k, m in enumerate(members)}
    size = len(members)
    rows = [(place[i], place[j], y, 1.0) for i, j, y in votes_of(pairs)]
    rows += [(place[i], place[j], 0.5, virtual) for i, j in sorted({(min(p[:2]), max(p[:2])) for p in pairs})]
    x = np.array([np.eye(size)[i] - np.eye(size)[j] for i, j, _, _ in rows])
    y = np.array([r[2] for r in rows])
    weight = np.array([r[3] for r in rows])

    def loss(theta):
        d = x @ theta
        return weight @ (np.logaddexp(0, d) - y * d) + theta.sum() ** 2 / 2

    def gradient(theta):
        return x.T @ (weight * (expit(x @ theta) - y)) + theta.sum()

    def hessian(theta):
        p = expit(x @ theta)
        return (x.T * (weight * p * (1 - p))) @ x + np.ones((size, size))

    theta = minimize(loss, np.zeros(size), jac=gradient, hess=hessian, method="trust-exact", options={"gtol": 1e-12}).x
    for _ in range(3):
        theta = theta - np.linalg.solve(hessian(theta), gradient(theta))
    p = expit(x @ theta)
    filling = (x.T * (weight * (y - p) ** 2)) @ x
    real = weight == 1
    decided = np.abs(x).T @ (real & (y != 0.5)).astype(float)
    tied = np.abs(x).T @ (real & (y == 0.5)).astype(float)
    lacking = np.minimum(1, np.maximum(0, Z * Z - decided) / np.where(tied > 0, tied, np.inf))
    share = np.array([max(lacking[i], lacking[j]) for i, j, _, _ in rows]) * (real & (y == 0.5))
    filling += (x.T * (share * p * (1 - p))) @ x
    bread = np.linalg.pinv((x.T * (weight * p * (1 - p))) @ x)
    return theta, Z * np.sqrt(np.diag(bread @ filling @ bread))


def elo(n, pairs):
    ratings = [1000.0] * n
    for i, j, y in votes_of(pairs):
        delta = 4 * (y - 1 / (1 + 10 ** ((ratings[j] - ratings[i]) / 400)))
        ratings[i] += delta
        ratings[j] -= delta
    return ratings


def win_rates(n, pairs):
    rates = []
    for m in range(n):
        scores = [y if i == m else 1 - y for i, j, y in votes_of(pairs) if m in (i, j)]
        rates.append(float(np.mean(scores)) if scores else None)
    return rates


def drawn(n, votes, seed):
    rng = np.random.default_rng(seed)
    strengths = rng.uniform(-1, 1, n)
    pairs = {}
    for _ in range(votes):
        i, j = sorted(int(m) for m in rng.choice(n, 2, replace=False))
        kind = 2 + int(rng.integers(2)) if rng.random() < 0.2 else int(rng.random() > expit(strengths[i] - strengths[j]))
        pairs.setdefault((i, j), [0, 0, 0, 0])[kind] += 1
    return [[i, j, *counts] for (i, j), counts in sorted(pairs.items())]


CASES = [
    ("two models, ten to one", 2, [[0, 1, 10, 1, 0, 0]]),
    ("a pair told from both sides", 2, [[0, 1, 5, 1, 1, 0], [1, 0, 2, 4, 0, 3]]),
    ("a cycle", 3, [[0, 1, 5, 0, 0, 0], [1, 2, 5, 0, 0, 0], [2, 0, 5, 0, 0, 0]]),
    ("only ties", 3, [[0, 1, 0, 0, 4, 1], [1, 2, 0, 0, 0, 70]]),
    ("one model among decided ones has only ties", 3, [[0, 1, 30, 20, 5, 0], [1, 2, 0, 0, 12, 0]]),
    ("three decided votes and two ties", 2, [[0, 1, 2, 1, 2, 0]]),
    ("a model that won everything", 3, [[0, 1, 10, 0, 0, 0], [0, 2, 7, 0, 0, 0], [1, 2, 6, 5, 2, 1]]),
    ("a block unbeaten by the rest", 4,
     [[0, 1, 6, 5, 2, 0], [2, 3, 4, 4, 1, 1], [0, 2, 9, 0, 0, 0], [1, 3, 8, 0, 0, 0]]),
    ("two components and a model alone", 6,
     [[0, 2, 10, 1, 0, 2], [1, 4, 3, 0, 0, 0], [4, 5, 2, 2, 1, 0], [0, 5, 0, 0, 0, 0]]),
    ("eight models, four hundred votes", 8, drawn(8, 400, 1)),
    ("twelve models, sparse", 12, drawn(12, 60, 2)),
]

made = []
for name, n, pairs in CASES:
    ratings, widths, component, regularised = bradley_terry(n, pairs)
    made.append({"name": name, "models": n, "pairs": pairs, "ratings": ratings, "halfWidths": widths,
                 "component": component, "regularised": regularised, "elo": elo(n, pairs), "winRates": win_rates(n, pairs)})
json.dump({"about": f"made by cases.py, numpy {np.__version__}, scipy {scipy.__version__}, "
           f"Python {sys.version.split()[0]}; pairs: first, second, first wins, second wins, ties, both bad",
           "cases": made}, sys.stdout, indent=1)
print()
