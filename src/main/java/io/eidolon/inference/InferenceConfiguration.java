package io.eidolon.inference;

import io.eidolon.batching.Workers;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Declares what generators share. */
@Configuration(proxyBeanMethods = false)
@Profile("!train")
@EnableConfigurationProperties({ InferenceProperties.class, DeviceProperties.class })
class InferenceConfiguration {

	/** Closes after the generators, which it outlives. */
	@Bean
	Workers workers(InferenceProperties properties, DeviceSelection device) {
		// A GPU is one queue, and each thread that feeds it costs it memory.
		return new Workers("inference", (device.device() == Device.CPU) ? properties.workerCount() : 1);
	}

	@Bean
	DeviceSelection deviceSelection(DeviceProperties properties, MeterRegistry meters) {
		return new DeviceSelection(properties.device(), meters);
	}

	@Bean
	RequestedPrecision requestedPrecision(Environment environment) {
		return new RequestedPrecision(environment);
	}

}
