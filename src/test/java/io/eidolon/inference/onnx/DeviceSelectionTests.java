package io.eidolon.inference.onnx;

import java.util.function.LongSupplier;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import io.eidolon.inference.onnx.DeviceProperties.Wish;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

class DeviceSelectionTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@BeforeEach
	void needABuildWithoutCuda() {
		assumeThat(OrtEnvironment.getAvailableProviders()).doesNotContain(OrtProvider.CUDA);
	}

	@Test
	void withoutAGpuAutoIsTheCpuAndAGaugeShowsIt() {
		assertThat(new DeviceSelection(Wish.AUTO, this.meters).device()).isEqualTo(Device.CPU);
		assertThat(this.meters.get("eidolon.device").tags("device", "cpu", "requested", "auto").gauge().value())
			.isEqualTo(1);
	}

	@Test
	void cudaThatCannotBeHadIsRefusedWithTheRemedy() {
		assertThatExceptionOfType(InvalidModelException.class)
			.isThrownBy(() -> new DeviceSelection(Wish.CUDA, this.meters))
			.withMessageStartingWith("CUDA cannot be had; build with -Pgpu, run on a machine with a GPU, CUDA 12 and "
					+ "cuDNN 9, or set eidolon.device=cpu: ");
	}

	@Test
	void onlyAGpuIsTimedWhileItsCallerSleeps() throws InterruptedException {
		assertThat(elapsedInSleep(Device.CUDA)).isGreaterThanOrEqualTo(40_000_000);
		assertThat(elapsedInSleep(Device.CPU)).isLessThan(40_000_000);
	}

	private static long elapsedInSleep(Device device) throws InterruptedException {
		LongSupplier stopwatch = device.stopwatch();
		long start = stopwatch.getAsLong();
		Thread.sleep(50);
		return stopwatch.getAsLong() - start;
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 4", "4, 4", "5, 6", "6, 6" })
	void aGpuGeneratesInFewSizesOfBatch(int count, int generated) {
		assertThat(Device.CUDA.batch(count, 6)).isEqualTo(generated);
		assertThat(Device.CPU.batch(count, 6)).isEqualTo(count);
	}

}
