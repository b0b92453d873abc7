package io.eidolon.recognition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.eidolon.anomaly.DetectorCard;
import io.eidolon.anomaly.DetectorFiles;
import io.eidolon.batching.Workers;
import io.eidolon.inference.gradient.BatchedExtractor;
import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens detectors of anomalies when they are first asked for, and again when their card
 * was written since. Of many, the least recently used closes.
 */
final class Detectors implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Detectors.class);

	private static final int CHANNELS = 3;

	private static final int MOST_LISTED = 1000;

	private final Path path;

	private final int most;

	private final Workers workers;

	/** Guarded by this; the least recently used first. */
	private final Map<String, Detector> open = new LinkedHashMap<>();

	/**
	 * Creates the store.
	 * @param path the folder of all that recognition keeps
	 * @param most how many may be open
	 */
	Detectors(Path path, int most, Workers workers) {
		this.path = path;
		this.most = most;
		this.workers = workers;
	}

	/**
	 * Finds a detector.
	 * @throws UnknownDetectorException when there is none, or none that can be used
	 */
	synchronized Detector find(String name) {
		if (!name.matches(DetectorCard.NAME_PATTERN)) {
			throw new UnknownDetectorException(name, "");
		}
		Path folder = DetectorFiles.folder(this.path, name);
		try {
			FileTime modified = Files.getLastModifiedTime(folder.resolve(DetectorFiles.CARD));
			Detector known = this.open.remove(name);
			if (known != null && !known.modified().equals(modified)) {
				known.network().close();
				known = null;
			}
			Detector found = (known != null) ? known : open(name, folder, modified);
			this.open.put(name, found);
			closeUnused();
			return found;
		}
		catch (NoSuchFileException ex) {
			throw new UnknownDetectorException(name, "");
		}
		// ONNX Runtime refuses a graph by exceptions of several kinds
		catch (IOException | RuntimeException ex) {
			logger.warn("The detector {} cannot be used", folder, ex);
			throw new UnknownDetectorException(name, " that can be used, as the log says");
		}
	}

	private Detector open(String name, Path folder, FileTime modified) throws IOException {
		DetectorCard card = DetectorFiles.card(folder);
		FeatureExtractor network = FeatureExtractor.open(folder.resolve(card.method().file()).toString(),
				DetectorFiles.network(folder, card));
		return new Detector(name, card, modified,
				new BatchedExtractor("anomalies-" + name,
						new ImageShape(card.side(), card.side(), CHANNELS, ValueRange.TANH), network,
						card.method().output(), this.workers));
	}

	/** The detectors whose cards can be read, by name; the first thousand of them. */
	List<ListedDetector> list() {
		Path folder = DetectorFiles.folder(this.path);
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> folders = Files.list(folder)) {
			return folders.map((file) -> file.getFileName().toString())
				.filter((name) -> name.matches(DetectorCard.NAME_PATTERN))
				.sorted()
				.limit(MOST_LISTED)
				.flatMap((name) -> listed(name).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Optional<ListedDetector> listed(String name) {
		try {
			return Optional.of(new ListedDetector(name, DetectorFiles.card(DetectorFiles.folder(this.path, name))));
		}
		catch (IOException ex) {
			logger.warn("The detector {} is left out: {}", name, ex.getMessage());
			return Optional.empty();
		}
	}

	private void closeUnused() {
		Iterator<Detector> oldest = this.open.values().iterator();
		while (this.open.size() > this.most) {
			Detector unused = oldest.next();
			oldest.remove();
			unused.network().close();
		}
	}

	@Override
	public synchronized void close() {
		this.open.values().forEach((detector) -> detector.network().close());
		this.open.clear();
	}

}
