"""Articles as the network sees them: words, word pieces, chunks, and the relations on them.

The program cuts text in the same way (../pieces/piece_text.cpp, ../pieces/word_forms.cpp, ../pieces/vocabulary.cpp): a change here is a change there.
Words are those of BERT's basic tokenizer (Devlin et al. 2019), pieces those of WordPiece; uncased, since the encoder
is. What the letters' case said is kept as the word's shape.
"""
import bisect
import gzip
import json
import unicodedata
from dataclasses import dataclass, field

MAX_PIECES = 254
UNK, CLS, SEP = 100, 101, 102
CLS_SHAPE, SEP_SHAPE = 12, 13
QUOTATION_MARKS = {"“": "open", "”": "close", '"': "toggle", "„": "open", "«": "open", "»": "close"}
NAME_CLASSES = {"PERSON": 1, "ORGANIZATION": 2, "LOCATION": 3, "MISC": 4}


class Vocabulary(dict):
    """Piece -> number, from a file of one piece a line."""

    def __init__(self, path):
        super().__init__((line.rstrip("\n"), n) for n, line in enumerate(open(path, encoding="utf-8")))
        self.sentence_ends = {self[c] for c in ".?!”"}


@dataclass
class Word:
    begin: int  # characters of the text, [begin, end)
    end: int
    pieces: list
    shape: int
    paragraph: bool  # the first of its paragraph


@dataclass
class Relation:
    cue: tuple  # [first, last) words of the chunk
    source: list  # of such ranges
    content: list


@dataclass
class Chunk:
    """What the encoder reads at once: at most MAX_PIECES pieces, each paragraph led by [SEP], all of it by [CLS]."""
    article: str
    words: list
    pieces: list = field(default_factory=list)
    shapes: list = field(default_factory=list)  # one a piece
    heads: list = field(default_factory=list)  # where each word's first piece stands
    relations: list = field(default_factory=list)
    names: list = None  # one class a word: 0 none, 2c-1 begins class c, 2c goes on with it
    ignored: list = field(default_factory=list)  # words that stand in regions not to be scored


def is_punctuation(ch):
    c = ord(ch)
    return 33 <= c <= 47 or 58 <= c <= 64 or 91 <= c <= 96 or 123 <= c <= 126 or unicodedata.category(ch)[0] == "P"


def is_space(ch):
    return ch in " \t\n\r" or unicodedata.category(ch) in ("Zs", "Zl", "Zp")


def is_dropped(ch):
    return ch in "\0\ufffd" or (ch not in "\t\n\r" and unicodedata.category(ch)[0] == "C")


def is_cjk(ch):
    c = ord(ch)
    return 0x4E00 <= c <= 0x9FFF or 0x3400 <= c <= 0x4DBF or 0xF900 <= c <= 0xFAFF or 0x20000 <= c <= 0x2FA1F


def fold(word):
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def letter_case(word):
    """0 no letters, 1 lower, 2 Capitalised, 3 UPPER, 4 miXed, 5 with digits."""
    if any(c.isdigit() for c in word): return 5
    if not any(c.isalpha() for c in word): return 0
    if word.islower(): return 1
    if word.isupper(): return 3 if len(word) > 1 else 2
    return 2 if word[0].isupper() and word[1:].islower() else 4


def pieces_of(word, vocabulary):
    if not word or len(word) > 100: return [UNK]
    out, start = [], 0
    while start < len(word):
        end = len(word)
        while end > start and ("##" if start else "") + word[start:end] not in vocabulary: end -= 1
        if end == start: return [UNK]
        out.append(vocabulary[("##" if start else "") + word[start:end]])
        start = end
    return out


def words_of(text, vocabulary):
    words, i, paragraph, quoted = [], 0, True, False
    while i < len(text):
        if is_space(text[i]) or is_dropped(text[i]):
            paragraph |= text[i] == "\n"
            i += 1
            continue
        j = i + 1
        if not (is_punctuation(text[i]) or is_cjk(text[i])):
            while j < len(text) and not (is_space(text[j]) or is_punctuation(text[j]) or is_cjk(text[j])): j += 1
        raw = text[i:j]
        if paragraph: quoted = False  # a quotation is opened anew in each paragraph
        mark = QUOTATION_MARKS.get(raw)
        inside = quoted or mark is not None
        if mark: quoted = mark == "open" or (mark == "toggle" and not quoted)
        pieces = pieces_of(fold("".join(c for c in raw if not is_dropped(c))), vocabulary)
        words.append(Word(i, j, pieces, letter_case(raw) + (6 if inside else 0), paragraph))
        paragraph, i = False, j
    return words


