#!/usr/bin/env python3
"""make_word_classes.py SYNTAX.jsonl.gz > engine/articles/attribution/word_classes.inc

Counts which word classes English words take, and which class follows which, in text tagged with Penn Treebank parts of speech
(one article a line: {"sentences": [[[begin, end, tag, ...lemma last], ...], ...], ...} beside TEXTS.jsonl of the same name).
The result is two tables of numbers: words that are no names with the share of each class in tenths, and the logarithms of
P(class | class before) in hundredths."""
import collections, gzip, json, math, sys

CLASSES = "NPROJAUDBVTEGMICHWLSKXYQF"  # see word_class.hpp
TAGS = {"NN": "N", "NNS": "N", "NNP": "P", "NNPS": "P", "PRP": "R", "PRP$": "O", "WP$": "W", "JJ": "J", "JJR": "J", "JJS": "J",
        "RB": "A", "RBR": "A", "RBS": "A", "CD": "U", "DT": "D", "PDT": "D", "VB": "B", "VBP": "V", "VBZ": "V", "VBD": "T",
        "VBN": "E", "VBG": "G", "MD": "M", "IN": "I", "CC": "C", "WDT": "W", "WP": "W", "WRB": "W", "TO": "L", "POS": "S",
        "RP": "K", "EX": "X", "``": "Q", "''": "Q"}


def main():
    path = sys.argv[1]
    texts = {d["id"]: d["text"].encode() for d in map(json.loads, open(path.replace("-syntax.jsonl.gz", ".jsonl")))}
    words = collections.defaultdict(collections.Counter)
    follow = collections.defaultdict(collections.Counter)
    share = collections.Counter()
    for line in gzip.open(path, "rt"):
        d = json.loads(line)
        text = texts[d["id"]]
        for sentence in d["sentences"]:
            before = "Y"
            for token in sentence:
                word = text[token[0]:token[1]].decode().replace("’", "'")
                tag = TAGS.get(token[2], "F" if token[2][0].isalpha() else "Y")
                if tag == "I" and word.lower() in ("that", "whether"):
                    tag = "H"
                follow[before][tag] += 1
                share[tag] += 1
                before = tag
                if tag not in "PYQ" and word[0].isalpha() or tag == "S" or word[:1] == "'":
                    words[word.lower()][tag] += 1
            follow[before]["Y"] += 1
    print("// Made by tests/bench/attribution/make_word_classes.py: word, then classes with their share in tenths.")
    print("constexpr std::string_view word_table = R\"(")
    for word in sorted(words):
        counts = words[word]
        total = sum(counts.values())
        kept = [(t, round(10 * n / total)) for t, n in counts.most_common(4)]
        kept = [(t, min(9, n)) for t, n in kept if n >= 1]
        if total < 4 or not kept or not word.replace("'", "").replace(".", "").replace("-", "").isalpha(): continue
        if kept == [("N", 9)] and total < 12 and not word.endswith(("ing", "ed", "s", "ly")): continue  # what a guess gives anyway
        print(word + " " + "".join(f"{t}{n}" for t, n in kept))
    print(")\";")
    print("// Rows: class before; columns: class; both in the order of WordClass.")
    print(f"constexpr std::int16_t follow_table[{len(CLASSES)}][{len(CLASSES)}] = {{")
    for a in CLASSES:
        total = sum(follow[a].values()) + len(CLASSES)
        print("    {" + ", ".join(str(round(100 * math.log((follow[a][b] + 1) / total))) for b in CLASSES) + "},")
    print("};")
    total = sum(share.values()) + len(CLASSES)
    print("constexpr std::int16_t share_table[] = {" +
          ", ".join(str(round(100 * math.log((share[a] + 1) / total))) for a in CLASSES) + "};")


main()
