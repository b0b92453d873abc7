package io.eidolon.generation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.eidolon.latent.LatentPath;
import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Turns what a request names into points of a model's latent space. */
@Component
public class LatentSampler {

	private final GenerationProperties limits;

	private final RandomGenerator random;

	LatentSampler(GenerationProperties limits, RandomGenerator random) {
		this.limits = limits;
		this.random = random;
	}

	/** Returns one latent for each picture. */
	List<Latent> sample(ModelCard card, GenerationRequest request) {
		return switch (request.source()) {
			case LatentSource.Consecutive(Seed first, int count) -> {
				this.limits.count().check("count", count);
				Seed start = (first != null) ? first : anySeed(count);
				new Bounds(Seed.MIN, Seed.MAX - count + 1).check("seed", start.value());
				yield IntStream.range(0, count)
					.mapToObj((i) -> sample(card, start.plus(i), request.truncation(), request.label()))
					.toList();
			}
			case LatentSource.Seeds(List<Seed> seeds) -> {
				requireSize("seeds", seeds.size(), this.limits.count());
				yield seeds.stream().map((seed) -> sample(card, seed, request.truncation(), request.label())).toList();
			}
			case LatentSource.Explicit(List<float[]> latents) -> {
				requireSize("latents", latents.size(), this.limits.count());
				for (int i = 0; i < latents.size(); i++) {
					requireFinite("latents[%d]".formatted(i), latents.get(i), card.latent().dimension());
				}
				int label = (request.label() != null) ? request.label().index(card) : 0;
				yield latents.stream().map((z) -> new Latent(null, request.truncation().apply(z), label)).toList();
			}
		};
	}

	/** Returns one latent for each frame. */
	List<Latent> sample(ModelCard card, InterpolationRequest request) {
		this.limits.steps().check("steps", request.steps());
		requireSize("seeds", request.keyFrames().size(), new Bounds(2, Math.max(2, this.limits.maxCount())));
		List<Latent> keyFrames = request.keyFrames()
			.stream()
			.map((seed) -> sample(card, seed, request.truncation(), request.label()))
			.toList();
		int label = keyFrames.getFirst().label();
		return new LatentPath(keyFrames.stream().map(Latent::z).toList(), request.interpolation(), request.loop())
			.frames(request.steps())
			.stream()
			.map((z) -> new Latent(null, z, label))
			.toList();
	}

	/** Returns the latent of a seed. */
	public Latent sample(ModelCard card, Seed seed, Truncation truncation, @Nullable Label label) {
		float[] z = truncation.apply(Latents.sample(seed, card.latent().dimension()));
		return new Latent(seed, z, label(card, seed, label));
	}

	/**
	 * Returns a latent that was given, as it is.
	 * @param parameter what the client calls it
	 * @throws InvalidParameterException when the model cannot draw it
	 */
	public Latent explicit(ModelCard card, String parameter, float[] z, @Nullable Label label) {
		requireFinite(parameter, z, card.latent().dimension());
		return new Latent(null, z, (label != null) ? label.index(card) : 0);
	}

	// Drawn from the seed, not from its place in the request: the same seed is the same
	// picture, whatever it was asked for with.
	private static int label(ModelCard card, Seed seed, @Nullable Label label) {
		if (label != null) {
			return label.index(card);
		}
		return card.conditional() ? (int) (seed.value() % card.classes().size()) : 0;
	}

	private Seed anySeed(int count) {
		return new Seed(this.random.nextLong(Seed.MAX - count + 2));
	}

	private static void requireSize(String parameter, int size, Bounds bounds) {
		if (size < bounds.minimum() || size > bounds.maximum()) {
			throw new InvalidParameterException(parameter, size + " items", bounds + " items");
		}
	}

	private static void requireFinite(String parameter, float @Nullable [] z, int dimension) {
		if (z == null || z.length != dimension) {
			throw new InvalidParameterException(parameter, ((z != null) ? z.length : 0) + " numbers",
					"a list of %d numbers".formatted(dimension));
		}
		for (int j = 0; j < z.length; j++) {
			if (!Float.isFinite(z[j])) {
				throw new InvalidParameterException("%s[%d]".formatted(parameter, j), Float.toString(z[j]),
						"a finite number");
			}
		}
	}

}
