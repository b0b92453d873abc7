package io.eidolon;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the service to losing no request of a connection that it kept. */
@Timeout(60)
class DrainTests {

	private static final String REQUEST = "GET /models/peeps/samples/7.png HTTP/1.1\r\nHost: localhost\r\n\r\n";

	@TempDir
	private Path models;

	@Test
	void aKeptConnectionIsToldToCloseBeforeTheServiceStops() throws Exception {
		ConfigurableApplicationContext context = SpringApplication.run(EidolonApplication.class, "--server.port=0",
				"--management.server.port=0", "--eidolon.server.drain-time=30s",
				"--eidolon.models.path=" + RunningService.writeModels(this.models));
		int port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
		try (RawConnection kept = new RawConnection(port)) {
			assertThat(kept.send(REQUEST).readHead()).startsWith("HTTP/1.1 200 ").doesNotContain("Connection: close");
			Thread stop = Thread.startVirtualThread(context::close);
			String ready = "200";
			while (ready.contains("200")) {
				try (RawConnection probe = new RawConnection(port)) {
					ready = probe.send("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
						.readHead();
				}
			}
			try (RawConnection late = new RawConnection(port)) {
				assertThat(late.send(REQUEST).readAll()).startsWith("HTTP/1.1 200 ").contains("Connection: close");
			}
			// Behind the picture that was not read yet.
			String answer = kept.send(REQUEST).readAll();
			assertThat(answer.substring(answer.indexOf("HTTP/1.1 "))).startsWith("HTTP/1.1 200 ")
				.contains("Connection: close");
			stop.join();
		}
	}

}
