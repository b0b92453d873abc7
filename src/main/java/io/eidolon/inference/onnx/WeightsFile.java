package io.eidolon.inference.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.StoredData;

/**
 * The weights of a large graph in a file of their own while a session opens. ONNX Runtime
 * maps the file instead of copying weights several times over; it is deleted once the
 * session is open, and its pages go with the session.
 */
final class WeightsFile implements AutoCloseable {

	/** Smaller graphs are handed over as bytes. */
	private static final long LARGE = 64L << 20;

	/** Smaller tensors stay in the graph: shapes are among them. */
	private static final int LEAST = 4096;

	/** Maps begin at pages. */
	private static final int PAGE = 4096;

	private final Path file;

	private WeightsFile(Path file) {
		this.file = file;
	}

	/** Whether a graph is to be handed over so. */
	static boolean isFor(OnnxGraph graph) {
		return graph.isStored() || graph.size() > LARGE;
	}

	/**
	 * Creates an empty file.
	 * @throws InvalidModelException when the folder for temporary files cannot be written
	 * to
	 */
	static WeightsFile create() {
		try {
			return new WeightsFile(Files.createTempFile("eidolon-weights-", ".bin"));
		}
		catch (IOException ex) {
			throw failure(ex);
		}
	}

	/** Writes the weights of a graph, and returns the graph without them. */
	byte[] write(OnnxGraph graph) {
		GraphProto body = graph.model().getGraph();
		ModelProto.Builder model = graph.model().toBuilder();
		long offset = 0;
		try (FileChannel out = FileChannel.open(this.file, StandardOpenOption.WRITE)) {
			for (int i = 0; i < body.getInitializerCount(); i++) {
				TensorProto tensor = body.getInitializer(i);
				Optional<StoredData> stored = StoredData.of(tensor);
				long size = stored.map(StoredData::size).orElse((long) tensor.getRawData().size());
				if (size >= LEAST) {
					out.position(offset);
					if (stored.isPresent()) {
						stored.get().writeTo(out);
					}
					else {
						write(tensor.getRawData().asReadOnlyByteBuffer(), out);
					}
					model.getGraphBuilder().setInitializer(i, apart(tensor, offset, size));
					offset = (offset + size + PAGE - 1) / PAGE * PAGE;
				}
			}
		}
		catch (IOException ex) {
			throw failure(ex);
		}
		return model.build().toByteArray();
	}

	private static void write(ByteBuffer data, FileChannel out) throws IOException {
		while (data.hasRemaining()) {
			out.write(data);
		}
	}

	private TensorProto apart(TensorProto tensor, long offset, long size) {
		TensorProto.Builder apart = tensor.toBuilder()
			.clearRawData()
			.clearExternalData()
			.setDataLocation(DataLocation.EXTERNAL);
		apart.addExternalDataBuilder().setKey("location").setValue(String.valueOf(this.file.getFileName()));
		apart.addExternalDataBuilder().setKey("offset").setValue(Long.toString(offset));
		apart.addExternalDataBuilder().setKey("length").setValue(Long.toString(size));
		return apart.build();
	}

	/** Tells a session where the weights are, and not to copy them into another order. */
	void configure(SessionOptions options) throws OrtException {
		options.addConfigEntry("session.model_external_initializers_file_folder_path",
				String.valueOf(this.file.toAbsolutePath().getParent()));
		options.addConfigEntry("session.disable_prepacking", "1");
		options.setOptimizationLevel(SessionOptions.OptLevel.EXTENDED_OPT);
	}

	private static InvalidModelException failure(IOException ex) {
		return new InvalidModelException(
				"The weights of a large graph need room in the folder for temporary files (java.io.tmpdir): " + ex, ex);
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			// Where a mapped file cannot be deleted it goes with the process.
			this.file.toFile().deleteOnExit();
		}
	}

}
