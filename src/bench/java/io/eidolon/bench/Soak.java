package io.eidolon.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a running service for a mixture of everything, in changing numbers, opens its
 * models anew 500 times, and watches whether its memory stays flat: the resident set of
 * the last third of the time against that of the second sixth, after the warm-up, and the
 * slope from there on. It needs nothing but a JDK and Linux:
 *
 * <pre>{@code
 * java src/bench/java/io/eidolon/bench/Soak.java http://localhost:8080 PID 30 peeps,fashion,grouped http://localhost:8081
 * }</pre>
 *
 * {@link SoakModel} writes the model {@code grouped}, of convolutions with groups.
 */
public final class Soak {

	private static final int CLIENTS = 8;

	private static final Duration LOOK = Duration.ofSeconds(5);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** How often models are opened anew. */
	private static final int RELOADS = 500;

	/** What is asked for, and how often against the others. */
	private static final Map<String, Integer> MIXTURE = Map.of("single", 60, "json64", 4, "several", 10, "grid",
			6, "jpeg", 8, "webp", 6, "sample", 10, "gif", 3, "filmstrip", 3);

	private final URI service;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Map<Integer, AtomicInteger> statuses = new TreeMap<>();

	private final AtomicInteger reloads = new AtomicInteger();

	private final AtomicInteger failedReloads = new AtomicInteger();

	private volatile boolean over;

	private Soak(URI service) {
		this.service = service;
	}

	/**
	 * Runs the soak and prints the figures.
	 * @param args the service's address, its process id, minutes, and optionally the
	 * models to ask in turn, and the address of its operators, to open them anew
	 */
	public static void main(String[] args) throws Exception {
		String[] models = (args.length > 3) ? args[3].split(",") : new String[] { "peeps", "fashion" };
		Soak soak = new Soak(URI.create(args[0]));
		Duration time = Duration.parse("PT" + args[2] + "M");
		if (args.length > 4) {
			URI operators = URI.create(args[4]);
			Thread.ofVirtual().start(() -> soak.reload(operators, models, time.dividedBy(RELOADS)));
		}
		soak.run(Path.of("/proc", args[1], "status"), time, models);
	}

