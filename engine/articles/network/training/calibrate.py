"""How far a relation can be trusted: a logistic regression of 'right with its source' on the relation's scores.

Platt (1999), fitted by Newton's method with a small ridge; the program computes the same sum (../network.cpp)."""
import numpy


def fit(scores, right, ridge=1.0, steps=50):
    """Weights of 1 and of each score."""
    x = numpy.hstack([numpy.ones((len(scores), 1)), numpy.asarray(scores, dtype=float)])
    y = numpy.asarray(right, dtype=float)
    w = numpy.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + numpy.exp(-x @ w))
        gradient = x.T @ (y - p) - ridge * w
        w += numpy.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge * numpy.eye(len(w)), gradient)
    return w.tolist()


def table(weights, scores, right, bins=(0, .3, .5, .6, .7, .8, .9, 1.01)):
    """[(from, to, relations, mean probability, share right)]"""
    x = numpy.hstack([numpy.ones((len(scores), 1)), numpy.asarray(scores, dtype=float)])
    p, y = 1 / (1 + numpy.exp(-x @ numpy.asarray(weights))), numpy.asarray(right, dtype=float)
    return [(a, b, int(here.sum()), float(p[here].mean()), float(y[here].mean()))
            for a, b in zip(bins, bins[1:]) for here in [(p >= a) & (p < b)] if here.any()]
