package io.eidolon.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import ai.onnx.proto.OnnxMl.ModelProto;

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

	/** The bytes of an {@code .onnx} file. */
	public byte[] bytes() {
		return this.model.toByteArray();
	}

}
