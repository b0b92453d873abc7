package io.eidolon.web.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.coyote.AbstractProcessor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Accepts connections within limits, and ends those that take too long over a request. A
 * connection is ended by shutting its channel down: the thread that uses it finds that
 * out, and closes it as if its client had.
 */
final class BoundedEndpoint extends NioEndpoint {

	/** The connections whose requests are processed now. */
	private final Map<SocketWrapperBase<NioChannel>, RequestPhase> processing = new ConcurrentHashMap<>();

	/** Those that were ended, and are not closed yet. */
	private final Set<SocketWrapperBase<NioChannel>> ending = ConcurrentHashMap.newKeySet();

	private volatile ConnectionLimits limits = new ConnectionLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, (_) -> true);

	private volatile ConnectionCount count = ConnectionCount.NONE;

	void limit(ConnectionLimits connections, ConnectionCount listener) {
		this.limits = connections;
		this.count = listener;
	}

	@Override
	public void setHandler(@Nullable Handler<NioChannel> handler) {
		super.setHandler((handler != null) ? new PhaseHandler(handler) : null);
	}

	@Override
	protected boolean setSocketOptions(SocketChannel socket) {
		if (makeRoom(socket)) {
			return super.setSocketOptions(socket);
		}
		destroySocket(socket);
		return false;
	}

	private boolean makeRoom(SocketChannel socket) {
		String address = address(socket);
		return switch (this.limits.decide(address, open())) {
			case ConnectionLimits.Decision.Accept _ -> true;
			case ConnectionLimits.Decision.Replace(OpenConnection other) -> {
				other.end().run();
				this.count.ended();
				yield true;
			}
			case ConnectionLimits.Decision.Refuse _ -> {
				this.count.refused();
				yield false;
			}
		};
	}

	private List<OpenConnection> open() {
		return getConnections().stream().filter((socket) -> !this.ending.contains(socket)).map(this::open).toList();
	}

	private static long lastActivity(SocketWrapperBase<NioChannel> socket) {
		return (socket instanceof NioSocketWrapper nio) ? Math.max(nio.getLastRead(), nio.getLastWrite()) : 0;
	}

	private OpenConnection open(SocketWrapperBase<NioChannel> socket) {
		RequestPhase phase = this.processing.get(socket);
		String address = socket.getRemoteAddr();
		return new OpenConnection((address != null) ? ClientNetwork.of(address) : "",
				phase == null || phase.isWaitingForClient(), lastActivity(socket), () -> end(socket, phase));
	}

	private static String address(SocketChannel socket) {
		try {
			return (socket.getRemoteAddress() instanceof InetSocketAddress remote)
					? ClientNetwork.of(remote.getAddress()) : "";
		}
		catch (IOException ex) {
			return "";
		}
	}

	/**
	 * Ends connections that take too long.
	 * @param head how long the head of a request may take
	 * @param request how long all of a request may take, from its first byte until its
	 * answer is read
	 */
	void endSlow(Duration head, Duration request) {
		long now = System.nanoTime();
		for (SocketWrapperBase<NioChannel> socket : getConnections()) {
			RequestPhase phase = this.processing.get(socket);
			boolean slow = (phase != null) ? now - phase.began() > request.toNanos()
					: now - headBegan(socket, now) > head.toNanos();
			if (slow && !this.ending.contains(socket)) {
				end(socket, phase);
				this.count.slow();
			}
		}
	}

	/** When the head began that has not come to its end, now when there is none. */
	private static long headBegan(SocketWrapperBase<NioChannel> socket, long now) {
		if (socket.getCurrentProcessor() instanceof AbstractProcessor processor) {
			long began = processor.getRequest().getStartTimeNanos();
			return (began > 0) ? began : now;
		}
		return now;
	}

	private void end(SocketWrapperBase<NioChannel> socket, @Nullable RequestPhase phase) {
		this.ending.add(socket);
		// Asked before its thread wakes up, which then waits no more
		boolean told = phase != null && phase.isWaitingForClient();
		if (phase != null) {
			phase.closed();
		}
		try {
			SocketChannel channel = socket.getSocket().getIOChannel();
			if (channel != null) {
				channel.shutdownInput();
				if (!told) {
					channel.shutdownOutput();
				}
			}
		}
		catch (IOException ex) {
			// It is closed already.
		}
	}

	/** Knows of each connection whether one of its requests is processed. */
	private final class PhaseHandler implements Handler<NioChannel> {

		private final Handler<NioChannel> handler;

		PhaseHandler(Handler<NioChannel> handler) {
			this.handler = handler;
		}

		@Override
		public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
			BoundedEndpoint.this.processing.put(socket, RequestPhase.begin());
			try {
				return this.handler.process(socket, event);
			}
			finally {
				BoundedEndpoint.this.processing.remove(socket);
				RequestPhase.end();
			}
		}

		@Override
		public Object getGlobal() {
			return this.handler.getGlobal();
		}

		@Override
		public void release(SocketWrapperBase<NioChannel> socket) {
			BoundedEndpoint.this.ending.remove(socket);
			this.handler.release(socket);
		}

		@Override
		public void pause() {
			this.handler.pause();
		}

		@Override
		public void recycle() {
			this.handler.recycle();
		}

	}

}
