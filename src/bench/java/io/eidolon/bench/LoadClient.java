package io.eidolon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Asks a server for pictures, one after the other on each of several connections that
 * stay open. One thread, a selector and buffers that are made beforehand leave the cores
 * to the server, which runs on the same machine.
 */
final class LoadClient {

	/** More than any server answers in a round. */
	private static final int MOST_REQUESTS = 1 << 20;

	private final int port;

	private final long[] nanos = new long[MOST_REQUESTS];

	private int requests;

	private long bytes;

	/** The seed of the next request, which no client has asked for before. */
	private static int seed;

	private final boolean again;

	/** Asks for another picture each time. */
	LoadClient(int port) {
		this(port, false);
	}

	/**
	 * Asks for pictures.
	 * @param again for the same picture each time
	 */
	LoadClient(int port, boolean again) {
		this.port = port;
		this.again = again;
	}

	/**
	 * Keeps all connections busy for a time.
	 * @throws IOException when the server closes a connection or answers anything but a
	 * picture
	 */
	Load run(int connections, Duration duration) throws IOException {
		this.requests = 0;
		this.bytes = 0;
		List<Connection> all = new ArrayList<>();
		try (Selector selector = Selector.open()) {
			for (int i = 0; i < connections; i++) {
				all.add(new Connection(selector));
			}
			long start = System.nanoTime();
			long end = start + duration.toNanos();
			for (Connection connection : all) {
				connection.send();
			}
			while (System.nanoTime() < end) {
				selector.select(LoadClient::receive, 10);
			}
			double seconds = (System.nanoTime() - start) / 1e9;
			Arrays.sort(this.nanos, 0, this.requests);
			return new Load(connections, this.requests / seconds, quantile(0.5), quantile(0.99),
					(int) (this.bytes / Math.max(1, this.requests)));
		}
		finally {
			for (Connection connection : all) {
				connection.channel.close();
			}
		}
	}

	private double quantile(double q) {
		return (this.requests == 0) ? Double.NaN : this.nanos[(int) (q * (this.requests - 1))] / 1e6;
	}

	private static void receive(SelectionKey key) {
		try {
			((Connection) key.attachment()).receive();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A request that waits for its answer. */
	private final class Connection {

		private static final int SEED_DIGITS = 8;

		private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);

		private static final byte[] BODY = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

		private final Selector selector;

		private final ByteBuffer request;

		private final ByteBuffer response = ByteBuffer.allocateDirect(1 << 18);

		/** The size of the answer, 0 until its head is there. */
		private int expected;

		private long sent;

		private SocketChannel channel;

		private Connection(Selector selector) throws IOException {
			this.selector = selector;
			// No zero in front, which JSON does not allow, and nothing but zeros behind: a
			// seed would else come twice.
			String body = "{\"seed\": 1%s}".formatted("0".repeat(SEED_DIGITS));
			this.request = ByteBuffer.allocateDirect(512).put("""
					POST /generate HTTP/1.1\r
					Host: localhost\r
					Content-Type: application/json\r
					Accept: image/png\r
					Content-Length: %d\r
					\r
					%s""".formatted(body.length(), body).getBytes(StandardCharsets.US_ASCII)).flip();
			this.channel = connect();
		}

		private SocketChannel connect() throws IOException {
			SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", LoadClient.this.port));
			channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
			channel.configureBlocking(false);
			channel.register(this.selector, SelectionKey.OP_READ, this);
			return channel;
		}

		private void send() throws IOException {
			int number = LoadClient.this.again ? 0 : seed++;
			for (int i = this.request.limit() - 2; number > 0; i--, number /= 10) {
				this.request.put(i, (byte) ('0' + number % 10));
			}
			this.response.clear();
			this.expected = 0;
			this.sent = System.nanoTime();
			write();
		}

		private void write() throws IOException {
			this.request.rewind();
			while (this.request.hasRemaining()) {
				this.channel.write(this.request);
			}
		}

		private void receive() throws IOException {
			if (isClosed()) {
				// After so many answers, a server may; the time to open it again counts.
				this.channel.close();
				this.channel = connect();
				write();
				return;
			}
			if (this.expected == 0) {
				this.expected = size();
			}
			if (this.expected > 0 && this.response.position() == this.expected) {
				LoadClient.this.nanos[LoadClient.this.requests++] = System.nanoTime() - this.sent;
				LoadClient.this.bytes += this.expected;
				send();
			}
		}

		private boolean isClosed() throws IOException {
			try {
				if (this.channel.read(this.response) >= 0) {
					return false;
				}
			}
			catch (IOException ex) {
				if (this.response.position() > 0) {
					throw ex;
				}
			}
			if (this.response.position() > 0) {
				throw new IOException("The server closed the connection after: " + head());
			}
			return true;
		}

		/** The size of head and body, 0 while the head is incomplete. */
		private int size() throws IOException {
			int body = indexOf(BODY, 0);
			if (body < 0) {
				return 0;
			}
			int length = indexOf(LENGTH, 0);
			if (this.response.get(9) != '2' || length < 0 || length > body) {
				throw new IOException("No picture of known length came back: " + head());
			}
			int size = 0;
			for (int i = length + LENGTH.length; this.response.get(i) != '\r'; i++) {
				int digit = this.response.get(i) - '0';
				size = (digit < 0) ? size : 10 * size + digit;
			}
			return body + BODY.length + size;
		}

		private int indexOf(byte[] lowerCase, int from) {
			for (int start = from; start + lowerCase.length <= this.response.position(); start++) {
				int i = 0;
				while (i < lowerCase.length && lower(this.response.get(start + i)) == lowerCase[i]) {
					i++;
				}
				if (i == lowerCase.length) {
					return start;
				}
			}
			return -1;
		}

		private static int lower(byte c) {
			return (c >= 'A' && c <= 'Z') ? c + ('a' - 'A') : c;
		}

		private String head() {
			byte[] head = new byte[Math.min(500, this.response.position())];
			this.response.get(0, head);
			return new String(head, StandardCharsets.UTF_8);
		}

	}

}
