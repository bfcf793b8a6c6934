"""Makes the model artifact from a checkpoint: model.onnx in int8, vocab.txt, labels.tsv, lemmas.tsv, model.properties.

Weights of matrices are quantised by column, word embeddings by row; activations while it runs, block by block, so that a
block's result depends on nothing else. Weights use seven bits: with eight, processors without VNNI would saturate.
"""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import warnings

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import corpora
from model import TAGS, Exported, Joint, vocabulary

LAYERS = ("deprel", *TAGS)
INPUTS = {"input_ids": "t", "shape_ids": "t", "first": "n", "sentence": "n"}
OUTPUTS = {"arc": "wn", "rel": "wn", "roles": "wn"} | {layer: "w" for layer in TAGS}
MATRIX_LEVELS, EMBEDDING_LEVELS = 63, 127
SMALLEST_ROWS = 384  # matrices with fewer rows stay in floating point
MOST_PIECES = 200


def float_graph(checkpoint, encoder, labels):
    model = Joint(encoder, {layer: len(names) for layer, names in labels.items()})
    model.load_state_dict(torch.load(checkpoint + ".pt"))
    example = ([[101, 7795, 1005, 1055, 102]], [[0, 9, 8, 1, 0]], [[0, 1, 2, 3]], [[-1, 0, 0, 1]])
    axes = {k: dict(enumerate(v, 1)) for k, v in (INPUTS | OUTPUTS).items()}  # the first is always one, or the two roles
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of the constant width
        torch.onnx.export(
            Exported(model.eval()), tuple(map(torch.tensor, example)), checkpoint + ".onnx",
            input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=14,
        )
    return onnx.load(checkpoint + ".onnx")


def _quantised(values, axis, levels):
    scale = numpy.maximum(numpy.abs(values).max(axis, keepdims=True), 1e-8) / levels
    return numpy.round(values / scale).astype(numpy.int8), scale.astype(numpy.float32)


def quantise(model):
    """Replaces matrix products and the word embeddings' look-up, in place."""
    graph = model.graph
    constants = {i.name: i for i in graph.initializer}
    nodes, measured = [], set()

    def add(kind, inputs, outputs, **attributes):
        nodes.append(helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes))

    def constant(name, values):
        if name not in constants:
            constants[name] = numpy_helper.from_array(values, name)

    for node in graph.node:
        out = node.output[0]
        weight = constants.get(node.input[1]) if node.op_type == "MatMul" else None
        table = constants.get(node.input[0]) if node.op_type == "Gather" else None
        if weight is not None and len(weight.dims) == 2 and weight.dims[0] >= SMALLEST_ROWS:
            x, name = node.input
            values, scale = _quantised(numpy_helper.to_array(weight), 0, MATRIX_LEVELS)
            constant(name + "_int8", values)
            constant(name + "_scale", scale[0])
            if x not in measured:
                measured.add(x)
                add("DynamicQuantizeLinear", [x], [x + "_int8", x + "_scale", x + "_zero"])
            add("MatMulInteger", [x + "_int8", name + "_int8", x + "_zero"], [out + "_sum"])
            add("Cast", [out + "_sum"], [out + "_float"], to=TensorProto.FLOAT)
            add("Mul", [x + "_scale", name + "_scale"], [out + "_scale"])
            add("Mul", [out + "_float", out + "_scale"], [out])
        elif table is not None and len(table.dims) == 2 and table.dims[0] > 20000:
            name, rows = node.input
            values, scale = _quantised(numpy_helper.to_array(table), 1, EMBEDDING_LEVELS)
            constant(name + "_int8", values)
            constant(name + "_scale", scale)
            add("Gather", [name + "_int8", rows], [out + "_int8"])
            add("Gather", [name + "_scale", rows], [out + "_scale"])
            add("Cast", [out + "_int8"], [out + "_float"], to=TensorProto.FLOAT)
            add("Mul", [out + "_float", out + "_scale"], [out])
        else:
            nodes.append(node)
    used = {name for node in nodes for name in node.input}
    kept = [i for name, i in constants.items() if name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)
    onnx.checker.check_model(model)


def lemmas(documents):
    """The words of EWT, each with its most frequent lemma; base forms, which are their own, tell inflection rules what is a word."""
    counts, base = collections.defaultdict(collections.Counter), set()
    for sentence in (s for d in documents for s in d):
        for word, upos, xpos, lemma in zip(*(sentence[k] for k in ("words", "upos", "xpos", "lemma"))):
            if upos not in ("PROPN", "PUNCT", "NUM", "X", "SYM") and lemma != "_":
                counts[word.lower(), upos][lemma.lower()] += 1
                if xpos in ("NN", "VB", "VBP", "JJ") and word.isalpha():
                    base.add((word.lower(), upos))
    best = ((word, upos, c.most_common(1)[0][0]) for (word, upos), c in sorted(counts.items()))
    return [row for row in best if row[0] != row[2] or row[:2] in base]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("evaluation", help="the evaluation kit's folder, for the lemmas of EWT")
    options.add_argument("encoder", help="the jar with MiniLM's weights")
    options.add_argument("checkpoint", help="as train.py's OUT")
    options.add_argument("folder", type=pathlib.Path, help="where the artifact's files go")
    options.add_argument("--version", default="1")
    options.add_argument("--float", action="store_true", help="leave the graph in floating point, to compare with")
    given = options.parse_args()

    with open(given.checkpoint + ".labels.json") as file:
        labels = json.load(file)
    model = float_graph(given.checkpoint, given.encoder, labels)
    if not given.float:
        quantise(model)
    graph = model.SerializeToString()
    ewt = corpora.conllu(pathlib.Path(given.evaluation) / "syntax/ewt-train.conllu.gz")
    files = {
        "model.onnx": graph,
        "vocab.txt": "\n".join(vocabulary(given.encoder)) + "\n",
        "labels.tsv": "# layer\tlabel, in the order of ids\n" + "".join(f"{k}\t{x}\n" for k in LAYERS for x in labels[k]),
        "lemmas.tsv": "# form, upos, lemma; from UD English EWT (train), CC BY-SA 4.0\n"
        + "".join("\t".join(row) + "\n" for row in lemmas(ewt)),
        "model.properties": f"version={given.version}\nlanguage=en\nmax_pieces={MOST_PIECES}\n"
        f"sha256={hashlib.sha256(graph).hexdigest()}\n",
    }
    given.folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        part = given.folder / (name + ".part")
        part.write_bytes(content if isinstance(content, bytes) else content.encode())
        os.replace(part, given.folder / name)
    print(f"{given.folder}: model.onnx {len(graph):,} bytes")


if __name__ == "__main__":
    main()