	private void reload(URI operators, String[] models, Duration every) {
		for (int i = 0; i < RELOADS && !this.over; i++) {
			long next = System.nanoTime() + every.toNanos();
			HttpRequest request = HttpRequest
				.newBuilder(operators.resolve("/actuator/models/%s/reload".formatted(models[i % models.length])))
				.headers("Content-Type", "application/json", "X-Requested-By", "soak")
				.POST(BodyPublishers.ofString("{}"))
				.build();
			try {
				int status = this.client.send(request, BodyHandlers.discarding()).statusCode();
				(status / 100 == 2 ? this.reloads : this.failedReloads).incrementAndGet();
				Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
			}
			catch (IOException ex) {
				this.failedReloads.incrementAndGet();
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private void run(Path status, Duration time, String[] models) throws Exception {
		List<Thread> clients = new ArrayList<>();
		for (int i = 0; i < CLIENTS; i++) {
			SplittableRandom random = new SplittableRandom(i);
			clients.add(Thread.ofVirtual().start(() -> ask(random, models)));
		}
		List<Long> resident = new ArrayList<>(); // KiB
		for (long look = 0; look < time.dividedBy(LOOK); look++) {
			Thread.sleep(LOOK);
			resident.add(resident(status));
			if ((look + 1) % MINUTE.dividedBy(LOOK) == 0) {
				System.out.printf("%d min: %d MiB, answers %s, opened anew %s, not opened %s%n",
						LOOK.multipliedBy(look + 1).toMinutes(), resident.getLast() / 1024, this.statuses, this.reloads,
						this.failedReloads);
			}
		}
		this.over = true;
		for (Thread client : clients) {
			client.join();
		}
		int sixth = resident.size() / 6;
		double second = mean(resident.subList(sixth, 2 * sixth));
		double last = mean(resident.subList(resident.size() - 2 * sixth, resident.size()));
		System.out.printf("RSS, mean of the second sixth: %.1f MiB, of the last third: %.1f MiB, ratio %.3f; "
				+ "slope from the second sixth on: %.1f MiB an hour; answers %s; opened anew %s times, not opened %s%n",
				second / 1024, last / 1024, last / second, slope(resident.subList(sixth, resident.size())) / 1024,
				this.statuses, this.reloads, this.failedReloads);
	}

	/** The least-squares line through looks, KiB an hour. */
	private static double slope(List<Long> resident) {
		double middle = (resident.size() - 1) / 2.0;
		double mean = mean(resident);
		double products = 0;
		double squares = 0;
		for (int i = 0; i < resident.size(); i++) {
			products += (i - middle) * (resident.get(i) - mean);
			squares += (i - middle) * (i - middle);
		}
		return products / squares * Duration.ofHours(1).dividedBy(LOOK);
	}

	private void ask(SplittableRandom random, String[] models) {
		while (!this.over) {
			String model = models[random.nextInt(models.length)];
			try {
				HttpResponse<byte[]> response = this.client.send(request(random, model), BodyHandlers.ofByteArray());
				count(response.statusCode());
			}
			catch (IOException ex) {
				count(0);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private HttpRequest request(SplittableRandom random, String model) {
		int seed = random.nextInt(1_000_000);
		return switch (pick(random)) {
			case "single" -> post("image/png", "{\"model\":\"%s\",\"seed\":%d}".formatted(model, seed));
			case "json64" ->
				post("application/json", "{\"model\":\"%s\",\"seed\":%d,\"count\":64}".formatted(model, seed));
			case "several" -> post("application/json",
					"{\"model\":\"%s\",\"seed\":%d,\"count\":%d}".formatted(model, seed, 2 + random.nextInt(15)));
			case "grid" ->
				post("image/png", "{\"model\":\"%s\",\"seed\":%d,\"count\":16,\"scale\":2}".formatted(model, seed));
			case "jpeg" -> post("image/jpeg", "{\"model\":\"%s\",\"seed\":%d,\"count\":4}".formatted(model, seed));
			case "webp" -> post("image/webp", "{\"model\":\"%s\",\"seed\":%d}".formatted(model, seed));
			case "sample" -> get("/models/%s/samples/%d.png".formatted(model, seed));
			case "gif" ->
				get("/interpolate?model=%s&from=%d&to=%d&steps=16&format=gif".formatted(model, seed, seed + 1));
			default -> get("/interpolate?model=%s&from=%d&to=%d&steps=8".formatted(model, seed, seed + 1));
		};
	}

	private static String pick(SplittableRandom random) {
		int left = random.nextInt(MIXTURE.values().stream().mapToInt(Integer::intValue).sum());
		for (Map.Entry<String, Integer> kind : MIXTURE.entrySet()) {
			left -= kind.getValue();
			if (left < 0) {
				return kind.getKey();
			}
		}
		throw new IllegalStateException("Weights add up to more than their sum");
	}

	private HttpRequest post(String accept, String body) {
		return HttpRequest.newBuilder(this.service.resolve("/generate"))
			.header("Content-Type", "application/json")
			.header("Accept", accept)
			.POST(BodyPublishers.ofString(body))
			.build();
	}

	private HttpRequest get(String path) {
		return HttpRequest.newBuilder(this.service.resolve(path)).build();
	}

	private void count(int status) {
		synchronized (this.statuses) {
			this.statuses.computeIfAbsent(status, (_) -> new AtomicInteger()).incrementAndGet();
		}
	}

	private static long resident(Path status) throws IOException {
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElseThrow();
	}

	private static double mean(List<Long> values) {
		return values.stream().mapToLong(Long::longValue).average().orElseThrow();
	}

}
