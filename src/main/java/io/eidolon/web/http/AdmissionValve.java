package io.eidolon.web.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.eidolon.serving.InvalidParameterException;
import io.eidolon.web.admission.Admission;
import io.eidolon.web.admission.WaitingLine;
import io.eidolon.web.admission.WaitingLines;
import io.eidolon.web.server.BoundedServer;
import io.eidolon.web.server.ClientNetwork;
import io.eidolon.web.server.EngineValve;
import io.eidolon.web.server.ClientConnection;
import io.eidolon.web.server.ReceivedBody;
import io.eidolon.web.server.Refusal;
import io.eidolon.web.server.Refusals;
import io.eidolon.web.server.UnansweredRequests;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets requests that cost something in by their line. Those that could not be answered in
 * time are refused here, for next to nothing, before their body is read. A place is taken
 * once the body has come, so that clients that are slow to send keep none from others.
 */
@Component
@Order(BoundedServer.ORDER + 1)
class AdmissionValve extends EngineValve {

	/** Whoever is answered sooner has hardly left meanwhile, and to ask costs. */
	private static final long SOON = TimeUnit.MILLISECONDS.toNanos(50);

	private final RequestTimeout timeout;

	private final WaitingLines lines;

	private final Refusals refusals;

	private final UnansweredRequests unanswered;

	AdmissionValve(WebProperties properties, WaitingLines lines, Refusals refusals, UnansweredRequests unanswered) {
		this.timeout = new RequestTimeout(properties);
		this.lines = lines;
		this.refusals = refusals;
		this.unanswered = unanswered;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		WaitingLine line = line(request);
		if (line == null || response.isError()) {
			getNext().invoke(request, response);
			return;
		}
		this.unanswered.begin();
		try {
			await(line, request, response);
		}
		finally {
			this.unanswered.end();
		}
	}

	private void await(WaitingLine line, Request request, Response response) throws IOException, ServletException {
		ClientConnection connection = new ClientConnection(request.getCoyoteRequest());
		String client = ClientNetwork.of(request);
		Optional<Admission.Refused> refused = line.refusal(client, remaining(request, connection));
		if (refused.isPresent()) {
			refuse(Refusal.busy(refused.get().retryAfter()), request, response);
		}
		else if (ReceivedBody.receive(request.getCoyoteRequest())) {
			admit(line.enter(client, remaining(request, connection)), request, response, connection);
		}
		else {
			// Whoever reads it says what became of it, and does nothing else.
			getNext().invoke(request, response);
		}
	}

	private void admit(Admission admission, Request request, Response response, ClientConnection connection)
			throws IOException, ServletException {
		switch (admission) {
			case Admission.Place place -> {
				try (place) {
					serve(request, response, connection);
				}
			}
			case Admission.Refused(Duration retryAfter) -> refuse(Refusal.busy(retryAfter), request, response);
			case Admission.Late _ -> refuse(Refusal.LATE, request, response);
		}
	}

	private void serve(Request request, Response response, ClientConnection connection)
			throws IOException, ServletException {
		boolean waited = System.nanoTime() - connection.arrival() > SOON;
		if (waited && connection.isClosed()) {
			return;
		}
		getNext().invoke(request, response);
	}

	private void refuse(Refusal refusal, Request request, Response response) throws IOException {
		this.refusals.send(refusal, request, response);
	}

	private @Nullable WaitingLine line(Request request) {
		return switch (RequestKind.of(request)) {
			case PICTURES -> this.lines.pictures();
			case INTERPOLATIONS -> this.lines.interpolations();
			case SEARCHES -> this.lines.searches();
			case NONE -> null;
		};
	}

	private Duration remaining(Request request, ClientConnection connection) {
		Duration all;
		try {
			all = this.timeout.parse(request.getHeader(RequestTimeout.HEADER));
		}
		catch (InvalidParameterException ex) {
			// Refused later, with the reason.
			all = this.timeout.parse(null);
		}
		return all.minusNanos(System.nanoTime() - connection.arrival());
	}

}
