package io.eidolon.web.server;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has answers say that their connection closes while the server drains, also those that
 * were asked for before: what is said is decided as the first byte is written.
 */
final class DrainFilter extends OncePerRequestFilter {

	private final Drain drain;

	DrainFilter(Drain drain) {
		this.drain = drain;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		closeIfDraining(response);
		chain.doFilter(request, new ClosingResponse(response));
		closeIfDraining(response);
	}

	private void closeIfDraining(HttpServletResponse response) {
		if (this.drain.isDraining() && !response.isCommitted()) {
			response.setHeader("Connection", "close");
		}
	}

	private final class ClosingResponse extends HttpServletResponseWrapper {

		ClosingResponse(HttpServletResponse response) {
			super(response);
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			return new ClosingStream(super.getOutputStream(), (HttpServletResponse) getResponse());
		}

		@Override
		public void flushBuffer() throws IOException {
			closeIfDraining((HttpServletResponse) getResponse());
			super.flushBuffer();
		}

	}

	private final class ClosingStream extends ServletOutputStream {

		private final ServletOutputStream stream;

		private final HttpServletResponse response;

		ClosingStream(ServletOutputStream stream, HttpServletResponse response) {
			this.stream = stream;
			this.response = response;
		}

		@Override
		public void write(int value) throws IOException {
			closeIfDraining(this.response);
			this.stream.write(value);
		}

		@Override
		public void write(byte[] bytes, int from, int count) throws IOException {
			closeIfDraining(this.response);
			this.stream.write(bytes, from, count);
		}

		@Override
		public void flush() throws IOException {
			closeIfDraining(this.response);
			this.stream.flush();
		}

		@Override
		public void close() throws IOException {
			closeIfDraining(this.response);
			this.stream.close();
		}

		@Override
		public boolean isReady() {
			return this.stream.isReady();
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			this.stream.setWriteListener(listener);
		}

	}

}
