package io.eidolon.training.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import io.eidolon.image.Picture;
import io.eidolon.inference.FeatureExtractor;
import io.eidolon.inference.InvalidGeneratorException;
import org.jspecify.annotations.Nullable;

/**
 * A named space in which pictures are compared: a network that describes them, and how
 * they enter it. Figures of different spaces cannot be compared.
 */
public final class FeatureSpace implements AutoCloseable {

	/** The space that the project brings along, which {@link FeatureTraining} made. */
	public static final String DEFAULT = "eidolon-cifar10-v1";

	private static final int BATCH = 64;

	private final String name;

	private final String sha256;

	private final FeatureExtractor extractor;

	private final PictureInput input;

	private final String output;

	private FeatureSpace(String fileName, byte[] graph, FeatureSpaceCard card) {
		this.name = (card.name() != null) ? card.name() : fileName;
		this.sha256 = sha256(graph);
		try {
			this.extractor = FeatureExtractor.open(fileName, graph);
		}
		catch (InvalidGeneratorException ex) {
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
	 * Opens a space.
	 * @param file an ONNX file with an optional {@link FeatureSpaceCard} beside it, or
	 * null for {@value #DEFAULT}
	 * @throws QualityException when there is no such file, or no pictures can enter it
	 */
	public static FeatureSpace open(@Nullable Path file) {
		try {
			return (file != null) ? read(file) : shipped();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FeatureSpace read(Path file) throws IOException {
		if (!Files.isReadable(file)) {
			throw new QualityException("%s is missing or cannot be read; an ONNX file that describes pictures is needed"
				.formatted(file.toAbsolutePath()));
		}
		Path json = cardOf(file);
		FeatureSpaceCard card = FeatureSpaceCard.EMPTY;
		if (Files.exists(json)) {
			try (InputStream in = Files.newInputStream(json)) {
				card = FeatureSpaceCard.read(json.toString(), in);
			}
		}
		return new FeatureSpace(stem(file), Files.readAllBytes(file), card);
	}

	private static FeatureSpace shipped() throws IOException {
		try (InputStream graph = resource(DEFAULT + ".onnx"); InputStream card = resource(DEFAULT + ".json")) {
			return new FeatureSpace(DEFAULT, graph.readAllBytes(), FeatureSpaceCard.read(DEFAULT, card));
		}
	}

	private static InputStream resource(String name) {
		return Objects.requireNonNull(FeatureSpace.class.getResourceAsStream(name), name);
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

	private static String sha256(byte[] graph) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(graph));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
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
	 * @param pictures at least one, squares of one shape
	 */
	public Features features(List<Picture> pictures) {
		float[] values = new float[0];
		int dimension = 0;
		for (int start = 0; start < pictures.size(); start += BATCH) {
			List<Picture> batch = pictures.subList(start, Math.min(start + BATCH, pictures.size()));
			float[] described = this.extractor.run(this.input.planes(batch), batch.size(), this.input.channels(),
					this.input.size(), this.output);
			if (start == 0) {
				dimension = described.length / batch.size();
				values = new float[Math.multiplyExact(dimension, pictures.size())];
			}
			System.arraycopy(described, 0, values, start * dimension, described.length);
		}
		return new Features(pictures.size(), dimension, values);
	}

	@Override
	public void close() {
		this.extractor.close();
	}

}
