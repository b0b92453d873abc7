package io.eidolon.inference;

import io.eidolon.batching.Workers;
import io.eidolon.inference.DeviceProperties.Wish;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.core.env.StandardEnvironment;

/** A factory as the service has one, without the service. */
final class TestFactory {

	private TestFactory() {
	}

	static GeneratorFactory of(Workers workers, MeterRegistry meters) {
		return new GeneratorFactory(new InferenceProperties(1, 4, 16), workers,
				new DeviceSelection(Wish.CPU, new SimpleMeterRegistry()),
				new RequestedPrecision(new StandardEnvironment()), meters);
	}

}
