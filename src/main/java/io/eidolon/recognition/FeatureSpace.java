package io.eidolon.recognition;

import io.eidolon.inference.gradient.CompanionNetwork;
import org.jspecify.annotations.Nullable;

/** The spaces in which pictures can be described. */
public enum FeatureSpace {

	/** By the feature maps of the model's discriminator. */
	DISCRIMINATOR(CompanionNetwork.DISCRIMINATOR, "train it with export-discriminator=true"),

	/** By the latent that the model's encoder guesses. */
	LATENT(CompanionNetwork.ENCODER, "train one with the trainer's command encode"),

	/** By what is multiplied by vectors of sentences. */
	SENTENCE(CompanionNetwork.SENTENCES, "train one with the trainer's command sentences"),

	/** By a network that was trained on ImageNet, which is the same for all models. */
	IMAGENET(null, "");

	private final @Nullable CompanionNetwork network;

	private final String remedy;

	FeatureSpace(@Nullable CompanionNetwork network, String remedy) {
		this.network = network;
		this.remedy = remedy;
	}

	/** The network of the model that describes pictures, null where it is no model's. */
	@Nullable CompanionNetwork network() {
		return this.network;
	}

	/** What to do where the model has no such network. */
	String remedy() {
		return this.remedy;
	}

}
