#!/usr/bin/env python3
"""Classes by synthesis: what tells them beside the nearest picture, and how well.

    python3 src/bench/synthesis.py fit MODEL DATA [COUNT]
    python3 src/bench/synthesis.py measure DATA URL MODEL [COUNT] [STEPS]
    python3 src/bench/synthesis.py robust DATA URL MODEL NETWORK [COUNT]

"fit" computes the energies of COUNT training pictures (idx files in DATA; 20,000) as the service does, fits the layer
that tells classes from them and from the encoder's latent by multinomial logistic regression, and writes it into the
card of MODEL, a folder. It takes the last 6,000 training pictures, then the first ones. "measure" asks the service
about the first COUNT (1,000) pictures of the test set, with each number of STEPS (0, or such as 0,5,20) in turn. "robust"
asks about as many with noise, blurred, and with a part covered, beside NETWORK, a classifier that the trainer's command
"features" has written. Needs numpy, pillow; "fit" and "robust" need onnxruntime.
"""
import base64
import gzip
import io
import json
import sys
import time
import urllib.request

import numpy

AT_ONCE, LAST = 50, 6000


def idx(path, skip, shape):
    with gzip.open(path) as file:
        return numpy.frombuffer(file.read(), numpy.uint8, offset=skip).reshape(shape)


def enlarged(pictures, side=32):
    """By area, as the service and the trainer do; between -1 and 1."""
    old = pictures.shape[1]
    share = numpy.zeros((side, old), numpy.float32)
    for i in range(side):
        start, end = i * old / side, (i + 1) * old / side
        for j in range(old):
            share[i, j] = max(0, min(end, j + 1) - max(start, j)) / (end - start)
    levels = numpy.einsum("ij,njk,lk->nil", share, pictures.astype(numpy.float32), share, optimize=True)
    return (numpy.round(levels) / 127.5 - 1).astype(numpy.float32)[:, None]


