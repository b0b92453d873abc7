#!/usr/bin/env python3
"""How much the vectors of POST /features tell of labels that they were not made with.

    python3 src/bench/features.py DATA URL [MODEL SPACE]...

DATA is a folder with the idx files of Fashion-MNIST, or a zip with pictures in train/CLASS and test/CLASS. 2,000
training pictures are described (the first ones, or as many of each class), and 1,000 of the test set are named by ridge
regression on their vectors and by their 5 nearest neighbours. Needs numpy, pillow.
"""
import base64
import gzip
import io
import json
import sys
import urllib.request
import zipfile

import numpy
from PIL import Image

TRAINING, TEST, AT_ONCE = 2000, 1000, 64


def idx(path, skip, shape, count):
    with gzip.open(path) as file:
        return numpy.frombuffer(file.read(), numpy.uint8, offset=skip).reshape(shape)[:count]


def zipped(archive, folder, count):
    """As many pictures of each class, and the numbers of the classes."""
    names = sorted(name for name in archive.namelist() if "/%s/" % folder in "/" + name and name.endswith("g"))
    names = names[::len(names) // count][:count]
    classes = sorted({name.split("/")[-2] for name in names})
    return (numpy.stack([numpy.array(Image.open(io.BytesIO(archive.read(name))).convert("RGB")) for name in names]),
            numpy.array([classes.index(name.split("/")[-2]) for name in names]))


def read(data):
    if data.endswith(".zip"):
        with zipfile.ZipFile(data) as archive:
            return zipped(archive, "train", TRAINING) + zipped(archive, "test", TEST)
    return (idx(data + "/train-images-idx3-ubyte.gz", 16, (-1, 28, 28), TRAINING),
            idx(data + "/train-labels-idx1-ubyte.gz", 8, -1, TRAINING),
            idx(data + "/t10k-images-idx3-ubyte.gz", 16, (-1, 28, 28), TEST),
            idx(data + "/t10k-labels-idx1-ubyte.gz", 8, -1, TEST))


def png(picture):
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def described(url, model, space, pictures):
    vectors = []
    for start in range(0, len(pictures), AT_ONCE):
        body = {"model": model, "space": space, "input": [png(picture) for picture in pictures[start:start + AT_ONCE]]}
        request = urllib.request.Request(url + "/features", json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            vectors += [entry["embedding"] for entry in json.load(answer)["data"]]
    return numpy.array(vectors)


def ridge(x, labels, others, weight=0.1):
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    a = numpy.c_[(x - mean) / deviation, numpy.ones(len(x))]
    b = numpy.c_[(others - mean) / deviation, numpy.ones(len(others))]
    w = numpy.linalg.solve(a.T @ a + weight * len(x) * numpy.eye(a.shape[1]), a.T @ numpy.eye(10)[labels])
    return (b @ w).argmax(1)


def nearest(x, labels, others, k=5):
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    a, b = (x - mean) / deviation, (others - mean) / deviation
    distances = (a * a).sum(1)[None] - 2 * b @ a.T
    votes = labels[numpy.argsort(distances, 1)[:, :k]]
    return numpy.array([numpy.bincount(row, minlength=10).argmax() for row in votes])


def report(name, x, labels, others, wanted):
    print("| %s | %d | %.1f %% | %.1f %% |" % (name, x.shape[1], 100 * (ridge(x, labels, others) == wanted).mean(),
                                              100 * (nearest(x, labels, others) == wanted).mean()), flush=True)


def main(data, url, *spaces):
    x, labels, others, wanted = read(data)
    print("| features | numbers | ridge | 5 nearest |\n| --- | --- | --- | --- |")
    report("pixels", x.reshape(len(x), -1) / 255, labels, others.reshape(len(others), -1) / 255, wanted)
    for model, space in zip(spaces[::2], spaces[1::2]):
        report("%s of %s" % (space, model), described(url, model, space, x), labels,
               described(url, model, space, others), wanted)


if __name__ == "__main__":
    main(*sys.argv[1:])
