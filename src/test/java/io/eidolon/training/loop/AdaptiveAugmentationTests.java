package io.eidolon.training.loop;

import io.eidolon.training.distributed.Alone;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AdaptiveAugmentationTests {

	private static final int BATCH = 50;

	/** What four batches of 50 change: 200 of 500,000. */
	private static final double STEP = 4e-4;

	@Test
	void withoutATargetPicturesAreAlwaysChanged() {
		AdaptiveAugmentation never = new AdaptiveAugmentation(0);
		observe(never, 1, 100);
		assertThat(never.probability()).isOne();
	}

	@Test
	void theProbabilityRisesEveryFourBatchesWhileDIsSurerThanTheTarget() {
		AdaptiveAugmentation augmentation = new AdaptiveAugmentation(0.6);
		observe(augmentation, 0.7, 3);
		assertThat(augmentation.probability()).isZero();
		observe(augmentation, 0.7, 1);
		assertThat(augmentation.probability()).isCloseTo(STEP, within(1e-12));
		observe(augmentation, 0.7, 36);
		assertThat(augmentation.probability()).isCloseTo(10 * STEP, within(1e-12));
		observe(augmentation, 0.5, 8);
		assertThat(augmentation.probability()).isCloseTo(8 * STEP, within(1e-12));
	}

	@Test
	void itIsTheMeanOfFourBatchesThatCounts() {
		AdaptiveAugmentation augmentation = new AdaptiveAugmentation(0.6);
		observe(augmentation, 1, 2);
		observe(augmentation, 0.25, 2);
		assertThat(augmentation.probability()).isCloseTo(STEP, within(1e-12));
		observe(augmentation, 1, 2);
		observe(augmentation, 0.15, 2);
		assertThat(augmentation.probability()).isZero();
	}

	@Test
	void theProbabilityStaysBetweenNoneAndAll() {
		AdaptiveAugmentation augmentation = new AdaptiveAugmentation(0.6);
		observe(augmentation, -1, 40);
		assertThat(augmentation.probability()).isZero();
		observe(augmentation, 1, 4 * 2501);
		assertThat(augmentation.probability()).isOne();
	}

	@Test
	@Tag("libtorch")
	void theSignsOfLogitsAreWhatIsObserved() {
		try (PointerScope _ = new PointerScope()) {
			AdaptiveAugmentation augmentation = new AdaptiveAugmentation(0.4);
			for (int i = 0; i < 4; i++) {
				// (4 - 1) / 5 = 0.6
				augmentation.observe(Tensor.create(new float[] { 9, 1, 0.1f, 3, -70 }), BATCH, new Alone());
			}
			assertThat(augmentation.probability()).isCloseTo(STEP, within(1e-12));
		}
	}

	@Test
	void aRunThatGoesOnKnowsWhatWasObserved() {
		AdaptiveAugmentation unbroken = new AdaptiveAugmentation(0.6);
		observe(unbroken, 0.9, 10);
		AdaptiveAugmentation resumed = new AdaptiveAugmentation(0.6);
		double[] state = unbroken.state();
		resumed.restore(state[0], state[1], (int) state[2]);
		observe(unbroken, 0.9, 2);
		observe(resumed, 0.9, 2);
		assertThat(resumed.state()).containsExactly(unbroken.state());
	}

	private static void observe(AdaptiveAugmentation augmentation, double sign, int batches) {
		for (int i = 0; i < batches; i++) {
			augmentation.observe(sign, BATCH, new Alone());
		}
	}

}
