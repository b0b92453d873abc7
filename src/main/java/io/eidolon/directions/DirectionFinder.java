package io.eidolon.directions;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.eidolon.inference.Generator;
import io.eidolon.inference.plan.ModelSource;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Finds the directions of each generator once, when they are first asked for, and keeps
 * them as long as the generator. Who asks meanwhile waits for the same ones.
 */
@Component
@Profile("!train")
public class DirectionFinder {

	private final Map<Generator, CompletableFuture<Directions>> found = Collections
		.synchronizedMap(new WeakHashMap<>());

	/**
	 * Finds directions, on a thread of their own; pictures are drawn in turn with those
	 * of others.
	 * @param generator the generator, which stays open until the future is done
	 * @param source what it was opened from
	 * @return a future for all who ask; exceptionally also
	 * {@link io.eidolon.batching.QueueFullException} or
	 * {@link io.eidolon.batching.BatcherClosedException}, and then the next who asks
	 * starts anew
	 */
	public CompletableFuture<Directions> find(Generator generator, Supplier<ModelSource> source) {
		return this.found.computeIfAbsent(generator, (_) -> start(generator, source)).copy();
	}

	private CompletableFuture<Directions> start(Generator generator, Supplier<ModelSource> source) {
		CompletableFuture<Directions> directions = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("directions-" + generator.card().name()).start(() -> {
			try {
				directions.complete(Directions.of(generator, source.get()));
			}
			catch (Throwable ex) {
				this.found.remove(generator, directions);
				directions.completeExceptionally(ex);
			}
		});
		return directions;
	}

}
