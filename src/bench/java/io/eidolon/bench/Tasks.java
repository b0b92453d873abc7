package io.eidolon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What takes longer than a picture, asked for by one client, one after the other, of the
 * shipped models.
 *
 * @param latencies by what is asked for
 * @param jobPerSecond pictures of a job
 */
record Tasks(Map<String, Latency> latencies, double jobPerSecond) {

	private static final Path MODELS = Path.of("models").toAbsolutePath();

	private static final List<String> COLOURS = List.of("red", "green", "blue", "yellow", "black", "white", "pink",
			"brown", "orange", "purple");

	/** What the compilers of the JVM see of a task before it is measured. */
	private static final int WARM_UPS = 5;

	private static final int TIMES = 20;

	private static final int JOB_PICTURES = 20_000;

	private static final long LOOK_MILLIS = 20;

	static Tasks measure(Plan plan) throws IOException, InterruptedException {
		Eidolon eidolon = new Eidolon(
				List.of("-jar", plan.jar().toString(), "--eidolon.jobs.path=" + plan.output().resolve("jobs")), MODELS,
				plan.output().resolve("tasks.log"));
		try (Server service = eidolon.start().await().await("{\"model\": \"peeps-text\"}")) {
			String picture = Base64.getEncoder()
				.encodeToString(service.post("/generate", "image/png", "{\"model\": \"peeps\", \"seed\": 1000}"));
			Map<String, Latency> latencies = new LinkedHashMap<>();
			requests(picture).forEach((name, request) -> latencies.put(name, latency(service, request, plan.quick())));
			return new Tasks(latencies, job(service, plan.quick() ? JOB_PICTURES / 20 : JOB_PICTURES));
		}
	}

	/** What is asked for the nth time, another each time. */
	private static Map<String, IntFunction<Request>> requests(String picture) {
		Map<String, IntFunction<Request>> requests = new LinkedHashMap<>();
		requests.put("a picture from new words (`peeps-text`)",
				(n) -> new Request("/generate", "image/png",
						"{\"model\": \"peeps-text\", \"prompt\": \"a %s beard and a %s shirt\"}"
							.formatted(COLOURS.get(n % 10), COLOURS.get(n / 10 % 10))));
		for (int factor : new int[] { 2, 4 }) {
			requests.put("a picture of `peeps`, upscaled to %1$d x %1$d".formatted(64 * factor),
					(n) -> new Request("/generate", "image/png",
							"{\"model\": \"peeps\", \"seed\": %d, \"upscale\": %d}".formatted(n, factor)));
		}
		requests.put("an edit: 16 candidates for a stroke of colour, 25 steps each",
				(n) -> new Request("/edit", "application/json", """
						{"model": "peeps", "candidates": 16, "searchSeed": %d, "constraints":
						[{"type": "colour", "box": [0, 0, 16, 16], "colour": "#cc2222"}]}""".formatted(n)));
		requests.put("a projection: 8 starts, 400 steps at most",
				(n) -> new Request("/project", "application/json",
						"{\"model\": \"peeps\", \"searchSeed\": %d, \"picture\": \"%s\"}".formatted(n, picture)));
		return requests;
	}

	private static Latency latency(Server service, IntFunction<Request> request, boolean quick) {
		int warmUps = quick ? 1 : WARM_UPS;
		double[] millis = new double[quick ? 2 : TIMES];
		try {
			for (int n = -warmUps; n < millis.length; n++) {
				Request next = request.apply(n + warmUps);
				long start = System.nanoTime();
				service.post(next.path(), next.accept(), next.body());
				if (n >= 0) {
					millis[n] = (System.nanoTime() - start) / 1e6;
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		return new Latency(Medians.of(millis), Arrays.stream(millis).max().orElseThrow());
	}

	private static double job(Server service, int pictures) throws IOException, InterruptedException {
		long start = System.nanoTime();
		JsonNode job = new JsonMapper().readTree(service.post("/jobs", "application/json",
				"{\"model\": \"peeps\", \"seed\": 0, \"toSeed\": %d}".formatted(pictures - 1)));
		String path = "/jobs/" + job.path("id").asString();
		while (!job.path("state").asString().equals("done")) {
			Thread.sleep(LOOK_MILLIS);
			job = service.json(path);
			if (job.path("state").asString().equals("failed")) {
				throw new IOException("The job failed: " + job);
			}
		}
		return pictures / ((System.nanoTime() - start) / 1e9);
	}

	private record Request(String path, String accept, String body) {
	}

	/**
	 * The time from request to answer.
	 *
	 * @param p50 milliseconds, the median
	 * @param slowest milliseconds
	 */
	record Latency(double p50, double slowest) {

	}

}
