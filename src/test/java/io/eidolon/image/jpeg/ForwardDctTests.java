package io.eidolon.image.jpeg;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ForwardDctTests {

	/** T.81, A.3.3, as it stands there. */
	@Property(tries = 100, seed = "1")
	void resultsAreThoseOfTheDefinition(@ForAll long seed) {
		byte[] samples = new byte[Block.SIZE];
		new Random(seed).nextBytes(samples);
		float[] transformed = new float[Block.SIZE];
		ForwardDct.transform(samples, new int[] { 0, 8, 16, 24, 32, 40, 48, 56 }, new int[] { 0, 1, 2, 3, 4, 5, 6, 7 },
				new float[Block.SIZE], transformed);
		for (int v = 0; v < 8; v++) {
			for (int u = 0; u < 8; u++) {
				double sum = 0;
				for (int i = 0; i < samples.length; i++) {
					sum += ((samples[i] & 0xff) - 128) * cosine(i % 8, u) * cosine(i / 8, v);
				}
				double coefficient = weight(u) * weight(v) * sum / 4;
				assertThat(transformed[v * 8 + u] / ForwardDct.SCALES[v * 8 + u]).isCloseTo(coefficient, within(0.002));
			}
		}
	}

	private static double cosine(int position, int frequency) {
		return Math.cos((2 * position + 1) * frequency * Math.PI / 16);
	}

	private static double weight(int frequency) {
		return (frequency == 0) ? Math.sqrt(0.5) : 1;
	}

}