def cells(difference, side):
    n, c, h, w = difference.shape
    return (difference.reshape(n, c, h // side, side, w // side, side).mean((3, 5)) ** 2).mean((1, 2, 3))


def energies(difference):
    """As recognition.ClassEnergies."""
    return numpy.stack([cells(difference, side) for side in (1, 2, 4, 8)]
                       + [(numpy.diff(difference, axis=axis) ** 2).mean((1, 2, 3)) for axis in (3, 2)]
                       + [numpy.abs(difference).mean((1, 2, 3))], 1)


def inputs(of_classes, z):
    """(pictures, classes * 7 + latent)"""
    return numpy.concatenate([numpy.log(numpy.maximum(of_classes, 1e-9)).reshape(len(z), -1), z], 1)


def fitted(x, labels, penalty=3e-4, steps=400):
    """Logistic regression by the bound of its Hessian (Boehning 1992), with momentum; weights, bias."""
    mean, deviation = x.mean(0), x.std(0) + 1e-9
    a = numpy.c_[(x - mean) / deviation, numpy.ones(len(x))]
    wanted = numpy.eye(labels.max() + 1)[labels]
    ridge = 2 * penalty * numpy.eye(a.shape[1])
    ridge[-1, -1] = 0
    inverse = numpy.linalg.inv(a.T @ a / len(a) / 2 + ridge)
    w = ahead = numpy.zeros((a.shape[1], wanted.shape[1]))
    for step in range(steps):
        scores = a @ ahead
        scores -= scores.max(1, keepdims=True)
        p = numpy.exp(scores)
        p /= p.sum(1, keepdims=True)
        new = ahead - inverse @ (a.T @ (p - wanted) / len(a) + ridge @ ahead)
        ahead = new + step / (step + 3) * (new - w)
        w = new
    weights = w[:-1] / deviation[:, None]
    return weights.T, w[-1] - mean @ weights


def written(folder, weights, bias, data, count):
    with open(folder + "/model.json") as file:
        card = json.load(file)
    card["recognition"]["synthesis"]["layer"] = {
        "weights": [[float("%.5g" % value) for value in row] for row in weights],
        "bias": [float("%.5g" % value) for value in bias], "data": data, "pictures": int(count)}
    layer = card["recognition"]["synthesis"]["layer"]
    text = json.dumps(card, indent=2, separators=(",", " : "), ensure_ascii=False)
    for row, indent in [(row, 10) for row in layer["weights"]] + [(layer["bias"], 8)]:
        text = text.replace(json.dumps(row, indent=2).replace("\n", "\n" + " " * indent), json.dumps(row))
    with open(folder + "/model.json", "w") as file:
        file.write(text + "\n")


def fit(folder, data, count=20000):
    import onnxruntime
    encoder = onnxruntime.InferenceSession(folder + "/encoder.onnx")
    generator = onnxruntime.InferenceSession(folder + "/generator.onnx")
    pictures = idx(data + "/train-images-idx3-ubyte.gz", 16, (-1, 28, 28))
    labels = idx(data + "/train-labels-idx1-ubyte.gz", 8, -1)
    chosen = numpy.r_[len(labels) - LAST:len(labels), 0:int(count) - LAST]
    rows = []
    for start in range(0, len(chosen), 100):
        x = enlarged(pictures[chosen[start:start + 100]])
        z = encoder.run(None, {"image": x})[0]
        rows.append(inputs(numpy.stack([energies(generator.run(None, {
            "z": z, "label": numpy.full(len(x), c)})[0] - x) for c in range(labels.max() + 1)], 1), z))
    written(folder, *fitted(numpy.concatenate(rows), labels[chosen]), "Fashion-MNIST, training pictures", len(chosen))


def test_set(data, count):
    return (idx(data + "/t10k-images-idx3-ubyte.gz", 16, (-1, 28, 28))[:int(count)],
            idx(data + "/t10k-labels-idx1-ubyte.gz", 8, -1)[:int(count)])


def classes_of(url, model):
    with urllib.request.urlopen(url + "/models/" + model) as answer:
        return json.load(answer)["classes"]


def asked(url, model, pictures, steps=0):
    """What the service says of each picture."""
    from PIL import Image
    entries = []
    for first in range(0, len(pictures), AT_ONCE):
        files = []
        for picture in pictures[first:first + AT_ONCE]:
            out = io.BytesIO()
            Image.fromarray(picture).save(out, "PNG")
            files.append(base64.b64encode(out.getvalue()).decode())
        body = {"model": model, "by": "synthesis", "steps": int(steps), "input": files}
        request = urllib.request.Request(url + "/classify", json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            entries += json.load(answer)["data"]
    return entries


def measure(data, url, model, count=1000, steps="0"):
    pictures, labels = test_set(data, count)
    classes = classes_of(url, model)
    print("| steps | right | least error right | rejected | ms a picture |\n| --- | --- | --- | --- | --- |")
    for budget in steps.split(","):
        start = time.time()
        entries = asked(url, model, pictures, budget)
        seconds = time.time() - start
        right = [e["classes"][0]["label"] == classes[label] for e, label in zip(entries, labels)]
        nearest = [min(e["classes"], key=lambda c: c["error"])["label"] == classes[label]
                   for e, label in zip(entries, labels)]
        print("| %s | %.1f %% of %d | %.1f %% | %.1f %% | %.0f |" % (
            budget, 100 * numpy.mean(right), len(labels), 100 * numpy.mean(nearest),
            100 * numpy.mean([e["rejected"] for e in entries]), 1000 * seconds / len(labels)), flush=True)


def changed(pictures):
    """The pictures with each kind and strength of change: name, strength, pictures."""
    from PIL import Image, ImageFilter
    random = numpy.random.default_rng(1)
    yield "none", 0, pictures
    noise = random.normal(size=pictures.shape)
    for deviation in (20, 40, 80):
        yield ("noise, deviation in levels of 255", deviation,
               numpy.clip(numpy.round(pictures + deviation * noise), 0, 255).astype(numpy.uint8))
    for radius in (1, 1.5, 2):
        yield ("blur, deviation in pixels", radius, numpy.stack([
            numpy.array(Image.fromarray(picture).filter(ImageFilter.GaussianBlur(radius))) for picture in pictures]))
    places = random.random((len(pictures), 2))
    for side in (6, 10, 14):
        covered = pictures.copy()
        for picture, place in zip(covered, (places * (29 - side)).astype(int)):
            picture[place[0]:place[0] + side, place[1]:place[1] + side] = 128
        yield "grey square, side in pixels of 28", side, covered


def robust(data, url, model, network, count=1000):
    import onnxruntime
    pictures, labels = test_set(data, count)
    classes = classes_of(url, model)
    classifier = onnxruntime.InferenceSession(network)
    print("| change | strength | by synthesis | network |\n| --- | --- | --- | --- |", flush=True)
    for kind, strength, seen in changed(pictures):
        right = [e["classes"][0]["label"] == classes[label] for e, label in zip(asked(url, model, seen), labels)]
        x = enlarged(seen).repeat(3, 1)
        named = numpy.concatenate([classifier.run(["logits"], {"image": x[first:first + AT_ONCE]})[0].argmax(1)
                                   for first in range(0, len(x), AT_ONCE)])
        print("| %s | %g | %.1f %% | %.1f %% |" % (kind, strength, 100 * numpy.mean(right),
                                                  100 * (named == labels).mean()), flush=True)


if __name__ == "__main__":
    {"fit": fit, "measure": measure, "robust": robust}[sys.argv[1]](*sys.argv[2:])
