"""What a trained Reader reads in articles: relations with their scores, and names."""
from dataclasses import dataclass

import torch

from batches import chunk_tensors, cue_tensors
from model import CONTENT_BEGIN, CUE_BEGIN, CUE_IN, SOURCE_BEGIN

LARGEST_ODDS = 14.0


@dataclass
class Found:
    chunk: object
    cue: tuple
    source: list
    content: list
    scores: list  # as RelationScores in ../network.hpp


def runs(tags):
    """BIO tags (0 none, 2c-1 begins class c, 2c goes on) -> [(class, first, last)]"""
    out, t = [], 0
    while t < len(tags):
        if tags[t] == 0:
            t += 1
            continue
        last = t + 1
        while last < len(tags) and tags[last] and tags[last] % 2 == 0: last += 1
        out.append(((tags[t] + 1) // 2, t, last))
        t = last
    return out


def log_odds(p):
    return max(-LARGEST_ODDS, min(LARGEST_ODDS, float(torch.logit(torch.tensor(p, dtype=torch.float64), eps=1e-12))))


def certainty(crf, emissions, mask, tags):
    """Each word's marginal probability of its tag, and each row's log probability of all its tags."""
    with torch.enable_grad():
        e = emissions.detach().requires_grad_()
        total = crf.log_norm(e, mask)
        marginals, = torch.autograd.grad(total.sum(), e)
    return marginals.gather(2, tags.unsqueeze(2)).squeeze(2), (crf.score(emissions, tags, mask) - total).detach()


def relation_scores(cue_probability, spans, words, path):
    """spans: of one cue's tags; words: their probabilities"""
    content = [p for kind, b, e in spans if kind == 2 for p in words[b:e]]
    edges = [words[i] for kind, b, e in spans if kind == 2 for i in (b, e - 1)]
    source = [p for kind, b, e in spans if kind == 1 for p in words[b:e]]
    return [log_odds(cue_probability), log_odds(sum(content) / len(content)), log_odds(min(edges)),
            log_odds(min(source)) if source else 0.0, 0.0 if source else 1.0, path]


@torch.no_grad()
def predict(model, articles, cue_bias=0.0, batch=16):
    """-> {article id: [Found]}, [(chunk, name class of each word)]; cue_bias is taken from the score of 'no cue'"""
    model.eval()
    found, names = {a["id"]: [] for a in articles}, []
    chunks = sorted((c for a in articles for c in a["chunks"]), key=lambda c: len(c.pieces))
    for first in range(0, len(chunks), batch):
        part = chunks[first:first + batch]
        *inputs, word_mask = chunk_tensors(part)
        words = model.words(*inputs)
        scores = model.cue_scores(words)
        biased = scores.clone()
        biased[:, :, 0] -= cue_bias
        tags, name_tags = model.cue_crf.decode(biased, word_mask), model.name_crf.decode(model.name_scores(words), word_mask)
        cue_sure, _ = certainty(model.cue_crf, scores, word_mask, tags)
        cues = []
        for i, chunk in enumerate(part):
            names.append((chunk, name_tags[i, :len(chunk.words)].tolist()))
            cues += [(i, (b, e)) for _, b, e in runs(tags[i, :len(chunk.words)].tolist())]
        if not cues: continue
        tensors, windows = cue_tensors(part, cues)
        emissions = model.argument_scores(words, *tensors)
        argument_tags = model.arg_crf.decode(emissions, tensors[2])
        sure, paths = certainty(model.arg_crf, emissions, tensors[2], argument_tags)
        for n, ((i, cue), (w, last)) in enumerate(zip(cues, windows)):
            spans = runs(argument_tags[n, :last - w].tolist())
            pieces = {kind: [(b + w, e + w) for k, b, e in spans if k == kind] for kind in (1, 2)}
            if not pieces[2]: continue
            p = cue_sure[i, cue[0]:cue[1]].min().item()
            found[part[i].article].append(Found(part[i], cue, pieces[1], pieces[2],
                                                relation_scores(p, spans, sure[n].tolist(), paths[n].item())))
    return found, names


def as_relations(found, articles):
    """What ../../../../../shared/attribution/score.py measures: spans in characters."""
    out = {}
    for a in articles:
        def spans(chunk, ranges): return [(chunk.words[b].begin, chunk.words[e - 1].end) for b, e in ranges]
        out[a["id"]] = {"text": a["text"], "ignore": [], "relations": [
            {"source": spans(f.chunk, f.source), "cue": spans(f.chunk, [f.cue]), "content": spans(f.chunk, f.content)}
            for f in found[a["id"]]]}
    return out
