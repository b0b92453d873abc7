package io.eidolon.inference.onnx;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Declares the device that sessions run on. */
@Configuration(proxyBeanMethods = false)
@Profile("!train")
@EnableConfigurationProperties(DeviceProperties.class)
public class DeviceConfiguration {

	@Bean
	Device device(DeviceProperties properties, MeterRegistry meters) {
		return new DeviceSelection(properties.device(), meters).device();
	}

}
