package io.eidolon.inference.gradient;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.eidolon.batching.BatchListener;
import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Batcher;
import io.eidolon.batching.Deadline;
import io.eidolon.batching.Workers;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.PortNames;

/**
 * A network that encodes an image as the latent that it may come from, for many callers
 * at once. It takes turns with the generator.
 */
public final class LatentEncoder implements AutoCloseable {

	private static final BatchSettings SETTINGS = new BatchSettings(64, 1);

	private final ModelCard card;

	private final FeatureExtractor network;

	private final Batcher<float[], float[]> batcher;

	/** Takes the network over: it closes with the encoder. */
	LatentEncoder(ModelCard card, FeatureExtractor network, Workers workers) {
		this.card = card;
		this.network = network;
		this.batcher = new Batcher<>(card.name(), workers, SETTINGS, this::run, BatchListener.NONE);
	}

	/**
	 * Encodes an image.
	 * @param image in the generator's range, (channels, height, width)
	 * @param client who takes turns with others
	 * @param timeout how long it may wait
	 * @return the latent, or exceptionally what {@link GeneratorGradient#evaluate} may
	 * give
	 */
	public CompletableFuture<float[]> latent(float[] image, String client, Duration timeout) {
		return this.batcher.submitAll(List.of(image), client, Deadline.after(timeout)).getFirst();
	}

	private List<float[]> run(List<float[]> images) {
		ImageShape shape = this.card.image();
		return images.stream()
			.map((image) -> this.network.run(image, 1, shape.channels(), shape.height(), shape.width(),
					PortNames.LATENT))
			.toList();
	}

	/** How many wait. */
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
