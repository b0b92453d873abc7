package io.eidolon.web.server;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

import org.apache.coyote.InputBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a stream of HTTP/2 whether its client has reset it, or closed the connection.
 * Tomcat knows and tells nobody before something is written, so that it is asked by
 * reflection: {@code Stream.canWrite()} of the stream that the input buffer belongs to.
 */
final class Http2Stream {

	private static final Logger logger = LoggerFactory.getLogger(Http2Stream.class);

	private static final String STREAM = "org.apache.coyote.http2.Stream";

	/**
	 * From an input buffer to whether its stream can be written to; null when Tomcat is
	 * another one.
	 */
	private static final @Nullable MethodHandle CAN_WRITE = canWrite();

	private Http2Stream() {
	}

	/**
	 * Whether an input buffer is one of a stream of HTTP/2 that nobody reads any more.
	 */
	static boolean isReset(InputBuffer buffer) {
		if (CAN_WRITE == null || !buffer.getClass().getName().startsWith(STREAM)) {
			return false;
		}
		try {
			return !(boolean) CAN_WRITE.invoke(buffer);
		}
		catch (Throwable ex) {
			throw new IllegalStateException("A stream of HTTP/2 cannot be asked whether it is open", ex);
		}
	}

	private static @Nullable MethodHandle canWrite() {
		try {
			Class<?> stream = Class.forName(STREAM);
			Class<?> buffer = Class.forName(STREAM + "$StreamInputBuffer");
			Field owner = buffer.getDeclaredField("this$0");
			MethodHandle of = MethodHandles.privateLookupIn(buffer, MethodHandles.lookup()).unreflectGetter(owner);
			MethodHandle canWrite = MethodHandles.privateLookupIn(stream, MethodHandles.lookup())
				.findVirtual(stream, "canWrite", MethodType.methodType(boolean.class));
			return MethodHandles.filterReturnValue(of, canWrite);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.warn("Clients that hang up by HTTP/2 are not noticed: {}", ex.toString());
			return null;
		}
	}

}
