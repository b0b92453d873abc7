package io.eidolon.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import com.google.protobuf.UnsafeByteOperations;

/**
 * Takes weights that a graph keeps in files of their own into the graph. A path is
 * followed inside the graph's folder alone: a file from elsewhere must not read what the
 * service may read.
 */
final class ExternalData {

	private final Path folder;

	private final boolean large;

	private long budget;

	/**
	 * Takes at most so many bytes from the files of a folder.
	 * @param large whether large tensors stay where they are
	 */
	ExternalData(Path folder, long budget, boolean large) {
		this.folder = folder;
		this.budget = budget;
		this.large = large;
	}

	/**
	 * Returns the graph with its data inside.
	 * @throws InvalidGraphException when data is not in the folder, is missing, or is
	 * more than may be read
	 */
	GraphProto inline(GraphProto graph) {
		GraphProto.Builder inlined = graph.toBuilder();
		for (int i = 0; i < graph.getInitializerCount(); i++) {
			if (isExternal(graph.getInitializer(i))) {
				inlined.setInitializer(i, inline(graph.getInitializer(i)));
			}
		}
		for (int i = 0; i < graph.getNodeCount(); i++) {
			NodeProto node = graph.getNode(i);
			for (int j = 0; j < node.getAttributeCount(); j++) {
				AttributeProto attribute = node.getAttribute(j);
				if (attribute.hasT() && isExternal(attribute.getT())) {
					inlined.getNodeBuilder(i).getAttributeBuilder(j).setT(inline(attribute.getT()));
				}
				if (attribute.hasG()) {
					inlined.getNodeBuilder(i).getAttributeBuilder(j).setG(inline(attribute.getG()));
				}
			}
		}
		return inlined.build();
	}

	private TensorProto inline(TensorProto tensor) {
		Map<String, String> entry = tensor.getExternalDataList()
			.stream()
			.collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue,
					(first, second) -> second));
		String name = tensor.getName();
		long size = TensorData.elements(name, tensor.getDimsList())
				* TensorData.elementSize(name, tensor.getDataType());
		if (number(name, entry.getOrDefault("length", Long.toString(size))) != size) {
			throw new InvalidGraphException("%s needs %s bytes, but its entry says %s".formatted(name, size, entry));
		}
		StoredData data = find(name, entry.getOrDefault("location", ""),
				number(name, entry.getOrDefault("offset", "0")), size);
		return (this.large && size >= StoredData.LEAST) ? data.on(tensor)
				: tensor.toBuilder()
					.clearExternalData()
					.clearDataLocation()
					.setRawData(UnsafeByteOperations.unsafeWrap(data.read()))
					.build();
	}

	private StoredData find(String name, String location, long offset, long size) {
		this.budget -= size;
		if (this.budget < 0) {
			throw new InvalidGraphException("%s: the data beside the graph is too large to be read".formatted(name));
		}
		try {
			Path file = inside(name, location);
			if (offset < 0 || offset > Files.size(file) - size) {
				FileFormat.of(file).filter((format) -> format.isNoData()).ifPresent((format) -> {
					throw new InvalidGraphException("%s keeps its data in %s, which %s".formatted(name,
							Quoted.of(location), format.description()));
				});
				throw new InvalidGraphException("%s needs %s bytes from byte %s of %s, which has %s".formatted(name,
						size, offset, location, Files.size(file)));
			}
			return new StoredData(file, offset, size);
		}
		catch (IOException ex) {
			throw new InvalidGraphException("%s cannot be read from %s: %s".formatted(name, location, ex.getMessage()),
					ex);
		}
	}

	// Links are followed first: one inside the folder may point out of it.
	private Path inside(String name, String location) throws IOException {
		try {
			Path file = this.folder.resolve(location);
			if (!location.isEmpty() && isBelow(file) && Files.notExists(file)) {
				throw new InvalidGraphException("%s keeps its data in %s, which is not there; put it beside the graph"
					.formatted(name, Quoted.of(location)));
			}
			if (!Path.of(location).isAbsolute() && Files.isRegularFile(file)) {
				Path real = file.toRealPath();
				if (real.startsWith(this.folder.toRealPath())) {
					return real;
				}
			}
		}
		catch (InvalidPathException ex) {
			// Refused as any other place.
		}
		throw new InvalidGraphException("%s keeps its data in %s; it must be in a file inside the model's folder"
			.formatted(name, Quoted.of(location)));
	}

	private boolean isBelow(Path file) {
		return file.normalize().startsWith(this.folder.normalize());
	}

	private static long number(String name, String text) {
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw new InvalidGraphException("%s: %s must be a number of bytes".formatted(name, Quoted.of(text)), ex);
		}
	}

	private static boolean isExternal(TensorProto tensor) {
		return tensor.getDataLocation() == DataLocation.EXTERNAL;
	}

}
