"""How far a relation can be trusted: a logistic regression of 'right with its source' on the relation's scores.

Platt (1999), fitted by Newton's method with a small ridge; the program computes the same sum (../network.cpp)."""
import numpy


def fit(scores, right, ridge=1.0, steps=50):
    """Weights of 1 and of each score."""
    if not scores: raise SystemExit("calibrate: the network finds no relation in dev; it was trained on too little")
    x = numpy.hstack([numpy.ones((len(scores), 1)), numpy.asarray(scores, dtype=float)])
    y = numpy.asarray(right, dtype=float)
    w = numpy.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + numpy.exp(-x @ w))
        gradient = x.T @ (y - p) - ridge * w
        w += numpy.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge * numpy.eye(len(w)), gradient)
    return w.tolist()

