package io.eidolon.graph;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import com.google.protobuf.UnsafeByteOperations;

/**
 * Tells which files a graph keeps its weights in, without reading what weights it holds.
 */
final class DataFiles {

	private DataFiles() {
	}

	static Set<String> of(Path file) {
		try (FileChannel channel = FileChannel.open(file)) {
			if (channel.size() > Integer.MAX_VALUE) {
				return Set.of();
			}
			Set<String> names = new TreeSet<>();
			add(GraphReader.parse(UnsafeByteOperations.unsafeWrap(channel.map(MapMode.READ_ONLY, 0, channel.size())))
				.getGraph(), names);
			return names;
		}
		// A file that is cut off while it is mapped fails with an error.
		catch (IOException | InternalError ex) {
			return Set.of();
		}
	}

	private static void add(GraphProto graph, Set<String> names) {
		graph.getInitializerList().forEach((tensor) -> add(tensor, names));
		graph.getNodeList().forEach((node) -> node.getAttributeList().forEach((attribute) -> {
			if (attribute.hasT()) {
				add(attribute.getT(), names);
			}
			if (attribute.hasG()) {
				add(attribute.getG(), names);
			}
		}));
	}

	private static void add(TensorProto tensor, Set<String> names) {
		if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
			tensor.getExternalDataList()
				.stream()
				.filter((entry) -> entry.getKey().equals("location"))
				.forEach((entry) -> names.add(entry.getValue()));
		}
	}

}
