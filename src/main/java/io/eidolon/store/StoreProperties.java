package io.eidolon.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where models come from.
 *
 * @param path the folder that holds the models, each in a folder with its name, a folder
 * for each version in that, or as an .onnx file; relative to where the service was
 * started. Or s3://bucket/prefix, below which an object store holds the same
 * @param cache the folder that what an object store holds is copied to, and served from
 * while the store is away; by default eidolon-models in the folder for temporary files
 * @param s3 how the object store is reached
 */
@ConfigurationProperties("eidolon.models")
record StoreProperties(@DefaultValue("models") String path, @Nullable Path cache, @DefaultValue S3 s3) {

	/** The folder that an object store is copied to. */
	Path cacheFolder() {
		Path folder = (this.cache != null) ? this.cache
				: Path.of(System.getProperty("java.io.tmpdir"), "eidolon-models");
		return folder.toAbsolutePath().normalize();
	}

	/**
	 * How an object store is reached.
	 *
	 * @param endpoint the address of a store other than AWS's own, such as
	 * https://minio.example.org
	 * @param region the region of the bucket; by default AWS_REGION, or us-east-1 where
	 * an endpoint is given
	 * @param pathStyle whether the bucket is in the path of an address, as most stores
	 * other than AWS's own want it; by default where an endpoint is given
	 * @param accessKey the name of the credentials; by default they are found where the
	 * AWS tools find them: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a web identity,
	 * the role of the machine
	 * @param secretKey the secret of the credentials
	 * @param refresh how often the store is looked at
	 * @param timeout how long one call may take, its retries included
	 */
	record S3(@Nullable URI endpoint, @Nullable String region, @Nullable Boolean pathStyle, @Nullable String accessKey,
			@Nullable String secretKey, @DefaultValue("30s") Duration refresh, @DefaultValue("30s") Duration timeout) {

		S3 {
			if (!refresh.isPositive()) {
				throw new IllegalArgumentException("s3.refresh (%s) must be longer than 0".formatted(refresh));
			}
			new S3Access(endpoint, region, pathStyle, accessKey, secretKey, timeout);
		}

		S3Access access() {
			return new S3Access(this.endpoint, this.region, this.pathStyle, this.accessKey, this.secretKey,
					this.timeout);
		}

	}

}
