package io.eidolon.chaos;

import java.time.Duration;

/**
 * Asks for each kind of request, and for their mix, on ten times as many connections as
 * keep the service busy, which ask again as soon as they are refused. Before and after, as
 * many ask as keep it busy: the mean of both is the peak.
 */
final class Overload {

	private static final int TIMES = 10;

	private Overload() {
	}

	static void run(Service service, Duration time, Losses losses) throws InterruptedException {
		System.out.println("""
				| kind | peak | overload | of the peak | per processor second | p99 | /livez p99 | statuses |
				| --- | --- | --- | --- | --- | --- | --- | --- |""");
		for (Kind kind : Kind.named(System.getProperty("chaos.kinds", ""))) {
			// The JVM compiles what answers, and what refuses
			Load.run(service, kind, TIMES * kind.connections(), time);
			Load before = Load.run(service, kind, kind.connections(), time);
			Load overload = Load.run(service, kind, TIMES * kind.connections(), time);
			Load after = Load.run(service, kind, kind.connections(), time);
			losses.unlessAnswered(kind.name(), overload.statuses());
			double peak = (before.perSecond() + after.perSecond()) / 2;
			double cost = (before.perProcessorSecond() + after.perProcessorSecond()) / 2;
			System.out.printf("| %s | %.1f/s | %.1f/s | %.0f %% | %.0f %% | %.1f s | %.0f ms (%.0f at the peak) | %s |%n",
					kind.name(), peak, overload.perSecond(), 100 * overload.perSecond() / peak,
					100 * overload.perProcessorSecond() / cost, Load.p99(overload.millis()) / 1000,
					Load.p99(overload.probes()), Load.p99(before.probes()), overload.statuses());
		}
		losses.unless(service.isAlive(), "the service, by overload");
	}

}
