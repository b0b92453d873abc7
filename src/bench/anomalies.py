#!/usr/bin/env python3
"""How well POST /anomalies tells what does not belong.

    python3 src/bench/anomalies.py classes DATA OUT [COUNT]
    python3 src/bench/anomalies.py one-class DATA URL [EACH] [NAME] [CLASSES]
    python3 src/bench/anomalies.py defects PICTURES.zip OUT [COUNT] [COLUMN=START] [COLOUR]
    python3 src/bench/anomalies.py measure OUT URL DETECTOR

"classes" writes the first COUNT training pictures of each class of DATA, a folder with the idx files of Fashion-MNIST
or a zip with pictures in train/CLASS and test/CLASS, into OUT/0 to OUT/9. "one-class" asks the detectors NAME-0 to
NAME-9 (fashion), or those of CLASSES such as 0,3, trained on those, about the first EACH test pictures of each class,
and prints the AUROC of each detector's class against the others. "defects" writes COUNT good pictures into OUT/good,
and 60 others whole and with a scratch, a missing part or swapped colours into OUT/test, of those pictures alone whose
COLUMN in the zip's captions.csv starts with START; scratches have a COLOUR (white), as white ones are not seen on
white. "measure" asks a detector about those: AUROC of pictures by score, and of pixels by the alpha of the heat map.
Needs numpy, pillow.
"""
import base64
import csv
import io
import json
import os
import random
import sys
import urllib.request
import zipfile

import numpy
from PIL import Image, ImageDraw

from features import idx, zipped

TESTED = 60


def read(data, part):
    """Pictures and the numbers of their classes, of "train" or "test"."""
    if data.endswith(".zip"):
        with zipfile.ZipFile(data) as archive:
            return zipped(archive, part, None)
    name = {"train": "train", "test": "t10k"}[part]
    return (idx("%s/%s-images-idx3-ubyte.gz" % (data, name), 16, (-1, 28, 28), None),
            idx("%s/%s-labels-idx1-ubyte.gz" % (data, name), 8, -1, None))


def asked(url, detector, picture):
    out = io.BytesIO()
    picture.save(out, "PNG")
    body = {"detector": detector, "picture": base64.b64encode(out.getvalue()).decode()}
    request = urllib.request.Request(url + "/anomalies", json.dumps(body).encode(),
                                     {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def auroc(good, bad):
    values = numpy.concatenate([good, bad])
    distinct, inverse, counts = numpy.unique(values, return_inverse=True, return_counts=True)
    ranks = (numpy.cumsum(counts) - (counts - 1) / 2)[inverse]
    return (ranks[len(good):].sum() - len(bad) * (len(bad) + 1) / 2) / len(good) / len(bad)


def classes(data, out, count=600):
    pictures, labels = read(data, "train")
    for c in range(10):
        os.makedirs("%s/%d" % (out, c), exist_ok=True)
        for i, picture in enumerate(pictures[labels == c][:int(count)]):
            Image.fromarray(picture).save("%s/%d/%04d.png" % (out, c, i))


def one_class(data, url, each=20, name="fashion", of="0,1,2,3,4,5,6,7,8,9"):
    pictures, labels = read(data, "test")
    chosen = numpy.concatenate([numpy.flatnonzero(labels == c)[:int(each)] for c in range(10)])
    areas = []
    print("| class | AUROC | good ones called anomalous |\n| --- | --- | --- |")
    for c in map(int, of.split(",")):
        answers = [asked(url, "%s-%d" % (name, c), Image.fromarray(pictures[i])) for i in chosen]
        scores = numpy.array([answer["score"] for answer in answers])
        good = labels[chosen] == c
        alarms = numpy.mean([answer["anomalous"] for answer, is_good in zip(answers, good) if is_good])
        areas.append(auroc(scores[good], scores[~good]))
        print("| %d | %.3f | %.0f %% |" % (c, areas[-1], 100 * alarms), flush=True)
    print("| mean | %.3f | |" % numpy.mean(areas))


def spoiled(picture, kind, colour, random):
    """A picture with a defect, and the mask of its pixels."""
    side = picture.size[0]
    mask = Image.new("L", picture.size, 0)
    drawing = ImageDraw.Draw(mask)
    left, top = (random.randint(side // 8, side // 2) for _ in range(2))
    size = random.randint(side // 5, side // 3)
    if kind == "scratch":
        drawing.line((left, top, left + size, top + random.randint(-size, size)), 255, max(1, side // 32))
    else:
        drawing.rectangle((left, top, left + size, top + size), 255)
    if kind == "swapped colours":
        red, green, blue = picture.split()
        other = Image.merge("RGB", (blue, red, green))
    else:
        other = Image.new("RGB", picture.size, colour if kind == "scratch" else (128, 128, 128))
    return Image.composite(other, picture, mask), mask


def captioned(file, column, start):
    """The names of pictures whose column starts so."""
    with io.TextIOWrapper(file.open("captions.csv")) as rows:
        return {row["file"] for row in csv.DictReader(rows) if row[column].startswith(start)}


def defects(archive, out, count=500, only=None, colour="white"):
    chance = random.Random(1)
    with zipfile.ZipFile(archive) as file:
        names = sorted(name for name in file.namelist() if name.lower().endswith((".png", ".jpg", ".webp")))
        if only:
            wanted = captioned(file, *only.split("="))
            names = [name for name in names if name in wanted]
        chance.shuffle(names)
        for folder in ("good", "test"):
            os.makedirs(out + "/" + folder, exist_ok=True)
        for i, name in enumerate(names[:int(count) + TESTED]):
            whole = Image.open(io.BytesIO(file.read(name))).convert("RGBA")
            picture = Image.new("RGBA", whole.size, "white")
            picture.alpha_composite(whole)
            picture = picture.convert("RGB")
            if i >= TESTED:
                picture.save("%s/good/%04d.png" % (out, i))
                continue
            kind = ("scratch", "missing part", "swapped colours")[i % 3]
            bad, mask = spoiled(picture, kind, colour, chance)
            picture.save("%s/test/%04d-whole.png" % (out, i))
            bad.save("%s/test/%04d-%s.png" % (out, i, kind))
            mask.save("%s/test/%04d-mask.png" % (out, i))


def measure(out, url, detector):
    folder = out + "/test/"
    names = sorted(os.listdir(folder))
    good = numpy.array([asked(url, detector, Image.open(folder + name))["score"]
                        for name in names if name.endswith("whole.png")])
    scores, marked, clean = {}, [], []
    for name in names:
        number, kind = name[:-4].split("-", 1)
        if kind in ("whole", "mask"):
            continue
        answer = asked(url, detector, Image.open(folder + name))
        heat = numpy.array(Image.open(io.BytesIO(base64.b64decode(answer["heatMap"]))).convert("RGBA"))[..., 3]
        mask = numpy.array(Image.open(folder + number + "-mask.png")) > 127
        scores.setdefault(kind, []).append(answer["score"])
        marked.append(heat[mask])
        clean.append(heat[~mask])
    for kind, values in scores.items():
        print("| %s | %.3f |" % (kind, auroc(good, numpy.array(values))))
    print("| all | %.3f |" % auroc(good, numpy.concatenate(list(scores.values()))))
    print("| pixels | %.3f |" % auroc(numpy.concatenate(clean), numpy.concatenate(marked)))


if __name__ == "__main__":
    {"classes": classes, "one-class": one_class, "defects": defects, "measure": measure}[sys.argv[1]](*sys.argv[2:])
