package io.eidolon.generation;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.Condition;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.Latent;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.ServingProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LatentSamplerTests {

	private static final ModelCard PLAIN = card();

	private static final ModelCard CONDITIONAL = card("cat", "dog", "3");

	// Any random number is as good as the largest that a seed can be.
	private final LatentSampler sampler = new LatentSampler(
			new ServingProperties(64, 120, 8, 16_383, 1 << 25, 1L << 28), new RandomGenerator() {

				@Override
				public long nextLong() {
					return Long.MAX_VALUE;
				}

				@Override
				public long nextLong(long bound) {
					return bound - 1;
				}

			});

	@Test
	void pictureIHasTheSeedPlusI() {
		List<Latent> latents = sample(PLAIN, new LatentSource.Consecutive(new Seed(7), 3), null);
		assertThat(latents).extracting(Latent::seed).containsExactly(new Seed(7), new Seed(8), new Seed(9));
		assertThat(latents.get(2).z()).isEqualTo(Latents.sample(new Seed(9), 4));
	}

	@Test
	void anySeedLeavesRoomForThoseThatFollow() {
		List<Latent> latents = sample(PLAIN, new LatentSource.Consecutive(null, 64), null);
		assertThat(latents.getLast().seed()).isEqualTo(new Seed(Seed.MAX));
	}

	@Test
	void truncationScalesLatentsHoweverTheyAreGiven() {
		Truncation half = new Truncation(0.5);
		float[] z = { 2, -4, 6, 8 };
		assertThat(
				this.sampler.sample(PLAIN, request(new LatentSource.Explicit(List.of(z)), half, null)).getFirst().z())
			.containsExactly(1, -2, 3, 4);
		assertThat(this.sampler.sample(PLAIN, request(new LatentSource.Seeds(List.of(new Seed(1))), half, null))
			.getFirst()
			.z()).isEqualTo(half.apply(Latents.sample(new Seed(1), 4)));
	}

	@Test
	void withoutALabelTheSeedDecides() {
		LatentSource seeds = new LatentSource.Seeds(List.of(new Seed(3), new Seed(4), new Seed(8)));
		assertThat(sample(CONDITIONAL, seeds, null)).extracting(Latent::condition)
			.extracting(Condition::label)
			.containsExactly(0, 1, 2);
	}

	@Test
	void aLabelIsANameOrAnIndexAndNamesGoFirst() {
		LatentSource seed = new LatentSource.Seeds(List.of(new Seed(5)));
		assertThat(sample(CONDITIONAL, seed, new Label("dog")).getFirst().condition().label()).isEqualTo(1);
		assertThat(sample(CONDITIONAL, seed, new Label("0")).getFirst().condition().label()).isZero();
		assertThat(sample(CONDITIONAL, seed, new Label("3")).getFirst().condition().label()).isEqualTo(2);
	}

	@ParameterizedTest
	@MethodSource
	void whatIsOutOfRangeIsNamed(ModelCard card, LatentSource source, @Nullable Label label, String message) {
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> sample(card, source, label))
			.withMessage(message);
	}

	static Stream<Arguments> whatIsOutOfRangeIsNamed() {
		LatentSource one = new LatentSource.Seeds(List.of(new Seed(1)));
		return Stream.of(
				Arguments.of(PLAIN, new LatentSource.Consecutive(null, 70), null,
						"count (70) must be between 1 and 64"),
				Arguments.of(PLAIN, new LatentSource.Consecutive(null, 0), null, "count (0) must be between 1 and 64"),
				Arguments.of(PLAIN, new LatentSource.Consecutive(new Seed(Seed.MAX), 2), null,
						"seed (4294967295) must be between 0 and 4294967294"),
				Arguments.of(PLAIN, new LatentSource.Seeds(List.of()), null,
						"seeds (0 items) must be between 1 and 64 items"),
				Arguments.of(PLAIN, new LatentSource.Explicit(List.of(new float[4], new float[3])), null,
						"latents[1] (3 numbers) must be a list of 4 numbers"),
				Arguments.of(PLAIN, new LatentSource.Explicit(List.of(new float[] { 1, 2, 3, Float.NaN })), null,
						"latents[0][3] (NaN) must be a finite number"),
				Arguments.of(PLAIN, one, new Label("cat"),
						"label (cat) must be left out, as the model tiny takes no label"),
				Arguments.of(CONDITIONAL, one, new Label("cow"),
						"label (cow) must be between 0 and 2 or one of cat, dog, 3"),
				Arguments.of(CONDITIONAL, one, new Label("-1"),
						"label (-1) must be between 0 and 2 or one of cat, dog, 3"));
	}

	private List<Latent> sample(ModelCard card, LatentSource source, @Nullable Label label) {
		return this.sampler.sample(card, request(source, Truncation.NONE, label));
	}

	private static GenerationRequest request(LatentSource source, Truncation truncation, @Nullable Label label) {
		return new GenerationRequest(null, null, source, truncation, Map.of(), label, Prompts.NONE, Enlargement.NONE,
				null);
	}

	private static ModelCard card(String... classes) {
		return new ModelCard("tiny", "1", "Tiny", new ImageShape(8, 8, 1, ValueRange.TANH),
				new LatentSpace(4, LatentSpace.STANDARD_NORMAL), List.of(classes), null, null, null, null, null, null,
				null, Map.of());
	}

}
