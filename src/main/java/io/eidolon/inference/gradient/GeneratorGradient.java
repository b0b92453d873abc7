package io.eidolon.inference.gradient;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.eidolon.batching.BatchListener;
import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Batcher;
import io.eidolon.batching.Deadline;
import io.eidolon.batching.Priority;
import io.eidolon.batching.Workers;
import io.eidolon.inference.gradient.GradientSession.GradientResults;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.modelcard.ModelCard;

/**
 * The gradient of a generator for many callers at once. It has a queue of its own, which
 * takes turns with those of images. On a processor each run computes one gradient, so
 * that an image never waits long for its turn: several in a run are no faster there.
 */
public final class GeneratorGradient implements AutoCloseable {

	/** How many gradients may be asked for at once; more may be refused at any time. */
	public static final int AT_ONCE = 16;

	private final ModelCard card;

	private final GradientSession session;

	private final Batcher<GradientInput, GradientResult> batcher;

	/** Takes the session over: it closes with the gradient. */
	GeneratorGradient(ModelCard card, GradientSession session, Workers workers, BatchSettings settings) {
		this.card = card;
		this.session = session;
		this.batcher = new Batcher<>(card.name(), workers, settings, this::run, BatchListener.NONE);
	}

	/**
	 * Computes gradients that belong together: all enter the queue, or none does.
	 * @param inputs points that ask for the same inputs of the loss
	 * @param client who takes turns with others
	 * @param timeout how long they may wait; what has not begun by then fails with
	 * {@link java.util.concurrent.TimeoutException}
	 * @return a future for each point, in their order; exceptionally also
	 * {@link io.eidolon.batching.QueueFullException} or
	 * {@link io.eidolon.batching.BatcherClosedException}. Cancelling one takes its point
	 * out of the queue.
	 * @throws IllegalArgumentException when a latent's length or a label is wrong
	 */
	public List<CompletableFuture<GradientResult>> evaluate(List<GradientInput> inputs, String client,
			Duration timeout) {
		inputs.forEach((input) -> LatentBatch.check(this.card, this.session.signature(), input.generated()));
		return this.batcher.submitAll(inputs, client, Priority.REQUEST, Deadline.after(timeout));
	}

	private List<GradientResult> run(List<GradientInput> batch) {
		int count = batch.size();
		Map<String, float[]> asked = new HashMap<>();
		batch.getFirst()
			.asked()
			.keySet()
			.forEach((name) -> asked.put(name,
					joined(batch.stream().map((input) -> input.asked().getOrDefault(name, new float[0])).toList())));
		LatentBatch generated = LatentBatch.of(this.card, this.session.signature(),
				batch.stream().map(GradientInput::generated).toList(), count);
		GradientResults results = this.session.run(generated, asked);
		return IntStream.range(0, count)
			.mapToObj((i) -> new GradientResult(results.losses()[i], row(results.gradients(), i, count),
					row(results.images(), i, count)))
			.toList();
	}

	private static float[] joined(List<float[]> rows) {
		if (rows.size() == 1) {
			return rows.getFirst();
		}
		float[] joined = new float[rows.stream().mapToInt((row) -> row.length).sum()];
		int from = 0;
		for (float[] row : rows) {
			System.arraycopy(row, 0, joined, from, row.length);
			from += row.length;
		}
		return joined;
	}

	private static float[] row(float[] rows, int index, int count) {
		int length = rows.length / count;
		return Arrays.copyOfRange(rows, index * length, (index + 1) * length);
	}

	/** How many wait. */
	int queued() {
		return this.batcher.queued();
	}

	/** Finishes what was taken, refuses the rest and frees the session. */
	@Override
	public void close() {
		this.batcher.close();
		this.session.close();
	}

}
