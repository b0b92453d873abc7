package io.eidolon.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures how long one waits who asks for a picture, and then whether the service lives,
 * one after the other, alone and beside {@link Crowd crowds} of another address.
 */
final class Fairness {

	private static final Duration PAUSE = Duration.ofMillis(10);

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
		for (Crowd crowd : Crowd.values()) {
			// The JVM compiles what answers
			fairness.beside(crowd);
		}
		Waits quiet = fairness.beside(Crowd.NOBODY);
		for (Crowd crowd : Crowd.values()) {
			Waits waits = fairness.beside(crowd);
			System.out.printf("| %s | %.1f ms, %.1f ms | %.1f ms, %.1f ms | %.1f, %.1f | %s | %s |%n", crowd,
					median(waits.pictures), Load.p99(waits.pictures), median(waits.probes), Load.p99(waits.probes),
					Load.p99(waits.pictures) / Load.p99(quiet.pictures), Load.p99(waits.probes) / Load.p99(quiet.probes),
					waits.statuses, waits.ofCrowd);
		}
		losses.unless(service.isAlive(), "the service, by crowds");
	}

	private Waits beside(Crowd crowd) throws Exception {
		List<Double> pictures = new ArrayList<>();
		List<Double> probes = new ArrayList<>();
		Map<Integer, Integer> statuses = new TreeMap<>();
		String ofCrowd = crowd.during(this.service.client().port(), () -> {
			long end = System.nanoTime() + this.time.toNanos();
			while (System.nanoTime() < end) {
				ask("/models/peeps/samples/%d.png".formatted(this.seed++), pictures, statuses);
				ask("/livez", probes, statuses);
				Thread.sleep(PAUSE);
			}
		});
		this.losses.unlessAnswered("answers beside " + crowd, statuses);
		pictures.sort(null);
		probes.sort(null);
		return new Waits(pictures, probes, statuses, ofCrowd);
	}

	private void ask(String path, List<Double> millis, Map<Integer, Integer> statuses) {
		long sent = System.nanoTime();
		statuses.merge(this.service.client().probe(path), 1, Integer::sum);
		millis.add((System.nanoTime() - sent) / 1e6);
	}

	private static double median(List<Double> sorted) {
		return sorted.get(sorted.size() / 2);
	}

	/**
	 * How long answers took.
	 *
	 * @param pictures in milliseconds, sorted
	 * @param probes the same
	 * @param statuses how many of these answers had which status, 0 for none at all
	 * @param ofCrowd the same of the crowd, as text
	 */
	private record Waits(List<Double> pictures, List<Double> probes, Map<Integer, Integer> statuses, String ofCrowd) {

	}

}
