"""The pretrained encoder: e5-small-v2 (Wang et al. 2022; 12 layers of 384; MIT licence), from its ONNX file."""
import onnx
import onnx.numpy_helper
import torch


def plain(name):
    return name.removeprefix("model.").removeprefix("bert.")


def read_onnx(path):
    """Parameter name as in BERT's own checkpoints -> tensor."""
    graph = onnx.load(path).graph
    stored = {i.name: i for i in graph.initializer}
    tensor = lambda name: torch.from_numpy(onnx.numpy_helper.to_array(stored[name]).copy())
    out = {plain(name): tensor(name) for name in stored if "embeddings" in name or "encoder.layer" in name}
    # The matrix of a dense layer has no name of its own: it is the factor of the product that the layer's bias is added to.
    product = {n.output[0]: n for n in graph.node if n.op_type == "MatMul"}
    for node in graph.node:
        bias = [x for x in node.input if x in stored and x.endswith(".bias")]
        factors = [product[x] for x in node.input if x in product]
        if node.op_type == "Add" and bias and factors:
            out[plain(bias[0]).replace(".bias", ".weight")] = tensor(factors[0].input[1]).t().contiguous()
    return out


OURS = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
        "n1": "attention.output.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "n2": "output.LayerNorm"}


def copy_into(encoder, state):
    def put(module, name):
        module.weight.data.copy_(state[name + ".weight"])
        if getattr(module, "bias", None) is not None: module.bias.data.copy_(state[name + ".bias"])

    put(encoder.word, "embeddings.word_embeddings")
    put(encoder.position, "embeddings.position_embeddings")
    put(encoder.norm, "embeddings.LayerNorm")
    encoder.token_type.data.copy_(state["embeddings.token_type_embeddings.weight"][0])
    for i, layer in enumerate(encoder.layers):
        for ours, theirs in OURS.items(): put(getattr(layer, ours), f"encoder.layer.{i}.{theirs}")
