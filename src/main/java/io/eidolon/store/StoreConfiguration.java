package io.eidolon.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

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
		return BucketPrefix.parse(properties.path())
			.<ModelFolder>map((place) -> mirror(place, properties, meters))
			.orElseGet(() -> ModelFolder.of(Path.of(properties.path())));
	}

	private static MirroredFolder mirror(BucketPrefix place, StoreProperties properties, MeterRegistry meters) {
		MirroredFolder folder = new MirroredFolder(new S3Store(client(properties.s3()), place),
				place.below(properties.cacheFolder()), properties.s3().refresh(), InstantSource.system());
		TimeGauge.builder("eidolon.store.age", folder, TimeUnit.SECONDS, (watched) -> watched.age().toSeconds())
			.description("How long ago the object store of models was last seen")
			.register(meters);
		return folder;
	}

	private static S3Client client(StoreProperties.S3 s3) {
		S3ClientBuilder client = S3Client.builder()
			.httpClient(UrlConnectionHttpClient.create())
			.overrideConfiguration((override) -> override.apiCallTimeout(s3.timeout()));
		URI endpoint = s3.endpoint();
		if (endpoint != null) {
			client.endpointOverride(endpoint).region(Region.US_EAST_1);
		}
		if (s3.region() != null) {
			client.region(Region.of(s3.region()));
		}
		if (s3.accessKey() != null && s3.secretKey() != null) {
			client.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())));
		}
		return client.forcePathStyle((s3.pathStyle() != null) ? s3.pathStyle() : endpoint != null).build();
	}

}
