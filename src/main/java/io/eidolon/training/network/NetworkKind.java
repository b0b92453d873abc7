package io.eidolon.training.network;

import java.util.function.Function;

/** The families of networks; generator and discriminator are of the same one. */
public enum NetworkKind {

	/** Radford, Metz and Chintala 2015. */
	DCGAN("DCGAN", DcganGenerator::new, DcganDiscriminator::new),

	/** Residual networks without normalisation, in the manner of Huang et al. 2024. */
	RESIDUAL("residual", ResidualGenerator::new, ResidualDiscriminator::new),

	/** Those of Tao et al. 2022, "DF-GAN", which follow the latent alone. */
	MODULATED("modulated", ModulatedGenerator::new, ModulatedDiscriminator::new),

	/** The same, which follow latent and words. */
	TEXT("text", ModulatedGenerator::new, ModulatedDiscriminator::new);

	private final String title;

	private final Function<Architecture, GeneratorNetwork> generator;

	private final Function<Architecture, DiscriminatorNetwork> discriminator;

	NetworkKind(String title, Function<Architecture, GeneratorNetwork> generator,
			Function<Architecture, DiscriminatorNetwork> discriminator) {
		this.title = title;
		this.generator = generator;
		this.discriminator = discriminator;
	}

	GeneratorNetwork generator(Architecture architecture) {
		return this.generator.apply(architecture);
	}

	DiscriminatorNetwork discriminator(Architecture architecture) {
		return this.discriminator.apply(architecture);
	}

	/** As model cards say it. */
	@Override
	public String toString() {
		return this.title;
	}

}
