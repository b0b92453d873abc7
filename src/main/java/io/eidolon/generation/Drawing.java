package io.eidolon.generation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.inference.GeneratorBusyException;
import io.eidolon.inference.GeneratorClosedException;
import io.eidolon.modelcard.ModelCard;

/**
 * Pictures in the making.
 *
 * @param counted the parameter that says how many there are
 * @param card the model that draws them
 * @param samples what they are drawn from
 * @param pictures one for each sample
 */
record Drawing(String counted, ModelCard card, List<Sample> samples, List<CompletableFuture<Picture>> pictures) {

	/**
	 * Waits for the pictures.
	 * @throws ServiceBusyException when the model has no room for them now
	 */
	List<Picture> await() {
		return await(this.pictures);
	}

	/**
	 * Waits for what becomes of each picture on the thread that drew it, so that drawing
	 * and encoding keep to the threads that there are cores for.
	 * @throws ServiceBusyException when the model has no room for them now
	 */
	<T> List<T> await(BiFunction<Sample, Picture, T> finish) {
		return await(IntStream.range(0, this.pictures.size())
			.mapToObj((i) -> this.pictures.get(i).thenApply((picture) -> finish.apply(this.samples.get(i), picture)))
			.toList());
	}

	private <T> List<T> await(List<CompletableFuture<T>> futures) {
		try {
			return futures.stream().map(CompletableFuture::join).toList();
		}
		catch (CompletionException ex) {
			throw unwrapped(ex);
		}
	}

	private RuntimeException unwrapped(CompletionException ex) {
		return switch (ex.getCause()) {
			case GeneratorBusyException busy when busy.capacity() < this.pictures.size() ->
				new InvalidParameterException(this.counted, this.pictures.size(),
						"at most %d, which is all that may wait for the model".formatted(busy.capacity()));
			case GeneratorBusyException busy -> new ServiceBusyException(busy);
			case GeneratorClosedException closed -> new ServiceBusyException(closed);
			case RuntimeException cause -> cause;
			case null, default -> ex;
		};
	}

}
