"""confidence.py SCORE.py GOLD.jsonl PREDICTED.jsonl: whether `confidence` says how many relations are right.

SCORE.py is shared/attribution/score.py; a relation is right as its rel+src counts."""
import importlib.util
import json
import sys

BINS = (0, .3, .5, .6, .7, .8, .9, .95, 1.01)


def main():
    spec = importlib.util.spec_from_file_location("score", sys.argv[1])
    measure = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(measure)
    gold, predicted = measure.load(sys.argv[2]), measure.load(sys.argv[3])
    confidences = {}
    for line in open(sys.argv[3], encoding="utf-8"):
        d = json.loads(line)
        confidences[d["id"]] = [a["confidence"] for a in d["attributions"]]
    judged = []
    for key, article in gold.items():
        read = predicted[key]
        for confidence, relation in zip(confidences[key], read["relations"]):
            alone = {key: {**read, "relations": [relation]}}
            hit, counted, _ = measure.score({key: article}, alone)["rel+src", ""]
            if counted: judged.append((confidence, hit))
    print("confidence  relations  mean   right")
    for low, high in zip(BINS, BINS[1:]):
        here = [j for j in judged if low <= j[0] < high]
        if here:
            print("%.2f-%.2f   %9d  %.3f  %.3f" % (low, min(high, 1), len(here), sum(c for c, _ in here) / len(here),
                                                    sum(h for _, h in here) / len(here)))


if __name__ == "__main__": main()
