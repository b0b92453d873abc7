package io.eidolon.serving;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import io.eidolon.batching.QueueFullException;
import io.eidolon.image.Picture;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.PictureMemory.Reservation;

/**
 * Pictures in the making. Closing it takes back those that have not begun.
 *
 * @param request what is drawn, for whom
 * @param samples what the pictures are drawn from
 * @param pixels for each sample its 8-bit samples of shape (height, width, channels)
 * @param memory the room for the pictures
 */
public record Drawing(Request request, List<Sample> samples, List<CompletableFuture<byte[]>> pixels,
		Reservation memory) implements AutoCloseable {

	/** The model that draws. */
	public ModelCard card() {
		return this.request.card();
	}

	/**
	 * Waits for the pictures.
	 * @throws ServiceBusyException when the model has no room for them now
	 * @throws RequestTimeoutException when the client's time is over
	 * @throws ClientGoneException when the client has gone
	 */
	public List<Picture> await() {
		return this.pixels.stream().map(this::await).map(this::picture).toList();
	}

	/**
	 * Waits for what becomes of each picture on the thread that drew it, so that drawing
	 * and encoding keep to the threads that there are cores for.
	 * @throws ServiceBusyException when the model has no room for them now
	 * @throws RequestTimeoutException when the client's time is over
	 * @throws ClientGoneException when the client has gone
	 */
	public <T> List<T> await(BiFunction<Sample, Picture, T> finish) {
		List<CompletableFuture<T>> finished = IntStream.range(0, this.samples.size())
			.mapToObj((i) -> this.pixels.get(i).thenApply((drawn) -> finish.apply(this.samples.get(i), picture(drawn))))
			.toList();
		return finished.stream().map(this::await).toList();
	}

	@Override
	public void close() {
		this.pixels.forEach((picture) -> picture.cancel(false));
		this.memory.close();
	}

	private Picture picture(byte[] samples) {
		ImageShape shape = card().image();
		return new Picture(shape.width(), shape.height(), shape.channels(), samples).scale(this.request.scale());
	}

	private <T> T await(CompletableFuture<T> future) {
		try {
			return this.request.lookout().join(future, this.request.client());
		}
		catch (ServiceBusyException ex) {
			if (ex.getCause() instanceof QueueFullException busy && busy.capacity() < this.samples.size()) {
				throw new InvalidParameterException(this.request.counted(), this.samples.size(),
						"at most %d, which is all that may wait for the model".formatted(busy.capacity()));
			}
			throw ex;
		}
	}

	/**
	 * What is drawn, for whom.
	 *
	 * @param card the model that draws
	 * @param counted the parameter that says how many pictures there are
	 * @param scale the factor to enlarge by
	 * @param client who waits for them
	 * @param lookout how to wait for them
	 */
	public record Request(ModelCard card, String counted, int scale, Client client, Lookout lookout) {

	}

}
