package io.eidolon.chaos;

import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * Measures how long one waits who asks for a picture, and then whether the service lives,
 * one after the other, alone and beside others that ask for as much as they can from
 * another address, without a pause.
 */
final class Fairness {

	private static final Duration PAUSE = Duration.ofMillis(10);

	private static final String MANY_NUMBERS = "{\"latents\":[[%s1]]}".formatted("0.125,".repeat(150_000));

	private static final List<Crowd> CROWDS = List.of(new Crowd("nobody", 0, (client, seed) -> client.get("/").build()),
			new Crowd("64 pictures as JSON", 200,
					(client, seed) -> post(client, "{\"model\":\"peeps\",\"count\":64,\"seed\":%d}".formatted(seed))),
			new Crowd("900 KB of JSON", 8,
					(client, seed) -> post(client, MANY_NUMBERS)),
			new Crowd("a walk of 60 frames of WebP", 32,
					(client, seed) -> client
						.get("/interpolate?model=peeps&from=%d&to=%d&steps=60&format=webp".formatted(seed, seed + 1))
						.build()),
			new Crowd("one picture", 160,
					(client, seed) -> post(client, "{\"model\":\"peeps\",\"seed\":%d}".formatted(seed))));

	private final Service service;

	private final Duration time;

	private final Losses losses;

	/** Another each time: answers are kept. */
	private int seed = 1_000_000;

	private Fairness(Service service, Duration time, Losses losses) {
		this.service = service;
		this.time = time;
		this.losses = losses;
	}

	static void run(Service service, Duration time, Losses losses) throws Exception {
		System.out.println("""
				What one waits who asks for one thing at a time:
				| beside | a picture: median, p99 | /livez: median, p99 | p99 to that beside nobody | answers | the crowd's |
				| --- | --- | --- | --- | --- | --- |""");
		Fairness fairness = new Fairness(service, time, losses);
		for (Crowd crowd : CROWDS) {
			// The JVM compiles what answers
			fairness.beside(crowd);
		}
		Waits quiet = fairness.beside(CROWDS.getFirst());
		for (Crowd crowd : CROWDS) {
			Waits waits = fairness.beside(crowd);
			System.out.printf("| %s | %.1f ms, %.1f ms | %.1f ms, %.1f ms | %.1f, %.1f | %s | %s |%n", crowd,
					median(waits.pictures), Load.p99(waits.pictures), median(waits.probes), Load.p99(waits.probes),
					Load.p99(waits.pictures) / Load.p99(quiet.pictures), Load.p99(waits.probes) / Load.p99(quiet.probes),
					waits.statuses, waits.answers);
		}
		losses.unless(service.isAlive(), "the service, by crowds");
	}

	/** Asks, on the calling thread, while a crowd asks on virtual ones. */
	private Waits beside(Crowd crowd) throws Exception {
		Waits waits = new Waits(new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
		long end = System.nanoTime() + this.time.toNanos();
		AtomicInteger seeds = new AtomicInteger();
		List<Thread> threads = new ArrayList<>();
		try (Client others = new Client(this.service.client().port(), InetAddress.ofLiteral("127.0.0.2"))) {
			for (int i = 0; i < crowd.clients; i++) {
				threads.add(Thread.ofVirtual().start(() -> {
					while (System.nanoTime() < end) {
						waits.answered(crowd.ask(others, seeds.incrementAndGet()));
					}
				}));
			}
			while (System.nanoTime() < end) {
				ask("/models/peeps/samples/%d.png".formatted(this.seed++), waits.pictures, waits.statuses);
				ask("/livez", waits.probes, waits.statuses);
				Thread.sleep(PAUSE);
			}
			for (Thread thread : threads) {
				thread.join();
			}
		}
		this.losses.unlessAnswered("answers beside " + crowd, waits.statuses);
		waits.pictures.sort(null);
		waits.probes.sort(null);
		return waits;
	}

	private void ask(String path, List<Double> millis, Map<Integer, Integer> statuses) {
		long sent = System.nanoTime();
		statuses.merge(this.service.client().probe(path), 1, Integer::sum);
		millis.add((System.nanoTime() - sent) / 1e6);
	}

	private static HttpRequest post(Client client, String body) {
		return client.get("/generate")
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build();
	}

	private static double median(List<Double> sorted) {
		return sorted.get(sorted.size() / 2);
	}

	/**
	 * Those that ask for the same all the time.
	 *
	 * @param request makes a request of a number
	 */
	private record Crowd(String what, int clients, BiFunction<Client, Integer, HttpRequest> request) {

		int ask(Client client, int number) {
			try {
				return client.status(this.request.apply(client, number));
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public String toString() {
			return (this.clients == 0) ? this.what : "%d clients of %s".formatted(this.clients, this.what);
		}

	}

	/**
	 * How long answers took, and what the crowd was answered.
	 *
	 * @param pictures in milliseconds
	 * @param probes in milliseconds
	 * @param statuses how many of these answers had which status, 0 for none at all
	 * @param answers the same of the crowd
	 */
	private record Waits(List<Double> pictures, List<Double> probes, Map<Integer, Integer> statuses,
			Map<Integer, Integer> answers) {

		synchronized void answered(int status) {
			this.answers.merge(status, 1, Integer::sum);
		}

	}

}
