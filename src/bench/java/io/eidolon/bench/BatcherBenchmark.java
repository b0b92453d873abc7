package io.eidolon.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.eidolon.batching.BatchListener;
import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Batcher;
import io.eidolon.batching.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** What the way through the batcher costs beside the work: it has none here. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BatcherBenchmark {

	private Workers workers;

	private Batcher<Integer, Integer> batcher;

	@Setup
	public void start() {
		this.workers = new Workers("bench", Runtime.getRuntime().availableProcessors());
		this.batcher = new Batcher<>("bench", this.workers, new BatchSettings(256, 4), List::copyOf,
				BatchListener.NONE);
	}

	@TearDown
	public void stop() {
		this.batcher.close();
		this.workers.close();
	}

	@Benchmark
	@Threads(1)
	public Integer oneCaller() {
		return this.batcher.submit(1).join();
	}

	@Benchmark
	@Threads(8)
	public Integer eightCallers() {
		return this.batcher.submit(1).join();
	}

}
