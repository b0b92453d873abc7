package io.eidolon.inference.gradient;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.eidolon.batching.BatchListener;
import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Batcher;
import io.eidolon.batching.Deadline;
import io.eidolon.batching.Priority;
import io.eidolon.batching.Workers;
import io.eidolon.modelcard.ModelCard.ImageShape;

/**
 * A network that describes images by vectors, for many callers at once. It takes turns
 * with the generators.
 */
public final class BatchedExtractor implements AutoCloseable {

	private static final BatchSettings SETTINGS = new BatchSettings(256, 1);

	private final ImageShape shape;

	private final FeatureExtractor network;

	private final String output;

	private final Batcher<float[], float[]> batcher;

	/**
	 * Takes a network over: it closes with this.
	 * @param name of its queue
	 * @param shape the images that it takes
	 * @param output the name of the output that describes them
	 */
	public BatchedExtractor(String name, ImageShape shape, FeatureExtractor network, String output, Workers workers) {
		this.shape = shape;
		this.network = network;
		this.output = output;
		this.batcher = new Batcher<>(name, workers, SETTINGS, this::run, BatchListener.NONE);
	}

	/** The images that it takes. */
	public ImageShape shape() {
		return this.shape;
	}

	/**
	 * Describes an image.
	 * @param image in the range of the shape, (channels, height, width)
	 * @param client who takes turns with others
	 * @param timeout how long it may wait
	 * @return the vector, or exceptionally what {@link GeneratorGradient#evaluate} may
	 * give
	 */
	public CompletableFuture<float[]> describe(float[] image, String client, Duration timeout) {
		return describeAll(List.of(image), client, timeout).getFirst();
	}

	/**
	 * Describes images that belong together: all enter the queue, or none does.
	 * @return a future for each, as {@link #describe} gives it
	 */
	public List<CompletableFuture<float[]>> describeAll(List<float[]> images, String client, Duration timeout) {
		return this.batcher.submitAll(images, client, Priority.REQUEST, Deadline.after(timeout));
	}

	private List<float[]> run(List<float[]> images) {
		return images.stream()
			.map((image) -> this.network.run(image, 1, this.shape.channels(), this.shape.height(), this.shape.width(),
					this.output))
			.toList();
	}

	/** How many images wait. */
	int queued() {
		return this.batcher.queued();
	}

	/** Finishes what was taken, refuses the rest and frees the network. */
	@Override
	public void close() {
		this.batcher.close();
		this.network.close();
	}

}
