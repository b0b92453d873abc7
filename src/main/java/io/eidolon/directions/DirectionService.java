package io.eidolon.directions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.Lease;
import io.eidolon.registry.ModelRegistry;
import io.eidolon.serving.Client;
import io.eidolon.serving.ClientGoneException;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Latent;
import io.eidolon.serving.Lookout;
import io.eidolon.serving.ModelLeases;
import io.eidolon.serving.RequestTimeoutException;
import io.eidolon.serving.ServiceBusyException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Shows the directions of models, and moves latents along them. */
@Service
public class DirectionService {

	private final ModelRegistry registry;

	private final ModelLeases models;

	private final DirectionFinder finder;

	private final Lookout lookout;

	DirectionService(ModelRegistry registry, ModelLeases models, DirectionFinder finder, Lookout lookout) {
		this.registry = registry;
		this.models = models;
		this.finder = finder;
		this.lookout = lookout;
	}

	/**
	 * Returns the directions of a model, which takes some seconds for the first who asks.
	 * @throws ServiceBusyException when there is no room for the pictures that it takes
	 * @throws RequestTimeoutException when the client's time is over
	 * @throws ClientGoneException when the client has gone
	 */
	public ModelDirections directions(@Nullable String model, @Nullable String version, Client client) {
		try (Lease lease = this.models.lease(model, version)) {
			return new ModelDirections(lease.generator().card(), find(lease, client));
		}
	}

	/**
	 * Moves latents: z' = z + s_1 v_1 + s_2 v_2 + ...
	 * @param strengths s, by the name of v
	 * @throws InvalidParameterException when there is no such direction, or a strength is
	 * out of its range
	 */
	public List<Latent> move(Lease lease, List<Latent> latents, Map<String, Float> strengths, Client client) {
		if (strengths.isEmpty()) {
			return latents;
		}
		Directions directions = find(lease, client);
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
					latent.label()));
		});
		return moved;
	}

	private Directions find(Lease lease, Client client) {
		ModelCard card = lease.generator().card();
		return this.lookout
			.join(this.finder.find(lease.generator(), () -> this.registry.source(card.name(), card.version())), client);
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
