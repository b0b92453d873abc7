"""
Makes the networks that others trained, and that the trainer ships, from the npm packages that hold them; see README.md.

    npm pack nsfwjs@4.4.0 @upscalerjs/esrgan-slim@1.0.0
    python3 src/data/pretrained.py . src/main/resources/io/eidolon/training/pretrained

Needs node, and the Python packages numpy and onnx. Keras' layers are written as ONNX, BatchNormalization folded into
the convolution before it, and weights are stored in half precision with a Cast to float.
"""
import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

NSFWJS = "nsfwjs-4.4.0.tgz"
ESRGAN = "upscalerjs-esrgan-slim-1.0.0.tgz"
HERE = Path(__file__).parent

# Layer, the name of the output, its maps and the pixels of the input to one of them.
MOBILENET = [("block_2_add", "stride4", 24, 4), ("block_5_add", "stride8", 32, 8),
             ("block_10_project_BN", "stride16", 96, 16)]


def javascript(folder, name):
    """The value that a module of nsfwjs exports."""
    script = f"process.stdout.write(JSON.stringify(require({json.dumps(str((folder / name).resolve()))})))"
    return json.loads(subprocess.run(["node", "-e", script], check=True, capture_output=True).stdout)


def nsfwjs(package, name):
    """Layers and weights of a model of nsfwjs: a tensor is min + scale * byte."""
    folder = package / "dist/models" / name
    model = javascript(folder, "model.min.js")
    shards = sorted(folder.glob("group1-shard*.min.js"))
    data = b"".join(base64.b64decode(javascript(folder, shard.name)) for shard in shards)
    return model, weights(model, data)


def esrgan(package):
    folder = package / "models/x4"
    model = json.loads((folder / "model.json").read_text())
    return model, weights(model, (folder / "group1-shard1of1.bin").read_bytes())


def weights(model, data):
    values, offset = {}, 0
    for group in model["weightsManifest"]:
        for spec in group["weights"]:
            count = int(np.prod(spec["shape"]))
            how = spec.get("quantization")
            stored = np.frombuffer(data, how["dtype"] if how else "<f4", count, offset)
            offset += stored.nbytes
            tensor = stored * np.float64(how["scale"]) + how["min"] if how else stored.astype(np.float64)
            values[spec["name"]] = tensor.reshape(spec["shape"])
    assert offset == len(data), f"{len(data) - offset} bytes are left over"
    return values


class Graph:
    """An ONNX graph that grows by Keras' layers; values go by the names of the layers."""

    def __init__(self, keras, values, statistics=None):
        self.layers = {layer["name"]: layer for layer in keras["modelTopology"]["model_config"]["config"]["layers"]}
        self.values, self.statistics = values, statistics or {}
        self.nodes, self.initializers, self.known, self.pads = [], {}, {}, {}

    def constant(self, name, value, dtype=np.float32):
        self.initializers[name] = np.asarray(value, dtype)
        return name

    def node(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def emit(self, name):
        """Emits a layer and all before it, and returns the name of its value."""
        if name not in self.known:
            layer = self.layers[name]
            if layer["class_name"] == "InputLayer":
                self.known[name] = "image"
            else:
                before = [i[0] for i in layer["inbound_nodes"][0]]
                self.known[name] = getattr(self, layer["class_name"])(name, layer["config"], before)
        return self.known[name]

    def ZeroPadding2D(self, name, config, before):
        (top, bottom), (left, right) = config["padding"]
        self.pads[name] = [top, left, bottom, right]
        return self.emit(before[0])

    def Conv2D(self, name, config, before, scale=None, shift=None, output=None):
        kernel = self.values[f"{name}/kernel"].transpose(3, 2, 0, 1)
        return self.convolution(name, config, before[0], kernel, 1, scale, shift, output)

    def DepthwiseConv2D(self, name, config, before, scale=None, shift=None, output=None):
        kernel = self.values[f"{name}/depthwise_kernel"].transpose(2, 3, 0, 1)
        return self.convolution(name, config, before[0], kernel, kernel.shape[0], scale, shift, output)

    def convolution(self, name, config, before, kernel, group, scale, shift, output):
        bias = self.values.get(f"{name}/bias", np.zeros(len(kernel)))
        if scale is not None:
            kernel, bias = kernel * scale[:, None, None, None], bias * scale + shift
        image = self.emit(before)
        padding = {"pads": self.pads[before]} if before in self.pads else self.padding(config)
        inputs = [image, self.constant(f"{name}.weight", kernel), self.constant(f"{name}.bias", bias)]
        out = self.node("Conv", inputs, output or name, group=group, kernel_shape=config["kernel_size"],
                        strides=config["strides"], **padding)
        relu = config.get("activation") == "relu"
        return self.node("Relu", [out], f"{name}_Relu") if relu else out

    @staticmethod
    def padding(config):
        size = config.get("kernel_size", config.get("pool_size"))
        return {"auto_pad": "SAME_UPPER"} if config["padding"] == "same" and size != [1, 1] else {}

    def BatchNormalization(self, name, config, before):
        beta = self.values[f"{name}/beta"]
        mean, variance = (self.values[f"{name}/moving_{moment}"].copy() for moment in ("mean", "variance"))
        for channel, measured in self.statistics.get(name, {}).items():
            mean[int(channel)], variance[int(channel)] = measured
        scale = self.values.get(f"{name}/gamma", np.ones(len(beta))) / np.sqrt(variance + config["epsilon"])
        layer = self.layers[before[0]]
        inputs = [i[0] for i in layer["inbound_nodes"][0]]
        return getattr(self, layer["class_name"])(before[0], layer["config"], inputs, scale, beta - mean * scale, name)

    def ReLU(self, name, config, before):
        assert config["max_value"] == 6, config
        return self.node("Clip", [self.emit(before[0]), self.constant("zero", 0), self.constant("six", 6)], name)

    def Activation(self, name, config, before):
        assert config["activation"] == "relu", config
        return self.node("Relu", [self.emit(before[0])], name)

    def Add(self, name, config, before):
        return self.node("Add", [self.emit(b) for b in before], name)

    def Concatenate(self, name, config, before):
        return self.node("Concat", [self.emit(b) for b in before], name, axis=1)

    def MaxPooling2D(self, name, config, before):
        return self.node("MaxPool", [self.emit(before[0])], name, kernel_shape=config["pool_size"],
                         strides=config["strides"], **self.padding(config))

    def AveragePooling2D(self, name, config, before):
        return self.node("AveragePool", [self.emit(before[0])], name, kernel_shape=config["pool_size"],
                         strides=config["strides"], count_include_pad=0, **self.padding(config))

    def UpSampling2D(self, name, config, before):
        assert config["interpolation"] == "nearest", config
        scales = self.constant(f"{name}.scales", [1, 1, *config["size"]])
        return self.node("Resize", [self.emit(before[0]), self.constant("roi", []), scales], name, mode="nearest",
                         coordinate_transformation_mode="asymmetric", nearest_mode="floor")

    def model(self, name, outputs, about, side=None):
        """The graph as a model; outputs are (name, shape)."""
        casts, initializers = [], []
        for tensor, value in self.initializers.items():
            if value.ndim > 1:
                assert np.abs(value).max() < 65504, tensor
                initializers.append(numpy_helper.from_array(value.astype(np.float16), f"{tensor}_half"))
                casts.append(helper.make_node("Cast", [f"{tensor}_half"], [tensor], f"{tensor}_cast",
                                              to=TensorProto.FLOAT))
            else:
                initializers.append(numpy_helper.from_array(value, tensor))
        image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["N", 3, side or "H", side or "W"])
        outputs = [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape) for output, shape in outputs]
        graph = helper.make_graph(casts + self.nodes, name, [image], outputs, initializers)
        model = helper.make_model(graph, ir_version=7, opset_imports=[helper.make_opsetid("", 13)],
                                  producer_name="eidolon", doc_string=about)
        onnx.checker.check_model(model)
        return model


