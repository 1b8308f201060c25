"""export.py CHECKPOINT VOCABULARY OUT [--heads 12] [--window 96] [--chunk 255] [--cue-bias 0] [--calibration W,W,...]

Writes the weights file (../FORMAT.md) from what train.py saves, or from a state_dict of model.Reader: products in
signed bytes with one scale an output, the word embeddings in signed bytes with one scale a piece, everything else in
32-bit floats. --window is the words read on each side of a cue, --chunk the pieces read at once with the marks."""
import argparse, struct, sys, zlib
import numpy, torch

from model import distance_bucket

VERSION = 1
TYPES = {"int8": 0, "uint8": 1, "int32": 2, "float32": 3}
LARGEST_WEIGHT = 63      # so that a pair of products stays within 16 bits where a processor adds them so
LARGEST_EMBEDDING = 127
CALIBRATION = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]  # the cue's own probability


def quantised(matrix, largest):
    """Signed bytes and one scale a row: of a few clippings, the one with the least squared error."""
    top = matrix.abs().amax(1).clamp(min=1e-12)
    best = scale = None
    for part in [1.0 - 0.02 * k for k in range(21)]:
        s = top * part / largest
        error = ((matrix / s[:, None]).round().clamp(-largest, largest) * s[:, None] - matrix).pow(2).sum(1)
        if best is None:
            best, scale = error, s
        else:
            scale = torch.where(error < best, s, scale)
            best = torch.minimum(error, best)
    return (matrix / scale[:, None]).round().clamp(-largest, largest).to(torch.int8), scale


class Writer:
    def __init__(self):
        self.tensors = {}

    def add(self, name, tensor):
        if isinstance(tensor, torch.Tensor): tensor = tensor.detach().numpy()
        assert name not in self.tensors and tensor.ndim in (1, 2), name
        self.tensors[name] = numpy.ascontiguousarray(tensor)

    def floats(self, name, tensor): self.add(name, tensor.float())

    def number(self, name, value): self.add("number." + name, numpy.array([value], numpy.int32))

    def product(self, name, weight, bias):
        q, scale = quantised(weight.float(), LARGEST_WEIGHT)
        self.add(name + ".weight", q); self.floats(name + ".scale", scale); self.floats(name + ".bias", bias)

    def write(self, path):
        at = 64 + 96 * len(self.tensors)
        directory, contents = b"", bytearray()
        for name, t in self.tensors.items():
            contents += bytes(-(at + len(contents)) % 64)
            rows, columns = t.shape if t.ndim == 2 else (t.shape[0], 1)
            assert len(name) < 56, name
            directory += struct.pack("<56sIIQQQQ", name.encode(), TYPES[str(t.dtype)], t.ndim, rows, columns,
                                     at + len(contents), t.nbytes)
            contents += t.tobytes()
        rest = struct.pack("<QI36x", at + len(contents), len(self.tensors)) + directory + contents
        with open(path, "wb") as f:
            f.write(struct.pack("<8sII", b"HSWEIGHT", VERSION, zlib.crc32(rest)) + rest)
        return at + len(contents)


def export(state, vocabulary, out, heads=12, window=96, chunk=255, cue_bias=0.0, calibration=CALIBRATION):
    w = Writer()
    get = lambda name: state[name].float()
    width = state["encoder.word.weight"].shape[1]
    count = lambda prefix: len({k.split(".")[prefix.count(".") + 1] for k in state if k.startswith(prefix + ".")})
    w.number("heads", heads); w.number("window", window); w.number("chunk", chunk)
    w.add("vocabulary", numpy.frombuffer(open(vocabulary, "rb").read().rstrip(b"\n") + b"\n", numpy.uint8))
    words, scale = quantised(get("encoder.word.weight"), LARGEST_EMBEDDING)
    w.add("embedding.word", words); w.floats("embedding.word.scale", scale)
    w.floats("embedding.position", get("encoder.position.weight")[:chunk + 1] + get("encoder.token_type"))
    w.floats("embedding.shape", get("encoder.shape.weight"))

    def plain(name, ours):
        w.floats(name + ".weight", get(ours + ".weight")); w.floats(name + ".bias", get(ours + ".bias"))

    def layer(name, ours):
        part = (width // heads) ** -0.5
        both = lambda kind: torch.cat([get(f"{ours}.{x}.{kind}") * (part if x == "q" else 1.0) for x in "qkv"])
        w.product(name + ".qkv", both("weight"), both("bias"))
        for theirs, mine in (("o", "output"), ("up", "up"), ("down", "down")):
            w.product(f"{name}.{mine}", get(f"{ours}.{theirs}.weight"), get(f"{ours}.{theirs}.bias"))
        plain(name + ".norm1", ours + ".n1"); plain(name + ".norm2", ours + ".n2")

    def tagger(name, ours):
        w.product(name + ".up", get(ours + "_up.weight"), get(ours + "_up.bias"))
        plain(name + ".out", ours)
        w.floats(name + ".crf.move", get(ours + "_crf.move") + get(ours + "_crf.wall"))
        w.floats(name + ".crf.start", get(ours + "_crf.start") + get(ours + "_crf.first"))
        w.floats(name + ".crf.stop", get(ours + "_crf.stop"))

    plain("embedding.norm", "encoder.norm")
    for i in range(count("encoder.layers")): layer(f"layer.{i}", f"encoder.layers.{i}")
    tagger("cue", "cue"); tagger("name", "name"); tagger("argument", "arg")
    w.add("cue.bias", numpy.array([cue_bias], numpy.float32))
    w.product("argument.value", get("cue_value.weight"), get("cue_value.bias"))
    plain("argument.norm", "arg_norm")
    w.floats("argument.near", get("near.weight")); w.floats("argument.inside", get("is_cue.weight"))
    w.add("argument.bucket", distance_bucket(torch.arange(512)).numpy().astype(numpy.uint8))
    for i in range(count("arg_layers")): layer(f"argument.layer.{i}", f"arg_layers.{i}")
    w.add("calibration", numpy.array(calibration, numpy.float32))
    return w.write(out)


if __name__ == "__main__":
    a = argparse.ArgumentParser(usage=__doc__)
    a.add_argument("checkpoint"); a.add_argument("vocabulary"); a.add_argument("out")
    a.add_argument("--heads", type=int, default=12); a.add_argument("--window", type=int, default=96)
    a.add_argument("--chunk", type=int, default=255); a.add_argument("--cue-bias", type=float, default=0.0)
    a.add_argument("--calibration", type=lambda s: [float(x) for x in s.split(",")], default=None)
    o = a.parse_args()
    torch.set_num_threads(1)
    checkpoint = torch.load(o.checkpoint, map_location="cpu")
    state = checkpoint.get("state", checkpoint)
    calibration = o.calibration or checkpoint.get("calibration") or CALIBRATION
    size = export(state, o.vocabulary, o.out, o.heads, o.window, o.chunk, o.cue_bias, calibration)
    print(f"{o.out}: {size} bytes", file=sys.stderr)
