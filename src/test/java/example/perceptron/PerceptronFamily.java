package example.perceptron;

import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.NetworkFamily;

/** What {@code network=perceptron} asks for. */
public class PerceptronFamily implements NetworkFamily {

	@Override
	public String id() {
		return "perceptron";
	}

	@Override
	public GeneratorNetwork generator(Architecture architecture) {
		requireNoClasses(architecture);
		return new PerceptronGenerator(architecture);
	}

	@Override
	public DiscriminatorNetwork discriminator(Architecture architecture) {
		requireNoClasses(architecture);
		return new PerceptronDiscriminator(architecture);
	}

	private static void requireNoClasses(Architecture architecture) {
		if (architecture.conditional()) {
			throw new IllegalArgumentException("network=perceptron knows no classes; leave out conditional");
		}
	}

	@Override
	public String toString() {
		return "perceptron";
	}

}
