package io.eidolon.interpolation;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.eidolon.latent.Interpolation;
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
import io.eidolon.serving.Latent;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.Sentence;
import io.eidolon.serving.ServingProperties;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InterpolationRequestTests {

	private static final ServingProperties LIMITS = new ServingProperties(64, 120, 8, 16_383, 1 << 25, 1L << 28);

	@Test
	void aWalkMeetsItsFirstAndLastSeedAndKeepsTheFirstLabel() {
		InterpolationRequest walk = walk(List.of(new Seed(1), new Seed(2)), 5);
		List<Latent> frames = walk.frames(card(), List.of(), LIMITS);
		assertThat(frames).hasSize(5).extracting(Latent::condition).containsOnly(new Condition(1));
		assertThat(frames.getFirst().z()).isEqualTo(Latents.sample(new Seed(1), 4));
		assertThat(frames.getLast().z()).isEqualTo(Latents.sample(new Seed(2), 4));
	}

	@Test
	void aPartOfAWalkHasItsOwnFramesAndNoOthers() {
		InterpolationRequest walk = walk(List.of(new Seed(1), new Seed(2)), 100_000_000);
		List<Latent> last = walk.frames(card(), List.of(), LIMITS, List.of(99_999_998, 99_999_999));
		assertThat(last).hasSize(2);
		assertThat(last.getLast().z()).isEqualTo(Latents.sample(new Seed(2), 4));
		InterpolationRequest words = walk(List.of(new Seed(1)), 100_000_000);
		List<Latent> lastWords = words.frames(card(),
				List.of(new Sentence("a", new float[] { 1, 0 }, 1), new Sentence("b", new float[] { 0, 1 }, 1)), LIMITS,
				List.of(99_999_999));
		assertThat(lastWords).hasSize(1);
		assertThat(vector(lastWords.getFirst())).containsExactly(0, 1);
	}

	@Test
	void aWalkMeetsTheLatentsThatAreGiven() {
		InterpolationRequest walk = new InterpolationRequest(null, null, List.of(),
				List.of(new float[] { 1, 0, 0, 0 }, new float[] { 0, 1, 0, 0 }), 3, Interpolation.SLERP, false,
				Truncation.NONE, null, Prompts.NONE, Enlargement.NONE);
		List<Latent> frames = walk.frames(card(), List.of(), LIMITS);
		assertThat(frames.getFirst().z()).containsExactly(1, 0, 0, 0);
		assertThat(frames.getLast().z()).containsExactly(0, 1, 0, 0);
	}

	@Test
	void aWalkNeedsTwoSeedsAndTwoSteps() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> walk(List.of(new Seed(1)), 5).frames(card(), List.of(), LIMITS))
			.withMessage("seeds (1 items) must be between 2 and 64 items");
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> walk(List.of(new Seed(1), new Seed(2)), 1).frames(card(), List.of(), LIMITS))
			.withMessage("steps (1) must be between 2 and 120");
	}

	@Test
	void aWalkFromWordsToWordsTurnsAtAnEvenPaceAndKeepsItsSeed() {
		InterpolationRequest walk = walk(List.of(new Seed(1)), 3);
		Sentence first = new Sentence("a", new float[] { 1, 0 }, 1);
		Sentence last = new Sentence("b", new float[] { 0, 1 }, 1);
		List<Latent> frames = walk.frames(card(), List.of(first, last), LIMITS);
		assertThat(frames).extracting(Latent::z).containsOnly(Latents.sample(new Seed(1), 4));
		assertThat(frames).extracting((frame) -> frame.condition().label()).containsOnly(1);
		float half = (float) Math.sqrt(0.5);
		assertThat(vector(frames.get(0))).containsExactly(1, 0);
		assertThat(vector(frames.get(1))).usingComparatorWithPrecision(1e-6f).containsExactly(half, half);
		assertThat(vector(frames.get(2))).containsExactly(0, 1);
	}

	@Test
	void aWalkUnderOnePromptKeepsItsWords() {
		Sentence asked = new Sentence("a", new float[] { 1, 0 }, 0.5f);
		assertThat(walk(List.of(new Seed(1), new Seed(2)), 4).frames(card(), List.of(asked), LIMITS))
			.extracting((frame) -> frame.condition().sentence())
			.hasSize(4)
			.containsOnly(asked);
	}

	private static float[] vector(Latent frame) {
		return Objects.requireNonNull(frame.condition().sentence()).vector();
	}

	private static InterpolationRequest walk(List<Seed> seeds, int steps) {
		return new InterpolationRequest(null, null, seeds, List.of(), steps, Interpolation.SLERP, false,
				Truncation.NONE, null, Prompts.NONE, Enlargement.NONE);
	}

	private static ModelCard card() {
		return new ModelCard("tiny", "1", "Tiny", new ImageShape(8, 8, 1, ValueRange.TANH),
				new LatentSpace(4, LatentSpace.STANDARD_NORMAL), List.of("cat", "dog", "3"), null, null, null, null,
				null, null, null, Map.of());
	}

}
