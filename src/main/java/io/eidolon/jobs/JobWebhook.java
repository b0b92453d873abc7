package io.eidolon.jobs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eidolon.serving.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says that a job is over where its client asked for it, signed as Standard Webhooks
 * (standardwebhooks.com) has it. Redirects are not followed.
 */
final class JobWebhook {

	private static final String ALGORITHM = "HmacSHA256";

	private static final String ENCODED_SECRET = "whsec_";

	private static final int LONGEST = 2000;

	private final JobProperties.Webhook settings;

	private final List<WebhookHost> hosts;

	JobWebhook(JobProperties.Webhook settings) {
		this.settings = settings;
		this.hosts = Stream
			.concat(settings.privateHosts().stream().map((host) -> WebhookHost.parse(host, true)),
					settings.hosts().stream().map((host) -> WebhookHost.parse(host, false)))
			.toList();
	}

	/**
	 * Holds an address to those that are allowed.
	 * @throws InvalidParameterException when it is not among them
	 */
	void check(URI webhook) {
		if (webhook.toString().length() > LONGEST || host(webhook).isEmpty()) {
			throw new InvalidParameterException("webhook", webhook,
					this.hosts.isEmpty() ? "left out, as eidolon.jobs.webhook.hosts allows none"
							: "an address at a host that the operator allows");
		}
	}

	private Optional<WebhookHost> host(URI webhook) {
		return this.hosts.stream().filter((host) -> host.matches(webhook)).findFirst();
	}

	/**
	 * Sends what became of a job.
	 * @throws IOException when it did not arrive
	 */
	void send(Job job, Instant now) throws IOException, InterruptedException {
		URI webhook = job.request().webhook();
		Optional<WebhookHost> host = (webhook != null) ? host(webhook) : Optional.empty();
		if (webhook == null || host.isEmpty()) {
			return; // allowed no more
		}
		host.get().checkAddresses();
		String id = "job_" + job.id();
		String timestamp = Long.toString(now.getEpochSecond());
		String body = JsonMapper.shared().writeValueAsString(Message.of(job, now));
		HttpRequest request = HttpRequest.newBuilder(webhook)
			.header("Content-Type", "application/json")
			.header("webhook-id", id)
			.header("webhook-timestamp", timestamp)
			.header("webhook-signature", "v1," + signature(id + "." + timestamp + "." + body))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		int status = send(request);
		if (status < 200 || status > 299) {
			throw new IOException("%s answered %s".formatted(webhook.getHost(), status));
		}
	}

	// The timeout of a request ends with the headers of the answer, this one with its
	// body.
	private int send(HttpRequest request) throws IOException, InterruptedException {
		HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
		try {
			return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
				.get(this.settings.timeout().toNanos(), TimeUnit.NANOSECONDS)
				.statusCode();
		}
		catch (TimeoutException ex) {
			throw new IOException(
					"%s gave no whole answer within %s".formatted(request.uri().getHost(), this.settings.timeout()),
					ex);
		}
		catch (ExecutionException ex) {
			throw new IOException("%s could not be told".formatted(request.uri().getHost()), ex.getCause());
		}
		finally {
			client.shutdownNow();
		}
	}

	/** Of what is signed, in base64. */
	String signature(String signed) {
		String secret = String.valueOf(this.settings.secret());
		byte[] key = secret.startsWith(ENCODED_SECRET)
				? Base64.getDecoder().decode(secret.substring(ENCODED_SECRET.length()))
				: secret.getBytes(StandardCharsets.UTF_8);
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

	/**
	 * What is sent.
	 *
	 * @param type job.done, job.failed or job.cancelled
	 * @param timestamp when it is sent
	 * @param data the job
	 */
	record Message(String type, String timestamp, Data data) {

		static Message of(Job job, Instant now) {
			String state = job.state().name().toLowerCase(Locale.ROOT);
			return new Message("job." + state, now.toString(),
					new Data(job.id(), state, "/jobs/" + job.id(), job.done(), job.request().total(), job.failure()));
		}

	}

	/**
	 * A job.
	 *
	 * @param id names it
	 * @param state its final state
	 * @param href where it is at the service
	 * @param done how many pictures are generated
	 * @param total how many were to be
	 * @param failure why it failed; left out unless it did
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Data(String id, String state, String href, int done, int total, @Nullable String failure) {

	}

}
