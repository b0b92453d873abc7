package io.eidolon.inference;

import io.eidolon.batching.Workers;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.plan.RequestedPrecision;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.core.env.StandardEnvironment;

/** A factory as the service has one, without the service. */
public final class TestFactory {

	private TestFactory() {
	}

	public static GeneratorFactory of(Workers workers, MeterRegistry meters) {
		return new GeneratorFactory(new InferenceProperties(1, 4, 16), workers, Device.CPU,
				new RequestedPrecision(new StandardEnvironment()), meters);
	}

}
