package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.eidolon.inference.GeneratorFactory;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.registry.Models.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the model in each folder of a folder. What is wrong with one is reported and
 * keeps no other from serving.
 */
final class ModelScanner {

	private static final Logger logger = LoggerFactory.getLogger(ModelScanner.class);

	private final GeneratorFactory factory;

	private final SortedMap<String, Model> models = new TreeMap<>();

	private final Map<String, String> failures = new LinkedHashMap<>();

	private ModelScanner(GeneratorFactory factory) {
		this.factory = factory;
	}

	/** Opens the models in the folders of a folder, in the order of their names. */
	static Models scan(Path path, GeneratorFactory factory) {
		ModelScanner scanner = new ModelScanner(factory);
		try {
			folders(path).forEach(scanner::open);
		}
		catch (IOException ex) {
			scanner.leaveOut(path, "eidolon.models.path (%s) must be a folder that can be read".formatted(path), ex);
		}
		return new Models(scanner.models, scanner.failures);
	}

	private void open(Path folder) {
		try {
			if (!Files.exists(folder.resolve(ModelCard.FILE)) && !hasGraph(folder)) {
				logger.debug("{} holds no model", folder);
				return;
			}
			open(folder, ModelCards.read(folder));
		}
		catch (IOException | RuntimeException ex) {
			leaveOut(folder, (ex.getMessage() != null) ? ex.getMessage() : ex.toString(), ex);
		}
	}

	private void open(Path folder, ModelCard card) {
		Model namesake = this.models.get(card.name());
		if (namesake != null) {
			throw new IllegalStateException("%s: name (%s) is taken by %s; names must differ"
				.formatted(folder.resolve(ModelCard.FILE), card.name(), namesake.folder()));
		}
		long start = System.nanoTime();
		ModelCards.verifyFiles(folder, card);
		this.models.put(card.name(), new Model(folder, new SharedGenerator(this.factory.open(folder, card))));
		logger.info("Opened model {} version {} from {} in {} ms", card.name(), card.version(), folder,
				(System.nanoTime() - start) / 1_000_000);
	}

	private void leaveOut(Path folder, String reason, Exception cause) {
		this.failures.put(String.valueOf(folder.getFileName()), reason);
		logger.error("Left out {}: {}", folder, reason);
		logger.debug("Left out {}", folder, cause);
	}

	private static List<Path> folders(Path path) throws IOException {
		try (Stream<Path> entries = Files.list(path)) {
			return entries.filter(Files::isDirectory).filter((folder) -> !isHidden(folder)).sorted().toList();
		}
	}

	// Where the trainer puts a model together before it is put in place.
	private static boolean isHidden(Path folder) {
		return folder.getFileName().toString().startsWith(".");
	}

	private static boolean hasGraph(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.anyMatch((file) -> file.toString().endsWith(".onnx"));
		}
	}

}
