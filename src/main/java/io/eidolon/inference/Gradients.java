package io.eidolon.inference;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The gradients of one generator, by what they ask of its pictures. Each is opened when
 * it is first used, as most generators only draw, and closes with the generator. That one
 * has none is found out once.
 */
final class Gradients implements AutoCloseable {

	private final Function<GradientLoss, GeneratorGradient> opener;

	/** Guarded by this, as the field below. */
	private final Map<GradientLoss, CompletableFuture<GeneratorGradient>> opened = new EnumMap<>(GradientLoss.class);

	private boolean closed;

	/**
	 * Creates gradients.
	 * @param opener opens one, or throws
	 */
	Gradients(Function<GradientLoss, GeneratorGradient> opener) {
		this.opener = opener;
	}

	/**
	 * The gradient of a loss. Opening it takes a while of nothing but computing, which on
	 * a virtual thread would keep others from their carrier.
	 * @throws NoGradientException when the generator has none
	 * @throws ModelChangedException when its files have changed
	 */
	GeneratorGradient get(GradientLoss loss) {
		CompletableFuture<GeneratorGradient> gradient;
		synchronized (this) {
			if (this.closed) {
				throw new IllegalStateException("The generator is closed");
			}
			gradient = this.opened.computeIfAbsent(loss, this::open);
		}
		try {
			return gradient.join();
		}
		catch (CompletionException ex) {
			forget(loss, gradient, ex.getCause());
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private CompletableFuture<GeneratorGradient> open(GradientLoss loss) {
		Thread.Builder thread = Thread.ofPlatform().daemon().name("gradient-opener");
		return CompletableFuture.supplyAsync(() -> this.opener.apply(loss), thread::start);
	}

	// Files may be put right, but operators stay what they are.
	private synchronized void forget(GradientLoss loss, CompletableFuture<GeneratorGradient> failed,
			@Nullable Throwable cause) {
		if (!(cause instanceof NoGradientException)) {
			this.opened.remove(loss, failed);
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		this.opened.values().forEach(Gradients::close);
	}

	private static void close(CompletableFuture<GeneratorGradient> gradient) {
		try {
			gradient.join().close();
		}
		catch (CompletionException ex) {
			// What could not be opened need not be closed.
		}
	}

}
