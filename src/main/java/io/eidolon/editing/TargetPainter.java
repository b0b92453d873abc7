package io.eidolon.editing;

import java.util.Arrays;
import java.util.List;

import io.eidolon.image.Luma;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.serving.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/**
 * Paints constraints on top of each other. With m_k the part of a pixel that constraint k
 * covers and none after it hides, v_k its weight and t_k its colour, the pixel counts
 * {@code w = sum_k v_k m_k / sum(m_k)}, so that a small stroke weighs as much as a large
 * region, and its target is the mean of the t_k by their shares of w.
 */
final class TargetPainter {

	private final ImageShape shape;

	/** The picture to edit in the generator's range, null when there is none. */
	private final float @Nullable [] start;

	private final int plane;

	TargetPainter(ImageShape shape, float @Nullable [] start) {
		this.shape = shape;
		this.start = start;
		this.plane = shape.width() * shape.height();
	}

	/** Paints all constraints that say colours. */
	Target paint(List<Constraint> constraints) {
		float[] colours = new float[this.shape.channels() * this.plane];
		float[] weights = new float[this.plane];
		float[] visible = new float[this.plane];
		Arrays.fill(visible, 1);
		for (int k = constraints.size() - 1; k >= 0; k--) {
			Layer layer = layer(constraints.get(k), "constraints[%s]".formatted(k));
			if (layer != null) {
				add(layer, constraints.get(k).weight(), visible, colours, weights);
			}
		}
		for (int i = 0; i < colours.length; i++) {
			float weight = weights[i % this.plane];
			colours[i] = (weight > 0) ? colours[i] / weight : 0;
		}
		return new Target(colours, weights);
	}

	private void add(Layer layer, float weight, float[] visible, float[] colours, float[] weights) {
		double area = 0;
		float[] shown = new float[this.plane];
		for (int i = 0; i < this.plane; i++) {
			shown[i] = layer.coverage()[i] * visible[i];
			visible[i] -= shown[i];
			area += shown[i];
		}
		if (area == 0) {
			return;
		}
		for (int i = 0; i < this.plane; i++) {
			float share = (float) (weight * shown[i] / area);
			weights[i] += share;
			for (int c = 0; c < this.shape.channels(); c++) {
				colours[c * this.plane + i] += share * layer.colours()[c * this.plane + i];
			}
		}
	}

	private @Nullable Layer layer(Constraint constraint, String parameter) {
		float[] coverage = constraint.region().coverage(this.shape, parameter);
		return switch (constraint) {
			case Constraint.Paint paint -> new Layer(coverage, uniform(paint.rgb()));
			case Constraint.Keep _ -> new Layer(coverage, start(parameter));
			case Constraint.Warp warp -> moved(coverage, start(parameter), warp.dx(), warp.dy(), parameter);
			case Constraint.Sketch _ -> null;
		};
	}

	private float[] start(String parameter) {
		if (this.start == null) {
			throw new InvalidParameterException(parameter + ".type", null,
					"colour or sketch unless a picture to edit is given, as a seed or a latent");
		}
		return this.start;
	}

	private float[] uniform(int rgb) {
		float[] colours = new float[this.shape.channels() * this.plane];
		ValueRange range = this.shape.range();
		for (int c = 0; c < this.shape.channels(); c++) {
			float level = (this.shape.channels() == 1) ? Luma.of(rgb) : rgb >> (16 - 8 * c) & 0xFF;
			Arrays.fill(colours, c * this.plane, (c + 1) * this.plane,
					range.minimum() + level / 255 * (range.maximum() - range.minimum()));
		}
		return colours;
	}

	private Layer moved(float[] coverage, float[] colours, int dx, int dy, String parameter) {
		float[] movedCoverage = new float[coverage.length];
		float[] movedColours = new float[colours.length];
		boolean inside = false;
		for (int y = 0; y < this.shape.height(); y++) {
			for (int x = 0; x < this.shape.width(); x++) {
				int fromX = x - dx;
				int fromY = y - dy;
				if (fromX >= 0 && fromX < this.shape.width() && fromY >= 0 && fromY < this.shape.height()) {
					int to = y * this.shape.width() + x;
					int from = fromY * this.shape.width() + fromX;
					movedCoverage[to] = coverage[from];
					inside |= coverage[from] > 0;
					for (int c = 0; c < this.shape.channels(); c++) {
						movedColours[c * this.plane + to] = colours[c * this.plane + from];
					}
				}
			}
		}
		if (!inside) {
			throw new InvalidParameterException(parameter + ".by", "%s, %s".formatted(dx, dy),
					"so little that a part of the region stays within the picture");
		}
		return new Layer(movedCoverage, movedColours);
	}

	/**
	 * What one constraint asks for.
	 *
	 * @param coverage (height, width), between 0 and 1
	 * @param colours (channels, height, width)
	 */
	private record Layer(float[] coverage, float[] colours) {

	}

}
