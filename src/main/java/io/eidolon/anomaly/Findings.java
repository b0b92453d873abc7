package io.eidolon.anomaly;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * What the network of a detector finds in a picture.
 *
 * @param distances (places * places), rows from the top down: how far each place is from
 * what good pictures have
 * @param reconstruction what a generator makes of the picture, null without one
 */
public record Findings(float[] distances, @Nullable Reconstruction reconstruction) {

	/**
	 * Reads what a network puts out: the distances, or for a reconstruction (2 * places *
	 * places + 3 * side * side) its parts.
	 * @param places of a side of the map
	 * @param kappa the weight of the features, which a memory has no use for
	 */
	public static Findings of(DetectorMethod method, int places, double kappa, float[] output) {
		return switch (method) {
			case MEMORY -> new Findings(output, null);
			case RECONSTRUCTION -> {
				int count = places * places;
				Reconstruction parts = new Reconstruction(Arrays.copyOfRange(output, 0, count),
						Arrays.copyOfRange(output, count, 2 * count),
						Arrays.copyOfRange(output, 2 * count, output.length));
				yield new Findings(parts.distances(kappa), parts);
			}
		};
	}

	/**
	 * The score of the picture: the mean of the greatest distances, as few bad places are
	 * enough, and one alone may be chance.
	 * @param averaged how many distances, or all where there are fewer
	 */
	public double score(int averaged) {
		return mean(this.distances, averaged);
	}

	/**
	 * The part of the score that some of its distances have.
	 * @param part (places * places) a part of each distance
	 */
	public double mean(float[] part, int averaged) {
		return IntStream.range(0, this.distances.length)
			.boxed()
			.sorted(Comparator.comparing((Integer place) -> this.distances[place]).reversed())
			.limit(averaged)
			.mapToDouble((place) -> part[place])
			.average()
			.orElse(0);
	}

	/**
	 * How much of each place a heat map covers: nothing to half the threshold, all from
	 * one and a half of it on, and between them by the square, as many places of good
	 * pictures are not far below the threshold.
	 */
	public float[] opacity(double threshold) {
		float[] opacity = new float[this.distances.length];
		for (int i = 0; i < opacity.length; i++) {
			double above = Math.clamp(this.distances[i] / threshold - 0.5, 0, 1);
			opacity[i] = (float) (above * above);
		}
		return opacity;
	}

	/**
	 * What a generator makes of a picture, and how far the picture is from it. Both parts
	 * are about 1 at the places of good pictures.
	 *
	 * @param pixels (places * places) the root of the mean squared difference
	 * @param features (places * places) the distance of the patches' features
	 * @param picture (3, side, side) between -1 and 1
	 */
	public record Reconstruction(float[] pixels, float[] features, float[] picture) {

		private float[] distances(double kappa) {
			float[] distances = this.pixels.clone();
			for (int i = 0; i < distances.length; i++) {
				distances[i] += (float) kappa * this.features[i];
			}
			return distances;
		}

		/** The picture in bytes, (side, side, 3). */
		public byte[] samples() {
			int plane = this.picture.length / 3;
			byte[] samples = new byte[this.picture.length];
			for (int i = 0; i < samples.length; i++) {
				float value = this.picture[i % 3 * plane + i / 3];
				samples[i] = (byte) Math.round(127.5f * (Math.clamp(value, -1, 1) + 1));
			}
			return samples;
		}

	}

}
