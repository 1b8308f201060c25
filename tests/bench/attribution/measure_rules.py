#!/usr/bin/env python3
"""measure_rules.py SCORE.py GOLD.jsonl CANDIDATES.jsonl [--by-verb]: how often each rule is right.

Pairs relations as SCORE.py does (rel+src: content-token Dice >= 0.5, overlapping cues, the right source) and prints, for each
kind of verb and frame, the share of right ones as a row of engine/articles/attribution/confidence.inc; with --by-verb, for
each verb and frame."""
import bisect, collections, importlib.util, json, re, sys


def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    spec = importlib.util.spec_from_file_location("score", args[0])
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold, predicted = score.load(args[1]), score.load(args[2])
    raw = {d["id"]: d["attributions"] for d in map(json.loads, open(args[2], encoding="utf-8"))}
    field = "lemma" if "--by-verb" in sys.argv else "kind"
    count = collections.defaultdict(lambda: [0, 0])
    for key, g in gold.items():
        p = predicted[key]
        tokens = [m.span() for m in re.finditer(r"\w+|[^\w\s]", g["text"])]
        starts = [t[0] for t in tokens]
        def covered(pieces):
            out = set()
            for b, e in pieces:
                j = max(0, bisect.bisect_right(starts, b) - 1)
                while j < len(tokens) and tokens[j][0] < e:
                    if tokens[j][1] > b: out.add(j)
                    j += 1
            return out
        ignored = lambda relation: any(b < y and x < e for b, e in relation["content"] for x, y in g["ignore"])
        kept = [i for i, x in enumerate(p["relations"]) if not ignored(x)]
        G = [{r: covered(x[r]) for r in score.ROLES} for x in g["relations"]]
        P = [{r: covered(p["relations"][i][r]) for r in score.ROLES} for i in kept]
        pairs = sorted(((score.dice(x["content"], y["content"]), a, b) for a, x in enumerate(G) for b, y in enumerate(P)
                        if x["content"] & y["content"]), key=lambda t: (-t[0], t[1], t[2]))
        used, right = set(), {}
        for d, a, b in pairs:
            if d < .5 or a in used or b in right or not G[a]["cue"] & P[b]["cue"]: continue
            used.add(a)
            x, y = G[a]["source"], P[b]["source"]
            right[b] = (not x and not y) or score.dice(x, y) >= .5
        for b, i in enumerate(kept):
            rule = raw[key][i]
            c = count[rule[field], rule["frame"]]
            c[0] += 1
            c[1] += bool(right.get(b))
    for (name, frame), (all_, hits) in sorted(count.items()):
        if field == "lemma":
            print(f"{name} {frame} {hits} of {all_}")
        else:
            # Two imagined relations, one of them wrong, keep rules that were hardly seen from extremes.
            print(f"    {{'{name}', '{frame}', {(hits + 1) / (all_ + 2.5):.2f}}},  // {hits} of {all_}")


main()
