package io.eidolon.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import io.eidolon.modelcard.ModelFileReader;

/**
 * Reads a file that anyone may have made. What is returned is whole (the data of all
 * weights is there, in memory or in a place that was looked at), keeps
 * {@link GraphRules}, and holds nothing that was not looked at.
 */
final class GraphReader {

	/**
	 * A protobuf message can be no larger than 2 GB. Of the memory, half is for what else
	 * there is.
	 */
	private static final long MAX_BYTES = Math.min((1L << 31) - (1 << 20), MachineMemory.total() / 2);

	/** The weights of larger ones stay in their files. */
	private static final long LARGE = 64L << 20;

	private GraphReader() {
	}

	static ModelProto read(Path file, Path folder) {
		try {
			requireReadable(file, folder);
			long size = Files.size(file);
			if (size > MAX_BYTES) {
				throw new InvalidGraphException(
						"The file has %s bytes; at most %s fit into the memory".formatted(size, MAX_BYTES));
			}
			boolean large = size + dataSize(file, folder) > LARGE;
			LargeModelFile.Parsed parsed = parsed(file, size > LARGE);
			ModelProto model = FunctionInlining.apply(parsed.unplaced(), GraphRules.MAX_NODES);
			GraphProto whole = parsed
				.placed(new ExternalData(folder, MAX_BYTES - size, large).inline(inputsOnly(model.getGraph())));
			ModelProto read = model.toBuilder()
				.setGraph(whole)
				.clearTrainingInfo()
				.clearOpsetImport()
				.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(GraphRules.opset(model)))
				.build();
			GraphRules.check(read);
			return read;
		}
		catch (IOException ex) {
			throw new InvalidGraphException("The file cannot be read: " + Quoted.of(String.valueOf(ex.getMessage())),
					ex);
		}
		catch (OutOfMemoryError ex) {
			// Two bytes of a hostile file can become an object; nothing of it is kept.
			throw new InvalidGraphException("The file needs more memory than there is", ex);
		}
	}

	private static void requireReadable(Path file, Path folder) {
		try {
			if (!Files.isReadable(ModelFileReader.resolve(folder, file))) {
				throw new InvalidGraphException("The file cannot be read");
			}
		}
		catch (NoSuchFileException ex) {
			throw new InvalidGraphException("The file is missing", ex);
		}
		catch (IOException ex) {
			throw new InvalidGraphException("The file cannot be read: " + Quoted.of(String.valueOf(ex.getMessage())),
					ex);
		}
	}

	// What the files are checked for comes later.
	private static long dataSize(Path file, Path folder) {
		return DataFiles.of(file).stream().mapToLong((name) -> {
			try {
				return Files.size(folder.resolve(name));
			}
			catch (IOException | InvalidPathException ex) {
				return 0;
			}
		}).sum();
	}

	private static LargeModelFile.Parsed parsed(Path file, boolean large) throws IOException {
		try {
			LargeModelFile.Parsed parsed = large ? LargeModelFile.parse(file.toRealPath())
					: new LargeModelFile.Parsed(parse(Files.readAllBytes(file)), Map.of());
			if (parsed.model().hasGraph() || FileFormat.of(file).isEmpty()) {
				return parsed;
			}
		}
		catch (InvalidProtocolBufferException ex) {
			String reason = Quoted.of(String.valueOf(ex.getMessage()));
			throw new InvalidGraphException(FileFormat.of(file)
				.map((format) -> "The file " + format.description())
				.orElse("The file is no ONNX model, or not all of one: " + reason), ex);
		}
		throw new InvalidGraphException("The file " + FileFormat.of(file).orElseThrow().description());
	}

	// Weights keep pointing into the bytes instead of being copied out of them.
	static ModelProto parse(byte[] bytes) throws IOException {
		return parse(UnsafeByteOperations.unsafeWrap(bytes));
	}

	static ModelProto parse(ByteString bytes) throws IOException {
		CodedInputStream in = bytes.newCodedInput();
		in.enableAliasing(true);
		ModelProto model = DiscardUnknownFieldsParser.wrap(ModelProto.parser()).parseFrom(in);
		in.checkLastTagWas(0);
		return model;
	}

	// Before IR version 4 each weight was an input as well. Declared shapes of what is
	// between inputs and outputs are nobody's proof.
	private static GraphProto inputsOnly(GraphProto graph) {
		Set<String> weights = graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
		return graph.toBuilder()
			.clearInput()
			.addAllInput(graph.getInputList().stream().filter((input) -> !weights.contains(input.getName())).toList())
			.clearValueInfo()
			.clearQuantizationAnnotation()
			.build();
	}

}
