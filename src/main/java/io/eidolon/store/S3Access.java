package io.eidolon.store;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * How an object store is reached.
 *
 * @param endpoint the address of a store other than AWS's own, null for that
 * @param region the region of the bucket, null for that of the environment
 * @param pathStyle whether the bucket is in the path of an address, null for where an
 * endpoint is given
 * @param accessKey the name of the credentials, null for those of the environment
 * @param secretKey the secret of the credentials
 * @param timeout how long one call may take, its retries included
 */
public record S3Access(@Nullable URI endpoint, @Nullable String region, @Nullable Boolean pathStyle,
		@Nullable String accessKey, @Nullable String secretKey, Duration timeout) {

	/**
	 * Creates access.
	 * @throws IllegalArgumentException when half of the credentials is missing, or no
	 * time is left for a call
	 */
	public S3Access {
		if ((accessKey == null) != (secretKey == null)) {
			throw new IllegalArgumentException("s3.access-key and s3.secret-key go together; one of them is missing");
		}
		if (!timeout.isPositive()) {
			throw new IllegalArgumentException("s3.timeout (%s) must be longer than 0".formatted(timeout));
		}
	}

	S3Client client() {
		S3ClientBuilder client = S3Client.builder()
			.httpClient(UrlConnectionHttpClient.create())
			.overrideConfiguration((override) -> override.apiCallTimeout(this.timeout));
		if (this.endpoint != null) {
			client.endpointOverride(this.endpoint).region(Region.US_EAST_1);
		}
		if (this.region != null) {
			client.region(Region.of(this.region));
		}
		if (this.accessKey != null && this.secretKey != null) {
			client.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create(this.accessKey, this.secretKey)));
		}
		return client.forcePathStyle((this.pathStyle != null) ? this.pathStyle : this.endpoint != null).build();
	}

}
