package io.eidolon.graph.rewrite;

import java.util.Optional;

import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

/**
 * The plane of a value of shape (N, channels, height, width).
 *
 * @param height rows
 * @param width columns
 */
record FeatureMap(int height, int width) {

	/** The plane of a value, empty when it cannot be told or is none. */
	static Optional<FeatureMap> of(Shapes shapes, Value value) {
		return shapes.of(value)
			.filter((shape) -> shape.size() == 4 && shape.get(2) > 0 && shape.get(3) > 0)
			.map((shape) -> new FeatureMap(Math.toIntExact(shape.get(2)), Math.toIntExact(shape.get(3))));
	}

	long pixels() {
		return (long) this.height * this.width;
	}

}
