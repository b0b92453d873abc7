package io.eidolon.graph;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.ExtensionRegistryLite;
import com.google.protobuf.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells which files a graph keeps its weights in. Only what leads there is read: what
 * weights the graph holds itself is passed over, and never in memory.
 */
final class DataFiles {

	private static final int MAX_DEPTH = 64;

	private final CodedInputStream in;

	private final Set<String> names = new TreeSet<>();

	private DataFiles(InputStream in) {
		this.in = CodedInputStream.newInstance(in);
		this.in.setSizeLimit(Integer.MAX_VALUE);
	}

	static Set<String> of(Path file) {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			DataFiles files = new DataFiles(in);
			files.read((field) -> (field == ModelProto.GRAPH_FIELD_NUMBER) ? files::graph : null, 0);
			return files.names;
		}
		catch (IOException ex) {
			return Set.of();
		}
	}

	private void graph(int depth) throws IOException {
		read((field) -> switch (field) {
			case GraphProto.NODE_FIELD_NUMBER -> this::node;
			case GraphProto.INITIALIZER_FIELD_NUMBER -> this::tensor;
			default -> null;
		}, depth);
	}

	private void node(int depth) throws IOException {
		read((field) -> (field == NodeProto.ATTRIBUTE_FIELD_NUMBER) ? this::attribute : null, depth);
	}

	private void attribute(int depth) throws IOException {
		read((field) -> switch (field) {
			case AttributeProto.T_FIELD_NUMBER -> this::tensor;
			case AttributeProto.G_FIELD_NUMBER -> this::graph;
			default -> null;
		}, depth);
	}

	private void tensor(int depth) throws IOException {
		read((field) -> (field == TensorProto.EXTERNAL_DATA_FIELD_NUMBER) ? this::place : null, depth);
	}

	private void place(int depth) throws IOException {
		StringStringEntryProto entry = StringStringEntryProto.parser()
			.parseFrom(this.in, ExtensionRegistryLite.getEmptyRegistry());
		if (entry.getKey().equals("location")) {
			this.names.add(entry.getValue());
		}
	}

	// Reads messages that are asked for, to the end of the one around them.
	private void read(Fields fields, int depth) throws IOException {
		int tag = this.in.readTag();
		while (tag != 0) {
			boolean message = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
			Message inner = message ? fields.of(WireFormat.getTagFieldNumber(tag)) : null;
			if (inner == null || depth > MAX_DEPTH) {
				if (!this.in.skipField(tag)) {
					return;
				}
			}
			else {
				int around = this.in.pushLimit(this.in.readRawVarint32());
				inner.read(depth + 1);
				this.in.popLimit(around);
			}
			tag = this.in.readTag();
		}
	}

	/** Tells which fields of a message are read, and how. */
	@FunctionalInterface
	private interface Fields {

		@Nullable Message of(int field);

	}

	/** Reads a message. */
	@FunctionalInterface
	private interface Message {

		void read(int depth) throws IOException;

	}

}
