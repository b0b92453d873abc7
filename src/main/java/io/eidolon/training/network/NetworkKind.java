package io.eidolon.training.network;

import java.util.Locale;
import java.util.function.Function;

/** The families of networks that come with the trainer. */
public enum NetworkKind implements NetworkFamily {

	/** Radford, Metz and Chintala 2015. */
	DCGAN("DCGAN", false, DcganGenerator::new, DcganDiscriminator::new),

	/** The same, which follow latent and words: Reed et al. 2016, "GAN-CLS". */
	DCGAN_TEXT("DCGAN-text", true, DcganGenerator::new, DcganDiscriminator::new),

	/** Residual networks without normalisation, in the manner of Huang et al. 2024. */
	RESIDUAL("residual", false, ResidualGenerator::new, ResidualDiscriminator::new),

	/** Those of Tao et al. 2022, "DF-GAN", which follow the latent alone. */
	MODULATED("modulated", false, ModulatedGenerator::new, ModulatedDiscriminator::new),

	/** The same, which follow latent and words. */
	TEXT("text", true, ModulatedGenerator::new, ModulatedDiscriminator::new);

	private final String title;

	private final boolean readsText;

	private final Function<Architecture, GeneratorNetwork> generator;

	private final Function<Architecture, DiscriminatorNetwork> discriminator;

	NetworkKind(String title, boolean readsText, Function<Architecture, GeneratorNetwork> generator,
			Function<Architecture, DiscriminatorNetwork> discriminator) {
		this.title = title;
		this.readsText = readsText;
		this.generator = generator;
		this.discriminator = discriminator;
	}

	@Override
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Override
	public boolean readsText() {
		return this.readsText;
	}

	@Override
	public boolean hasBlocks() {
		return this == RESIDUAL;
	}

	@Override
	public boolean normalisesBatches() {
		return this == DCGAN || this == DCGAN_TEXT;
	}

	@Override
	public GeneratorNetwork generator(Architecture architecture) {
		return this.generator.apply(architecture);
	}

	@Override
	public DiscriminatorNetwork discriminator(Architecture architecture) {
		return this.discriminator.apply(architecture);
	}

	/** As model cards say it. */
	@Override
	public String toString() {
		return this.title;
	}

}
