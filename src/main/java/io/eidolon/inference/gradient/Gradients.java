package io.eidolon.inference.gradient;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The ways back through one generator: its gradients, by what they ask of its pictures,
 * and the networks of images that its folder may hold. Most generators need none, so each
 * is opened when it is first used; all close with the generator.
 */
public final class Gradients implements AutoCloseable {

	private final Map<GradientLoss, LazyResource<GeneratorGradient>> gradients = new EnumMap<>(GradientLoss.class);

	private final Map<CompanionNetwork, LazyResource<Optional<BatchedExtractor>>> networks = new EnumMap<>(
			CompanionNetwork.class);

	/**
	 * Creates gradients.
	 * @param opener opens them
	 */
	public Gradients(GradientOpener opener) {
		for (GradientLoss loss : GradientLoss.values()) {
			this.gradients.put(loss, new LazyResource<>(() -> opener.open(loss), GeneratorGradient::close));
		}
		for (CompanionNetwork network : CompanionNetwork.values()) {
			this.networks.put(network, new LazyResource<>(() -> opener.open(network),
					(opened) -> opened.ifPresent(BatchedExtractor::close)));
		}
	}

	/**
	 * The gradient of a loss.
	 * @return a future, exceptionally {@link NoGradientException} when the generator has
	 * none, or {@link ModelChangedException} when its files have changed
	 */
	public CompletableFuture<GeneratorGradient> get(GradientLoss loss) {
		return Objects.requireNonNull(this.gradients.get(loss)).get();
	}

	/**
	 * A network of images, empty when the model has none that works.
	 * @return a future, exceptionally {@link ModelChangedException} when its file has
	 * changed
	 */
	public CompletableFuture<Optional<BatchedExtractor>> network(CompanionNetwork network) {
		return Objects.requireNonNull(this.networks.get(network)).get();
	}

	/** How many gradients wait, and how many images wait to be described. */
	public int queued() {
		int waiting = 0;
		for (LazyResource<Optional<BatchedExtractor>> network : this.networks.values()) {
			waiting += network.opened().flatMap(Function.identity()).map(BatchedExtractor::queued).orElse(0);
		}
		for (LazyResource<GeneratorGradient> gradient : this.gradients.values()) {
			waiting += gradient.opened().map(GeneratorGradient::queued).orElse(0);
		}
		return waiting;
	}

	@Override
	public void close() {
		RuntimeException failure = null;
		for (LazyResource<?> resource : resources()) {
			try {
				resource.close();
			}
			catch (RuntimeException ex) {
				// The others close even if one cannot.
				failure = (failure != null) ? failure : ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	private List<LazyResource<?>> resources() {
		List<LazyResource<?>> resources = new ArrayList<>(this.gradients.values());
		resources.addAll(this.networks.values());
		return resources;
	}

}
