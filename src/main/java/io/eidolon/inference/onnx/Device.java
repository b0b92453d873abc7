package io.eidolon.inference.onnx;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.LongSupplier;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/** Where sessions run. */
public enum Device implements SessionSettings {

	/** The processor: one caller per core beats threads within a run. */
	CPU {

		// An arena never gives memory back.
		@Override
		public void configure(SessionOptions options) throws OrtException {
			options.setCPUArenaAllocator(false);
		}

		@Override
		public void configure(RunOptions options) {
		}

		@Override
		public int batch(int count, int most) {
			return count;
		}

		// A run stays on its caller's thread, whose own time tells more on a busy
		// machine.
		@Override
		public LongSupplier stopwatch() {
			ThreadMXBean threads = ManagementFactory.getThreadMXBean();
			return threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : System::nanoTime;
		}

	},

	/** The first GPU, through the artifact of the Maven profile {@code gpu}. */
	CUDA {

		// A search over all algorithms takes seconds for each new batch size, and memory
		// patterns leak when shapes change (onnxruntime issue 29351).
		@Override
		public void configure(SessionOptions options) throws OrtException {
			options.setMemoryPatternOptimization(false);
			try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
				cuda.add("cudnn_conv_algo_search", "HEURISTIC");
				options.addCUDA(cuda);
			}
		}

		@Override
		public void configure(RunOptions options) throws OrtException {
			options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "gpu:0");
		}

		@Override
		public int batch(int count, int most) {
			int power = Integer.highestOneBit(count);
			return Math.min((power == count) ? count : 2 * power, most);
		}

		// The caller only waits for a run.
		@Override
		public LongSupplier stopwatch() {
			return System::nanoTime;
		}

	};

	/**
	 * The size of the batch that a number of images is generated in: each size costs a
	 * GPU a preparation of its own, so there are few of them.
	 * @param most images in the largest batch
	 */
	public abstract int batch(int count, int most);

	/** The time, in nanoseconds, by which runs are compared. */
	public abstract LongSupplier stopwatch();

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
