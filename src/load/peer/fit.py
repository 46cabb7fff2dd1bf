"""What pandas and scipy need for the file that ImportLoad sends to the arena, as rows of its table.

    python3 src/load/peer/fit.py votes.json [ROUNDS]

It follows the method that FastChat publishes (lm-sys/FastChat, fastchat/serve/monitor: elo_analysis.py and
rating_systems.py) without its code:

- the whole file by pandas.read_json, blind battles only, in the order of their times;
- Bradley-Terry ratings by maximum likelihood without a penalty: each distinct result once, weighted by how often it
  occurs, a tie or both bad as half a win; scipy's L-BFGS-B with at most 100 steps and a gradient tolerance of 1e-6;
  400 points for a factor of ten in the odds;
- intervals by a bootstrap of 100 rounds, each of which draws the numbers of the distinct results from a multinomial
  distribution and is fitted from zero; as many processes as there are cores.

FastChat's removal of duplicates, outliers and single languages, its style control and its online Elo aren't part of
it.
Python 3 with numpy, pandas and scipy (Debian: python3-pandas python3-scipy).
"""
import multiprocessing
import os
import resource
import sys
import time

import numpy as np
import pandas
from scipy.optimize import minimize
from scipy.special import expit

POINTS = 400
UNIT = np.log(10)


def blind_votes(path):
    votes = pandas.read_json(path)
    return votes[votes["anony"]].sort_values("tstamp")


class Results:
    """The distinct results of the votes, and how often each occurs."""

    def __init__(self, votes):
        sides, self.models = pandas.factorize(np.concatenate([votes["model_a"], votes["model_b"]]))
        score = votes["winner"].map({"model_a": 1.0, "model_b": 0.0}).fillna(0.5)
        table = pandas.DataFrame({"first": sides[:len(votes)], "second": sides[len(votes):], "score": score.to_numpy()})
        distinct = table.value_counts()
        self.first = distinct.index.get_level_values("first").to_numpy()
        self.second = distinct.index.get_level_values("second").to_numpy()
        self.score = distinct.index.get_level_values("score").to_numpy()
        self.numbers = distinct.to_numpy().astype(float)

    def ratings(self, weights):
        count = len(self.models)

        def loss_and_gradient(strengths):
            gap = UNIT * (strengths[self.first] - strengths[self.second])
            loss = weights @ (np.logaddexp(0, gap) - self.score * gap)
            pull = UNIT * weights * (expit(gap) - self.score)
            return loss, np.bincount(self.first, pull, count) - np.bincount(self.second, pull, count)

        fit = minimize(loss_and_gradient, np.zeros(count), jac=True, method="L-BFGS-B",
                       options={"maxiter": 100, "gtol": 1e-6})
        return POINTS * (fit.x - fit.x.mean())


def bootstrap(results, rounds):
    votes = results.numbers.sum()
    draws = np.random.default_rng(0).multinomial(int(votes), results.numbers / votes, size=rounds) / votes
    with multiprocessing.Pool() as pool:
        return np.array(pool.map(results.ratings, draws))


def row(figure, value):
    print(f"| {figure} | {value} |", flush=True)


def main():
    path = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    begun = time.perf_counter()
    votes = blind_votes(path)
    loaded = time.perf_counter()
    row(f"pandas {pandas.__version__}: read_json, {len(votes):,} blind votes", f"{loaded - begun:.1f}")
    results = Results(votes)
    results.ratings(results.numbers)
    fitted = time.perf_counter()
    row(f"FastChat's method: ratings of {len(results.models)} models", f"{fitted - loaded:.1f}")
    low, high = np.percentile(bootstrap(results, rounds), [2.5, 97.5], axis=0)
    ended = time.perf_counter()
    row(f"FastChat's method: intervals by {rounds} rounds on {os.cpu_count()} cores, half of the median one "
        f"{np.median(high - low) / 2:.1f} points", f"{ended - fitted:.1f}")
    row("pandas and FastChat's method together", f"{ended - begun:.1f}")
    own = resource.getrusage(resource.RUSAGE_SELF)
    helpers = resource.getrusage(resource.RUSAGE_CHILDREN)
    row("CPU of Python, all processes", f"{own.ru_utime + own.ru_stime + helpers.ru_utime + helpers.ru_stime:.1f}")
    row("Python's memory, greatest (RSS), and that of a process of the bootstrap",
        f"{own.ru_maxrss // 1000:,} MB, {helpers.ru_maxrss // 1000:,} MB")


if __name__ == "__main__":
    main()
