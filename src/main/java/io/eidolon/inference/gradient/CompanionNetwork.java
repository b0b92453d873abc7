package io.eidolon.inference.gradient;

import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.PortNames;

/** The networks that may come with a generator and describe its images. */
public enum CompanionNetwork {

	/** Guesses the latent of an image. */
	ENCODER(ModelFiles.ENCODER, PortNames.LATENT),

	/** The discriminator, which describes an image by its features. */
	DISCRIMINATOR(ModelFiles.DISCRIMINATOR, PortNames.FEATURES),

	/** Reads an image: describes it by what is multiplied by vectors of sentences. */
	SENTENCES(ModelFiles.SENTENCES, PortNames.SENTENCE);

	private final String file;

	private final String output;

	CompanionNetwork(String file, String output) {
		this.file = file;
		this.output = output;
	}

	/** The name of its file in the folder of the model. */
	public String file() {
		return this.file;
	}

	/** The name of the output that describes images. */
	String output() {
		return this.output;
	}

}
