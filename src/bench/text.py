#!/usr/bin/env python3
"""How well POST /classify by text tells what is to be seen.

    python3 src/bench/text.py split PICTURES.zip OUT [TESTED]
    python3 src/bench/text.py measure OUT URL MODEL

"split" takes TESTED pictures (500) of a zip with a captions.csv for tests: the others become OUT/training.zip, which the
trainer's command "sentences" learns from. "measure" asks a model with that network about the tested ones: of each column
of attributes, which of its values in a sentence fits best. Values that fewer than 1 % of the tested pictures have are
left out, and so are columns that captions do not speak of. Prints the share that is right, beside that of the most
frequent value. Needs nothing but Python.
"""
import base64
import collections
import csv
import io
import json
import os
import random
import sys
import urllib.request
import zipfile

AT_ONCE = 50

# What the values of a column become, with what stands for an empty value: of Open Peeps, then of the faces
SENTENCES = {
    "background": ("a cartoon person on a %s background", None),
    "clothing": ("a cartoon person in a %s shirt", None),
    "skin": ("a cartoon person with %s skin", None),
    "glasses?": ("a cartoon person wearing glasses", "a cartoon person"),
    "beard?": ("a cartoon person with a beard", "a cartoon person"),
    "gender": ("a picture of a %s person", None),
    "age": ("a picture of a %s person", None),
    "hair": ("a person with %s hair", None),
    "glasses": ("a person wearing %s", "a person without glasses"),
    "facial_hair": ("a man with a %s", "a person"),
    "expression": ("a %s person", None),
    "headwear": ("a person wearing a %s", "a person"),
}


def table(archive):
    name = next(name for name in archive.namelist() if name.endswith(".csv"))
    return name, list(csv.DictReader(io.StringIO(archive.read(name).decode())))


def split(path, out, tested=500, captions=None):
    os.makedirs(out + "/test", exist_ok=True)
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(out + "/training.zip", "w") as training:
        if captions:
            with open(captions) as file:
                name, rows = "captions.csv", list(csv.DictReader(file))
        else:
            name, rows = table(archive)
        rows = [row for row in rows if row["file"] in set(archive.namelist())]
        random.Random(1).shuffle(rows)
        for folder, some in (("test", rows[:int(tested)]), ("training", rows[int(tested):])):
            text = io.StringIO()
            writer = csv.DictWriter(text, rows[0].keys())
            writer.writeheader()
            writer.writerows(some)
            if folder == "training":
                training.writestr("captions.csv", text.getvalue())
                for row in some:
                    training.writestr(row["file"], archive.read(row["file"]))
            else:
                with open(out + "/test/captions.csv", "w") as file:
                    file.write(text.getvalue())
                for row in some:
                    with open(out + "/test/" + os.path.basename(row["file"]), "wb") as file:
                        file.write(archive.read(row["file"]))


def asked(url, model, files, labels):
    likeliest = []
    for start in range(0, len(files), AT_ONCE):
        pictures = []
        for name in files[start:start + AT_ONCE]:
            with open(name, "rb") as file:
                pictures.append(base64.b64encode(file.read()).decode())
        body = {"model": model, "by": "text", "labels": labels, "input": pictures}
        request = urllib.request.Request(url + "/classify", json.dumps(body).encode(),
                                         {"Content-Type": "application/json", "Request-Timeout": "120"})
        with urllib.request.urlopen(request) as answer:
            likeliest += [entry["classes"][0]["label"] for entry in json.load(answer)["data"]]
    return likeliest


def measure(out, url, model):
    with open(out + "/test/captions.csv") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if "accessories" in row:
            # Of Open Peeps, whose columns name drawings
            row["glasses?"] = "glasses" if "glasses" in row["accessories"] else ""
            row["beard?"] = "beard" if row["facial_hair"] and "moustache" not in row["facial_hair"] else ""
    columns = [column for column in SENTENCES if column in rows[0]
               and not (column == "facial_hair" and "accessories" in rows[0])]
    print("| attribute | values | right | most frequent |\n| --- | --- | --- | --- |")
    for column in columns:
        sentence, empty = SENTENCES[column]
        some = [row for row in rows if row[column] or empty]
        counts = collections.Counter(row[column] for row in some)
        values = sorted(value for value, count in counts.items() if count >= len(rows) / 100)
        some = [row for row in some if row[column] in values]
        labels = [empty if not value else sentence % value if "%" in sentence else sentence for value in values]
        found = asked(url, model, [out + "/test/" + os.path.basename(row["file"]) for row in some], labels)
        right = sum(label == labels[values.index(row[column])] for label, row in zip(found, some))
        print("| %s | %d | %.1f %% | %.1f %% |" % (column.strip("?"), len(values), 100 * right / len(some),
                                                  100 * counts.most_common(1)[0][1] / len(some)), flush=True)


if __name__ == "__main__":
    {"split": split, "measure": measure}[sys.argv[1]](*sys.argv[2:])
