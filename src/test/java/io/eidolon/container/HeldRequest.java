package io.eidolon.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request that is in flight until the last byte of its body is sent. */
final class HeldRequest implements AutoCloseable {

	private final Socket socket;

	HeldRequest(HttpPort port) {
		URI base = port.base();
		try {
			this.socket = new Socket(base.getHost(), base.getPort());
			send("POST /generate HTTP/1.1\r\nHost: eidolon\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Sends the rest, and returns the status line of the answer. */
	String finish() {
		try {
			send("}");
			return new BufferedReader(new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8))
				.readLine();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void send(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
