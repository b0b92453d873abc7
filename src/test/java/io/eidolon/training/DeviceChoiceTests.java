package io.eidolon.training;

import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.network.ComputeDevice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

@Tag("libtorch")
class DeviceChoiceTests {

	@Test
	void aGpuThatIsNotThereIsRefusedInOneLine() {
		assumeThat(ComputeDevice.hasCuda()).isFalse();
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> DeviceChoice.CUDA.device())
			.withMessage(
					"eidolon.training.device (cuda) finds no GPU that it can use: an NVIDIA driver is needed, and a "
							+ "trainer that was built with -Ptraining,training-gpu; device=cpu trains without");
	}

	@Test
	void theProcessorIsTakenWhereThereIsNoGpu() {
		assertThat(DeviceChoice.CPU.device()).isEqualTo(ComputeDevice.CPU);
		assertThat(DeviceChoice.AUTO.device().equals(ComputeDevice.CUDA)).isEqualTo(ComputeDevice.hasCuda());
	}

}
