package io.eidolon.search;

import java.util.Map;

import io.eidolon.inference.gradient.GradientResult;
import org.jspecify.annotations.Nullable;

/**
 * What a search minimises: {@code J(z) = s L(G(z)) + lambda |z|^2 / D + mu |z - z0|^2 /
 * D}. The first term is the loss that the graph computes, the others keep to latents that
 * the generator was trained on, and near the image to edit.
 *
 * @param asked what is asked of images: the inputs of the loss
 * @param scale s, which makes L one of intensities between 0 and 1
 * @param prior lambda
 * @param smoothness mu
 * @param anchor z0, null when there is no image to edit
 */
public record SearchObjective(Map<String, float[]> asked, float scale, float prior, float smoothness,
		float @Nullable [] anchor) {

	/** J at z. */
	double value(float[] z, GradientResult result) {
		double sum = 0;
		for (int i = 0; i < z.length; i++) {
			double away = (this.anchor != null) ? z[i] - this.anchor[i] : 0;
			sum += this.prior * z[i] * z[i] + this.smoothness * away * away;
		}
		return this.scale * result.loss() + sum / z.length;
	}

	/** The derivative of J in each element of z. */
	float[] gradient(float[] z, GradientResult result) {
		float[] gradient = new float[z.length];
		for (int i = 0; i < z.length; i++) {
			float away = (this.anchor != null) ? z[i] - this.anchor[i] : 0;
			gradient[i] = this.scale * result.gradient()[i]
					+ 2 * (this.prior * z[i] + this.smoothness * away) / z.length;
		}
		return gradient;
	}

}
