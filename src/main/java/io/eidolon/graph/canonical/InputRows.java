package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.ShapeMeasurement;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import io.eidolon.graph.canonical.GeneratorPorts.LabelPort;
import io.eidolon.graph.canonical.GeneratorPorts.LatentPort;
import io.eidolon.graph.canonical.GeneratorPorts.SentencePort;
import io.eidolon.graph.canonical.GeneratorPorts.StrengthPort;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a generator, and their shapes for a batch of any size, whatever the file
 * declares: what counts is what the graph can take.
 */
record InputRows(LatentPort latent, @Nullable LabelPort label, @Nullable SentencePort sentence,
		@Nullable StrengthPort strength) {

	static InputRows of(Graph graph, Hints hints) {
		PortFinder finder = new PortFinder(graph, hints);
		return new InputRows(finder.latent(), finder.label(), finder.sentence(), finder.strength());
	}

	/** The shapes for one image as far as they can be told; none when they cannot. */
	static Map<Value, List<Long>> guessed(Graph graph, Hints hints) {
		try {
			return of(graph, hints).shapes(graph, 1);
		}
		catch (InvalidGraphException ex) {
			// Told again, and then for good, once branches are gone.
			return Map.of();
		}
	}

	/**
	 * The shapes of all values for one image.
	 * @throws InvalidGraphException when the graph cannot be run on one
	 */
	Shapes one(Graph graph, ShapeMeasurement measurement) {
		try {
			return Shapes.of(graph, shapes(graph, 1), measurement);
		}
		catch (InvalidGraphException ex) {
			long declared = Port.of(graph.input(this.latent.input()).orElseThrow()).axesOr(Port.OPEN).getFirst();
			if (!this.latent.batched() || declared <= 1) {
				throw ex;
			}
			throw new InvalidGraphException(
					"The graph takes a batch of just %s, as one image alone cannot be generated: %s; export it for one image or with an open batch"
						.formatted(declared, ex.getMessage()),
					ex);
		}
	}

	/** Whether two images come out where two latents go in. */
	boolean batches(Graph graph, String image, Shapes one, ShapeMeasurement measurement) {
		if (!this.latent.batched() || this.label != null && !this.label.batched()) {
			return false;
		}
		Value output = graph.output(image).orElseThrow();
		try {
			Shapes two = Shapes.of(graph, shapes(graph, 2), measurement);
			return two.of(output).equals(one.of(output).map((shape) -> counted(shape, 2)));
		}
		catch (InvalidGraphException ex) {
			return false;
		}
	}

	private Map<Value, List<Long>> shapes(Graph graph, long count) {
		Map<String, List<Long>> rows = new HashMap<>();
		rows.put(this.latent.input(),
				this.latent.batched() ? counted(this.latent.shape(), count) : this.latent.shape());
		if (this.label != null) {
			rows.put(this.label.input(),
					this.label.batched() ? counted(this.label.shape(), count) : this.label.shape());
		}
		if (this.sentence != null) {
			rows.put(this.sentence.input(), counted(this.sentence.shape(), count));
		}
		if (this.strength != null) {
			rows.put(this.strength.input(), counted(this.strength.shape(), count));
		}
		Map<Value, List<Long>> shapes = new HashMap<>();
		graph.inputs().forEach((input) -> shapes.put(input, rows.getOrDefault(input.name(), List.of())));
		return shapes;
	}

	private static List<Long> counted(List<Long> shape, long count) {
		List<Long> counted = new ArrayList<>(shape);
		counted.set(0, count);
		return counted;
	}

}
