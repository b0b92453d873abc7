package io.eidolon.latent;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LatentPathTests {

	@Test
	void framesAreEvenlySpacedFromTheFirstKeyToTheLast() {
		assertThat(line(false, 0, 8, 4).frames(5)).containsExactly(latents(0, 4, 8, 6, 4));
	}

	@Test
	void aLoopReturnsTowardsTheFirstKeyWithoutRepeatingIt() {
		assertThat(line(true, 0, 8).frames(4)).containsExactly(latents(0, 4, 8, 4));
		assertThat(line(true, 0, 9, 6).frames(9)).containsExactly(latents(0, 3, 6, 9, 8, 7, 6, 4, 2));
	}

	@ParameterizedTest
	@CsvSource({ "2, 2", "2, 7", "3, 2", "3, 64", "5, 3", "7, 49" })
	void anyPathStartsAtItsFirstKeyAndEndsAtItsLast(int keys, int steps) {
		float[][] latents = new float[keys][];
		Arrays.setAll(latents, (i) -> Latents.sample(new Seed(i), 16));
		List<float[]> frames = new LatentPath(List.of(latents), Interpolation.SLERP, false).frames(steps);
		assertThat(frames).hasSize(steps);
		assertThat(frames.getFirst()).isEqualTo(latents[0]);
		assertThat(frames.getLast()).isEqualTo(latents[keys - 1]);
	}

	@ParameterizedTest
	@CsvSource({ "3, 7", "10, 49", "10, 7" })
	void keysAreMetExactlyWhereAFrameFallsOnThem(int stretches, int framesPerStretch) {
		float[][] latents = new float[stretches][];
		Arrays.setAll(latents, (i) -> Latents.sample(new Seed(i), 16));
		List<float[]> frames = new LatentPath(List.of(latents), Interpolation.SLERP, true)
			.frames(stretches * framesPerStretch);
		for (int key = 0; key < stretches; key++) {
			assertThat(frames.get(key * framesPerStretch)).isEqualTo(latents[key]);
		}
	}

	@Test
	void fewerFramesThanKeysPassSomeKeysOver() {
		assertThat(line(false, 0, 1, 2, 3, 4).frames(3)).containsExactly(latents(0, 2, 4));
	}

	@Test
	void aPathNeedsTwoKeysOfOneLengthAndTwoSteps() {
		assertThatIllegalArgumentException().isThrownBy(() -> line(true, 1))
			.withMessage("key frames (1) must be at least 2");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new LatentPath(List.of(new float[2], new float[3]), Interpolation.LINEAR, false))
			.withMessage("key frames must have one length, but have [2, 3]");
		assertThatIllegalArgumentException().isThrownBy(() -> line(false, 0, 1).frames(1))
			.withMessage("steps (1) must be at least 2");
	}

	private static LatentPath line(boolean loop, float... keys) {
		return new LatentPath(List.of(latents(keys)), Interpolation.LINEAR, loop);
	}

	private static float[][] latents(float... values) {
		float[][] latents = new float[values.length][];
		Arrays.setAll(latents, (i) -> new float[] { values[i] });
		return latents;
	}

}
