package io.eidolon.directions;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.eidolon.inference.Generator;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.registry.Lease;

import org.springframework.stereotype.Component;

/**
 * Finds the directions of each generator once, when they are first asked for, and keeps
 * them as long as the generator. Who asks meanwhile waits for the same ones.
 */
@Component
class DirectionFinder {

	private final Cache<Generator, CompletableFuture<Directions>> found = Caffeine.newBuilder().weakKeys().build();

	/**
	 * Finds directions, on a thread of their own with a lease of its own, as whoever asks
	 * may stop waiting; their images are generated in turn with those of others.
	 * @param lease the generator
	 * @param source what it was opened from
	 * @return a future for all who ask; exceptionally also
	 * {@link io.eidolon.batching.QueueFullException} or
	 * {@link io.eidolon.batching.BatcherClosedException}, and then the next who asks
	 * starts anew
	 */
	CompletableFuture<Directions> find(Lease lease, Supplier<ModelSource> source) {
		return this.found.get(lease.generator(), (_) -> start(lease.another(), source)).copy();
	}

	private CompletableFuture<Directions> start(Lease lease, Supplier<ModelSource> source) {
		CompletableFuture<Directions> directions = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("directions-" + lease.generator().card().name()).start(() -> {
			try (lease) {
				directions.complete(Directions.of(lease.generator(), source.get()));
			}
			catch (Throwable ex) {
				this.found.asMap().remove(lease.generator(), directions);
				directions.completeExceptionally(ex);
			}
		});
		return directions;
	}

}
