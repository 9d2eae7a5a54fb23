"""Learns ledger/data/meaning.bin from passages and a sentence encoder.

    go run ./internal/eval/across -corpora DIR texts > texts.jsonl
    pip install numpy scipy onnxruntime tokenizers
    python3 learn.py texts.jsonl MODEL.onnx tokenizer.json meaning.bin

A word's point is such that the sum of the points of a passage's distinct stems has the direction that the encoder gives the passage, in the
encoder's 64 main directions (principal components): the static distillation of a sentence encoder. Points are found with Adam
(Kingma and Ba 2015) on the cosine, begun at the mean of the passages that have the word, weighed by its rarity. The file is the numbers of
stems and dimensions, the stems' hashes in order, and a signed byte for each stem and dimension, little endian.
"""
import json
import struct
import sys
from collections import Counter

import numpy as np
import onnxruntime
import scipy.sparse
from tokenizers import Tokenizer

DIMS, STEPS, RATE, LEAST, GLOSS_WEIGHT = 64, 120, 0.01, 3, 0.3


def encoded(texts, model, tokenizer):
    """The encoder's unit vectors: the mean of its last layer over a passage's first 128 word pieces."""
    pieces = Tokenizer.from_file(tokenizer)
    pieces.enable_padding()
    pieces.enable_truncation(128)
    session = onnxruntime.InferenceSession(model)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    out = np.zeros((len(texts), 384), np.float16)
    for k in range(0, len(order), 64):
        some = order[k : k + 64]
        batch = pieces.encode_batch([texts[i] for i in some])
        ids = np.array([b.ids for b in batch], np.int64)
        mask = np.array([b.attention_mask for b in batch], np.int64)
        last = session.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)})[0]
        mean = (last * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
        out[some] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return out.astype(np.float32)


def stem_hash(word):
    """What package ledger calls a stem: FNV-1a with MurmurHash3's finaliser."""
    h = 2166136261
    for c in word.encode():
        h = ((h ^ c) * 16777619) & 0xFFFFFFFF
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & 0xFFFFFFFF
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & 0xFFFFFFFF
    return h ^ h >> 16


def learned(passages, vectors):
    """The stems, and a point for each."""
    gloss = np.array([len(p["stems"]) <= 2 and ":" in p["text"] for p in passages])
    count = Counter(s for p in passages for s in p["stems"])
    glossed = {p["stems"][0] for p, g in zip(passages, gloss) if g and len(p["stems"]) == 1}
    stems = sorted(s for s, n in count.items() if (n >= LEAST or s in glossed) and len(s) < 24)
    column = {s: i for i, s in enumerate(stems)}
    at = [(r, column[s]) for r, p in enumerate(passages) for s in p["stems"] if s in column]
    rows, columns = zip(*at)
    has = scipy.sparse.csr_matrix((np.ones(len(at), np.float32), (rows, columns)), (len(passages), len(stems)))

    centred = vectors - vectors[~gloss].mean(0)
    _, axes = np.linalg.eigh(centred[~gloss].T @ centred[~gloss])
    want = centred @ axes[:, ::-1][:, :DIMS]
    want /= np.linalg.norm(want, axis=1, keepdims=True) + 1e-9

    rng = np.random.default_rng(1)
    held = (rng.random(len(passages)) < 0.04) & ~gloss
    train = ~held
    weight = np.where(gloss, GLOSS_WEIGHT, 1).astype(np.float32)[train][:, None]
    x, y = has[train], want[train]
    rarity = np.log(len(passages) / (np.array([count[s] for s in stems]) + 1)).astype(np.float32)
    begun = (x.T @ (y * weight)) / (np.asarray(x.multiply(weight).sum(0)).ravel()[:, None] + 2) * (rarity / rarity.max())[:, None]
    points, m, v = begun.copy(), np.zeros_like(begun), np.zeros_like(begun)
    for step in range(1, STEPS + 1):
        sums = x @ points
        size = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-6
        unit = sums / size
        slope = x.T @ (-(y - unit * (unit * y).sum(1, keepdims=True)) / size * weight) + 1e-3 * (points - begun)
        m, v = 0.9 * m + 0.1 * slope, 0.999 * v + 0.001 * slope * slope
        points -= RATE * (1 - step / (STEPS + 1)) * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    got = has[held] @ points
    got /= np.linalg.norm(got, axis=1, keepdims=True) + 1e-9
    print(f"{len(stems)} stems; cosine with the encoder on {held.sum()} passages held out: {(got * want[held]).sum(1).mean():.3f}", file=sys.stderr)
    return stems, points


def main():
    texts, model, tokenizer, out = sys.argv[1:]
    with open(texts) as f:
        passages = [json.loads(line) for line in f]
    for p in passages:
        p["stems"] = sorted(set(p["stems"] or [""]))
    stems, points = learned(passages, encoded([p["text"] for p in passages], model, tokenizer))
    hashes = np.array([stem_hash(s) for s in stems], np.uint32)
    order = np.argsort(hashes)
    steps = np.clip(np.rint(points * (127 / np.percentile(np.abs(points), 99.97))), -127, 127).astype(np.int8)
    with open(out, "wb") as f:
        f.write(struct.pack("<II", len(stems), DIMS) + hashes[order].tobytes() + steps[order].tobytes())


main()
