package io.eidolon.training.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Value;
import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.network.StoredTensor;

/** The weights of an ONNX graph, by the names that the exporter has kept. */
final class OnnxWeights {

	/** What the name of a weight ends with that is stored in half precision. */
	private static final String HALF = "_half";

	private OnnxWeights() {
	}

	static Map<String, StoredTensor> read(Path file) throws IOException {
		Map<String, StoredTensor> tensors = new LinkedHashMap<>();
		for (Value value : graph(file).constants()) {
			value.constant().filter(io.eidolon.graph.ir.Constant::isFloats).ifPresent((tensor) -> {
				String name = value.name().endsWith(HALF)
						? value.name().substring(0, value.name().length() - HALF.length()) : value.name();
				tensors.put(name, new StoredTensor(tensor.shape().stream().mapToLong(Long::longValue).toArray(),
						tensor.floats()));
			});
		}
		return tensors;
	}

	private static Graph graph(Path file) throws IOException {
		try {
			return Graph.of(OnnxGraph.parse(Files.readAllBytes(file)));
		}
		catch (InvalidGraphException ex) {
			throw new TrainingException("%s cannot be read: %s".formatted(file.toAbsolutePath(), ex.getMessage()), ex);
		}
	}

}
