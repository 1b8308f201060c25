"""The network: a small BERT (Devlin et al. 2019) under three heads.

Cue head and name head tag every word. The argument head reads, for each cue, the words of its paragraph once more in a
further transformer layer that knows which words are the cue and how far away each word stands, and tags source and
content; its tags are decoded by a linear-chain conditional random field (Lafferty et al. 2001). So one word may belong
to several relations, nested or side by side.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, HEADS, INNER = 384, 12, 1536
ARGUMENT_INNER = 768
SHAPES = 14  # see corpus.py
NARROW = torch.bfloat16  # training multiplies in this; parameters stay in 32 bits

O, CUE_BEGIN, CUE_IN = range(3)
SOURCE_BEGIN, SOURCE_IN, CONTENT_BEGIN, CONTENT_IN = range(1, 5)


def linear(m, x):
    return F.linear(x, m.weight.to(x.dtype), m.bias.to(x.dtype))


def norm(m, x):
    return F.layer_norm(x, m.normalized_shape, m.weight, m.bias, m.eps)


def drop(x, p, training):
    """Dropout of whole features of a chunk: as good a brake, and its random numbers cost nothing."""
    return x * F.dropout(torch.ones(x.shape[0], 1, x.shape[2], dtype=x.dtype), p, training) if training else x


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, width, heads, inner, dropout=0.1):
        super().__init__()
        self.heads, self.p = heads, dropout
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x, mask):
        """x [chunk, piece, width]; mask [chunk, 1, 1, piece], true where a piece may be looked at."""
        b, t, d = x.shape
        weight = torch.cat([self.q.weight, self.k.weight, self.v.weight]).to(x.dtype)
        bias = torch.cat([self.q.bias, self.k.bias, self.v.bias]).to(x.dtype)
        qkv = F.linear(x, weight, bias).view(b, t, 3, self.heads, d // self.heads)
        q, k, v = (y.contiguous() for y in qkv.permute(2, 0, 3, 1, 4).unbind(0))
        scores = torch.matmul(q * (d // self.heads) ** -0.5, k.transpose(2, 3)) + torch.where(mask, 0.0, -1e4).to(x.dtype)
        x = norm(self.n1, x + linear(self.o, (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(b, t, d)))
        return norm(self.n2, x + drop(linear(self.down, F.gelu(linear(self.up, x))), self.p, self.training))


class Encoder(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.token_type = nn.Parameter(torch.zeros(WIDTH))
        self.shape = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shape.weight)  # the pretrained encoder starts undisturbed
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER) for _ in range(layers))

    def forward(self, pieces, shapes, mask):
        x = self.word(pieces) + self.position.weight[:pieces.shape[1]] + self.token_type + self.shape(shapes)
        x = F.dropout(self.norm(x), 0.1, self.training).to(NARROW)
        for layer in self.layers: x = layer(x, mask)
        return x


class Crf(nn.Module):
    """Emissions [row, word, tag]; mask [row, word], whose first column is true. `forbidden`: pairs (tag, next tag); -1 is the start."""

    def __init__(self, tags, forbidden):
        super().__init__()
        self.move = nn.Parameter(torch.zeros(tags, tags))
        self.start, self.stop = nn.Parameter(torch.zeros(tags)), nn.Parameter(torch.zeros(tags))
        wall, first = torch.zeros(tags, tags), torch.zeros(tags)
        for a, b in forbidden:
            if a < 0: first[b] = -1e4
            else: wall[a, b] = -1e4
        self.register_buffer("wall", wall)
        self.register_buffer("first", first)

    def score(self, emissions, tags, mask):
        move, seen = self.move + self.wall, mask.float()
        total = (emissions.gather(2, tags.unsqueeze(2)).squeeze(2) * seen).sum(1) + (self.start + self.first)[tags[:, 0]]
        total = total + (move[tags[:, :-1], tags[:, 1:]] * seen[:, 1:]).sum(1)
        return total + self.stop[tags.gather(1, (mask.sum(1) - 1).unsqueeze(1)).squeeze(1)]

    def log_norm(self, emissions, mask):
        move = (self.move + self.wall).unsqueeze(0)
        a = emissions[:, 0] + self.start + self.first
        for t in range(1, emissions.shape[1]):
            after = torch.logsumexp(a.unsqueeze(2) + move, 1) + emissions[:, t]
            a = torch.where(mask[:, t].unsqueeze(1), after, a)
        return torch.logsumexp(a + self.stop, 1)

    def loss(self, emissions, tags, mask):
        return self.log_norm(emissions, mask) - self.score(emissions, tags, mask)

    @torch.no_grad()
    def decode(self, emissions, mask):
        move = (self.move + self.wall).unsqueeze(0)
        a, back = emissions[:, 0] + self.start + self.first, []
        stay = torch.arange(emissions.shape[2]).expand(emissions.shape[0], -1)
        for t in range(1, emissions.shape[1]):
            best, came = (a.unsqueeze(2) + move).max(1)
            here = mask[:, t].unsqueeze(1)
            back.append(torch.where(here, came, stay))
            a = torch.where(here, best + emissions[:, t], a)
        tags = (a + self.stop).argmax(1)
        path = [tags]
        for came in reversed(back):
            tags = came.gather(1, tags.unsqueeze(1)).squeeze(1)
            path.append(tags)
        return torch.stack(path[::-1], 1)


def distance_bucket(delta):
    """Words from the cue, signed -> 0..63: one bucket each up to 7 words away, then logarithmic."""
    a = delta.abs()
    far = 8 + (torch.log(a.clamp(min=8).float() / 8) / math.log(16) * 23).long()
    bucket = torch.where(a < 8, a, far.clamp(max=31))
    return torch.where(delta < 0, bucket + 32, bucket)


CUE_FORBIDDEN = [(-1, CUE_IN), (O, CUE_IN)]
ARGUMENT_FORBIDDEN = [(-1, SOURCE_IN), (-1, CONTENT_IN), (O, SOURCE_IN), (O, CONTENT_IN), (SOURCE_BEGIN, CONTENT_IN),
                      (SOURCE_IN, CONTENT_IN), (CONTENT_BEGIN, SOURCE_IN), (CONTENT_IN, SOURCE_IN)]
NAME_FORBIDDEN = [(-1, i) for i in (2, 4, 6, 8)] + [(a, b) for b in (2, 4, 6, 8) for a in range(9) if a not in (b, b - 1)]


class Reader(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.encoder = Encoder(layers)
        self.cue_up, self.cue = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, 3)
        self.name_up, self.name = nn.Linear(WIDTH, WIDTH // 2), nn.Linear(WIDTH // 2, 9)
        self.near, self.is_cue = nn.Embedding(64, WIDTH), nn.Embedding(2, WIDTH)
        self.cue_value = nn.Linear(WIDTH, WIDTH)
        self.arg_norm = nn.LayerNorm(WIDTH, 1e-12)
        self.arg_layers = nn.ModuleList([Layer(WIDTH, HEADS, ARGUMENT_INNER)])
        self.arg_up, self.arg = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, 5)
        for e in (self.near, self.is_cue, self.cue_value): nn.init.normal_(e.weight, std=0.02)
        nn.init.zeros_(self.cue_value.bias)
        self.cue_crf, self.arg_crf, self.name_crf = Crf(3, CUE_FORBIDDEN), Crf(5, ARGUMENT_FORBIDDEN), Crf(9, NAME_FORBIDDEN)

    def words(self, pieces, shapes, mask, heads):
        """What the encoder makes of each word's first piece, [chunk, word, width]."""
        h = self.encoder(pieces, shapes, mask[:, None, None, :])
        return h.gather(1, heads.unsqueeze(2).expand(-1, -1, h.shape[2]))

    def _tags(self, up, out, x):
        return linear(out, F.dropout(F.gelu(linear(up, x)), 0.1, self.training)).float()

    def cue_scores(self, words): return self._tags(self.cue_up, self.cue, words)
    def name_scores(self, words): return self._tags(self.name_up, self.name, words)

    def argument_scores(self, words, chunk, index, valid, begin, end):
        """For cue n: chunk[n] it stands in, index[n, :] the words of its window (valid[n, :]), [begin[n], end[n]) its words."""
        x = words[chunk.unsqueeze(1), index]
        inside = (index >= begin.unsqueeze(1)) & (index < end.unsqueeze(1)) & valid
        cue = (x * inside.unsqueeze(2)).sum(1) / inside.sum(1, keepdim=True).clamp(min=1)
        delta = torch.where(index < begin.unsqueeze(1), index - begin.unsqueeze(1), (index - end.unsqueeze(1) + 1).clamp(min=0))
        x = norm(self.arg_norm, x + linear(self.cue_value, cue).unsqueeze(1) + self.near(distance_bucket(delta)).to(x.dtype)
                 + self.is_cue(inside.long()).to(x.dtype))
        for layer in self.arg_layers: x = layer(x, valid[:, None, None, :])
        return self._tags(self.arg_up, self.arg, x)
