package io.eidolon.web.admission;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The line of each kind of request. */
@Component
@EnableConfigurationProperties(AdmissionProperties.class)
public class WaitingLines implements AutoCloseable {

	/** So much later than at its deadline may the wait of a request end. */
	private static final Duration PERIOD = Duration.ofMillis(50);

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("waiting-lines").factory());

	private final WaitingLine pictures;

	private final WaitingLine paths;

	private final WaitingLine searches;

	WaitingLines(AdmissionProperties properties, MeterRegistry meters) {
		this.pictures = line("pictures", properties.pictures(), properties, meters);
		this.paths = line("interpolations", properties.interpolations(), properties, meters);
		this.searches = line("searches", properties.searches(), properties, meters);
		this.timer.scheduleWithFixedDelay(this::endWaits, PERIOD.toNanos(), PERIOD.toNanos(), TimeUnit.NANOSECONDS);
	}

	private void endWaits() {
		Stream.of(this.pictures, this.paths, this.searches).forEach(WaitingLine::endWaits);
	}

	private static WaitingLine line(String kind, int places, AdmissionProperties properties, MeterRegistry meters) {
		WaitingLine line = new WaitingLine(places, properties.maxWaiting());
		Gauge.builder("eidolon.requests.waiting", line, WaitingLine::waiting)
			.description("Requests that wait for their turn")
			.tag("kind", kind)
			.register(meters);
		Gauge.builder("eidolon.requests.served", line, WaitingLine::served)
			.description("Requests that are served at this time")
			.tag("kind", kind)
			.register(meters);
		return line;
	}

	/** That of requests for pictures. */
	public WaitingLine pictures() {
		return this.pictures;
	}

	/** That of interpolations. */
	public WaitingLine interpolations() {
		return this.paths;
	}

	/** That of edits and projections. */
	public WaitingLine searches() {
		return this.searches;
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
