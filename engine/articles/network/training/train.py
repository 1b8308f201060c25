"""train.py DATA BASE.onnx VOCAB.txt OUT.pt [--epochs 4] [--layers 12] [--seed 1] [--threads 1]

Trains the network on PolNeAR's train part and GUM's news (DATA: shared/attribution), prints the scores on PolNeAR's dev
part after each epoch, and writes the parameters and the calibration, which is fitted on dev. Same seed, machine and
number of threads: same result."""
import argparse
import json
import math
import random
import sys
import time

import torch
import torch.nn.functional as F

import base_model
import calibrate
from batches import chunk_tensors, cue_tensors
from corpus import Vocabulary, read_articles
from evaluate import Evaluation
from model import CONTENT_BEGIN, SOURCE_BEGIN, Reader

WORDS_A_CUE = 36  # in PolNeAR; brings the three losses to one scale


def targets(chunks, word_mask):
    """Tag of each word for cues and names, and where either counts."""
    cues, names = torch.zeros(word_mask.shape, dtype=torch.long), torch.zeros(word_mask.shape, dtype=torch.long)
    count_cues, count_names = word_mask.clone(), word_mask.clone()
    for i, c in enumerate(chunks):
        # GUM marks fewer cues than PolNeAR: it teaches what belongs to a cue, not what is one.
        count_cues[i, :len(c.words)] &= ~torch.tensor(c.ignored) & (not c.article.startswith("GUM_"))
        for r in c.relations:
            cues[i, r.cue[0]], cues[i, r.cue[0] + 1:r.cue[1]] = 1, 2
        if c.names: names[i, :len(c.names)] = torch.tensor(c.names)
        else: count_names[i] = False
    return cues, count_cues, names, count_names


def argument_targets(relations, windows, shape):
    tags = torch.zeros(shape, dtype=torch.long)
    for n, (r, (first, last)) in enumerate(zip(relations, windows)):
        for tag, spans in ((CONTENT_BEGIN, r.content), (SOURCE_BEGIN, r.source)):
            for b, e in spans:
                b, e = max(b, first) - first, min(e, last) - first
                if b < e: tags[n, b], tags[n, b + 1:e] = tag, tag + 1
    return tags


def losses(model, chunks):
    """Sums over the batch: cues, arguments, names."""
    *inputs, word_mask = chunk_tensors(chunks)
    cue_tags, count_cues, name_tags, count_names = targets(chunks, word_mask)
    words = model.words(*inputs)
    summed = lambda scores, tags, where: F.cross_entropy(scores[where], tags[where], reduction="sum") if where.any() else torch.zeros(())
    cue = summed(model.cue_scores(words), cue_tags, count_cues)
    name = summed(model.name_scores(words), name_tags, count_names)
    cues = [(i, r) for i, c in enumerate(chunks) for r in c.relations if r.content]
    if not cues: return cue, torch.zeros(()), name
    tensors, windows = cue_tensors(chunks, [(i, r.cue) for i, r in cues])
    tags = argument_targets([r for _, r in cues], windows, tensors[1].shape)
    return cue, model.arg_crf.loss(model.argument_scores(words, *tensors), tags, tensors[2]).sum(), name


def batches_of(chunks, size):
    """Chunks of like length together, in random order."""
    random.shuffle(chunks)
    pools = [sorted(chunks[i:i + size * 16], key=lambda c: len(c.pieces)) for i in range(0, len(chunks), size * 16)]
    batches = [p[i:i + size] for p in pools for i in range(0, len(p), size)]
    random.shuffle(batches)
    return batches


def main():
    a = argparse.ArgumentParser(usage=__doc__)
    for name in ("data", "base", "vocabulary", "out"): a.add_argument(name)
    a.add_argument("--epochs", type=int, default=4)
    a.add_argument("--layers", type=int, default=12)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--batch", type=int, default=16)
    a.add_argument("--rate", type=float, default=1e-4)
    a.add_argument("--head-rate", type=float, default=5e-4)
    o = a.parse_args()
    torch.manual_seed(o.seed)
    random.seed(o.seed)
    torch.set_num_threads(o.threads)

    vocabulary = Vocabulary(o.vocabulary)
    read = lambda name, syntax=None: read_articles(f"{o.data}/{name}.jsonl", vocabulary, syntax and f"{o.data}/{syntax}.jsonl.gz")
    dev = read("polnear-dev", "polnear-dev-syntax")
    chunks = [c for part in (read("polnear-train", "polnear-train-syntax"), read("gum-news-train")) for x in part for c in x["chunks"]]
    evaluation = Evaluation(o.data, dev)
    model = Reader(o.layers)
    base_model.copy_into(model.encoder, base_model.read_onnx(o.base))

    inner = {id(p) for p in model.encoder.parameters()}
    optimiser = torch.optim.AdamW([{"params": model.encoder.parameters(), "lr": o.rate},
                                   {"params": [p for p in model.parameters() if id(p) not in inner], "lr": o.head_rate}],
                                  weight_decay=0.01, betas=(0.9, 0.98))
    total = math.ceil(len(chunks) / o.batch) * o.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / (total * 0.06)) * max(0, 1 - s / total))
    start = time.time()
    for epoch in range(o.epochs):
        model.train()
        for step, batch in enumerate(batches_of(chunks, o.batch)):
            cue, argument, name = losses(model, batch)
            loss = (2 * cue / WORDS_A_CUE + argument / 2 + 0.3 * name / WORDS_A_CUE) * WORDS_A_CUE / sum(len(c.words) for c in batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            if step % 20 == 19: print(f"epoch {epoch + 1} step {step + 1}: loss {loss.item():.3f}, {time.time() - start:.0f} s", flush=True)
        found, names = evaluation.read(model)
        print(f"epoch {epoch + 1}, dev: {evaluation.line(found, names)}, {time.time() - start:.0f} s", flush=True)
    state = model.state_dict()
    torch.save({"state": state, "calibration": calibrate.fit(*evaluation.judged(found))}, o.out)


if __name__ == "__main__": main()
