package io.eidolon.chaos;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Replaces the file of a model every two seconds by good ones, parts of one, and that of
 * another model, takes the folder of all models away and brings it back, and has clients
 * hang up, while others ask on. Tells what these were answered, and whether memory,
 * threads and open files grow.
 */
final class Disorder {

	private static final Duration LOOK = Duration.ofSeconds(5);

	private static final int CLIENTS = 4;

	private final Service service;

	private final Path models;

	private final Path spare;

	private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

	private volatile boolean over;

	private int swaps;

	private int hungUp;

	/**
	 * Prepares the disorder.
	 * @param models the folder that the service reads
	 * @param spare one like it, which stays as it is
	 */
	Disorder(Service service, Path models, Path spare) {
		this.service = service;
		this.models = models;
		this.spare = spare;
	}

	void run(Duration time) throws Exception {
		List<Thread> threads = new ArrayList<>(List.of(again(this::swap), again(this::hangUp), again(this::loseFolder)));
		for (int i = 0; i < CLIENTS; i++) {
			SplittableRandom random = new SplittableRandom(i);
			threads.add(again(() -> ask(random)));
		}
		List<double[]> looks = new ArrayList<>(); // minutes, MiB, threads, files
		long start = System.nanoTime();
		while (System.nanoTime() - start < time.toNanos() && this.service.isAlive()) {
			Thread.sleep(LOOK);
			looks.add(new double[] { (System.nanoTime() - start) / 6e10, this.service.told("VmRSS") / 1024.0,
					this.service.told("Threads"), this.service.openFiles() });
		}
		this.over = true;
		for (Thread thread : threads) {
			thread.join();
		}
		System.out.printf("%d swaps, %d clients hung up; answers by status (0: none came): %s; alive: %s%n", this.swaps,
				this.hungUp, this.statuses, this.service.isAlive());
		List<double[]> warm = looks.subList(looks.size() / 3, looks.size());
		System.out.printf("RSS %.0f MiB, slope %.1f MiB a minute; threads %s; open files %s%n", warm.getLast()[1],
				slope(warm), range(warm, 2), range(warm, 3));
	}

	/** Keeps clients connected, of which there are more than the service may have files. */
	static void exhaustFiles(Service service) throws Exception {
		List<Socket> held = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			try {
				held.add(new Socket("127.0.0.1", service.port()));
			}
			catch (IOException ex) {
				break;
			}
		}
		int during = service.status(service.get("/livez").build());
		for (Socket socket : held) {
			socket.close();
		}
		Thread.sleep(Duration.ofSeconds(2));
		System.out.printf("128 files, %d connections held: /livez %d meanwhile, %d after, a picture %d%n", held.size(),
				during, service.status(service.get("/livez").build()),
				service.status(service.get("/models/peeps/samples/1.png").build()));
	}

	private Thread again(Callable<?> what) {
		return Thread.ofPlatform().start(() -> {
			while (!this.over) {
				try {
					what.call();
				}
				catch (Exception ex) {
					System.out.println(ex);
				}
			}
		});
	}

	private Object ask(SplittableRandom random) throws InterruptedException {
		int status = this.service.status(Kind.ALL.getFirst().request(this.service, random));
		return this.statuses.merge(status, 1, Integer::sum);
	}

	private Object swap() throws IOException, InterruptedException {
		Path file = this.models.resolve("peeps/generator.onnx");
		byte[] good = Files.readAllBytes(this.spare.resolve("peeps/generator.onnx"));
		try {
			switch (this.swaps++ % 6) {
				case 0 -> Files.move(Files.write(this.models.resolve("peeps/.new"), good), file,
						StandardCopyOption.ATOMIC_MOVE);
				case 1 -> Files.write(file, Arrays.copyOf(good, good.length / 2));
				case 2 -> Files.write(file, new byte[0]);
				case 3 -> Files.copy(this.spare.resolve("fashion/generator.onnx"), file,
						StandardCopyOption.REPLACE_EXISTING);
				case 4 -> Files.write(file, new byte[good.length]);
				default -> Files.write(file, good);
			}
		}
		catch (IOException ex) {
			// The folder is away.
		}
		Thread.sleep(Duration.ofSeconds(2));
		return this.swaps;
	}

	private Object loseFolder() throws IOException, InterruptedException {
		Thread.sleep(Duration.ofSeconds(20));
		Path away = this.models.resolveSibling("away");
		Files.move(this.models, away);
		Thread.sleep(Duration.ofSeconds(12));
		return Files.move(away, this.models);
	}

	private Object hangUp() throws IOException, InterruptedException {
		String body = "{\"model\":\"peeps\",\"count\":64}";
		try (Socket socket = new Socket("127.0.0.1", this.service.port())) {
			socket.getOutputStream()
				.write("POST /generate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
					.formatted(body.length(), body)
					.getBytes(StandardCharsets.US_ASCII));
			Thread.sleep(30);
		}
		Thread.sleep(70);
		return this.hungUp++;
	}

	/** MiB a minute, by least squares. */
	private static double slope(List<double[]> looks) {
		double minutes = looks.stream().mapToDouble((look) -> look[0]).average().orElseThrow();
		double size = looks.stream().mapToDouble((look) -> look[1]).average().orElseThrow();
		return looks.stream().mapToDouble((look) -> (look[0] - minutes) * (look[1] - size)).sum()
				/ looks.stream().mapToDouble((look) -> (look[0] - minutes) * (look[0] - minutes)).sum();
	}

	private static String range(List<double[]> looks, int index) {
		return "%.0f to %.0f".formatted(looks.stream().mapToDouble((look) -> look[index]).min().orElseThrow(),
				looks.stream().mapToDouble((look) -> look[index]).max().orElseThrow());
	}

}
