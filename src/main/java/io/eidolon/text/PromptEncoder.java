package io.eidolon.text;

import java.util.List;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Encodes the prompts of requests, and keeps the vectors of the latest. The network is
 * opened by the first prompt: who serves models without words does without its memory.
 */
@Component
public class PromptEncoder implements AutoCloseable {

	private static final int KEPT = 4096;

	private final LoadingCache<Read, float[]> vectors = Caffeine.newBuilder()
		.maximumSize(KEPT)
		.build((read) -> network().encode(read.prompt, read.reading));

	private @Nullable SentenceEncoder network;

	private boolean closed;

	/**
	 * Returns the vectors of prompts.
	 * @return (count, {@value SentenceEncoder#DIMENSION}), which the caller may change
	 * @throws InvalidTextException when a prompt is empty or too long
	 */
	public float[] encode(List<String> prompts, TextReading reading) {
		float[] sentences = new float[prompts.size() * SentenceEncoder.DIMENSION];
		for (int i = 0; i < prompts.size(); i++) {
			System.arraycopy(this.vectors.get(new Read(prompts.get(i), reading)), 0, sentences,
					i * SentenceEncoder.DIMENSION, SentenceEncoder.DIMENSION);
		}
		return sentences;
	}

	/** Whether no prompt need go through the network. */
	public boolean hasKept(List<String> prompts, TextReading reading) {
		return prompts.stream().allMatch((prompt) -> this.vectors.asMap().containsKey(new Read(prompt, reading)));
	}

	private synchronized SentenceEncoder network() {
		if (this.closed) {
			throw new IllegalStateException("The encoder of prompts is closed");
		}
		if (this.network == null) {
			this.network = SentenceEncoder.open();
		}
		return this.network;
	}

	/** Frees the network, when the last request has been answered. */
	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.network != null) {
			this.network.close();
		}
	}

	private record Read(String prompt, TextReading reading) {

	}

}