def maps(graph, layer, name, channels, stride):
    graph.node("Identity", [graph.emit(layer)], name)
    return name, ["N", channels, f"H{stride}", f"W{stride}"]


def mobilenet(package):
    statistics = json.loads((HERE / "mobilenet_v2-statistics.json").read_text())
    graph = Graph(*nsfwjs(package, "mobilenet_v2"), statistics)
    return graph.model("mobilenet_v2-trunk", [maps(graph, *output) for output in MOBILENET],
                       "ImageNet trunk of MobileNetV2 1.0: RGB in [-1, 1] to maps of three scales")


def features(package, side, scale):
    """MobileNet's maps of enlarged squares, for the projection of pictures to latents (features.onnx)."""
    statistics = json.loads((HERE / "mobilenet_v2-statistics.json").read_text())
    graph = Graph(*nsfwjs(package, "mobilenet_v2"), statistics)
    graph.known["input_1"] = graph.node("Resize", ["image", "", graph.constant("scales", [1, 1, scale, scale])],
                                        "enlarged", mode="linear", coordinate_transformation_mode="half_pixel")
    outputs = []
    for layer, name, channels, stride in MOBILENET:
        graph.node("Identity", [graph.emit(layer)], name)
        outputs.append((name, ["N", channels, side * scale // stride, side * scale // stride]))
    return graph.model("features", outputs, "MobileNetV2's maps of pictures in [-1, 1]", side)


def inception(package):
    graph = Graph(*nsfwjs(package, "inception_v3"))
    graph.node("Flatten", [graph.node("GlobalAveragePool", [graph.emit("mixed5")], "pooled")], "features")
    outputs = [("features", ["N", 768]), maps(graph, "mixed2", "stride8", 288, 8),
               maps(graph, "mixed5", "stride16", 768, 16)]
    return graph.model("inception_v3-trunk", outputs,
                       "ImageNet trunk of Inception-v3: RGB in [-1, 1], 299x299, to the means of mixed5")


def super_resolution(package):
    graph = Graph(*esrgan(package))
    last = list(graph.layers)[-1]
    graph.node("Clip", [graph.emit(last), graph.constant("zero", 0), graph.constant("one", 1)], "upscaled")
    return graph.model("esrgan-slim-x4", [("upscaled", ["N", 3, "H4", "W4"])],
                       "Super-resolution GAN: RGB in [0, 1] to four times the width and height")


def main(packages, folder):
    sources = {NSFWJS: [("mobilenet_v2-trunk", mobilenet), ("inception_v3-trunk", inception),
                        ("features", lambda package: features(package, 64, 2))],
               ESRGAN: [("esrgan-slim-x4", super_resolution)]}
    for source, networks in sources.items():
        with tempfile.TemporaryDirectory() as unpacked:
            tarfile.open(packages / source).extractall(unpacked, filter="data")
            for name, make in networks:
                data = make(Path(unpacked) / "package").SerializeToString(deterministic=True)
                (folder / f"{name}.onnx").write_bytes(data)
                print(f"{name}.onnx: {len(data)} bytes, SHA-256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
