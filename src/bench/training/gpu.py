"""Tries training on a GPU: python3 src/bench/training/gpu.py target/eidolon-0.1.0-SNAPSHOT-training.jar

The jar is that of -Ptraining,training-gpu, and python3 has PyTorch with CUDA. In about five minutes it
1. trains on the CPU and on the GPU from one seed, and holds the losses of both beside each other,
2. goes on from a checkpoint of the GPU on the CPU, which exports the model,
3. measures images per second beside the twin of the step in eager PyTorch, in float32 and bfloat16.
It ends with 0 where all of it holds, and writes gpu.md beside this file. --device=cpu rehearses it without a GPU.
"""
import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile

from compare import TWIN, png

HERE = os.path.dirname(os.path.abspath(__file__))
# Sums in another order, and TF32 in cuDNN, drift apart step by step
TOLERANCE = 0.02


def train(jar, folder, name, device, *settings):
    """Trains, and returns the rows of metrics.csv."""
    command = [os.environ.get("JAVA", "java"), "--enable-native-access=ALL-UNNAMED", "-jar", jar, "train",
               "--data=%s/pictures" % folder, "--name=" + name, "--device=" + device, "--runs=%s/runs" % folder,
               "--output=%s/models" % folder, "--sample-every=1000000", *settings]
    ended = subprocess.run(command, capture_output=True, text=True)
    if ended.returncode:
        sys.exit("%s\nended with %d:\n%s%s" % (" ".join(command), ended.returncode, ended.stdout[-2000:], ended.stderr[-2000:]))
    with open("%s/runs/%s/metrics.csv" % (folder, name)) as file:
        return list(csv.DictReader(file))


def parity(jar, folder, arguments):
    """The largest difference of losses and of D's outputs; noise differs from device to device, and is left out."""
    game = ["--image-size=32", "--nf=%d" % arguments.nf, "--batch=32", "--instance-noise=0", "--steps=20", "--report-every=1"]
    one = train(jar, folder, "on-cpu", "cpu", *game)
    other = train(jar, folder, "on-device", arguments.device, *game)
    assert [row["step"] for row in one] == [row["step"] for row in other] and len(one) == 20, "the steps differ"
    return max(abs(float(a[column]) - float(b[column])) for a, b in zip(one, other) for column in ("j_d", "j_g", "d_x", "d_gz"))


def go_on(jar, folder, arguments):
    """Ends a run of the device on the CPU, and returns the card of its model."""
    train(jar, folder, "on-device", "cpu", "--image-size=32", "--nf=%d" % arguments.nf, "--batch=32", "--instance-noise=0",
          "--steps=24", "--resume")
    with open("%s/models/on-device/model.json" % folder) as file:
        return json.load(file)


def speed(jar, folder, arguments, precision):
    """Images per second of the trainer and of the twin; the first stretch warms up."""
    every = max(1, arguments.steps // 5)
    rows = train(jar, folder, "speed-" + precision, arguments.device, "--image-size=%d" % arguments.size,
                 "--nf=%d" % arguments.nf, "--batch=64", "--precision=" + precision, "--steps=%d" % arguments.steps,
                 "--report-every=%d" % every)
    twin = subprocess.run([sys.executable, TWIN, "--size=%d" % arguments.size, "--nf=%d" % arguments.nf,
                           "--precision=" + precision, "--device=" + arguments.device, "--steps=%d" % arguments.steps,
                           "--every=%d" % every], check=True, capture_output=True, text=True).stdout.split()
    return (statistics.median(float(row["images_per_second"]) for row in rows[1:]),
            statistics.median(float(rate) for rate in twin[1:]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jar")
    parser.add_argument("--device", choices=["cpu", "cuda"], default="cuda")
    parser.add_argument("--size", type=int, default=64)
    parser.add_argument("--nf", type=int, default=64)
    parser.add_argument("--steps", type=int, default=1000)
    arguments = parser.parse_args()
    import torch
    lines = ["Device: " + (torch.cuda.get_device_name() if arguments.device == "cuda" else "the CPU (a rehearsal)")]
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(folder + "/pictures")
        for i in range(512):
            with open("%s/pictures/%03d.png" % (folder, i), "wb") as file:
                file.write(png(arguments.size))
        apart = parity(arguments.jar, folder, arguments)
        lines.append("Losses of 20 steps beside those of the CPU: %.2g apart (at most %g)" % (apart, TOLERANCE))
        card = go_on(arguments.jar, folder, arguments)
        lines.append("Gone on from its checkpoint on the CPU, and exported: %s" % card["name"])
        for precision in ("float32", "bfloat16"):
            mine, theirs = speed(arguments.jar, folder, arguments, precision)
            lines.append("DCGAN, %d px, nf %d, %s: %.0f images/s, PyTorch %s eager %.0f, ratio %.2f"
                         % (arguments.size, arguments.nf, precision, mine, torch.__version__, theirs, mine / theirs))
    print("\n".join(lines))
    if arguments.device == "cuda":
        with open(os.path.join(HERE, "gpu.md"), "w") as file:
            file.write("".join("- %s\n" % line for line in lines))
    sys.exit(0 if apart <= TOLERANCE else "The losses differ")


if __name__ == "__main__":
    main()
