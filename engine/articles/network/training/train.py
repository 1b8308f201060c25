"""train.py DATA BASE.onnx VOCAB.txt OUT.pt [--layers 12] [--seed 1] [--threads 1] [--batch 16]

Trains the network on PolNeAR's train part and GUM's news (DATA: shared/attribution), prints the scores on PolNeAR's dev
part after each epoch, and writes the parameters and the calibration, which is fitted on dev. Same seed, machine and
number of threads: same result. A stage whose result stands at OUT.pt.STAGE is not learned again."""
import argparse
import math
import os
import random
import time
from dataclasses import dataclass

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


def word_loss(scores, tags, counts):
    """Each word for itself: quick to learn from."""
    return F.cross_entropy(scores[counts], tags[counts], reduction="sum") if counts.any() else torch.zeros(())


def sequence_loss(crf, scores, tags, counts, word_mask):
    """All tags of a chunk together, which a CRF decodes together; chunks with words that do not count are passed over."""
    whole = (counts == word_mask).all(1)
    return crf.loss(scores[whole], tags[whole], word_mask[whole]).sum() if whole.any() else torch.zeros(())


def losses(model, chunks, sequences):
    """Sums over the batch: cues, arguments, names. `sequences`: cues and names as sequences, not word by word."""
    *inputs, word_mask = chunk_tensors(chunks)
    cue_tags, count_cues, name_tags, count_names = targets(chunks, word_mask)
    words = model.words(*inputs)
    cue_scores, name_scores = model.cue_scores(words), model.name_scores(words)
    if sequences:
        cue = sequence_loss(model.cue_crf, cue_scores, cue_tags, count_cues, word_mask)
        name = sequence_loss(model.name_crf, name_scores, name_tags, count_names, word_mask)
    else:
        cue, name = word_loss(cue_scores, cue_tags, count_cues), word_loss(name_scores, name_tags, count_names)
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


@dataclass
class Stage:
    name: str
    sequences: bool
    epochs: int
    rates: tuple  # of the encoder, of the heads; rising for `rise` steps, then falling in a line to `last` of it
    rise: int
    last: float


STAGES = [Stage("words", False, 1, (1e-4, 5e-4), 64, 0.8), Stage("sequences", True, 3, (8e-5, 4e-4), 20, 0.0)]


def learn(model, chunks, stage, size, start, evaluation):
    inner = {id(p) for p in model.encoder.parameters()}
    outer = [p for p in model.parameters() if id(p) not in inner]
    optimiser = torch.optim.AdamW([{"params": model.encoder.parameters(), "lr": stage.rates[0]},
                                   {"params": outer, "lr": stage.rates[1]}], weight_decay=0.01, betas=(0.9, 0.98))
    total = math.ceil(len(chunks) / size) * stage.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1, (s + 1) / stage.rise) * (1 - (1 - stage.last) * min(1, s / total)))
    for epoch in range(stage.epochs):
        model.train()
        sums = [0.0] * 3
        for step, batch in enumerate(batches_of(chunks, size), 1):
            parts = losses(model, batch, stage.sequences)
            cue, argument, name = parts
            loss = (2 * cue + WORDS_A_CUE / 2 * argument + 0.4 * name) / sum(len(c.words) for c in batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            sums = [a + p.item() for a, p in zip(sums, parts)]
            if step % 20 == 0:
                cue, argument, name = (x / 20 for x in sums)
                print(f"{stage.name} {epoch + 1}, step {step}: a batch's loss on cues {cue:.0f}, arguments {argument:.0f}, "
                      f"names {name:.0f}; {time.time() - start:.0f} s", flush=True)
                sums = [0.0] * 3
        found, names = evaluation.read(model)
        print(f"{stage.name} {epoch + 1}, dev: {evaluation.line(found, names)}; {time.time() - start:.0f} s", flush=True)


def main():
    a = argparse.ArgumentParser(usage=__doc__)
    for name in ("data", "base", "vocabulary", "out"): a.add_argument(name)
    a.add_argument("--layers", type=int, default=12)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--batch", type=int, default=16)
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

    start, found = time.time(), None
    for stage in STAGES:
        name = f"{o.out}.{stage.name}"
        if os.path.exists(name):
            model.load_state_dict(torch.load(name))
            continue
        learn(model, chunks, stage, o.batch, start, evaluation)
        torch.save(model.state_dict(), name)
    found, names = evaluation.read(model)
    print(f"dev: {evaluation.line(found, names)}", flush=True)
    torch.save({"state": model.state_dict(), "calibration": calibrate.fit(*evaluation.judged(found))}, o.out)


if __name__ == "__main__": main()
