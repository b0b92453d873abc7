package io.eidolon.latent;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A way through the latent space along key frames. Each stretch between two keys takes
 * the same time.
 *
 * @param keyFrames at least two latents of one length
 * @param interpolation the way from one key to the next
 * @param loop whether the way leads back from the last key to the first
 */
public record LatentPath(List<float[]> keyFrames, Interpolation interpolation, boolean loop) {

	/**
	 * Creates a path.
	 * @throws IllegalArgumentException when there are fewer than two key frames or their
	 * lengths differ
	 */
	public LatentPath {
		keyFrames = List.copyOf(keyFrames);
		if (keyFrames.size() < 2) {
			throw new IllegalArgumentException("key frames (%s) must be at least 2".formatted(keyFrames.size()));
		}
		List<Integer> lengths = keyFrames.stream().map((key) -> key.length).distinct().toList();
		if (lengths.size() > 1) {
			throw new IllegalArgumentException("key frames must have one length, but have %s".formatted(lengths));
		}
	}

	/**
	 * Returns latents at equal distances in t. The first is the first key. The last is
	 * the last key, or on a loop one distance before the first key comes again, so that
	 * the animation closes without a doubled frame. Keys between them are met exactly
	 * where a frame falls on them, as it does when the frames divide evenly among the
	 * stretches; with fewer frames than keys some keys are passed over.
	 * @param steps how many latents in all
	 * @throws IllegalArgumentException when there are fewer than two steps
	 */
	public List<float[]> frames(int steps) {
		return frames(steps, IntStream.range(0, steps).boxed().toList());
	}

	/**
	 * Returns some of the latents that {@link #frames(int)} returns.
	 * @param steps how many latents the whole path has
	 * @param some which of them, from 0
	 * @throws IllegalArgumentException when there are fewer than two steps
	 */
	public List<float[]> frames(int steps, List<Integer> some) {
		if (steps < 2) {
			throw new IllegalArgumentException("steps (%s) must be at least 2".formatted(steps));
		}
		int stretches = loop() ? keyFrames().size() : keyFrames().size() - 1;
		int distances = loop() ? steps : steps - 1;
		return some.stream().map((step) -> frame((long) step * stretches, distances)).toList();
	}

	// The time since the first key is numerator / denominator stretches: a fraction, so
	// that keys are met without rounding.
	private float[] frame(long numerator, int denominator) {
		int key = (int) (numerator / denominator);
		double t = (double) (numerator % denominator) / denominator;
		return interpolation().between(key(key), key(key + 1), t);
	}

	private float[] key(int index) {
		return keyFrames().get(index % keyFrames().size());
	}

}
