package io.eidolon.search;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.serving.Condition;
import io.eidolon.serving.Label;
import io.eidolon.serving.Latent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class InitialLatentsTests {

	private static final int DIMENSION = 1000;

	private static final IntFunction<Condition> BY_INDEX = Condition::new;

	private final InitialLatents initial = new InitialLatents(DIMENSION, new Seed(5), Truncation.NONE);

	private final Latent edited = new Latent(null, Latents.sample(new Seed(77), DIMENSION), new Condition(9));

	@Test
	void fromNothingEachIsTheLatentOfTheNextSeed() {
		List<Latent> latents = this.initial.sample(3, null, BY_INDEX);
		for (int i = 0; i < 3; i++) {
			assertThat(latents.get(i).z()).isEqualTo(Latents.sample(new Seed(5 + i), DIMENSION));
			assertThat(latents.get(i).condition()).isEqualTo(new Condition(i));
		}
	}

	@Test
	void seedsGoOnFromZeroAfterTheLast() {
		List<Latent> latents = new InitialLatents(DIMENSION, new Seed(Seed.MAX), Truncation.NONE).sample(2, null,
				BY_INDEX);
		assertThat(latents.get(1).z()).isEqualTo(Latents.sample(new Seed(0), DIMENSION));
	}

	@Test
	void halfOfThemAreNearTheLatentToEditWhichIsTheFirst() {
		List<Latent> latents = this.initial.sample(5, this.edited, BY_INDEX);
		assertThat(latents.get(0)).isSameAs(this.edited);
		assertThat(correlation(latents.get(1).z())).isCloseTo(Math.sqrt(0.75), within(0.05));
		assertThat(correlation(latents.get(2).z())).isCloseTo(Math.sqrt(0.75), within(0.05));
		assertThat(correlation(latents.get(3).z())).isCloseTo(0, within(0.1));
		assertThat(latents.get(2).condition()).isEqualTo(new Condition(9));
		assertThat(latents.get(3).condition()).isEqualTo(new Condition(3));
	}

	@Test
	void whatIsNearIsAsLongAsALatentIs() {
		assertThat(norm(this.initial.sample(2, this.edited, BY_INDEX).get(1).z())).isCloseTo(1, within(0.1));
	}

	@Test
	void truncationScalesThoseAnywhere() {
		Truncation none = new Truncation(0);
		List<Latent> latents = new InitialLatents(DIMENSION, new Seed(5), none).sample(4, this.edited, BY_INDEX);
		assertThat(norm(latents.get(3).z())).isZero();
		assertThat(norm(latents.get(1).z())).isCloseTo(1, within(0.1));
	}

	@Test
	void withoutALabelEachClassHasItsTurn() {
		assertThat(List.of(0, 1, 2, 3, 4)).map(InitialLatents.conditions(card("a", "b", "c"), null, null)::apply)
			.extracting(Condition::label)
			.containsExactly(0, 1, 2, 0, 1);
		assertThat(InitialLatents.conditions(card("a", "b", "c"), new Label("b"), null).apply(5))
			.isEqualTo(new Condition(1));
		assertThat(InitialLatents.conditions(card(), null, null).apply(5)).isEqualTo(Condition.NONE);
	}

	private static double norm(float[] z) {
		double squares = 0;
		for (float value : z) {
			squares += value * value;
		}
		return Math.sqrt(squares / z.length);
	}

	private double correlation(float[] z) {
		double product = 0;
		double squares = 0;
		double others = 0;
		for (int i = 0; i < DIMENSION; i++) {
			product += z[i] * this.edited.z()[i];
			squares += z[i] * z[i];
			others += this.edited.z()[i] * this.edited.z()[i];
		}
		return product / Math.sqrt(squares * others);
	}

	private static ModelCard card(String... classes) {
		return new ModelCard("tiny", "1", "Tiny", new ImageShape(8, 8, 1, ValueRange.TANH),
				new LatentSpace(4, LatentSpace.STANDARD_NORMAL), List.of(classes), null, null, null, null, null, null,
				null, Map.of());
	}

}
