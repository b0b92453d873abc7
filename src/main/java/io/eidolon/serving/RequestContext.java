package io.eidolon.serving;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import io.eidolon.batching.BatcherClosedException;
import io.eidolon.batching.Priority;
import io.eidolon.batching.QueueFullException;
import io.eidolon.image.Picture;
import io.eidolon.inference.Generator;
import io.eidolon.inference.gradient.BatchedExtractor;
import io.eidolon.inference.gradient.CompanionNetwork;
import io.eidolon.inference.gradient.GeneratorGradient;
import io.eidolon.inference.gradient.GradientLoss;
import io.eidolon.registry.Lease;
import io.eidolon.registry.PendingLease;
import org.jspecify.annotations.Nullable;

/**
 * One request: its deadline, whether its client still waits, and what of the service it
 * uses. Every wait ends with the deadline, or as the client goes. Its methods are called
 * by the thread of the request; {@link #compute} by others, too.
 */
public final class RequestContext {

	private final RequestContexts service;

	private final Requester requester;

	private final TimeLimit time;

	private final BooleanSupplier cancelled;

	/** Done when nothing that this request had computed runs any more. */
	private volatile CompletableFuture<Void> computed = CompletableFuture.completedFuture(null);

	/** Creates the context of a request, as {@link RequestContexts#open} says. */
	RequestContext(RequestContexts service, Requester requester, TimeLimit time, BooleanSupplier cancelled) {
		this.service = service;
		this.requester = requester;
		this.time = time;
		this.cancelled = cancelled;
	}

	/** Who asks: clients take turns. */
	public String client() {
		return this.requester.client();
	}

	/** Whether somebody waits for the answer. */
	public Priority priority() {
		return this.requester.priority();
	}

	/** How long the client waits in all. */
	public Duration timeout() {
		return this.time.timeout();
	}

	/** How much of that is left, 0 or less after the deadline. */
	public Duration remaining() {
		return this.time.remaining();
	}

	/**
	 * Leases a model, null for the default one, in a version, null for its own. It may
	 * have to be opened first.
	 * @throws RequestTimeoutException at the deadline
	 * @throws ClientGoneException when the client has gone
	 */
	public Lease lease(@Nullable String model, @Nullable String version) {
		this.time.check();
		this.requester.allowance().checkModel(model);
		PendingLease pending = this.service.models().lease(model, version);
		try {
			Lease lease = await(pending.future());
			this.requester.allowance().checkModel(lease.generator().card().name());
			return lease;
		}
		catch (RuntimeException ex) {
			pending.close();
			throw ex;
		}
	}

	/**
	 * The gradient of a generator, which may have to be opened first.
	 * @throws io.eidolon.inference.gradient.NoGradientException when it has none
	 * @throws RequestTimeoutException at the deadline
	 * @throws ClientGoneException when the client has gone
	 */
	public GeneratorGradient gradient(Generator generator, GradientLoss loss) {
		return await(generator.gradient(loss));
	}

	/**
	 * A network of images that comes with a generator, which may have to be opened first;
	 * empty when there is none. Throws as {@link #await} does.
	 */
	public Optional<BatchedExtractor> network(Generator generator, CompanionNetwork network) {
		return await(generator.network(network));
	}

	/**
	 * Has a generator make an image of each latent.
	 * @param counted the parameter that says how many there are
	 * @param enlargement how they are enlarged
	 * @throws ServiceBusyException when there is no room for so many pixels now
	 */
	public PendingImages generate(Generator generator, String counted, List<Latent> latents, Enlargement enlargement) {
		return PendingImages.start(this, generator, counted, latents, enlargement);
	}

