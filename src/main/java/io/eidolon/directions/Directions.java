package io.eidolon.directions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.eidolon.inference.Generator;
import io.eidolon.inference.gradient.FirstLayerGram;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.latent.Direction;
import io.eidolon.modelcard.ModelCard;

/**
 * The directions of a model: those that its card names first, then those that were found.
 *
 * @param all in the order in which they are shown
 */
public record Directions(List<FoundDirection> all) {

	/** How many of each kind are found. */
	private static final int OF_EACH_KIND = 10;

	/** Strengths are standard normal; beyond this there is next to nothing. */
	private static final double REACH = 3;

	/** The direction of a name. */
	public Optional<FoundDirection> find(String name) {
		return this.all.stream().filter((direction) -> direction.name().equals(name)).findFirst();
	}

	/** All names, in their order. */
	public List<String> names() {
		return this.all.stream().map(FoundDirection::name).toList();
	}

	/** Finds the directions of a generator. */
	static Directions of(Generator generator, ModelSource source) {
		List<FoundDirection> found = new ArrayList<>(new PrincipalComponents(generator).find(OF_EACH_KIND, REACH));
		FirstLayerGram.of(source, generator.card()).ifPresent((layer) -> found.addAll(closedForm(layer)));
		return new Directions(found).named(generator.card());
	}

	/**
	 * SeFa (Shen and Zhou 2021, "Closed-Form Factorization of Latent Semantics in GANs",
	 * equation 7): of the first layer A z + b, the unit vectors n that change it most, |A
	 * n|, which are the eigenvectors of A^T A.
	 */
	private static List<FoundDirection> closedForm(FirstLayerGram layer) {
		Eigenvectors semantics = Eigenvectors.of(layer.gram());
		List<FoundDirection> found = new ArrayList<>();
		for (int k = 0; k < Math.min(OF_EACH_KIND, semantics.values().length); k++) {
			found.add(new FoundDirection("sefa" + (k + 1), FoundDirection.Kind.SEFA,
					"Direction %s of the first layer".formatted(k + 1), null, semantics.values()[k] / semantics.total(),
					-REACH, REACH, Direction.along(semantics.vectors()[k])));
		}
		return found;
	}

	/** Puts the names of a card before those that were found. */
	private Directions named(ModelCard card) {
		List<ModelCard.NamedDirection> names = (card.directions() != null) ? card.directions() : List.of();
		List<FoundDirection> named = new ArrayList<>();
		for (ModelCard.NamedDirection name : names) {
			find(name.of()).ifPresent((of) -> named
				.add(new FoundDirection(name.name(), of.kind(), (name.title() != null) ? name.title() : name.name(),
						of.name(), of.share(), name.minimum(), name.maximum(), of.direction())));
		}
		named.addAll(this.all);
		return new Directions(List.copyOf(named));
	}

}
