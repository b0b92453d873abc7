package io.eidolon.recognition;

import io.eidolon.batching.Workers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Declares the limits of recognition, and what is shared by all models. */
@Configuration(proxyBeanMethods = false)
@Profile("!train")
@EnableConfigurationProperties(RecognitionProperties.class)
class RecognitionConfiguration {

	@Bean
	ImagenetTrunk imagenetTrunk(Workers workers) {
		return new ImagenetTrunk(workers);
	}

	@Bean
	ProbeFolder probeFolder(RecognitionProperties limits) {
		return new ProbeFolder(limits.path(), limits.maxProbes());
	}

	@Bean
	Detectors detectors(RecognitionProperties limits, Workers workers) {
		return new Detectors(limits.path(), limits.maxDetectors(), workers);
	}

}
