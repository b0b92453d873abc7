package io.eidolon.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
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

	/** So many clients hang up at once. */
	private static final int CROWD = 1000;

	/** How long work that nobody waits for may go on, and kept connections stay. */
	private static final Duration SETTLED = Duration.ofSeconds(35);

	private final Service service;

	private final Path models;

	private final Path spare;

	private final Losses losses;

	private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

	private volatile boolean over;

	private int swaps;

	private int hungUp;

	private int crowds;

	/**
	 * Prepares the disorder.
	 * @param models the folder that the service reads
	 * @param spare one like it, which stays as it is
	 */
	Disorder(Service service, Path models, Path spare, Losses losses) {
		this.service = service;
		this.models = models;
		this.spare = spare;
		this.losses = losses;
	}

	void run(Duration time) throws Exception {
		List<Thread> threads = new ArrayList<>(
				List.of(again(this::swap), again(this::hangUp), again(this::crowd), again(this::loseFolder)));
		for (int i = 0; i < CLIENTS; i++) {
			SplittableRandom random = new SplittableRandom(i);
			threads.add(again(() -> ask(random)));
		}
		List<double[]> looks = new ArrayList<>(); // minutes, MiB, threads, files, direct MiB
		long start = System.nanoTime();
		while (System.nanoTime() - start < time.toNanos() && this.service.isAlive()) {
			Thread.sleep(LOOK);
			looks.add(new double[] { (System.nanoTime() - start) / 6e10, this.service.told("VmRSS") / 1024.0,
					this.service.told("Threads"), this.service.openFiles(), directMemory() });
		}
		this.over = true;
		for (Thread thread : threads) {
			thread.join();
		}
		System.out.printf("%d swaps, %d clients hung up and %d crowds of %d; answers by status (0: none came): %s; alive: %s%n",
				this.swaps, this.hungUp, this.crowds, CROWD, this.statuses, this.service.isAlive());
		List<double[]> warm = looks.subList(looks.size() / 3, looks.size());
		System.out.printf("RSS %.0f MiB, slope %.1f MiB a minute; direct memory %.1f MiB, slope %.2f MiB a minute; threads %s; open files %s%n",
				warm.getLast()[1], slope(warm, 1), warm.getLast()[4], slope(warm, 4), range(warm, 2), range(warm, 3));
		this.losses.unless(this.service.isAlive(), "the service");
		this.losses.unlessAnswered("answers during disorder", this.statuses);
		settle();
	}

	/** MiB outside the heap that are the JVM's; the slope of a meter that does not answer says nothing. */
	private double directMemory() throws InterruptedException {
		try {
			return this.service.meter("jvm_buffer_memory_used_bytes") / (1 << 20);
		}
		catch (IOException ex) {
			return Double.NaN;
		}
	}

	/** What is left once nobody asks any more. */
	private void settle() throws Exception {
		Thread.sleep(SETTLED);
		for (String gauge : List.of("eidolon_requests_unanswered", "eidolon_requests_served", "eidolon_requests_waiting",
				"eidolon_bodies_bytes", "eidolon_queue_depth_pictures", "eidolon_search_queue_depth")) {
			double value = this.service.meter(gauge);
			this.losses.unless(value == 0, "%s stays at %s".formatted(gauge, value));
		}
		System.out.printf("Afterwards: %.0f generators open, %d threads, %d open files%n",
				this.service.meter("eidolon_model_open"), this.service.told("Threads"), this.service.openFiles());
	}

	/** Keeps clients connected, of which there are more than the service may have files. */
	static void exhaustFiles(Service service, Losses losses) throws Exception {
		List<Socket> held = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			try {
				held.add(new Socket("127.0.0.1", service.client().port()));
			}
			catch (IOException ex) {
				break;
			}
		}
		int during = service.client().status(service.client().get("/livez").build());
		for (Socket socket : held) {
			socket.close();
		}
		Thread.sleep(Duration.ofSeconds(2));
		int after = service.client().status(service.client().get("/livez").build());
		int picture = service.client().status(service.client().get("/models/peeps/samples/1.png").build());
		System.out.printf("128 files, %d connections held: /livez %d meanwhile, %d after, a picture %d%n", held.size(),
				during, after, picture);
		losses.unless(after == 200 && picture == 200, "answers after all files were taken: %d, %d".formatted(after, picture));
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
		int status = this.service.client().status(Kind.ALL.getFirst().request(this.service.client(), random));
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
		try (Socket socket = new Socket("127.0.0.1", this.service.client().port())) {
			askForMany(socket);
			Thread.sleep(30);
		}
		Thread.sleep(70);
		return this.hungUp++;
	}

	/** From an address of its own, as one address closes its own connections when it has too many. */
	private Object crowd() throws IOException, InterruptedException {
		List<Socket> crowd = new ArrayList<>();
		try {
			for (int i = 0; i < CROWD && !this.over; i++) {
				Socket socket = new Socket("127.0.0.1", this.service.client().port(), InetAddress.ofLiteral("127.0.0.2"), 0);
				crowd.add(socket);
				askForMany(socket);
			}
		}
		finally {
			for (Socket socket : crowd) {
				socket.close();
			}
		}
		Thread.sleep(Duration.ofSeconds(30));
		return this.crowds++;
	}

	private static void askForMany(Socket socket) throws IOException {
		String body = "{\"model\":\"peeps\",\"count\":64}";
		try {
			socket.getOutputStream()
				.write("POST /generate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
					.formatted(body.length(), body)
					.getBytes(StandardCharsets.US_ASCII));
		}
		catch (SocketException ex) {
			// It was closed in favour of another.
		}
	}

	/** MiB a minute, by least squares. */
	private static double slope(List<double[]> looks, int index) {
		double minutes = looks.stream().mapToDouble((look) -> look[0]).average().orElseThrow();
		double size = looks.stream().mapToDouble((look) -> look[index]).average().orElseThrow();
		return looks.stream().mapToDouble((look) -> (look[0] - minutes) * (look[index] - size)).sum()
				/ looks.stream().mapToDouble((look) -> (look[0] - minutes) * (look[0] - minutes)).sum();
	}

	private static String range(List<double[]> looks, int index) {
		return "%.0f to %.0f".formatted(looks.stream().mapToDouble((look) -> look[index]).min().orElseThrow(),
				looks.stream().mapToDouble((look) -> look[index]).max().orElseThrow());
	}

}
