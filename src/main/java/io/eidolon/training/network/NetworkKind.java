package io.eidolon.training.network;

/** The families of networks; generator and discriminator are of the same one. */
public enum NetworkKind {

	/** Radford, Metz and Chintala 2015. */
	DCGAN("DCGAN") {

		@Override
		GeneratorNetwork generator(Architecture architecture) {
			return new DcganGenerator(architecture);
		}

		@Override
		DiscriminatorNetwork discriminator(Architecture architecture) {
			return new DcganDiscriminator(architecture);
		}

	},

	/** Residual networks without normalisation, in the manner of Huang et al. 2024. */
	RESIDUAL("residual") {

		@Override
		GeneratorNetwork generator(Architecture architecture) {
			return new ResidualGenerator(architecture);
		}

		@Override
		DiscriminatorNetwork discriminator(Architecture architecture) {
			return new ResidualDiscriminator(architecture);
		}

	},

	/** Those of Tao et al. 2022, "DF-GAN", which follow the latent alone. */
	MODULATED("modulated") {

		@Override
		GeneratorNetwork generator(Architecture architecture) {
			return new ModulatedGenerator(architecture);
		}

		@Override
		DiscriminatorNetwork discriminator(Architecture architecture) {
			return new ModulatedDiscriminator(architecture);
		}

	},

	/** The same, which follow latent and words. */
	TEXT("text") {

		@Override
		GeneratorNetwork generator(Architecture architecture) {
			return new ModulatedGenerator(architecture);
		}

		@Override
		DiscriminatorNetwork discriminator(Architecture architecture) {
			return new ModulatedDiscriminator(architecture);
		}

	};

	private final String title;

	NetworkKind(String title) {
		this.title = title;
	}

	abstract GeneratorNetwork generator(Architecture architecture);

	abstract DiscriminatorNetwork discriminator(Architecture architecture);

	/** As model cards say it. */
	@Override
	public String toString() {
		return this.title;
	}

}
