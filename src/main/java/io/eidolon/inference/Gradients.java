package io.eidolon.inference;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The ways back through one generator: its gradients, by what they ask of its pictures,
 * and the encoder that its folder may hold. Most generators only draw, so each is opened
 * when it is first used; all close with the generator.
 */
final class Gradients implements AutoCloseable {

	private final Map<GradientLoss, OpenedLater<GeneratorGradient>> gradients = new EnumMap<>(GradientLoss.class);

	private final OpenedLater<Optional<LatentEncoder>> encoder;

	/**
	 * Creates gradients.
	 * @param opener opens them
	 */
	Gradients(GradientOpener opener) {
		for (GradientLoss loss : GradientLoss.values()) {
			this.gradients.put(loss, new OpenedLater<>(() -> opener.open(loss), GeneratorGradient::close));
		}
		this.encoder = new OpenedLater<>(opener::encoder, (encoder) -> encoder.ifPresent(LatentEncoder::close));
	}

	/**
	 * The gradient of a loss.
	 * @throws NoGradientException when the generator has none
	 * @throws ModelChangedException when its files have changed
	 */
	GeneratorGradient get(GradientLoss loss) {
		return Objects.requireNonNull(this.gradients.get(loss)).get();
	}

	/**
	 * The encoder, empty when the model has none that works.
	 * @throws ModelChangedException when its file has changed
	 */
	Optional<LatentEncoder> encoder() {
		return this.encoder.get();
	}

	@Override
	public void close() {
		this.gradients.values().forEach(OpenedLater::close);
		this.encoder.close();
	}

}
