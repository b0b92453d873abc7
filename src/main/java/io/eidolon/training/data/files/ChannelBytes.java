package io.eidolon.training.data.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a part of a file. Safe from several threads. */
final class ChannelBytes {

	private ChannelBytes() {
	}

	static byte[] read(FileChannel channel, long start, long length) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
		while (bytes.hasRemaining()) {
			if (channel.read(bytes, start + bytes.position()) < 0) {
				throw new IOException("lies beyond the end of its archive");
			}
		}
		return bytes.array();
	}

}
