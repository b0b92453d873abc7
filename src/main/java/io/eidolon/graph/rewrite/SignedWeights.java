package io.eidolon.graph.rewrite;

/**
 * Kernels in signed 8 bits, symmetric, with a step for each output channel.
 * <p>
 * Processors without VNNI multiply unsigned activations by weights in pairs, and add the
 * two products in 16 bits, where they saturate (VPMADDUBSW). Steps are so wide that no
 * pair can: 255 (w + w') fits for all neighbours of the same sign. The integers are then
 * the same on all processors.
 *
 * @param values of shape (to, from, kh, kw)
 * @param steps the step of each output channel
 */
record SignedWeights(byte[] values, float[] steps) {

	/**
	 * What two neighbours of the same sign add up to at most, before they are rounded.
	 */
	private static final float LARGEST = Byte.MAX_VALUE;

	/**
	 * Keeps kernels in 8 bits.
	 * @param kernels of shape (to, from, kh, kw)
	 */
	static SignedWeights of(FloatTensor kernels) {
		float[] weights = kernels.values();
		int channels = Math.toIntExact(kernels.shape().getFirst());
		int size = weights.length / channels;
		int from = Math.toIntExact(kernels.shape().get(1));
		byte[] values = new byte[weights.length];
		float[] steps = new float[channels];
		for (int c = 0; c < channels; c++) {
			steps[c] = Math.max(Float.MIN_NORMAL, largestPair(weights, c * size, size, from)) / LARGEST;
			for (int i = c * size; i < (c + 1) * size; i++) {
				values[i] = (byte) Math.rint(weights[i] / steps[c]);
			}
		}
		return new SignedWeights(values, steps);
	}

	/**
	 * The largest sum, in either direction, of two weights that are multiplied together.
	 */
	private static float largestPair(float[] weights, int start, int size, int from) {
		float largest = 0;
		for (int k = 0; k < size; k += 2) {
			float a = weights[start + place(k, size, from)];
			float b = (k + 1 < size) ? weights[start + place(k + 1, size, from)] : 0;
			float sum = (Math.signum(a) == Math.signum(b)) ? a + b : (Math.abs(a) > Math.abs(b)) ? a : b;
			largest = Math.max(largest, Math.abs(sum));
		}
		return largest;
	}

	/**
	 * Where the k-th weight of a channel lies, in the order of multiplication: with
	 * channels last, all input channels of one place come before the next place.
	 */
	private static int place(int k, int size, int from) {
		int places = size / from;
		return (k % from) * places + k / from;
	}

}
