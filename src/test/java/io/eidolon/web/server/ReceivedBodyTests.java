package io.eidolon.web.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ReceivedBodyTests {

	private static final int LARGEST = 2000;

	@Test
	void theBodyIsReadToItsEndAndHandedOnAsItCame() throws IOException {
		String longer = "b".repeat(1500);
		Request request = request(new Pieces("a", longer, "c"));
		assertThat(ReceivedBody.receive(request)).isTrue();
		assertThat(read(request)).isEqualTo("a" + longer + "c");
	}

	@Test
	void whatWentWrongIsToldToWhoeverReads() throws IOException {
		Pieces pieces = new Pieces("a");
		pieces.failure = new IOException("reset");
		Request request = request(pieces);
		assertThat(ReceivedBody.receive(request)).isFalse();
		assertThatIOException().isThrownBy(() -> read(request)).isSameAs(pieces.failure);
	}

	@Test
	void noMoreIsReadAheadThanShowsThatABodyIsTooLarge() throws IOException {
		String piece = "a".repeat(1500);
		Pieces pieces = new Pieces(piece, piece, piece);
		Request request = request(pieces);
		assertThat(ReceivedBody.receive(request)).isTrue();
		assertThat(pieces.left).hasSize(1);
		assertThat(read(request)).as("to whoever reads on").hasSize(4500);
	}

	@Test
	void aBodyThatIsAnnouncedAsTooLargeIsNotReadAhead() throws IOException {
		Pieces pieces = new Pieces("a");
		Request request = request(pieces);
		request.setContentLength(LARGEST + 1);
		assertThat(ReceivedBody.receive(request)).isTrue();
		assertThat(pieces.left).hasSize(1);
	}

	@Test
	void aRequestWithoutBodyIsWhole() {
		Request request = new Request();
		request.setInputBuffer(new Pieces());
		assertThat(ReceivedBody.receive(request)).isTrue();
		assertThat(request.getInputBuffer()).isInstanceOf(Pieces.class);
	}

	private static Request request(Pieces pieces) {
		Request request = new Request();
		request.setResponse(new Response());
		request.setInputBuffer(pieces);
		BodyMemory.Share share = new BodyMemory(10 * LARGEST).share("a");
		request.setInputBuffer(
				new MeteredBody(request, share, 0, new BodyRate(DataSize.ofBytes(1), Duration.ofMinutes(1)), LARGEST));
		return request;
	}

	private static String read(Request request) throws IOException {
		StringBuilder text = new StringBuilder();
		Reader reader = new Reader();
		while (request.doRead(reader) >= 0) {
			text.append(StandardCharsets.US_ASCII.decode(reader.buffer));
		}
		return text.toString();
	}

	/** A body that comes in pieces, all of which are read into one buffer. */
	private static final class Pieces implements InputBuffer {

		private final Deque<String> left;

		private final byte[] buffer = new byte[LARGEST];

		private @Nullable IOException failure;

		Pieces(String... pieces) {
			this.left = new ArrayDeque<>(List.of(pieces));
		}

		@Override
		public int doRead(ApplicationBufferHandler handler) throws IOException {
			if (this.left.isEmpty()) {
				if (this.failure != null) {
					throw this.failure;
				}
				return -1;
			}
			byte[] piece = this.left.remove().getBytes(StandardCharsets.US_ASCII);
			Arrays.fill(this.buffer, (byte) 0);
			System.arraycopy(piece, 0, this.buffer, 0, piece.length);
			handler.setByteBuffer(ByteBuffer.wrap(this.buffer, 0, piece.length));
			return piece.length;
		}

		@Override
		public int available() {
			return 0;
		}

	}

	private static final class Reader implements ApplicationBufferHandler {

		private ByteBuffer buffer = ByteBuffer.allocate(0);

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			this.buffer = buffer;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.buffer;
		}

		@Override
		public void expand(int size) {
			throw new UnsupportedOperationException();
		}

	}

}
