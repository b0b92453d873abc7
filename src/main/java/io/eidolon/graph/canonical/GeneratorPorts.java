package io.eidolon.graph.canonical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ShapeMeasurement;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Footprint;
import io.eidolon.graph.shape.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs and the output of a generator mean.
 *
 * @param latent the input that images are made from
 * @param label the input that chooses a class, null for an unconditional generator
 * @param sentence the input of what the image is to show, null for a generator that takes
 * no text
 * @param strength the input of how closely the sentence is followed, null when there is
 * none
 * @param image the output
 * @param others the names of outputs that are left out
 * @param batches whether it can generate several images in a run
 * @param bytes the most memory that one image takes, weights left out
 */
public record GeneratorPorts(LatentPort latent, @Nullable LabelPort label, @Nullable SentencePort sentence,
		@Nullable StrengthPort strength, ImagePort image, List<String> others, boolean batches, long bytes) {

	/** The most memory that a run may take. */
	public static final long MAX_BYTES = Footprint.MAX_BYTES;

	/**
	 * Finds the ports of a graph from what reads its inputs, from what it declares and
	 * from the shapes that follow.
	 * @param graph a graph of opset 17 or later
	 * @param hints what its card says
	 * @throws InvalidGraphException when it is no generator, with what was found and what
	 * is needed
	 */
	public static GeneratorPorts of(OnnxGraph graph, Hints hints) {
		return of(graph, hints, ShapeMeasurement.NONE);
	}

	/**
	 * Finds the ports of a graph, which may be run where shapes do not follow.
	 * @param measurement runs a graph for the shapes of what it makes
	 */
	public static GeneratorPorts of(OnnxGraph graph, Hints hints, ShapeMeasurement measurement) {
		return of(Graph.of(graph), hints, measurement);
	}

	private static GeneratorPorts of(Graph graph, Hints hints, ShapeMeasurement measurement) {
		InputRows rows = InputRows.of(graph, hints);
		ConstantBranches.requireNone(graph);
		Shapes one = rows.one(graph, measurement);
		Footprint footprint = Footprint.of(graph, one);
		ImagePort image = ImageFinder.of(graph, one, hints);
		List<String> others = graph.outputs()
			.stream()
			.map(Value::name)
			.filter((name) -> !name.equals(image.output()))
			.toList();
		return new GeneratorPorts(rows.latent(), rows.label(), rows.sentence(), rows.strength(), image, others,
				rows.batches(graph, image.output(), one, measurement), footprint.bytes());
	}

	/** The same ports, making one image in a run. */
	public GeneratorPorts oneByOne() {
		return new GeneratorPorts(this.latent, this.label, this.sentence, this.strength, this.image, this.others, false,
				this.bytes);
	}

	/** What each input is taken for, by its name in the file. */
	public Map<String, String> roles() {
		Map<String, String> roles = new LinkedHashMap<>();
		roles.put(this.latent.input(), "latent");
		if (this.label != null) {
			roles.put(this.label.input(), this.label.oneHot() ? "label, one-hot" : "label");
		}
		if (this.sentence != null) {
			roles.put(this.sentence.input(), "sentence");
		}
		if (this.strength != null) {
			roles.put(this.strength.input(), "strength");
		}
		return roles;
	}

	/** How many classes there are, 0 for an unconditional generator. */
	public int classes() {
		return (this.label != null) ? this.label.classes() : 0;
	}

	/**
	 * What is known of a generator beside its graph.
	 *
	 * @param dimension the length of a latent, null when only the graph tells
	 * @param classes how many classes, null when only the graph tells
	 * @param width pixels, null when only the graph tells
	 * @param height pixels, null when only the graph tells
	 * @param channels 1 or 3, null when only the graph tells
	 * @param inputs what inputs are for, by their names
	 * @param output the output that is the image, null when only the graph tells
	 */
	public record Hints(@Nullable Integer dimension, @Nullable Integer classes, @Nullable Integer width,
			@Nullable Integer height, @Nullable Integer channels, Map<String, String> inputs, @Nullable String output) {

		/** Only the graph tells. */
		public static final Hints NONE = new Hints(null, null, null, null);

		/** What is known of sizes alone. */
		public Hints(@Nullable Integer dimension, @Nullable Integer classes, @Nullable Integer width,
				@Nullable Integer height) {
			this(dimension, classes, width, height, null, Map.of(), null);
		}

	}

	/**
	 * The input of latents.
	 *
	 * @param input its name
	 * @param type the type of its elements
	 * @param shape its shape for one latent
	 * @param batched whether the first axis is that of the batch
	 * @param dimension the length of a latent
	 */
	public record LatentPort(String input, DataType type, List<Long> shape, boolean batched, int dimension) {

	}

	/**
	 * The input of labels.
	 *
	 * @param input its name
	 * @param type the type of its elements
	 * @param shape its shape for one label
	 * @param batched whether the first axis is that of the batch
	 * @param classes how many classes there are
	 * @param oneHot whether a label is a row with a one at the class's index, or the
	 * index
	 */
	public record LabelPort(String input, DataType type, List<Long> shape, boolean batched, int classes,
			boolean oneHot) {

	}

	/**
	 * The input of sentences' vectors.
	 *
	 * @param input its name
	 * @param type the type of its elements
	 * @param shape its shape for one sentence
	 * @param dimension the length of a vector
	 */
	public record SentencePort(String input, DataType type, List<Long> shape, int dimension) {

	}

	/**
	 * The input of strengths.
	 *
	 * @param input its name
	 * @param type the type of its elements
	 * @param shape its shape for one strength
	 */
	public record StrengthPort(String input, DataType type, List<Long> shape) {

	}

	/**
	 * The output of images.
	 *
	 * @param output its name
	 * @param type the type of its elements
	 * @param shape its shape for one image
	 * @param layout the order of its axes
	 * @param channels 1 or 3
	 * @param height pixels
	 * @param width pixels
	 */
	public record ImagePort(String output, DataType type, List<Long> shape, Layout layout, int channels, int height,
			int width) {

	}

	/** The orders of an image's axes. */
	public enum Layout {

		/** (N, C, H, W), or the same numbers with fewer axes. */
		CHANNELS_FIRST,

		/** (N, H, W, C). */
		CHANNELS_LAST

	}

}
