package io.eidolon.training.network;

/** The families of networks; both players are of the same one. */
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
