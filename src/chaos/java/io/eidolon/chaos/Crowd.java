package io.eidolon.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients of one address that ask for the same without a pause, in a process of the lowest
 * priority: elsewhere they would have processors of their own, and here they are to take
 * none from the service and from whose waiting is measured.
 */
enum Crowd {

	/** Nobody. */
	NOBODY(0, "nobody"),

	MANY_PICTURES(200, "200 clients of 64 pictures as JSON") {
		@Override
		HttpRequest request(Client client, int number) {
			return post(client, "{\"model\":\"peeps\",\"count\":64,\"seed\":%d}".formatted(number));
		}
	},

	LARGE_BODIES(8, "8 clients of 900 KB of JSON") {
		@Override
		HttpRequest request(Client client, int number) {
			return post(client, MANY_NUMBERS);
		}
	},

	WALKS(32, "32 clients of a walk of 60 frames of WebP") {
		@Override
		HttpRequest request(Client client, int number) {
			return client.get("/interpolate?model=peeps&from=%d&to=%d&steps=60&format=webp".formatted(number, number + 1))
				.build();
		}
	},

	SINGLE_PICTURES(160, "160 clients of one picture") {
		@Override
		HttpRequest request(Client client, int number) {
			return post(client, "{\"model\":\"peeps\",\"seed\":%d}".formatted(number));
		}
	};

	private static final String MANY_NUMBERS = "{\"latents\":[[%s1]]}".formatted("0.125,".repeat(150_000));

	private static final String ASKING = "asking";

	private static final Duration LONGEST_END = Duration.ofMinutes(1);

	private final int clients;

	private final String what;

	Crowd(int clients, String what) {
		this.clients = clients;
		this.what = what;
	}

	/** The request of a number. */
	HttpRequest request(Client client, int number) {
		throw new IllegalStateException("Nobody asks");
	}

	private static HttpRequest post(Client client, String body) {
		return client.get("/generate")
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build();
	}

	/**
	 * Does something while the crowd asks, from its first answer on.
	 * @return what the crowd was answered, as text
	 */
	String during(int port, Measurement measurement) throws Exception {
		if (this.clients == 0) {
			measurement.run();
			return "none";
		}
		Process process = new ProcessBuilder("nice", "-n", "19", System.getProperty("java.home") + "/bin/java", "-cp",
				System.getProperty("java.class.path"), Crowd.class.getName(), name(), Integer.toString(port))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try (BufferedReader told = process.inputReader(StandardCharsets.US_ASCII)) {
			if (!ASKING.equals(told.readLine())) {
				throw new IOException("The crowd did not ask");
			}
			measurement.run();
			process.getOutputStream().close();
			return String.valueOf(told.readLine());
		}
		finally {
			Service.end(process, LONGEST_END);
		}
	}

	private int ask(Client client, int number) {
		try {
			return client.status(request(client, number));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Asks until nothing can be read from the standard input any more, and prints what was answered. */
	static void main(String[] arguments) throws Exception {
		Crowd crowd = valueOf(arguments[0]);
		Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
		AtomicInteger number = new AtomicInteger();
		CountDownLatch answered = new CountDownLatch(1);
		Client client = new Client(Integer.parseInt(arguments[1]), InetAddress.ofLiteral("127.0.0.2"));
		for (int i = 0; i < crowd.clients; i++) {
			Thread.ofVirtual().start(() -> {
				while (true) {
					statuses.merge(crowd.ask(client, number.incrementAndGet()), 1, Integer::sum);
					answered.countDown();
				}
			});
		}
		System.out.println(answered.await(LONGEST_END.toSeconds(), TimeUnit.SECONDS) ? ASKING : "nothing came");
		while (System.in.read() >= 0) {
			// Until whoever started it has measured.
		}
		System.out.println(statuses);
		System.exit(0);
	}

	@Override
	public String toString() {
		return this.what;
	}

	/** What is done meanwhile. */
	interface Measurement {

		void run() throws Exception;

	}

}
