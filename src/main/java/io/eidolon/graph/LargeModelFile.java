package io.eidolon.graph;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

/**
 * Parses the file of a large model without the data of its weights, of which only the
 * places are kept.
 */
final class LargeModelFile {

	private static final int RAW_DATA = tag(TensorProto.RAW_DATA_FIELD_NUMBER);

	private final Path file;

	private final CodedInputStream in;

	/** Where data is, by the index of its initializer. */
	private final Map<Integer, StoredData> places = new HashMap<>();

	private int initializers;

	private LargeModelFile(Path file, InputStream in) {
		this.file = file;
		this.in = CodedInputStream.newInstance(in);
		this.in.setSizeLimit(Integer.MAX_VALUE);
	}

	/**
	 * Parses a file.
	 * @param file a file whose links were followed
	 */
	static Parsed parse(Path file) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			LargeModelFile large = new LargeModelFile(file, in);
			ByteArrayOutputStream structure = new ByteArrayOutputStream();
			large.copy(structure, ModelProto.GRAPH_FIELD_NUMBER, large::graph);
			return new Parsed(GraphReader.parse(structure.toByteArray()), large.places);
		}
	}

	private void graph(ByteArrayOutputStream out) throws IOException {
		copy(out, GraphProto.INITIALIZER_FIELD_NUMBER, (tensor) -> {
			tensor(tensor);
			this.initializers++;
		});
	}

	private void tensor(ByteArrayOutputStream out) throws IOException {
		CodedOutputStream fields = CodedOutputStream.newInstance(out);
		for (int tag = this.in.readTag(); tag != 0; tag = this.in.readTag()) {
			if (tag != RAW_DATA) {
				copyField(tag, fields);
				continue;
			}
			int size = this.in.readRawVarint32();
			if (size < StoredData.LEAST) {
				this.places.remove(this.initializers);
				fields.writeByteArray(TensorProto.RAW_DATA_FIELD_NUMBER, this.in.readRawBytes(size));
			}
			else {
				this.places.put(this.initializers, new StoredData(this.file, this.in.getTotalBytesRead(), size));
				this.in.skipRawBytes(size);
			}
		}
		fields.flush();
	}

	// Copies a message, but for those within it that have a reader of their own.
	private void copy(ByteArrayOutputStream out, int field, Message inner) throws IOException {
		CodedOutputStream fields = CodedOutputStream.newInstance(out);
		for (int tag = this.in.readTag(); tag != 0; tag = this.in.readTag()) {
			if (tag != tag(field)) {
				copyField(tag, fields);
				continue;
			}
			int around = this.in.pushLimit(this.in.readRawVarint32());
			ByteArrayOutputStream copied = new ByteArrayOutputStream();
			inner.copy(copied);
			this.in.popLimit(around);
			fields.writeByteArray(field, copied.toByteArray());
		}
		fields.flush();
	}

	// Of a message, a text or bytes: the number, and three bits for that.
	private static int tag(int field) {
		return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
	}

	private void copyField(int tag, CodedOutputStream out) throws IOException {
		int field = WireFormat.getTagFieldNumber(tag);
		switch (WireFormat.getTagWireType(tag)) {
			case WireFormat.WIRETYPE_VARINT -> out.writeUInt64(field, this.in.readRawVarint64());
			case WireFormat.WIRETYPE_FIXED64 -> out.writeFixed64(field, this.in.readRawLittleEndian64());
			case WireFormat.WIRETYPE_LENGTH_DELIMITED -> out.writeByteArray(field, this.in.readByteArray());
			case WireFormat.WIRETYPE_FIXED32 -> out.writeFixed32(field, this.in.readRawLittleEndian32());
			default -> throw new IOException("Field %s is of an unknown wire type".formatted(field));
		}
	}

	/**
	 * A model without the data of its weights.
	 *
	 * @param model the model
	 * @param places where the data is, by the index of its initializer
	 */
	record Parsed(ModelProto model, Map<Integer, StoredData> places) {

		/** The graph with its data in its places. */
		GraphProto placed(GraphProto graph) {
			GraphProto.Builder placed = graph.toBuilder();
			this.places.forEach((index, place) -> placed.setInitializer(index, place.on(graph.getInitializer(index))));
			return placed.build();
		}

		/** The model, of which nothing that stands in its file says where data is. */
		ModelProto unplaced() {
			ModelProto.Builder unplaced = this.model.toBuilder();
			this.places.keySet()
				.forEach((index) -> unplaced.getGraphBuilder()
					.getInitializerBuilder(index)
					.clearExternalData()
					.clearDataLocation());
			return unplaced.build();
		}

	}

	/** Copies a message. */
	@FunctionalInterface
	private interface Message {

		void copy(ByteArrayOutputStream out) throws IOException;

	}

}
