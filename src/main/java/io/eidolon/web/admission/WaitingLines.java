package io.eidolon.web.admission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The line of each kind of request. */
@Component
@EnableConfigurationProperties(AdmissionProperties.class)
public class WaitingLines {

	private final WaitingLine pictures;

	private final WaitingLine paths;

	private final WaitingLine searches;

	WaitingLines(AdmissionProperties properties, MeterRegistry meters) {
		this.pictures = line("pictures", properties.pictures(), properties, meters);
		this.paths = line("interpolations", properties.interpolations(), properties, meters);
		this.searches = line("searches", properties.searches(), properties, meters);
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

}
