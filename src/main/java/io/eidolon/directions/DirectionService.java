package io.eidolon.directions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.Lease;
import io.eidolon.registry.ModelRegistry;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Latent;
import io.eidolon.serving.RequestContext;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Finds the directions of models, and moves latents along them. */
@Service
public class DirectionService {

	private final ModelRegistry registry;

	private final DirectionFinder finder;

	DirectionService(ModelRegistry registry, DirectionFinder finder) {
		this.registry = registry;
		this.finder = finder;
	}

	/**
	 * Returns the directions of a model, which takes some seconds for the first who asks.
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * images that it takes
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public ModelDirections directions(@Nullable String model, @Nullable String version, RequestContext context) {
		try (Lease lease = context.lease(model, version)) {
			return new ModelDirections(lease.generator().card(), find(lease, context));
		}
	}

	/**
	 * Moves latents: z' = z + s_1 v_1 + s_2 v_2 + ...
	 * @param strengths s, by the name of v
	 * @throws InvalidParameterException when there is no such direction, or a strength is
	 * out of its range
	 */
	public List<Latent> move(Lease lease, List<Latent> latents, Map<String, Float> strengths, RequestContext context) {
		if (strengths.isEmpty()) {
			return latents;
		}
		Directions directions = find(lease, context);
		List<Latent> moved = new ArrayList<>(latents);
		strengths.forEach((name, strength) -> {
			FoundDirection direction = directions.find(name)
				.orElseThrow(() -> new InvalidParameterException("directions", name,
						"one of " + String.join(", ", directions.names())));
			// What is no number is in no range.
			if (!(strength >= direction.minimum() && strength <= direction.maximum())) {
				throw new InvalidParameterException("directions." + name, strength,
						"between %s and %s".formatted(direction.minimum(), direction.maximum()));
			}
			moved.replaceAll((latent) -> new Latent(latent.seed(), direction.direction().from(latent.z(), strength),
					latent.condition()));
		});
		return moved;
	}

	private Directions find(Lease lease, RequestContext context) {
		ModelCard card = lease.generator().card();
		return context.await(this.finder.find(lease, () -> this.registry.source(card.name(), card.version())));
	}

	/**
	 * The directions of a model.
	 *
	 * @param card the model
	 * @param directions its directions
	 */
	public record ModelDirections(ModelCard card, Directions directions) {

	}

}
