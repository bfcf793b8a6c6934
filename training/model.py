"""The joint model: MiniLM's encoder with letter shapes added at its input, and a head for each layer of analysis."""
import json
import math
import zipfile

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

from corpora import ROLES

ATTENTION_HEADS = 12
SHAPES = 12
TAGS = ("upos", "xpos", "entity", "attribution", "event")  # layers with a label for each word
OTHER_SENTENCE = -1e4  # arc score of a head outside the dependent's sentence


def _read(jar, suffix):
    with zipfile.ZipFile(jar) as archive:
        return archive.read(next(n for n in archive.namelist() if n.endswith(suffix)))


def vocabulary(jar):
    """Word pieces in id order, from the encoder's jar."""
    ids = json.loads(_read(jar, "tokenizer.json"))["model"]["vocab"]
    return sorted(ids, key=ids.get)


def _weights(jar):
    """The encoder's tensors; matrices that have lost their names are found by the node that multiplies with them."""
    graph = onnx.load_model_from_string(_read(jar, ".onnx")).graph
    tensors = {i.name: torch.tensor(numpy_helper.to_array(i).astype(numpy.float32)) for i in graph.initializer}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in tensors:
            name = node.name.strip("/").rsplit("/", 1)[0].replace("/", ".")
            tensors[name + ".matrix"] = tensors[node.input[1]]
    return tensors


def _norm(tensors, name, width):
    norm = nn.LayerNorm(width, 1e-12)
    norm.weight.data, norm.bias.data = tensors[name + ".weight"], tensors[name + ".bias"]
    return norm


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, tensors, number, width):
        super().__init__()
        name = f"encoder.layer.{number}."

        def linear(part):
            matrix = tensors[name + part + ".matrix"]
            made = nn.Linear(*matrix.shape)
            made.weight.data, made.bias.data = matrix.t().contiguous(), tensors[name + part + ".bias"]
            return made

        self.query, self.key, self.value = (linear("attention.self." + p) for p in ("query", "key", "value"))
        self.attended, self.widen, self.narrow = map(linear, ("attention.output.dense", "intermediate.dense", "output.dense"))
        self.attention_norm = _norm(tensors, name + "attention.output.LayerNorm", width)
        self.output_norm = _norm(tensors, name + "output.LayerNorm", width)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, mask):
        batch, length, width = x.shape
        split = lambda y: y.view(batch, length, ATTENTION_HEADS, width // ATTENTION_HEADS).transpose(1, 2)
        scores = split(self.query(x)) @ split(self.key(x)).transpose(-1, -2) / math.sqrt(width // ATTENTION_HEADS)
        if mask is not None:
            scores = scores + mask
        context = (scores.softmax(-1) @ split(self.value(x))).transpose(1, 2).reshape(batch, length, width)
        x = self.attention_norm(x + self.dropout(self.attended(context)))
        return self.output_norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class Joint(nn.Module):
    """Encoder and heads. `sizes`: number of labels by layer. Word embeddings stay as they are."""

    def __init__(self, jar, sizes, arc=200, rel=64, role=64):
        super().__init__()
        tensors = _weights(jar)
        words = tensors["embeddings.word_embeddings.weight"]
        width = words.shape[1]
        self.word = nn.Parameter(words, requires_grad=False)
        self.position = nn.Parameter(
            tensors["embeddings.position_embeddings.weight"] + tensors["embeddings.token_type_embeddings.weight"][0]
        )
        self.shape = nn.Parameter(torch.zeros(SHAPES, width))
        self.norm = _norm(tensors, "embeddings.LayerNorm", width)
        count = 1 + max(int(n.split(".")[2]) for n in tensors if n.startswith("encoder.layer."))
        self.layers = nn.ModuleList(Layer(tensors, n, width) for n in range(count))
        self.tags = nn.ModuleDict({k: nn.Linear(width, sizes[k]) for k in TAGS})
        self.arc_head, self.arc_dependent = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_head, self.rel_dependent = nn.Linear(width, rel), nn.Linear(width, rel)
        self.trigger, self.participant = (nn.Linear(width, role * len(ROLES)) for _ in range(2))
        self.arc = nn.Parameter(nn.init.xavier_uniform_(torch.empty(arc + 1, arc)))
        self.rel = nn.Parameter(nn.init.xavier_uniform_(torch.empty(rel + 1, sizes["deprel"], rel + 1)))

    def encoder_parameters(self):
        """What was trained before, and learns slower than the heads."""
        return [*self.layers.parameters(), *self.norm.parameters(), self.position]

    def encode(self, pieces, shapes, first, mask=None):
        """Word vectors B x (N+1) x D; row 0 is [CLS], the root of every sentence."""
        x = functional.embedding(pieces, self.word) + self.position[: pieces.shape[1]] + functional.embedding(shapes, self.shape)
        x = functional.dropout(self.norm(x), 0.1, self.training)
        attention = None if mask is None else (1 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, attention)
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2]))

    def tag(self, layer, x):
        return self.tags[layer](functional.dropout(x, 0.1, self.training))

    def arcs(self, x, sentence):
        """Arc scores B x (dependent) x (head), then the vectors that relations are scored from, of heads and dependents."""
        part = lambda linear: functional.dropout(functional.leaky_relu(linear(x), 0.1), 0.25, self.training)
        one = torch.ones_like(x[:, :, :1])
        scores = torch.cat([part(self.arc_dependent), one], -1) @ self.arc @ part(self.arc_head).transpose(1, 2)
        return self._inside(scores, sentence), torch.cat([part(self.rel_head), one], -1), torch.cat([part(self.rel_dependent), one], -1)

    def roles(self, x, sentence):
        """Scores B x role x (trigger) x (participant); column 0: no word of the sentence."""
        batch, words, _ = x.shape
        part = lambda linear: linear(functional.dropout(x, 0.1, self.training))
        split = lambda linear: part(linear).view(batch, words, len(ROLES), -1).transpose(1, 2)
        scores = split(self.trigger) @ split(self.participant).transpose(2, 3)
        return self._inside(scores, sentence[:, None])

    @staticmethod
    def _inside(scores, sentence):
        """Scores of words for words, lowered where the two stand in different sentences; column 0 is open to all."""
        root = torch.arange(scores.shape[-1]) == 0
        allowed = (sentence[..., :, None] == sentence[..., None, :]) | root
        return torch.where(allowed, scores, torch.full_like(scores, OTHER_SENTENCE))

    def relations(self, dependents, heads):
        """Relation scores of dependents, each with the head in the same row."""
        return torch.einsum("bni,ikj,bnj->bnk", dependents, self.rel, heads)


class Exported(nn.Module):
    """The graph that ships: one block, no padding, the best relation for every pair of dependent and head."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, pieces, shapes, first, sentence):
        model = self.model
        x = model.encode(pieces, shapes, first)
        arc, heads, dependents = model.arcs(x, sentence)
        i, k, j = model.rel.shape
        scores = (dependents[0, 1:] @ model.rel.reshape(i, k * j)).reshape(-1, k, j) @ heads[0].t()
        words = x[:, 1:]
        tags = [model.tag(layer, words) for layer in TAGS]
        return arc[:, 1:], scores.argmax(1)[None].to(torch.int32), model.roles(x, sentence)[0, :, 1:], *tags
