package io.eidolon.inference;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Batcher;
import io.eidolon.batching.Deadline;
import io.eidolon.batching.Priority;
import io.eidolon.batching.Workers;
import io.eidolon.inference.gradient.BatchedExtractor;
import io.eidolon.inference.gradient.CompanionNetwork;
import io.eidolon.inference.gradient.GeneratorGradient;
import io.eidolon.inference.gradient.GradientLoss;
import io.eidolon.inference.gradient.Gradients;
import io.eidolon.inference.gradient.ModelChangedException;
import io.eidolon.inference.gradient.NoGradientException;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.latent.LatentInput;
import io.eidolon.modelcard.ModelCard;

/**
 * A model that generates images for many callers at once, in batches. An image depends on
 * its latent and label alone, not on its company in a batch (within one level of 255).
 * Futures complete on the thread of the run, and so do stages that follow them;
 * cancelling one takes its image out of the queue.
 */
public final class Generator implements AutoCloseable {

	private final ModelCard card;

	private final GeneratorSession session;

	private final ExecutionPlan plan;

	private final int maxBatch;

	private final GeneratorListener listener;

	private final Batcher<LatentInput, byte[]> batcher;

	private final Gradients gradients;

	private final AtomicBoolean closed = new AtomicBoolean();

	/** Takes the session over: it closes with the generator. */
	Generator(ModelCard card, GeneratorSession session, ExecutionPlan plan, Workers workers, BatchSettings settings,
			Gradients gradients, GeneratorListener listener) {
		this.card = card;
		this.session = session;
		this.plan = plan;
		this.maxBatch = settings.maxBatch();
		this.listener = listener;
		this.gradients = gradients;
		this.batcher = new Batcher<>(card.name(), workers, settings, this::generateBatch, listener);
	}

	/** The card of the model. */
	public ModelCard card() {
		return this.card;
	}

	/** How it is computed. */
	public ExecutionPlan plan() {
		return this.plan;
	}

	/**
	 * Generates an image.
	 * @param z the latent, as long as the card says
	 * @param label the index of a class; ignored unless the model is class-conditional
	 * @return its 8-bit samples of shape (height, width, channels), or exceptionally
	 * {@link io.eidolon.batching.QueueFullException} or
	 * {@link io.eidolon.batching.BatcherClosedException}
	 * @throws IllegalArgumentException when the latent's length or the label is wrong
	 */
	public CompletableFuture<byte[]> generate(float[] z, int label) {
		return generateAll(List.of(new LatentInput(z, label))).getFirst();
	}

	/**
	 * Generates images that belong together: all enter the queue, or none does.
	 * @return a future for each picture, as {@link #generate} gives it
	 * @throws IllegalArgumentException when a latent's length or a label is wrong
	 */
	public List<CompletableFuture<byte[]>> generateAll(List<LatentInput> inputs) {
		inputs.forEach(this::check);
		return this.batcher.submitAll(inputs);
	}

	/** Generates images that somebody waits for, and that are of no use after a time. */
	public List<CompletableFuture<byte[]>> generateAll(List<LatentInput> inputs, String client, Duration timeout) {
		return generateAll(inputs, client, Priority.REQUEST, timeout);
	}

	/**
	 * Generates images that belong together and are of no use after a time.
	 * @param client who takes turns with others
	 * @param priority whether somebody waits for them
	 * @param timeout how long they may wait; what has not begun by then fails with
	 * {@link java.util.concurrent.TimeoutException}
	 * @return a future for each picture, as {@link #generate} gives it
	 * @throws IllegalArgumentException when a latent's length or a label is wrong
	 */
	public List<CompletableFuture<byte[]>> generateAll(List<LatentInput> inputs, String client, Priority priority,
			Duration timeout) {
		inputs.forEach(this::check);
		return this.batcher.submitAll(inputs, client, priority, Deadline.after(timeout));
	}

	/**
	 * The gradient of this generator, which is opened when it is first asked for and
	 * closes with the generator.
	 * @param loss what is asked of the pictures
	 * @return a future, exceptionally {@link NoGradientException} when the generator has
	 * none, or {@link ModelChangedException} when it would have to be taken from files
	 * that have changed since the generator was opened
	 */
	public CompletableFuture<GeneratorGradient> gradient(GradientLoss loss) {
		return this.gradients.get(loss);
	}

	/**
	 * A network of images that comes with the model, empty when there is none.
	 * @return a future, exceptionally {@link ModelChangedException} when its file has
	 * changed since the generator was opened
	 */
	public CompletableFuture<Optional<BatchedExtractor>> network(CompanionNetwork network) {
		return this.gradients.network(network);
	}

	/** How many pictures wait. */
	int queued() {
		return this.batcher.queued();
	}

	/** How many gradients wait, and how many images wait to be encoded as latents. */
	int queuedForSearches() {
		return this.gradients.queued();
	}

	/** Finishes the pictures that were taken, refuses others and frees the session. */
	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			try (this.session; this.gradients) {
				this.batcher.close();
			}
			finally {
				this.listener.onClose();
			}
		}
	}

	private void check(LatentInput input) {
		LatentBatch.check(this.card, this.session.signature(), input);
	}

	private List<byte[]> generateBatch(List<LatentInput> batch) {
		int count = this.session.device().batch(batch.size(), this.maxBatch);
		byte[] samples = this.session.samples(LatentBatch.of(this.card, this.session.signature(), batch, count)); // (count,
		// H,
		// W,
		// C)
		int size = samples.length / count;
		return IntStream.range(0, batch.size())
			.mapToObj((i) -> Arrays.copyOfRange(samples, i * size, (i + 1) * size))
			.toList();
	}

}
