package io.eidolon.training.network;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;

/**
 * The kind and the sizes of a pair of networks.
 *
 * @param kind the family of both
 * @param size the size of the pictures
 * @param channels the channels of the pictures, 1 or 3
 * @param latentDimension the length of a latent
 * @param width the feature maps at half of the pictures' sides; each further halving
 * doubles them
 * @param classes the number of labels, 0 for networks that take none
 * @param traits what the discriminator has beside its layers
 * @param blocks the residual blocks at each resolution, of residual networks
 */
public record Architecture(NetworkFamily kind, PictureSize size, int channels, int latentDimension, int width,
		int classes, DiscriminatorTraits traits, int blocks) {

	/** The sizes of networks for squares, with one block at each resolution. */
	public Architecture(NetworkFamily kind, int side, int channels, int latentDimension, int width, int classes,
			DiscriminatorTraits traits) {
		this(kind, PictureSize.square(side), channels, latentDimension, width, classes, traits, 1);
	}

	/** The sizes of a plain pair of DCGAN's, for squares. */
	public Architecture(int side, int channels, int latentDimension, int width, int classes) {
		this(NetworkKind.DCGAN, side, channels, latentDimension, width, classes, DiscriminatorTraits.PLAIN);
	}

	/** Creates a generator, its initial weights following from libtorch's seed. */
	public GeneratorNetwork generator() {
		return this.kind.generator(this);
	}

	/** Creates a discriminator, its initial weights following from libtorch's seed. */
	public DiscriminatorNetwork discriminator() {
		return this.kind.discriminator(this);
	}

	/** Whether the networks take a label. */
	public boolean conditional() {
		return this.classes > 0;
	}

	/** Whether the networks take the sentence of a caption. */
	public boolean readsText() {
		return this.kind.readsText();
	}

	/** The pictures that the generator makes. */
	public ImageShape imageShape() {
		return new ImageShape(this.size.width(), this.size.height(), this.channels, ValueRange.TANH);
	}

	/** How often the generator doubles the resolution. */
	public int doublings() {
		return this.size.halvings();
	}

	/** The height of the smallest maps, which the generator starts from. */
	public int innerHeight() {
		return this.size.height(doublings());
	}

	/** The width of the smallest maps. */
	public int innerWidth() {
		return this.size.width(doublings());
	}

	/** The feature maps at the resolution that is reached by so many halvings. */
	public int width(int halvings) {
		return (this.width << halvings) >> 1;
	}

	/** In one line, as model cards say it. */
	@Override
	public String toString() {
		return "%s, %s px, channels %s, z %s, nf %s%s%s%s".formatted(this.kind, this.size, this.channels,
				this.latentDimension, this.width, (this.blocks > 1) ? ", blocks " + this.blocks : "",
				conditional() ? ", classes " + this.classes : "", traitsInWords());
	}

	private String traitsInWords() {
		StringBuilder words = new StringBuilder();
		if (this.traits.spectralNormalisation()) {
			words.append(", D with spectral norm");
		}
		else if (this.kind.normalisesBatches() && !this.traits.batchNormalisation()) {
			words.append(", D without batch norm");
		}
		return words.append(this.traits.minibatchDeviation() ? ", D with minibatch stddev" : "").toString();
	}

}
