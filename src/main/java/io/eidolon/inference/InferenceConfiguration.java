package io.eidolon.inference;

import io.eidolon.batching.Workers;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.DeviceConfiguration;
import io.eidolon.inference.plan.KeptPlans;
import io.eidolon.inference.plan.RequestedPrecision;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Declares what generators share. */
@Configuration(proxyBeanMethods = false)
@Profile("!train")
@Import(DeviceConfiguration.class)
@EnableConfigurationProperties(InferenceProperties.class)
class InferenceConfiguration {

	/** Closes after the generators, which it outlives. */
	@Bean
	Workers workers(InferenceProperties properties, Device device) {
		// A GPU is one queue, and each thread that feeds it costs it memory.
		return new Workers("inference", (device == Device.CPU) ? properties.workerCount() : 1);
	}

	@Bean
	KeptPlans keptPlans(InferenceProperties properties, Device device) {
		return KeptPlans.in(properties.plans(), properties.maxBatch(), device);
	}

	@Bean
	RequestedPrecision requestedPrecision(Environment environment) {
		return new RequestedPrecision(environment);
	}

}
