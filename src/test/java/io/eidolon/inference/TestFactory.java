package io.eidolon.inference;

import java.nio.file.Path;
import java.util.Optional;

import io.eidolon.batching.Workers;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.plan.KeptPlans;
import io.eidolon.inference.plan.RequestedPrecision;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.core.env.StandardEnvironment;

/** A factory as the service has one, without the service. */
public final class TestFactory {

	private TestFactory() {
	}

	public static GeneratorFactory of(Workers workers, MeterRegistry meters) {
		return of(workers, KeptPlans.NONE, meters);
	}

	/** Findings of circumstances that do not change. */
	static KeptPlans plans(Path folder) {
		return new KeptPlans(folder, () -> Optional.of("here"));
	}

	static GeneratorFactory of(Workers workers, KeptPlans plans, MeterRegistry meters) {
		return new GeneratorFactory(new InferenceProperties(1, 4, 16, null), workers, Device.CPU,
				new RequestedPrecision(new StandardEnvironment()), plans, meters);
	}

}
