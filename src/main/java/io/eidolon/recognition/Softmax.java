package io.eidolon.recognition;

import java.util.Arrays;

/** {@code p_c = exp(s_c) / sum exp(s)}, without overflow. */
final class Softmax {

	private Softmax() {
	}

	static double[] of(double[] scores) {
		double greatest = Arrays.stream(scores).max().orElse(0);
		double[] powers = Arrays.stream(scores).map((score) -> Math.exp(score - greatest)).toArray();
		double sum = Arrays.stream(powers).sum();
		return Arrays.stream(powers).map((power) -> power / sum).toArray();
	}

}
