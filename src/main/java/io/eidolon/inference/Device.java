package io.eidolon.inference;

import java.util.Locale;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/** Where sessions run. */
enum Device {

	/** The processor: one caller per core beats threads within a run. */
	CPU {

		// An arena never gives memory back.
		@Override
		void configure(SessionOptions options) throws OrtException {
			options.setCPUArenaAllocator(false);
		}

		@Override
		void configure(RunOptions options) {
		}

		@Override
		int batch(int count, int most) {
			return count;
		}

	},

	/** The first GPU, through the artifact of the Maven profile {@code gpu}. */
	CUDA {

		// A search over all algorithms takes seconds for each new batch size, and memory
		// patterns leak when shapes change (onnxruntime issue 29351).
		@Override
		void configure(SessionOptions options) throws OrtException {
			options.setMemoryPatternOptimization(false);
			try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
				cuda.add("cudnn_conv_algo_search", "HEURISTIC");
				options.addCUDA(cuda);
			}
		}

		@Override
		void configure(RunOptions options) throws OrtException {
			options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "gpu:0");
		}

		@Override
		int batch(int count, int most) {
			int power = Integer.highestOneBit(count);
			return Math.min((power == count) ? count : 2 * power, most);
		}

	};

	abstract void configure(SessionOptions options) throws OrtException;

	abstract void configure(RunOptions options) throws OrtException;

	/**
	 * The size of the batch that a number of pictures is drawn in: each size costs a GPU
	 * a preparation of its own, so there are few of them.
	 * @param most pictures of the largest batch
	 */
	abstract int batch(int count, int most);

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
