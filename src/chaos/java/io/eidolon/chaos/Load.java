package io.eidolon.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What became of requests that were sent without pause.
 *
 * @param perSecond answers with what was asked for
 * @param perProcessorSecond the same for each second that a processor spent on the service,
 * which says more on a machine that has other work as well
 * @param millis how long each of these answers took, sorted
 * @param probes how long each answer of /livez took meanwhile, sorted
 * @param statuses how many answers had which status, 0 for none at all
 */
record Load(double perSecond, double perProcessorSecond, List<Double> millis, List<Double> probes,
		Map<Integer, Integer> statuses) {

	private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);

	/**
	 * Sends requests on some connections for a time, and before it for as long again, so that
	 * as much is under way when it begins as when it ends.
	 */
	static Load run(Service service, Kind kind, int connections, Duration time) throws InterruptedException {
		ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
		ConcurrentLinkedQueue<Answer> probes = new ConcurrentLinkedQueue<>();
		List<Thread> threads = new ArrayList<>();
		long start = System.nanoTime() + time.toNanos();
		long end = start + time.toNanos();
		for (int i = 0; i < connections; i++) {
			SplittableRandom random = new SplittableRandom(i);
			threads.add(Thread.ofVirtual().start(() -> {
				while (System.nanoTime() < end) {
					answers.add(Answer.of(service.client(), kind, random));
				}
			}));
		}
		Thread.sleep(time);
		Duration before = service.processorTime();
		while (System.nanoTime() < end) {
			long sent = System.nanoTime();
			int status = service.client().probe();
			probes.add(new Answer(status, sent, System.nanoTime()));
			Thread.sleep(BETWEEN_PROBES);
		}
		double spent = service.processorTime().minus(before).toNanos() / 1e9;
		for (Thread thread : threads) {
			thread.join();
		}
		Map<Integer, Integer> statuses = new TreeMap<>();
		answers.forEach((answer) -> statuses.merge(answer.status(), 1, Integer::sum));
		List<Answer> good = answers.stream().filter((answer) -> answer.status() == 200).toList();
		long inTime = good.stream().filter((answer) -> answer.received() >= start && answer.received() <= end).count();
		return new Load(inTime / (time.toNanos() / 1e9), inTime / spent, sorted(good), sorted(List.copyOf(probes)),
				statuses);
	}

	private static List<Double> sorted(List<Answer> answers) {
		return answers.stream().map((answer) -> (answer.received() - answer.sent()) / 1e6).sorted().toList();
	}

	static double p99(List<Double> sorted) {
		return sorted.isEmpty() ? Double.NaN : sorted.get((int) (0.99 * (sorted.size() - 1)));
	}

	private record Answer(int status, long sent, long received) {

		static Answer of(Client client, Kind kind, SplittableRandom random) {
			long sent = System.nanoTime();
			try {
				int status = client.status(kind.request(client, random));
				return new Answer(status, sent, System.nanoTime());
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
