"""Scores of a trained Reader on PolNeAR's dev part, by shared/attribution/score.py."""
import importlib.util
import sys

from predict import as_relations, predict, runs


class Evaluation:
    def __init__(self, data, articles):
        spec = importlib.util.spec_from_file_location("score", f"{data}/score.py")
        self.measure = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.measure)
        self.gold = self.measure.load(f"{data}/polnear-dev.jsonl")
        self.articles = articles

    def read(self, model, cue_bias=0.0):
        return predict(model, self.articles, cue_bias)

    def line(self, found, names):
        count = self.measure.score(self.gold, as_relations(found, self.articles))
        parts = ["%s %.1f (P %.1f R %.1f)" % ((" ".join(key).strip(), f1, p, r)) for key, v in count.items()
                 for p, r, f1 in [self.measure.prf(*v)] if key[0] != "token"]
        hit = marked = true = 0
        for chunk, tags in names:
            if not chunk.names: continue
            g, q = set(runs(chunk.names)), set(runs(tags))
            hit, marked, true = hit + len(g & q), marked + len(q), true + len(g)
        return ", ".join(parts) + ", names %.1f" % self.measure.prf(hit, marked, true)[2]

    def judged(self, found):
        """The scores of each relation, and whether it is right with its source (as rel+src counts)."""
        scores, right = [], []
        for a in self.articles:
            relations = found[a["id"]]
            gold = {a["id"]: self.gold[a["id"]]}
            for i, f in enumerate(relations):
                if any(b < f.chunk.words[e - 1].end and f.chunk.words[s].begin < x for s, e in f.content for b, x in gold[a["id"]]["ignore"]): continue
                alone = as_relations({a["id"]: [f]}, [a])
                scores.append(f.scores)
                right.append(self.measure.score(gold, alone)["rel+src", ""][0])
        return scores, right
