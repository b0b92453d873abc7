package io.eidolon.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Pictures that one process generates on all cores, against as many processes as there
 * are cores, each told that it has one.
 *
 * @param one pictures per second of the one process
 * @param several pictures per second of all of the others together
 * @param ratio several against one, the median of ratios within a round
 */
record Replicas(double one, double several, double ratio) {

	/** The JVM's argument for a process that has one core. */
	static final String ONE_CORE = "-XX:ActiveProcessorCount=1";

	/** In all, however many processes there are. */
	private static final int CONNECTIONS = 8;

	static Replicas measure(Plan plan, Server one, List<Server> several) throws Exception {
		load(several, plan.warmUp().dividedBy(2));
		double[] ofOne = new double[plan.rounds()];
		double[] ofSeveral = new double[plan.rounds()];
		double[] ratios = new double[plan.rounds()];
		for (int i = 0; i < ratios.length; i++) {
			ofOne[i] = load(List.of(one), plan.slice());
			ofSeveral[i] = load(several, plan.slice());
			ratios[i] = ofSeveral[i] / ofOne[i];
		}
		return new Replicas(Medians.of(ofOne), Medians.of(ofSeveral), Medians.of(ratios));
	}

	/** Pictures per second of all servers together. */
	private static double load(List<Server> servers, Duration duration) throws Exception {
		int each = Math.ceilDiv(CONNECTIONS, servers.size());
		try (ExecutorService threads = Executors.newFixedThreadPool(servers.size())) {
			List<Future<Load>> loads = servers.stream()
				.map((server) -> threads.submit(() -> new LoadClient(server.port()).run(each, duration)))
				.toList();
			double sum = 0;
			for (Future<Load> load : loads) {
				sum += load.get().perSecond();
			}
			return sum;
		}
	}

}
