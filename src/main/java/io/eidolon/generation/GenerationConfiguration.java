package io.eidolon.generation;

import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares what generation needs of its surroundings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerProperties.class)
class GenerationConfiguration {

	/** Chooses the seed of a request that names none; any thread may use it. */
	@Bean
	RandomGenerator seedSource() {
		return () -> ThreadLocalRandom.current().nextLong();
	}

}
