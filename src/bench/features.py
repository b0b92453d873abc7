#!/usr/bin/env python3
"""How much the vectors of POST /features tell of labels that they were not made with.

    python3 src/bench/features.py DATA URL [MODEL SPACE]... [--training COUNT] [--test COUNT]

DATA is a folder with the idx files of Fashion-MNIST, or a zip with pictures in train/CLASS and test/CLASS. All training
pictures are described, or COUNT (the first ones, or as many of each class), and those of the test set are named by ridge
regression on their vectors, each number divided by its standard deviation, and by their 5 nearest neighbours. The penalty
of the regression is the one that names most right of every tenth training picture, when fitted to the others. Takes about
4 bytes for each number of each picture. Without a model, the pixels are described. MODEL may also be the file of a
discriminator or an encoder, such as models/mine/discriminator.onnx: it is run in place of the service, which gives the same
vectors sooner. Needs numpy, pillow; files need onnxruntime.
"""
import argparse
import base64
import concurrent.futures
import gzip
import io
import json
import urllib.request
import zipfile

import numpy
from PIL import Image

from synthesis import enlarged

AT_ONCE, ROWS = 64, 2000
PENALTIES = (0.003, 0.01, 0.03, 0.1, 0.3)


def idx(path, skip, shape, count):
    with gzip.open(path) as file:
        return numpy.frombuffer(file.read(), numpy.uint8, offset=skip).reshape(shape)[:count]


def zipped(archive, folder, count):
    """As many pictures of each class, and the numbers of the classes."""
    names = sorted(name for name in archive.namelist() if "/%s/" % folder in "/" + name and name.endswith("g"))
    names = names[::len(names) // count][:count] if count else names
    classes = sorted({name.split("/")[-2] for name in names})
    return (numpy.stack([numpy.array(Image.open(io.BytesIO(archive.read(name))).convert("RGB")) for name in names]),
            numpy.array([classes.index(name.split("/")[-2]) for name in names]))


def read(data, training, test):
    if data.endswith(".zip"):
        with zipfile.ZipFile(data) as archive:
            return zipped(archive, "train", training) + zipped(archive, "test", test)
    return (idx(data + "/train-images-idx3-ubyte.gz", 16, (-1, 28, 28), training),
            idx(data + "/train-labels-idx1-ubyte.gz", 8, -1, training),
            idx(data + "/t10k-images-idx3-ubyte.gz", 16, (-1, 28, 28), test),
            idx(data + "/t10k-labels-idx1-ubyte.gz", 8, -1, test))


def png(picture):
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PNG", compress_level=1)
    return base64.b64encode(out.getvalue()).decode()


def computed(file, pictures):
    """By the network itself, for squares."""
    import onnxruntime
    session = onnxruntime.InferenceSession(file)
    side = session.get_inputs()[0].shape[2]
    vectors = None
    for start in range(0, len(pictures), AT_ONCE):
        part = pictures[start:start + AT_ONCE]
        colours = [part] if part.ndim == 3 else list(part.transpose(3, 0, 1, 2))
        x = numpy.concatenate([enlarged(colour, side) for colour in colours], 1)
        rows = session.run(None, {"image": x})[0]
        if vectors is None:
            vectors = numpy.empty((len(pictures), rows.shape[1]), numpy.float32)
        vectors[start:start + len(rows)] = rows
    return vectors


def described(url, model, space, pictures):
    if model.endswith(".onnx"):
        return computed(model, pictures)

    def of(start):
        body = {"model": model, "space": space, "input": [png(picture) for picture in pictures[start:start + AT_ONCE]]}
        request = urllib.request.Request(url + "/features", json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return numpy.array([entry["embedding"] for entry in json.load(answer)["data"]], numpy.float32)

    # Two at once: one is read while the service computes the other
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        vectors = None
        for start, rows in zip(range(0, len(pictures), AT_ONCE), pool.map(of, range(0, len(pictures), AT_ONCE))):
            if vectors is None:
                vectors = numpy.empty((len(pictures), rows.shape[1]), numpy.float32)
            vectors[start:start + len(rows)] = rows
    return vectors


def standardised(x, others):
    """In place: by the mean and the deviation of x."""
    mean = x.mean(0, dtype=numpy.float64).astype(numpy.float32)
    x -= mean
    others -= mean
    deviation = numpy.sqrt(sum((x[start:start + ROWS] ** 2).sum(0) for start in range(0, len(x), ROWS)) / len(x)) + 1e-6
    x /= deviation
    others /= deviation


def products(x, targets):
    """X^T X and X^T Y, in double precision."""
    square = numpy.zeros((x.shape[1], x.shape[1]))
    cross = numpy.zeros((x.shape[1], targets.shape[1]))
    for start in range(0, len(x), ROWS):
        rows = x[start:start + ROWS]
        square += rows.T @ rows
        cross += rows.T @ targets[start:start + ROWS]
    return square, cross


def solved(square, cross, weight, count):
    penalised = square.copy()
    penalised.flat[::len(square) + 1] += weight * count
    return numpy.linalg.solve(penalised, cross).astype(numpy.float32)


def ridge(x, labels, others):
    """The classes of others, and the penalty that was chosen."""
    targets = numpy.eye(labels.max() + 1, dtype=numpy.float32)[labels]
    mean = targets.mean(0)
    targets -= mean
    held_out = numpy.arange(len(x)) % 10 == 0
    square, cross = products(x, targets)
    left_square, left_cross = products(x[held_out], targets[held_out])
    numpy.subtract(square, left_square, out=left_square)
    right = {}
    for weight in PENALTIES:
        w = solved(left_square, cross - left_cross, weight, (~held_out).sum())
        right[weight] = ((x[held_out] @ w + mean).argmax(1) == labels[held_out]).mean()
    best = max(right, key=right.get)
    return (others @ solved(square, cross, best, len(x)) + mean).argmax(1), best


def nearest(x, labels, others, k=5):
    squares = (x * x).sum(1)
    named = []
    for start in range(0, len(others), 500):
        distances = squares[None] - 2 * others[start:start + 500] @ x.T
        votes = labels[numpy.argpartition(distances, k, 1)[:, :k]]
        named += [numpy.bincount(row).argmax() for row in votes]
    return numpy.array(named)


def report(name, x, labels, others, wanted):
    standardised(x, others)
    by_ridge, penalty = ridge(x, labels, others)
    print("| %s | %d | %.1f %% (%g) | " % (name, x.shape[1], 100 * (by_ridge == wanted).mean(), penalty), end="",
          flush=True)
    print("%.1f %% |" % (100 * (nearest(x, labels, others) == wanted).mean()), flush=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("data")
    parser.add_argument("url")
    parser.add_argument("spaces", nargs="*")
    parser.add_argument("--training", type=int)
    parser.add_argument("--test", type=int)
    asked = parser.parse_args()
    x, labels, others, wanted = read(asked.data, asked.training, asked.test)
    print("%d training pictures, %d of the test set" % (len(x), len(others)))
    print("| features | numbers | ridge (penalty) | 5 nearest |\n| --- | --- | --- | --- |", flush=True)
    if not asked.spaces:
        report("pixels", (x.reshape(len(x), -1) / 255).astype(numpy.float32), labels,
               (others.reshape(len(others), -1) / 255).astype(numpy.float32), wanted)
    for model, space in zip(asked.spaces[::2], asked.spaces[1::2]):
        report("%s of %s" % (space, model), described(asked.url, model, space, x), labels,
               described(asked.url, model, space, others), wanted)


if __name__ == "__main__":
    main()
