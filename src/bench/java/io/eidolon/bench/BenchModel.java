package io.eidolon.bench;

/** The generators that are measured. */
public enum BenchModel {

	/** The one that is served over HTTP. */
	DCGAN {

		@Override
		byte[] bytes() {
			return BenchModels.dcgan(64, BenchModels.SEED);
		}

	},

	/** Upsampling and convolutions. */
	UPSAMPLING {

		@Override
		byte[] bytes() {
			return BenchModels.upsampling(32);
		}

	},

	/** Residual blocks, as the trainer's network of this name has them. */
	RESIDUAL {

		@Override
		byte[] bytes() {
			return BenchModels.residual(32);
		}

	};

	/** Its {@code .onnx} file. */
	abstract byte[] bytes();

}
