package io.eidolon.inference.onnx;

import java.util.ArrayDeque;
import java.util.Deque;

import ai.onnxruntime.OrtException;

/**
 * Native handles while their owner is put together: closed, the last one first, unless
 * they were released to it.
 */
final class Handles implements AutoCloseable {

	private final Deque<AutoCloseable> handles = new ArrayDeque<>();

	<T extends AutoCloseable> T add(T handle) {
		this.handles.push(handle);
		return handle;
	}

	/** Leaves all handles to their owner. */
	void release() {
		this.handles.clear();
	}

	@Override
	public void close() throws OrtException {
		Exception failure = null;
		while (!this.handles.isEmpty()) {
			try {
				this.handles.pop().close();
			}
			catch (Exception ex) {
				failure = (failure != null) ? failure : ex;
			}
		}
		switch (failure) {
			case OrtException ex -> throw ex;
			case RuntimeException ex -> throw ex;
			case null, default -> {
				// Native handles throw nothing else.
			}
		}
	}

}
