package io.eidolon.training;

import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.network.ComputeDevice;

/** Where a run is to compute. */
enum DeviceChoice {

	/** The GPU where there is one that can be used, else the processor. */
	AUTO,

	/** The processor. */
	CPU,

	/** The GPU. */
	CUDA;

	/**
	 * Finds the device.
	 * @param processes how many processes train together
	 * @throws TrainingException when it is not there
	 */
	ComputeDevice device(int processes) {
		if (this == CPU || (this == AUTO && (processes > 1 || !ComputeDevice.hasCuda()))) {
			return ComputeDevice.CPU;
		}
		if (!ComputeDevice.hasCuda()) {
			throw new TrainingException("eidolon.training.device (cuda) finds no GPU that it can use: an NVIDIA driver "
					+ "is needed, and a trainer that was built with -Ptraining,training-gpu; device=cpu trains without");
		}
		if (processes > 1) {
			throw new TrainingException(
					"eidolon.training.device (cuda) trains in one process, not in %s, which exchange gradients in memory"
						.formatted(processes));
		}
		return ComputeDevice.CUDA;
	}

}
