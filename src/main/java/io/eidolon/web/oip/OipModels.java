package io.eidolon.web.oip;

import io.eidolon.inference.gradient.CompanionNetwork;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.ModelRegistry;
import io.eidolon.registry.ServedModel;
import io.eidolon.tensor.MissingNetworkOfModelException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Finds networks by their names. */
@Component
class OipModels {

	private final ModelRegistry registry;

	OipModels(ModelRegistry registry) {
		this.registry = registry;
	}

	/** Whether anything serves. */
	boolean isEmpty() {
		return this.registry.models().isEmpty();
	}

	/**
	 * Finds a network.
	 * @throws io.eidolon.registry.UnknownModelException when there is no such model
	 * @throws MissingNetworkOfModelException when the model comes without it
	 */
	Found find(String name, @Nullable String version) {
		ServedModel served = this.registry.model(TensorModel.modelName(name), version);
		ModelCard card = served.card();
		CompanionNetwork network = TensorModel.network(name);
		if (network != null && !card.files().containsKey(network.file())) {
			throw new MissingNetworkOfModelException(card.name(), network);
		}
		return new Found(new TensorModel(card, network), served);
	}

	/**
	 * A network that was found.
	 *
	 * @param model what it takes and makes
	 * @param served the model that it comes with
	 */
	record Found(TensorModel model, ServedModel served) {

	}

}
