package io.eidolon.training.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON file beside the ONNX file of a feature space, which says how pictures enter
 * it. A level of 255 becomes v = level / 255, and enters as (v - mean) / deviation.
 *
 * @param name what figures in this space are called by; by default the name of the file
 * @param size the side of the pictures in pixels; by default what the graph asks for
 * @param mean one number, or one for each channel; by default 0
 * @param deviation one number, or one for each channel; by default 1
 * @param resize how pictures are resized: bilinear, the default, or bicubic; antialiased
 * in either case
 * @param output the output that gives features; by default the graph's first
 * @param about how the network came to be, for people
 * @param accuracy the share of test pictures whose class it names, for a classifier that
 * was trained here
 */
public record FeatureSpaceCard(@Nullable String name, @Nullable Integer size, @Nullable List<Double> mean,
		@Nullable List<Double> deviation, @Nullable Resampling resize, @Nullable String output, @Nullable String about,
		@Nullable Double accuracy) {

	static final FeatureSpaceCard EMPTY = new FeatureSpaceCard(null, null, null, null, null, null, null, null);

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	/** Describes a network that {@link FeatureTraining} made. */
	public static FeatureSpaceCard trained(String name, @Nullable String dataName, int pictures, int epochs,
			double accuracy, int testPictures) {
		String about = "Classifier of %s convolutions, trained by this project on %s pictures of %s in %s epochs; accuracy on its %s test pictures"
			.formatted(FeatureNetwork.DEPTH, pictures, (dataName != null) ? dataName : "an unnamed set", epochs,
					testPictures);
		return new FeatureSpaceCard(name, FeatureNetwork.SIZE, List.of(0.5), List.of(0.5), null,
				FeatureNetwork.FEATURES_OUTPUT, about, accuracy);
	}

	/**
	 * Reads a card.
	 * @param source what errors call it
	 * @throws QualityException when it is no such card
	 */
	static FeatureSpaceCard read(String source, InputStream in) {
		try {
			return JSON.readValue(in, FeatureSpaceCard.class);
		}
		catch (JacksonException ex) {
			throw new QualityException("%s cannot be read: %s".formatted(source,
					String.valueOf(ex.getMessage()).lines().findFirst().orElse("")), ex);
		}
	}

	/** Writes the card. */
	public void write(Path file) {
		try {
			Files.writeString(file, JSON.writeValueAsString(this) + System.lineSeparator());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
