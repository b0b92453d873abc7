package io.eidolon.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import io.eidolon.batching.QueueFullException;
import io.eidolon.image.Picture;
import io.eidolon.inference.Generator;
import io.eidolon.latent.LatentInput;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.RequestContext.Reservation;

/**
 * Images that a generator makes for a request. Closing it cancels those that have not
 * begun.
 */
public final class PendingImages implements AutoCloseable {

	private final RequestContext request;

	private final ModelCard card;

	/** The parameter that says how many images there are. */
	private final String counted;

	private final Enlargement enlargement;

	private final List<Sample> samples;

	/** For each sample its 8-bit samples of shape (height, width, channels). */
	private final List<CompletableFuture<byte[]>> pixels;

	/**
	 * What the super-resolution network makes of all of them, none when it is not asked.
	 */
	private final CompletableFuture<List<CompletableFuture<Picture>>> upscaled;

	/** For each sample its picture, not yet scaled. */
	private final List<CompletableFuture<Picture>> pictures;

	private final Reservation room;

	private PendingImages(RequestContext request, ModelCard card, String counted, Enlargement enlargement,
			List<Sample> samples, List<CompletableFuture<byte[]>> pixels, Reservation room) {
		this.request = request;
		this.card = card;
		this.counted = counted;
		this.enlargement = enlargement;
		this.samples = samples;
		this.pixels = pixels;
		List<CompletableFuture<Picture>> generated = pixels.stream()
			.map((image) -> image.thenApply(this::picture))
			.toList();
		this.upscaled = upscaled(generated);
		this.pictures = (enlargement.upscale() == 1) ? generated
				: IntStream.range(0, samples.size())
					.mapToObj((i) -> this.upscaled.thenCompose((all) -> all.get(i)))
					.toList();
		this.room = room;
	}

	static PendingImages start(RequestContext request, Generator generator, String counted, List<Latent> latents,
			Enlargement enlargement) {
		ModelCard card = generator.card();
		List<Sample> samples = new ArrayList<>(latents.size());
		List<LatentInput> inputs = new ArrayList<>(latents.size());
		for (Latent latent : latents) {
			samples.add(new Sample(samples.size(), latent.seed(), latent.condition().name(card),
					latent.condition().prompt(), latent.z()));
			inputs.add(latent.condition().input(latent.z()));
		}
		long area = latents.size() * enlargement.pixels(card.image());
		Reservation room = request.reserve(area);
		try {
			request.spend(area);
			return new PendingImages(request, card, counted, enlargement, samples,
					generator.generateAll(inputs, request.client(), request.priority(), request.remaining()), room);
		}
		catch (RuntimeException ex) {
			room.close();
			throw ex;
		}
	}

	/** The model that makes them. */
	public ModelCard card() {
		return this.card;
	}

	/** What they are made from. */
	public List<Sample> samples() {
		return this.samples;
	}

	/**
	 * Waits for the images.
	 * @throws ServiceBusyException when the model has no room for them now
	 * @throws RequestTimeoutException at the deadline
	 * @throws ClientGoneException when the client has gone
	 */
	public List<Picture> await() {
		List<Picture> made = this.pictures.stream().map(this::await).toList();
		return this.request.compute(area(), () -> made.stream().map(this::scaled).toList());
	}

	/**
	 * Waits for the images and joins them to one, row by row.
	 * @throws ServiceBusyException when the model has no room for them now
	 * @throws RequestTimeoutException at the deadline
	 * @throws ClientGoneException when the client has gone
	 */
	public Picture awaitGrid(int columns) {
		List<Picture> images = await();
		return this.request.compute(area(), () -> Picture.grid(images, columns));
	}

	/**
	 * Waits for what becomes of each image on the thread that made it, so that making and
	 * encoding images keep to the threads that there are cores for.
	 * @throws ServiceBusyException when the model has no room for them now
	 * @throws RequestTimeoutException at the deadline
	 * @throws ClientGoneException when the client has gone
	 */
	public <T> List<T> await(BiFunction<Sample, Picture, T> finish) {
		List<CompletableFuture<T>> finished = IntStream.range(0, this.samples.size())
			.mapToObj((i) -> this.pictures.get(i).thenApply((made) -> finish.apply(this.samples.get(i), scaled(made))))
			.toList();
		return finished.stream().map(this::await).toList();
	}

	@Override
	public void close() {
		this.pixels.forEach((image) -> image.cancel(false));
		// Also when the last image is generated just now, and upscaling begins only then.
		this.upscaled.thenAccept((images) -> images.forEach((image) -> image.cancel(false)));
		this.room.close();
	}

	/** The pixels of all images together, once they are enlarged. */
	private long area() {
		return this.samples.size() * this.enlargement.pixels(this.card.image());
	}

	private Picture picture(byte[] samples) {
		ImageShape shape = this.card.image();
		return new Picture(shape.width(), shape.height(), shape.channels(), samples);
	}

	// All at once, so that they share batches, and take turns with those of others.
	private CompletableFuture<List<CompletableFuture<Picture>>> upscaled(List<CompletableFuture<Picture>> generated) {
		if (this.enlargement.upscale() == 1) {
			return CompletableFuture.completedFuture(List.of());
		}
		return CompletableFuture.allOf(generated.toArray(CompletableFuture[]::new))
			.thenApply((_) -> this.request.upscale(generated.stream().map(CompletableFuture::join).toList(),
					this.enlargement));
	}

	private Picture scaled(Picture picture) {
		return picture.scale(this.enlargement.scale());
	}

	private <T> T await(CompletableFuture<T> future) {
		try {
			return this.request.await(future);
		}
		catch (ServiceBusyException ex) {
			if (ex.getCause() instanceof QueueFullException busy && busy.capacity() < this.samples.size()) {
				throw new InvalidParameterException(this.counted, this.samples.size(),
						"at most %s, which is all that may wait for the model".formatted(busy.capacity()));
			}
			throw ex;
		}
	}

}
