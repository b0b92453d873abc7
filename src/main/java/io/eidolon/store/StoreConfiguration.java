package io.eidolon.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Chooses the folder of models by {@code eidolon.models.path}. */
@Configuration(proxyBeanMethods = false)
@Profile("!train")
@EnableConfigurationProperties(StoreProperties.class)
class StoreConfiguration {

	@Bean
	ModelFolder modelFolder(StoreProperties properties, MeterRegistry meters) {
		return BucketPrefix.parse("eidolon.models.path", properties.path())
			.<ModelFolder>map((place) -> mirror(place, properties, meters))
			.orElseGet(() -> ModelFolder.of(Path.of(properties.path())));
	}

	private static MirroredFolder mirror(BucketPrefix place, StoreProperties properties, MeterRegistry meters) {
		MirroredFolder folder = new MirroredFolder(new S3Store(properties.s3().access().client(), place),
				place.below(properties.cacheFolder()), properties.s3().refresh(), InstantSource.system());
		TimeGauge.builder("eidolon.store.age", folder, TimeUnit.SECONDS, (watched) -> watched.age().toSeconds())
			.description("How long ago the object store of models was last seen")
			.register(meters);
		return folder;
	}

}
