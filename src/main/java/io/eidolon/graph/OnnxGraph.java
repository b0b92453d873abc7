package io.eidolon.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.UnsafeByteOperations;

/**
 * An ONNX model in memory. It never changes: what rewrites a graph returns another one.
 */
public final class OnnxGraph {

	private final ModelProto model;

	private OnnxGraph(ModelProto model) {
		this.model = model;
	}

	/**
	 * Parses the bytes of an {@code .onnx} file, which must not change afterwards:
	 * weights are not copied out of them.
	 * @throws InvalidGraphException when these are no model
	 */
	public static OnnxGraph parse(byte[] bytes) {
		try {
			return new OnnxGraph(GraphReader.parse(bytes));
		}
		catch (IOException ex) {
			throw new InvalidGraphException("These bytes are not an ONNX model: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Reads an {@code .onnx} file that need not be trusted, with the data that it keeps
	 * in other files.
	 * @param file the file
	 * @param folder the folder that such other files must be in
	 * @throws InvalidGraphException when it is not a sound graph of standard operators
	 */
	public static OnnxGraph read(Path file, Path folder) {
		return new OnnxGraph(GraphReader.read(file, folder));
	}

	/**
	 * The names of the files beside a graph that hold a part of its weights, as the graph
	 * gives them; none when it cannot be read.
	 */
	public static Set<String> dataFiles(Path file) {
		return DataFiles.of(file);
	}

	/** A graph of this model. */
	public static OnnxGraph of(ModelProto model) {
		return new OnnxGraph(model);
	}

	/** The model as protobuf. */
	public ModelProto model() {
		return this.model;
	}

	/** How many bytes its weights and its structure take. */
	public long size() {
		return this.model.getSerializedSize() + this.model.getGraph()
			.getInitializerList()
			.stream()
			.flatMap((tensor) -> StoredData.of(tensor).stream())
			.mapToLong(StoredData::size)
			.sum();
	}

	/** Whether some of its weights are not in memory. */
	public boolean isStored() {
		return this.model.getGraph()
			.getInitializerList()
			.stream()
			.anyMatch((tensor) -> StoredData.of(tensor).isPresent());
	}

	/** The bytes of an {@code .onnx} file, with all weights inside. */
	public byte[] bytes() {
		if (!isStored()) {
			return this.model.toByteArray();
		}
		ModelProto.Builder whole = this.model.toBuilder();
		whole.getGraphBuilder()
			.getInitializerBuilderList()
			.forEach((tensor) -> StoredData.of(tensor.build())
				.ifPresent((data) -> tensor.clearExternalData()
					.clearDataLocation()
					.setRawData(UnsafeByteOperations.unsafeWrap(data.read()))));
		return whole.build().toByteArray();
	}

}
