package io.eidolon;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An object store in a process of its own, with one bucket. */
final class S3Mock implements AutoCloseable {

	static final String BUCKET = "gans";

	/** Put there by the build. */
	private static final Path JAR = Path.of("target/s3mock/s3mock-exec.jar");

	private final Process process;

	private final URI endpoint;

	private final S3Client client;

	private S3Mock(Process process, URI endpoint) {
		this.process = process;
		this.endpoint = endpoint;
		this.client = S3Client.builder()
			.endpointOverride(endpoint)
			.region(Region.US_EAST_1)
			.forcePathStyle(true)
			.httpClient(UrlConnectionHttpClient.create())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
			.build();
	}

	static S3Mock start() throws IOException {
		int port = ChildJvm.freePort();
		Process process = ChildJvm
			.with("-Xmx256m", "-jar", JAR.toString(), "--http.port=" + port, "--server.port=0",
					"--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
			.start();
		awaitStart(process);
		return new S3Mock(process, URI.create("http://localhost:" + port));
	}

	private static void awaitStart(Process process) throws IOException {
		StringBuilder seen = new StringBuilder();
		BufferedReader lines = process.inputReader();
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			if (line.contains("Started S3MockApplication")) {
				// What it still writes must not fill the pipe
				Thread.ofVirtual().start(() -> lines.lines().forEach((_) -> {
				}));
				return;
			}
			seen.append(line).append('\n');
		}
		throw new IllegalStateException("s3mock did not start: " + seen);
	}

	URI endpoint() {
		return this.endpoint;
	}

	/** Puts each file of a folder, its key ending in its path below another one. */
	void put(String prefix, Path folder, Path below) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				this.client.putObject((request) -> request.bucket(BUCKET).key(prefix + below.relativize(file)), file);
			}
		}
	}

	void put(String key, byte[] bytes) {
		this.client.putObject((request) -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
	}

	/** The keys of all objects. */
	List<String> keys() {
		return this.client.listObjectsV2Paginator((request) -> request.bucket(BUCKET))
			.contents()
			.stream()
			.map(S3Object::key)
			.toList();
	}

	/** The keys of what was begun and not finished. */
	List<String> unfinished() {
		return this.client.listMultipartUploads((request) -> request.bucket(BUCKET))
			.uploads()
			.stream()
			.map(MultipartUpload::key)
			.toList();
	}

	/** The bytes of an object. */
	byte[] get(String key) {
		return this.client.getObjectAsBytes((request) -> request.bucket(BUCKET).key(key)).asByteArray();
	}

	@Override
	public void close() {
		this.client.close();
		this.process.destroyForcibly().onExit().join();
	}

}
