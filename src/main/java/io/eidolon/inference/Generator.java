package io.eidolon.inference;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.eidolon.batching.BatchListener;
import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Batcher;
import io.eidolon.batching.BatcherClosedException;
import io.eidolon.batching.QueueFullException;
import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * A model that draws pictures for many callers at once, in batches. A picture depends on
 * its latent and label alone, not on its company in a batch (within one level of 255).
 * Futures complete on the worker, and so do stages that follow them; cancelling one takes
 * its picture out of the queue.
 */
public final class Generator implements AutoCloseable {

	private final ModelCard card;

	private final GeneratorSession session;

	private final Levels levels;

	private final Batcher<LatentInput, byte[]> batcher;

	private final AtomicBoolean closed = new AtomicBoolean();

	/** Takes the session over: it closes with the generator. */
	Generator(ModelCard card, GeneratorSession session, BatchSettings settings, BatchListener listener) {
		this.card = card;
		this.session = session;
		this.levels = new Levels(card.image());
		this.batcher = new Batcher<>(card.name(), settings, this::draw, listener);
	}

	/** The card of the model. */
	public ModelCard card() {
		return this.card;
	}

	/**
	 * Draws a picture.
	 * @param z the latent, as long as the card says
	 * @param label the index of a class; ignored unless the model is class-conditional
	 * @return its 8-bit samples of shape (height, width, channels), or exceptionally
	 * {@link GeneratorBusyException} or {@link GeneratorClosedException}
	 * @throws IllegalArgumentException when the latent's length or the label is wrong
	 */
	public CompletableFuture<byte[]> generate(float[] z, int label) {
		return generateAll(List.of(new LatentInput(z, label))).getFirst();
	}

	/**
	 * Draws pictures that belong together: all enter the queue, or none does.
	 * @return a future for each picture, as {@link #generate} gives it
	 * @throws IllegalArgumentException when a latent's length or a label is wrong
	 */
	public List<CompletableFuture<byte[]>> generateAll(List<LatentInput> inputs) {
		inputs.forEach(this::check);
		return this.batcher.submitAll(inputs).stream().map(this::named).toList();
	}

	/** How many pictures wait. */
	int queued() {
		return this.batcher.queued();
	}

	/** Finishes the pictures that were taken, refuses others and frees the session. */
	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.batcher.close();
			this.session.close();
		}
	}

	// One wrong input would fail the pictures of others that share its batch.
	private void check(LatentInput input) {
		int dimension = this.card.latent().dimension();
		if (input.z().length != dimension) {
			throw new IllegalArgumentException("A latent of %s must have %d numbers, not %d".formatted(this.card.name(),
					dimension, input.z().length));
		}
		int classes = this.card.classes().size();
		if (this.card.conditional() && (input.label() < 0 || input.label() >= classes)) {
			throw new IllegalArgumentException(
					"label (%d) must be between 0 and %d".formatted(input.label(), classes - 1));
		}
	}

	// A refusal is there at once. Other futures pass as they are, so that they can be
	// cancelled.
	private CompletableFuture<byte[]> named(CompletableFuture<byte[]> future) {
		if (future.state() != Future.State.FAILED) {
			return future;
		}
		return switch (future.exceptionNow()) {
			case QueueFullException ex ->
				CompletableFuture.failedFuture(new GeneratorBusyException(this.card.name(), ex.capacity(), ex));
			case BatcherClosedException ex ->
				CompletableFuture.failedFuture(new GeneratorClosedException(this.card.name(), ex));
			default -> future;
		};
	}

	private List<byte[]> draw(List<LatentInput> batch) {
		int dimension = this.card.latent().dimension();
		float[] z = new float[batch.size() * dimension]; // (count, dimension)
		for (int i = 0; i < batch.size(); i++) {
			System.arraycopy(batch.get(i).z(), 0, z, i * dimension, dimension);
		}
		float[] images = this.session.run(z, labels(batch), batch.size()); // (count, C,
																			// H, W)
		return IntStream.range(0, batch.size()).mapToObj((i) -> this.levels.samples(images, i)).toList();
	}

	private long @Nullable [] labels(List<LatentInput> batch) {
		return this.card.conditional() ? batch.stream().mapToLong(LatentInput::label).toArray() : null;
	}

}
