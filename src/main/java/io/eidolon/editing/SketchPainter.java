package io.eidolon.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.eidolon.graph.gradient.Loss;
import io.eidolon.modelcard.ModelCard.ImageShape;

/**
 * Draws the lines of all sketches into one picture, whose edges are asked for where its
 * lines are.
 *
 * @param shape the pictures
 */
record SketchPainter(ImageShape shape) {

	/**
	 * What a sketch that is missed altogether costs, in units of a squared intensity: as
	 * much as a stroke whose colour is missed by a third of the range.
	 */
	private static final float COST = 0.1f;

	static boolean isAskedBy(List<Constraint> constraints) {
		return constraints.stream().anyMatch(Constraint.Sketch.class::isInstance);
	}

	/** The inputs of the loss, beside those of colours. */
	Map<String, float[]> asked(List<Constraint> constraints) {
		float[] lines = new float[this.shape.width() * this.shape.height()];
		float weight = 0;
		for (int k = 0; k < constraints.size(); k++) {
			if (constraints.get(k) instanceof Constraint.Sketch sketch) {
				float[] coverage = sketch.region().coverage(this.shape, "constraints[%s]".formatted(k));
				for (int i = 0; i < lines.length; i++) {
					lines[i] = Math.max(lines[i], coverage[i]);
				}
				weight = Math.max(weight, sketch.weight());
			}
		}
		float range = this.shape.range().maximum() - this.shape.range().minimum();
		Map<String, float[]> asked = new HashMap<>();
		asked.put(Loss.SKETCH, lines);
		asked.put(Loss.SKETCH_MASK, lines);
		asked.put(Loss.SKETCH_WEIGHT, new float[] { COST * weight * range * range });
		return asked;
	}

}