	/**
	 * Waits for what a future gives.
	 * @throws ServiceBusyException when a model has no room for it now
	 * @throws RequestTimeoutException at the deadline
	 * @throws ClientGoneException when the client has gone
	 */
	public <T> T await(CompletableFuture<T> future) {
		this.service.timer().await(future, this::check);
		try {
			return future.join();
		}
		catch (CompletionException ex) {
			throw switch (ex.getCause()) {
				case QueueFullException busy -> new ServiceBusyException(busy);
				case BatcherClosedException closed -> new ServiceBusyException(closed);
				case TimeoutException _ -> this.time.passed();
				// A network whose run was ended, on processors that had no time for it
				case IllegalStateException ended when ended.getCause() instanceof TimeoutException ->
					this.time.passed();
				case RuntimeException cause -> cause;
				case null, default -> ex;
			};
		}
	}

	/**
	 * Encodes or decodes images. A virtual thread would keep others from their carrier
	 * meanwhile: unless the images are small, a thread that is made for it does the work.
	 * A thread of the platform, as those that generate images are, does it at once.
	 * @param pixels how many there are
	 * @throws ServiceBusyException when too much waits to be computed
	 * @throws RequestTimeoutException at the deadline
	 * @throws ClientGoneException when the client has gone
	 */
	public <T> T compute(long pixels, Supplier<T> work) {
		return (pixels > ImageThreads.FEW_PIXELS) ? computeElsewhere(pixels, (_) -> work.get()) : work.get();
	}

	/**
	 * Computes what takes longer than to wake another thread, as
	 * {@link #compute(long, Supplier)} does with many pixels.
	 */
	public <T> T compute(Supplier<T> work) {
		return computeElsewhere(0, (_) -> work.get());
	}

	/**
	 * Encodes or decodes images, as {@link #compute(long, Supplier)} does, by work that
	 * ends early when it hears that nobody waits for it any more.
	 */
	public <T> T compute(long pixels, Function<BooleanSupplier, T> work) {
		return (pixels > ImageThreads.FEW_PIXELS) ? computeElsewhere(pixels, work) : computeHere(work);
	}

	private <T> T computeHere(Function<BooleanSupplier, T> work) {
		try {
			return work.apply(() -> !remaining().isPositive());
		}
		catch (CancellationException ex) {
			throw this.time.passed();
		}
	}

	private <T> T computeElsewhere(long pixels, Function<BooleanSupplier, T> work) {
		if (!Thread.currentThread().isVirtual()) {
			return computeHere(work);
		}
		ImageThreads.Task<T> task = this.service.threads().submit(client(), pixels, remaining(), work);
		this.computed = CompletableFuture.allOf(this.computed, task.ended());
		try {
			return await(task);
		}
		finally {
			task.cancel(false);
		}
	}

	/** Ends the request by an exception when its client may not use a model. */
	public void checkModel(String name) {
		this.requester.allowance().checkModel(name);
	}

	/** Has the client pay for what is about to be computed: {@link Allowance#spend}. */
	public void spend(long cost) {
		this.requester.allowance().spend(cost);
	}

	/** How many pixels can be reserved at most, when no other request is served. */
	public long mostPixels() {
		return this.service.pixels().most();
	}

	/**
	 * Reserves room for pixels. It is given back as the reservation closes, or when what
	 * was being computed then has ended.
	 * @throws ServiceBusyException when those of others leave none
	 */
	public Reservation reserve(long pixels) {
		PixelBudget.Share share = this.service.pixels().take(pixels, priority());
		return () -> this.computed.whenComplete((_, _) -> share.giveBack());
	}

	/** Has the super-resolution network enlarge images. */
	public List<CompletableFuture<Picture>> upscale(List<Picture> images, Enlargement enlargement) {
		return this.service.upscaler().upscale(images, enlargement.upscale(), client(), priority(), remaining());
	}

	private void check() {
		if (Thread.interrupted()) {
			throw new ServiceBusyException("The service stops");
		}
		this.time.check();
		// Asking costs a system call, and most answers are ready before the first time.
		if (this.time.elapsed().compareTo(WaitTimer.PERIOD) > 0 && this.cancelled.getAsBoolean()) {
			throw new ClientGoneException();
		}
	}

	/** Room for pixels, which is given back once, however often this is closed. */
	@FunctionalInterface
	public interface Reservation extends AutoCloseable {

		@Override
		void close();

	}

}
