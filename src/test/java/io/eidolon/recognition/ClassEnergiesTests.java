package io.eidolon.recognition;

import java.util.Arrays;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ClassEnergiesTests {

	private static final int SIDE = 8;

	@Test
	void stripesOfOnePixelVanishInCellsAndChangeToTheRightAlone() {
		float[] stripes = new float[SIDE * SIDE];
		for (int i = 0; i < stripes.length; i++) {
			stripes[i] = (i % 2 == 0) ? 0.5f : -0.5f;
		}
		double[] energies = ClassEnergies.of(new ImageShape(SIDE, SIDE, 1, ValueRange.TANH), stripes, new float[64])
			.map(Math::exp)
			.toArray();
		assertThat(energies).containsExactly(new double[] { 0.25, 0, 0, 0, 1, 0, 0.5 }, within(1e-6));
	}

	@Test
	void aDifferenceInShadeIsTheSameInCellsOfEachSizeWhateverTheRange() {
		float[] generated = new float[3 * SIDE * SIDE];
		Arrays.fill(generated, 0.25f);
		double[] energies = ClassEnergies
			.of(new ImageShape(SIDE, SIDE, 3, new ValueRange(0, 1)), generated, new float[generated.length])
			.map(Math::exp)
			.toArray();
		assertThat(energies).containsExactly(new double[] { 0.25, 0.25, 0.25, 0.25, 0, 0, 0.5 }, within(1e-6));
	}

}