def chunk_ranges(words, vocabulary):
    """[first, last) words; broken before a paragraph where one begins, else after a sentence, else anywhere."""
    first = 0
    while first < len(words):
        total, last, paragraph, sentence = 0, first, 0, 0
        while last < len(words):
            word = words[last]
            cost = len(word.pieces) + word.paragraph
            if total + cost > MAX_PIECES: break
            if last > first and word.paragraph: paragraph = last
            total, last = total + cost, last + 1
            if word.end - word.begin == 1 and word.pieces[0] in vocabulary.sentence_ends: sentence = last
        if last < len(words) and not words[last].paragraph: last = paragraph or sentence or last
        last = max(last, first + 1)
        yield first, last
        first = last


def chunk_of(article, words):
    chunk = Chunk(article, words, [CLS], [CLS_SHAPE])
    for word in words:
        if word.paragraph:
            chunk.pieces.append(SEP)
            chunk.shapes.append(SEP_SHAPE)
        chunk.heads.append(len(chunk.pieces))
        chunk.pieces += word.pieces
        chunk.shapes += [word.shape] * len(word.pieces)
    return chunk


def name_classes(tokens, starts, character_at):
    """Entity classes of CoreNLP's tokens, [begin, end, part of speech, class, ...], on our words."""
    names, before = [0] * len(starts), 0
    for begin, end, _, entity, *_ in tokens:
        number = NAME_CLASSES.get(entity, 0)
        first, last = (bisect.bisect_left(starts, character_at[b]) for b in (begin, end))
        for k in range(first, last): names[k] = 0 if not number else 2 * number - (k == first and before != number)
        before = number
    for k, tag in enumerate(names):  # where a token fell between our words, its class begins with the next one
        if tag and tag % 2 == 0 and (k == 0 or names[k - 1] not in (tag, tag - 1)): names[k] = tag - 1
    return names


def read_articles(path, vocabulary, syntax=None):
    """[{"id", "text", "chunks"}] of a JSON lines file as ../../../../../shared/attribution/README.md describes it."""
    tokens = {}
    if syntax:
        for line in gzip.open(syntax, "rt", encoding="utf-8"):
            d = json.loads(line)
            tokens[d["id"]] = [t for sentence in d["sentences"] for t in sentence]
    articles = []
    for line in open(path, encoding="utf-8"):
        d = json.loads(line)
        character_at, size = {0: 0}, 0
        for i, ch in enumerate(d["text"], 1):
            size += len(ch.encode())
            character_at[size] = i
        words = words_of(d["text"], vocabulary)
        starts = [w.begin for w in words]

        def ranges(spans):
            out = []
            for b, e in spans:
                first = max(0, bisect.bisect_right(starts, character_at[b]) - 1)
                if words[first].end <= character_at[b]: first += 1
                last = bisect.bisect_left(starts, character_at[e])
                if first < last: out.append((first, last))
            return sorted(out)

        relations = [Relation(ranges(a["cue"])[0], ranges(a["source"]), ranges(a["content"]))
                     for a in d.get("attributions", []) if ranges(a["cue"])]
        names = name_classes(tokens[d["id"]], starts, character_at) if d["id"] in tokens else None
        ignored = [(character_at[b], character_at[e]) for b, e in d.get("ignore", [])]
        chunks = []
        for first, last in chunk_ranges(words, vocabulary):
            chunk = chunk_of(d["id"], words[first:last])
            chunk.names = names[first:last] if names else None
            chunk.ignored = [any(b < w.end and w.begin < e for b, e in ignored) for w in chunk.words]
            inside = lambda r: first <= r[0] and r[1] <= last
            here = lambda rs: [(b - first, e - first) for b, e in rs if inside((b, e))]
            chunk.relations = [Relation(here([r.cue])[0], here(r.source), here(r.content))
                               for r in relations if inside(r.cue)]
            chunks.append(chunk)
        articles.append({"id": d["id"], "text": d["text"], "chunks": chunks})
    return articles
