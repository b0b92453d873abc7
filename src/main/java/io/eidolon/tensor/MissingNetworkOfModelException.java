package io.eidolon.tensor;

import io.eidolon.inference.gradient.CompanionNetwork;

/** Says that a model comes without a network. */
public final class MissingNetworkOfModelException extends RuntimeException {

	/** Creates the exception. */
	public MissingNetworkOfModelException(String model, CompanionNetwork network) {
		super("The model %s comes without %s".formatted(model, network.file()));
	}

}
