package io.eidolon.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

import io.eidolon.ChildJvm;

/**
 * Two replicas behind the gateway, one of which is killed in turn, without a warning, and
 * started anew. Whoever asks for pictures of seeds must not notice.
 */
final class Replicas {

	private static final int MANY_FILES = 4096;

	private static final int CLIENTS = 4;

	/** So that all together stay below the limit of the gateway for one address. */
	private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(60);

	private static final List<Kind> IDEMPOTENT = List.of(new Kind("generate", 16), new Kind("sample", 16));

	private final Path models;

	private final Path folder;

	private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

	private volatile boolean over;

	Replicas(Path models, Path folder) {
		this.models = models;
		this.folder = folder;
	}

	/**
	 * Kills replicas for a time.
	 * @param between how long the service is left alone after each is killed
	 */
	void run(Duration time, Duration between, Losses losses) throws Exception {
		int[] ports = { ChildJvm.freePort(), ChildJvm.freePort() };
		Service[] replicas = { start(ports[0]), start(ports[1]) };
		int killed = 0;
		try (Gateway gateway = Gateway.start(List.of(ports[0], ports[1]), this.folder.resolve("gateway"))) {
			List<Thread> clients = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				SplittableRandom random = new SplittableRandom(i);
				Client client = new Client(gateway.port());
				clients.add(Thread.ofPlatform().start(() -> ask(client, random)));
			}
			long start = System.nanoTime();
			while (System.nanoTime() - start < time.toNanos()) {
				Thread.sleep(between);
				int turn = killed++ % replicas.length;
				replicas[turn].kill();
				replicas[turn] = start(ports[turn]);
			}
			this.over = true;
			for (Thread client : clients) {
				client.join();
			}
		}
		finally {
			for (Service replica : replicas) {
				replica.close();
			}
		}
		System.out.printf("%d replicas killed; answers by status (0: none came): %s%n", killed, this.statuses);
		losses.unless(killed > 0 && this.statuses.getOrDefault(200, 0) > 0, "no replica was killed, or no picture came");
		losses.unlessAnswered("answers while replicas were killed", this.statuses);
	}

	private Service start(int port) throws IOException, InterruptedException {
		return Service.start(this.models, MANY_FILES, this.folder.resolve("replica-%d.log".formatted(port)), port);
	}

	private void ask(Client client, SplittableRandom random) {
		try {
			while (!this.over) {
				Kind kind = IDEMPOTENT.get(random.nextInt(IDEMPOTENT.size()));
				this.statuses.merge(client.status(kind.request(client, random)), 1, Integer::sum);
				Thread.sleep(BETWEEN_REQUESTS);
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
