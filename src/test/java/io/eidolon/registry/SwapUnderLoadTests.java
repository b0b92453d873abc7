package io.eidolon.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.eidolon.batching.BatcherClosedException;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds that no request is lost while models are replaced, closed and opened. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SwapUnderLoadTests {

	private static final int CALLERS = 8;

	private static final int SWAPS = 10;

	@TempDir
	private Path models;

	/** Every generator that generated a picture. */
	private final Set<Generator> generators = ConcurrentHashMap.newKeySet();

	private final AtomicInteger asked = new AtomicInteger();

	private final AtomicInteger generated = new AtomicInteger();

	private final AtomicBoolean enough = new AtomicBoolean();

	@Test
	void noRequestIsLostWhileAModelIsReplaced() {
		TestModels.write(this.models, "a", "a", "0", 8);
		TestModels.context(this.models).run((context) -> {
			ModelRegistry registry = context.getBean(ModelRegistry.class);
			underLoad(registry, List.of("a"), () -> {
				for (int swap = 1; swap <= SWAPS; swap++) {
					TestModels.write(this.models, "a", "a", Integer.toString(swap), (swap % 2 == 0) ? 8 : 16);
					registry.reload("a");
					awaitPicturesOf(registry.lease("a", null).future().join());
				}
			});
			assertThat(this.generators).as("each version generated").hasSizeGreaterThanOrEqualTo(SWAPS);
			assertThat(this.generators).as("all but the last are closed")
				.filteredOn((generator) -> !isClosed(generator))
				.singleElement()
				.satisfies((generator) -> assertThat(generator.card().version()).isEqualTo("" + SWAPS));
		});
	}

	@Test
	void noRequestIsLostWhileModelsTakeTurnsInTheRoomOfOne() {
		List<String> names = List.of("a", "b", "c");
		names.forEach((name) -> TestModels.write(this.models, name, name, "0", 8));
		TestModels.context(this.models).withPropertyValues("eidolon.models.max-loaded=1").run((context) -> {
			ModelRegistry registry = context.getBean(ModelRegistry.class);
			underLoad(registry, names, () -> {
				for (int swap = 1; swap <= SWAPS; swap++) {
					String name = names.get(swap % names.size());
					registry.reload(name);
					awaitPicturesOf(registry.lease(name, null).future().join());
				}
			});
			assertThat(registry.open()).as("once all are idle, one is open").isOne();
			assertThat(this.generators).filteredOn((generator) -> !isClosed(generator)).hasSizeLessThanOrEqualTo(1);
		});
	}

	private void underLoad(ModelRegistry registry, List<String> names, Runnable work) throws Exception {
		CountDownLatch drawing = new CountDownLatch(CALLERS);
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> loops = new ArrayList<>();
			for (int i = 0; i < CALLERS; i++) {
				String name = names.get(i % names.size());
				loops.add(callers.submit(() -> {
					try {
						while (!this.enough.get()) {
							generate(registry, name);
							drawing.countDown();
						}
					}
					finally {
						this.enough.set(true);
						drawing.countDown();
					}
				}));
			}
			drawing.await();
			try {
				work.run();
			}
			finally {
				this.enough.set(true);
			}
			for (Future<?> loop : loops) {
				loop.get();
			}
		}
		assertThat(this.generated.get()).isEqualTo(this.asked.get()).isGreaterThanOrEqualTo(CALLERS);
	}

	private void generate(ModelRegistry registry, String name) {
		this.asked.incrementAndGet();
		try (Lease lease = registry.lease(name, null).future().join()) {
			int side = TestModels.side(lease);
			assertThat(side).isEqualTo(lease.generator().card().image().width());
			this.generators.add(lease.generator());
			this.generated.incrementAndGet();
		}
	}

	/** Waits until some caller generated with the generator that is leased here. */
	private void awaitPicturesOf(Lease current) {
		try (current) {
			while (!this.generators.contains(current.generator()) && !this.enough.get()) {
				Thread.onSpinWait();
			}
		}
	}

	private static boolean isClosed(Generator generator) {
		var answer = generator.generate(new float[TinyGenerators.DIMENSION], 0);
		return answer.isCompletedExceptionally() && answer.exceptionNow() instanceof BatcherClosedException;
	}

}
