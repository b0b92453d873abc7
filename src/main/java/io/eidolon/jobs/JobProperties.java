package io.eidolon.jobs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.eidolon.serving.Bounds;
import io.eidolon.store.Bucket;
import io.eidolon.store.S3Access;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Work that outlives a request.
 *
 * @param path the folder that the results of jobs are written to, which replicas share;
 * there are no jobs while it is not set
 * @param results s3://bucket/prefix, where an object store keeps the results instead; the
 * folder then holds what is being written, and replicas do not share it
 * @param s3 how the object store is reached
 * @param database where jobs are kept
 * @param threads shards that one replica generates at a time
 * @param partitions shards of one job that are generated at a time at most, on all
 * replicas together
 * @param shardSize pictures of one archive at most
 * @param maxPictures pictures of one job at most
 * @param maxUnfinished jobs that may wait or run at a time
 * @param maxPerClient jobs of one client that may wait or run at a time
 * @param maxBytes bytes that all results may take
 * @param minFree bytes that the disk keeps free
 * @param keep how long a job and its results are kept after it is over
 * @param lease after which time without a sign of life what a replica had begun is begun
 * anew by another
 * @param webhook how clients are told that a job is over
 */
@Validated
@ConfigurationProperties("eidolon.jobs")
public record JobProperties(@Nullable Path path, @Nullable String results, @DefaultValue S3 s3,
		@DefaultValue Database database, @Min(1) @Max(64) @DefaultValue("2") int threads,
		@Min(1) @Max(256) @DefaultValue("8") int partitions, @Min(1) @Max(100_000) @DefaultValue("1000") int shardSize,
		@Min(1) @Max(MOST_PICTURES) @DefaultValue("1000000") int maxPictures,
		@Min(1) @DefaultValue("100") int maxUnfinished, @Min(1) @DefaultValue("10") int maxPerClient,
		@DefaultValue("20GB") DataSize maxBytes, @DefaultValue("1GB") DataSize minFree,
		@DefaultValue("7d") Duration keep, @DefaultValue("30s") Duration lease, @DefaultValue Webhook webhook) {

	private static final int MOST_PICTURES = 100_000_000;

	/** Creates settings; a path that is empty is none. */
	public JobProperties {
		path = (path != null && path.toString().isEmpty()) ? null : path;
		results = StringUtils.hasText(results) ? results : null;
		if (results != null && !Bucket.isMeant(results)) {
			throw new IllegalArgumentException(
					"jobs.results (%s) must be s3://bucket/prefix; for a folder, set jobs.path alone"
						.formatted(results));
		}
		if (results != null && path == null) {
			throw new IllegalArgumentException(
					"jobs.results (%s) needs jobs.path, the folder that archives are written to before they are uploaded"
						.formatted(results));
		}
	}

	/** Opens where the results are kept. */
	Results openResults(Path folder) throws IOException {
		return Results.open("eidolon.jobs.results", Objects.requireNonNullElse(this.results, ""), folder,
				this.s3.access());
	}

	/** How many pictures a job may have. */
	public Bounds pictures() {
		return new Bounds(1, this.maxPictures);
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
	 * @param timeout how long one call may take, its retries included: of an archive, one
	 * sends 8 MiB
	 */
	public record S3(@Nullable URI endpoint, @Nullable String region, @Nullable Boolean pathStyle,
			@Nullable String accessKey, @Nullable String secretKey, @DefaultValue("60s") Duration timeout) {

		S3Access access() {
			return new S3Access(this.endpoint, this.region, this.pathStyle, this.accessKey, this.secretKey,
					this.timeout);
		}

	}

	/**
	 * Where jobs are kept.
	 *
	 * @param url the JDBC URL of a PostgreSQL database, which replicas share; by default
	 * a database of this process alone, in a file beside the results
	 * @param username the name to log in with
	 * @param password the password to log in with
	 */
	public record Database(@Nullable String url, @Nullable String username, @Nullable String password) {

	}

	/**
	 * How clients are told that a job is over.
	 *
	 * @param hosts where they may have it said: exact names of hosts, which are asked by
	 * HTTPS, or origins such as https://hooks.example.org:8443, all of which must have
	 * public addresses; nowhere by default
	 * @param privateHosts the same for hosts whose addresses need not be public, such as
	 * http://ci.internal:8080
	 * @param secret what it is signed with: any text, or whsec_ and base64
	 * @param timeout how long an answer may take
	 */
	public record Webhook(@DefaultValue List<String> hosts, @DefaultValue List<String> privateHosts,
			@Nullable String secret, @DefaultValue("10s") Duration timeout) {

		public Webhook {
			if (secret == null && !(hosts.isEmpty() && privateHosts.isEmpty())) {
				throw new IllegalArgumentException("webhook.hosts needs webhook.secret, to sign what is sent");
			}
		}

	}

}
