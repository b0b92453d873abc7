package io.eidolon.training.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.eidolon.modelcard.ModelFiles;
import io.eidolon.training.loop.CheckpointParts;
import io.eidolon.training.loop.InitialWeights;
import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.network.StoredTensor;

/**
 * Weights in files: a checkpoint, the folder of a model, an ONNX graph, safetensors, or a
 * module that PyTorch has scripted.
 */
public final class WeightFiles {

	private static final List<String> NETWORKS = List.of(CheckpointParts.GENERATOR, CheckpointParts.AVERAGE,
			CheckpointParts.DISCRIMINATOR);

	private static final List<String> PARTS = Stream.concat(NETWORKS.stream(), CheckpointParts.ADDED.stream()).toList();

	private WeightFiles() {
	}

	/**
	 * Reads weights to begin with, those of the later files in place of earlier ones.
	 * @throws TrainingException when there is no such file, or when its format is another
	 */
	public static InitialWeights read(List<Path> files) {
		Map<String, Map<String, StoredTensor>> parts = new HashMap<>();
		files.forEach((file) -> withBothGenerators(parts(file)).forEach(parts::put));
		return new InitialWeights(files.stream().map(Path::toString).collect(Collectors.joining(", ")),
				parts.getOrDefault(CheckpointParts.GENERATOR, Map.of()),
				parts.getOrDefault(CheckpointParts.AVERAGE, Map.of()),
				parts.getOrDefault(CheckpointParts.DISCRIMINATOR, Map.of()), added(parts));
	}

	/**
	 * A file that has G or its average stands for both, so that nothing of an earlier
	 * file's G stays beside it.
	 */
	private static Map<String, Map<String, StoredTensor>> withBothGenerators(
			Map<String, Map<String, StoredTensor>> parts) {
		Map<String, Map<String, StoredTensor>> both = new HashMap<>(parts);
		if (parts.containsKey(CheckpointParts.GENERATOR)) {
			both.putIfAbsent(CheckpointParts.AVERAGE, parts.get(CheckpointParts.GENERATOR));
		}
		if (parts.containsKey(CheckpointParts.AVERAGE)) {
			both.putIfAbsent(CheckpointParts.GENERATOR, parts.get(CheckpointParts.AVERAGE));
		}
		return both;
	}

	private static Map<String, Map<String, StoredTensor>> added(Map<String, Map<String, StoredTensor>> parts) {
		Map<String, Map<String, StoredTensor>> added = new HashMap<>(parts);
		added.keySet().retainAll(CheckpointParts.ADDED);
		return added;
	}

	/**
	 * Writes the weights of a file as safetensors: "average.project.weight" and so on.
	 * @return how many tensors it has
	 * @throws TrainingException when there is no such file, or when its format is another
	 */
	public static int convert(Path from, Path to) {
		Map<String, StoredTensor> tensors = new LinkedHashMap<>();
		Map<String, Map<String, StoredTensor>> parts = parts(from);
		NETWORKS.forEach((part) -> parts.getOrDefault(part, Map.of())
			.forEach((name, tensor) -> tensors.put(part + "." + name, tensor)));
		try {
			Safetensors.write(to, tensors, "weights of " + from);
			return tensors.size();
		}
		catch (IOException ex) {
			throw new TrainingException("%s cannot be written: %s".formatted(to.toAbsolutePath(), ex.getMessage()), ex);
		}
	}

	/** The weights of each part. */
	private static Map<String, Map<String, StoredTensor>> parts(Path file) {
		if (!Files.exists(file)) {
			throw new TrainingException("%s is not there".formatted(file.toAbsolutePath()));
		}
		try {
			if (Files.isDirectory(file)) {
				return ofModel(file);
			}
			String name = file.toString().toLowerCase(Locale.ROOT);
			return split(name.endsWith(".safetensors") ? Safetensors.read(file)
					: name.endsWith(".onnx") ? OnnxWeights.read(file) : TorchArchive.read(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Map<String, StoredTensor>> ofModel(Path folder) throws IOException {
		Path generator = folder.resolve(ModelFiles.GRAPH);
		if (!Files.exists(generator)) {
			throw new TrainingException("%s holds no %s".formatted(folder.toAbsolutePath(), ModelFiles.GRAPH));
		}
		Map<String, Map<String, StoredTensor>> parts = new HashMap<>();
		split(OnnxWeights.read(generator)).values().forEach((weights) -> parts.put(CheckpointParts.AVERAGE, weights));
		Path discriminator = folder.resolve(ModelFiles.DISCRIMINATOR);
		if (Files.exists(discriminator)) {
			parts.put(CheckpointParts.DISCRIMINATOR, OnnxWeights.read(discriminator));
		}
		return parts;
	}

	private static Map<String, Map<String, StoredTensor>> split(Map<String, StoredTensor> tensors) {
		if (SequentialNames.of(tensors)) {
			return Map.of(
					SequentialNames.ofGenerator(tensors) ? CheckpointParts.GENERATOR : CheckpointParts.DISCRIMINATOR,
					SequentialNames.translated(tensors));
		}
		Map<String, Map<String, StoredTensor>> parts = new HashMap<>();
		tensors.forEach((name, tensor) -> {
			String part = PARTS.stream().filter((prefix) -> name.startsWith(prefix + ".")).findFirst().orElse("");
			parts.computeIfAbsent(part.isEmpty() ? CheckpointParts.GENERATOR : part, (_) -> new LinkedHashMap<>())
				.put(part.isEmpty() ? name : name.substring(part.length() + 1), tensor);
		});
		return parts;
	}

}
