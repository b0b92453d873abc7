package io.eidolon.inference.gradient;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The ways back through one generator: its gradients, by what they ask of its pictures,
 * and the encoder that its folder may hold. Most generators only draw, so each is opened
 * when it is first used; all close with the generator.
 */
public final class Gradients implements AutoCloseable {

	private final Map<GradientLoss, LazyResource<GeneratorGradient>> gradients = new EnumMap<>(GradientLoss.class);

	private final LazyResource<Optional<LatentEncoder>> encoder;

	/**
	 * Creates gradients.
	 * @param opener opens them
	 */
	public Gradients(GradientOpener opener) {
		for (GradientLoss loss : GradientLoss.values()) {
			this.gradients.put(loss, new LazyResource<>(() -> opener.open(loss), GeneratorGradient::close));
		}
		this.encoder = new LazyResource<>(opener::encoder, (encoder) -> encoder.ifPresent(LatentEncoder::close));
	}

	/**
	 * The gradient of a loss.
	 * @throws NoGradientException when the generator has none
	 * @throws ModelChangedException when its files have changed
	 */
	public GeneratorGradient get(GradientLoss loss) {
		return Objects.requireNonNull(this.gradients.get(loss)).get();
	}

	/**
	 * The encoder, empty when the model has none that works.
	 * @throws ModelChangedException when its file has changed
	 */
	public Optional<LatentEncoder> encoder() {
		return this.encoder.get();
	}

	@Override
	public void close() {
		this.gradients.values().forEach(LazyResource::close);
		this.encoder.close();
	}

}
