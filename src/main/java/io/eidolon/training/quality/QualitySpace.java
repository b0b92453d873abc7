package io.eidolon.training.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.eidolon.image.Picture;
import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.modelcard.Sha256;
import io.eidolon.training.data.files.PreparationProgress;
import io.eidolon.training.loop.StopRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A named space in which pictures are compared: a network that describes them, and how
 * they enter it. Figures of different spaces cannot be compared.
 */
public final class QualitySpace implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(QualitySpace.class);

	/** The space that takes least time, for comparing very many pictures. */
	public static final String QUICK = "eidolon-cifar10-v1";

	// Larger batches fall out of the processor's cache: 1 to 4 pictures of 299x299 are
	// quickest.
	private static final int BATCH = 4;

	private final String name;

	private final String sha256;

	private final FeatureExtractor extractor;

	private final PictureInput input;

	private final String output;

	private final int threads;

	private final StopRequest stop;

	private QualitySpace(String fileName, byte[] graph, FeatureSpaceCard card, int threads, StopRequest stop) {
		this.threads = threads;
		this.stop = stop;
		this.name = (card.name() != null) ? card.name() : fileName;
		this.sha256 = Sha256.hex(graph);
		try {
			this.extractor = FeatureExtractor.open(fileName, graph);
		}
		catch (InvalidModelException ex) {
			throw new QualityException(String.valueOf(ex.getMessage()), ex);
		}
		try {
			this.input = PictureInput.of(fileName, this.extractor, card);
			this.output = (card.output() != null) ? card.output() : this.extractor.outputs().getFirst();
			if (!this.extractor.outputs().contains(this.output)) {
				throw new QualityException(
						"%s: output (%s) must be one of %s".formatted(fileName, this.output, this.extractor.outputs()));
			}
		}
		catch (RuntimeException ex) {
			this.extractor.close();
			throw ex;
		}
	}

	/**
	 * The name of the space that suits pictures where none is asked for.
	 * @param side their shorter side in pixels
	 */
	public static String suiting(int side) {
		return ShippedSpace.suiting(side).title();
	}

	/**
	 * Opens a space.
	 * @param name the name of a space that comes with the trainer, or an ONNX file with
	 * an optional {@link FeatureSpaceCard} beside it
	 * @param threads how many pictures are described at once, at least 1
	 * @throws QualityException when there is no such space, or no pictures can enter it
	 */
	public static QualitySpace open(String name, int threads) {
		return open(name, threads, StopRequest.NEVER);
	}

	/**
	 * Opens a space that can be stopped while it describes pictures.
	 * @param name as above
	 * @param threads as above
	 * @param stop asked before each batch
	 */
	public static QualitySpace open(String name, int threads, StopRequest stop) {
		try {
			Optional<ShippedSpace> shipped = ShippedSpace.named(name);
			return shipped.isPresent()
					? new QualitySpace(name, shipped.get().graph(), shipped.get().card(), threads, stop)
					: read(Path.of(name), threads, stop);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static QualitySpace read(Path file, int threads, StopRequest stop) throws IOException {
		if (!Files.isReadable(file)) {
			throw new QualityException("%s is missing or cannot be read; one of %s is needed, or an ONNX file that"
				.formatted(file.toAbsolutePath(), ShippedSpace.names()) + " describes pictures");
		}
		Path json = cardOf(file);
		FeatureSpaceCard card = FeatureSpaceCard.EMPTY;
		if (Files.exists(json)) {
			try (InputStream in = Files.newInputStream(json)) {
				card = FeatureSpaceCard.read(json.toString(), in);
			}
		}
		return new QualitySpace(stem(file), Files.readAllBytes(file), card, threads, stop);
	}

	/**
	 * The card of a space's file: {@code inception.json} beside {@code inception.onnx}.
	 */
	public static Path cardOf(Path file) {
		return file.resolveSibling(stem(file) + ".json");
	}

	private static String stem(Path file) {
		return String.valueOf(file.getFileName()).replaceFirst("\\.onnx$", "");
	}

	/** What its figures are called by. */
	public String name() {
		return this.name;
	}

	/** The SHA-256 of its network's file, in lower-case hex. */
	public String sha256() {
		return this.sha256;
	}

	/**
	 * Describes pictures.
	 * @param pictures at least one, all of one shape; read by several threads
	 */
	public Features features(List<Picture> pictures) {
		float[] first = describe(pictures.subList(0, 1));
		int dimension = first.length;
		float[] values = new float[Math.multiplyExact(dimension, pictures.size())];
		PreparationProgress progress = new PreparationProgress("Described", "pictures in " + this.name, pictures.size(),
				System::nanoTime, logger::info);
		Parallel.forEach(this.threads, (pictures.size() + BATCH - 1) / BATCH, (batch) -> {
			int start = batch * BATCH;
			float[] described = describe(pictures.subList(start, Math.min(start + BATCH, pictures.size())));
			System.arraycopy(described, 0, values, start * dimension, described.length);
			progress.step(described.length / dimension);
		});
		return new Features(pictures.size(), dimension, values);
	}

	private float[] describe(List<Picture> pictures) {
		this.stop.check();
		return this.extractor.run(this.input.planes(pictures), pictures.size(), this.input.channels(),
				this.input.size(), this.output);
	}

	/**
	 * Describes pictures that later runs will describe again.
	 * @param cache the folder in which features are kept
	 */
	public Features features(List<Picture> pictures, Path cache) {
		FeatureCache kept = new FeatureCache(cache);
		String key = FeatureCache.key(this.sha256 + this.input.text() + this.output, pictures);
		return kept.read(key).orElseGet(() -> {
			Features features = features(pictures);
			kept.write(key, features);
			return features;
		});
	}

	@Override
	public void close() {
		this.extractor.close();
	}

}
