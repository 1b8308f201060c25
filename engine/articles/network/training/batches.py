"""Chunks and cues side by side as tensors."""
import torch

WINDOW = 96  # words before and after a cue that may belong to it, within its paragraph


def chunk_tensors(chunks):
    """pieces, shapes, piece mask, heads, word mask"""
    b, t, n = len(chunks), max(len(c.pieces) for c in chunks), max(len(c.words) for c in chunks)
    pieces, shapes = torch.zeros(b, t, dtype=torch.long), torch.zeros(b, t, dtype=torch.long)
    heads, mask, word_mask = torch.zeros(b, n, dtype=torch.long), torch.zeros(b, t, dtype=torch.bool), torch.zeros(b, n, dtype=torch.bool)
    for i, c in enumerate(chunks):
        pieces[i, :len(c.pieces)], shapes[i, :len(c.shapes)] = torch.tensor(c.pieces), torch.tensor(c.shapes)
        heads[i, :len(c.heads)] = torch.tensor(c.heads)
        mask[i, :len(c.pieces)], word_mask[i, :len(c.heads)] = True, True
    return pieces, shapes, mask, heads, word_mask


def window(chunk, cue):
    """[first, last) words of the cue's paragraph, at most WINDOW on either side of it."""
    first, last = cue
    while first > 0 and cue[0] - first < WINDOW and not chunk.words[first].paragraph: first -= 1
    while last < len(chunk.words) and last - cue[1] < WINDOW and not chunk.words[last].paragraph: last += 1
    return first, last


def cue_tensors(chunks, cues):
    """cues [(number of the chunk, (first, last))] -> what Reader.argument_scores takes, and each cue's window"""
    windows = [window(chunks[i], cue) for i, cue in cues]
    width = max(last - first for first, last in windows)
    index, valid = torch.zeros(len(cues), width, dtype=torch.long), torch.zeros(len(cues), width, dtype=torch.bool)
    for n, (first, last) in enumerate(windows):
        index[n, :last - first], valid[n, :last - first] = torch.arange(first, last), True
    chunk, begin, end = (torch.tensor(x) for x in ([i for i, _ in cues], [c[0] for _, c in cues], [c[1] for _, c in cues]))
    return (chunk, index, valid, begin, end), windows
