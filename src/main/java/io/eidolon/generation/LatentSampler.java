package io.eidolon.generation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.Condition;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.Latent;
import io.eidolon.serving.ServingProperties;

import org.springframework.stereotype.Component;

/** Finds the latents that a request asks for. */
@Component
class LatentSampler {

	private final ServingProperties limits;

	private final RandomGenerator random;

	LatentSampler(ServingProperties limits, RandomGenerator random) {
		this.limits = limits;
		this.random = random;
	}

	/** Returns one latent for each image. */
	List<Latent> sample(ModelCard card, GenerationRequest request) {
		return switch (request.source()) {
			case LatentSource.Consecutive(Seed first, int count) -> {
				this.limits.count().check("count", count);
				Seed start = (first != null) ? first : anySeed(count);
				new Bounds(Seed.MIN, Seed.MAX - count + 1).check("seed", start.value());
				yield IntStream.range(0, count)
					.mapToObj((i) -> Latent.of(card, start.plus(i), request.truncation(), request.label()))
					.toList();
			}
			case LatentSource.Seeds(List<Seed> seeds) -> {
				this.limits.count().checkItems("seeds", seeds.size());
				yield seeds.stream()
					.map((seed) -> Latent.of(card, seed, request.truncation(), request.label()))
					.toList();
			}
			case LatentSource.Explicit(List<float[]> latents) -> {
				this.limits.count().checkItems("latents", latents.size());
				for (int i = 0; i < latents.size(); i++) {
					Latent.check(card, "latents[%s]".formatted(i), latents.get(i));
				}
				Condition condition = (request.label() != null) ? request.label().condition(card) : Condition.NONE;
				yield latents.stream().map((z) -> new Latent(null, request.truncation().apply(z), condition)).toList();
			}
		};
	}

	private Seed anySeed(int count) {
		return new Seed(this.random.nextLong(Seed.MAX - count + 2));
	}

}
