package io.eidolon.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;

/**
 * What ONNX Runtime alone generates with every core: the graph that is served, one caller for
 * each core, and neither requests nor files.
 */
final class RawLimit {

	private static final int MAX_BATCH = 4;

	private RawLimit() {
	}

	/** Pictures per second, with the better of batches of 1 and of 4. */
	static double measure(GeneratorSession session, Duration duration) throws Exception {
		Duration half = duration.dividedBy(2);
		return Math.max(measure(session, 1, half), measure(session, MAX_BATCH, half));
	}

	private static double measure(GeneratorSession session, int batch, Duration duration) throws Exception {
		int cores = Runtime.getRuntime().availableProcessors();
		float[] z = GraphBenchmark.latents(batch);
		long start = System.nanoTime();
		long end = start + duration.toNanos();
		Callable<Long> caller = () -> {
			long generated = 0;
			while (System.nanoTime() < end) {
				session.samples(new LatentBatch(z, null, batch));
				generated += batch;
			}
			return generated;
		};
		try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
			List<Future<Long>> generated = threads.invokeAll(IntStream.range(0, cores).mapToObj((i) -> caller).toList());
			double seconds = (System.nanoTime() - start) / 1e9;
			long sum = 0;
			for (Future<Long> part : generated) {
				sum += part.get();
			}
			return sum / seconds;
		}
	}

}
