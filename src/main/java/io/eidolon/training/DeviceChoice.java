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
	 * @throws TrainingException when it is not there
	 */
	ComputeDevice device() {
		if (this == CPU || (this == AUTO && !ComputeDevice.hasCuda())) {
			return ComputeDevice.CPU;
		}
		if (!ComputeDevice.hasCuda()) {
			throw new TrainingException("eidolon.training.device (cuda) finds no GPU that it can use: an NVIDIA driver "
					+ "is needed, and a trainer that was built with -Ptraining,training-gpu; device=cpu trains without");
		}
		return ComputeDevice.CUDA;
	}

}
