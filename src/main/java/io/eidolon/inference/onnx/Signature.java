package io.eidolon.inference.onnx;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.PortNames;

/**
 * What a graph takes and gives.
 *
 * @param inputs the inputs, in the graph's order
 * @param outputs the outputs, in the graph's order
 */
public record Signature(List<Value> inputs, List<Value> outputs) {

	public static final long DYNAMIC = -1;

	private static final String FLOAT = "float";

	private static final String INT64 = "int64";

	/** The signature that a graph must have to be the generator of a card. */
	static Signature of(ModelCard card) {
		Value latent = new Value(PortNames.LATENT, FLOAT, List.of(DYNAMIC, (long) card.latent().dimension()));
		Value label = new Value(PortNames.LABEL, INT64, List.of(DYNAMIC));
		ImageShape image = card.image();
		Value output = new Value(PortNames.IMAGE, FLOAT,
				List.of(DYNAMIC, (long) image.channels(), (long) image.height(), (long) image.width()));
		return new Signature(card.conditional() ? List.of(latent, label) : List.of(latent), List.of(output));
	}

	/** Whether both take and give the same, in whatever order. */
	boolean matches(Signature other) {
		return Set.copyOf(this.inputs).equals(Set.copyOf(other.inputs))
				&& Set.copyOf(this.outputs).equals(Set.copyOf(other.outputs));
	}

	/**
	 * The input of a name.
	 * @throws IllegalArgumentException when there is none
	 */
	public Value input(String name) {
		return this.inputs.stream()
			.filter((input) -> input.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("%s is no input of %s".formatted(name, this)));
	}

	/** How many values a row of an input has, 0 when there is no such input. */
	public int length(String name) {
		for (Value input : this.inputs) {
			if (input.name().equals(name)) {
				return (int) input.shape().stream().skip(1).mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
			}
		}
		return 0;
	}

	@Override
	public String toString() {
		return names(this.inputs) + " -> " + names(this.outputs);
	}

	private static String names(List<Value> values) {
		return values.stream().map(Value::toString).collect(Collectors.joining(", "));
	}

	/**
	 * An input or output.
	 *
	 * @param name its name in the graph
	 * @param type the type of its elements, such as {@code float} or {@code int64}
	 * @param shape the size of each axis, -1 where each run decides
	 */
	public record Value(String name, String type, List<Long> shape) {

		@Override
		public String toString() {
			return this.shape.stream()
				.map((size) -> (size == DYNAMIC) ? "N" : size.toString())
				.collect(Collectors.joining(", ", this.name + " " + this.type + " (", ")"));
		}

	}

}
