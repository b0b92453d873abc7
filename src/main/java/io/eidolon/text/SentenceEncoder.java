package io.eidolon.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.eidolon.inference.onnx.Tensor;
import io.eidolon.inference.onnx.TensorSession;

/**
 * A frozen network that gives sentences of like meaning like vectors: MiniLM with six
 * layers (Wang et al. 2020), trained on pairs of sentences (Reimers and Gurevych 2019)
 * and quantised to 8 bits. Its last layer is averaged over the tokens, and the mean
 * scaled to length 1. Safe from several threads.
 *
 * <p>
 * Each sentence goes through the network by itself. The network chooses the range of its
 * integers from all that it computes at once, so that in a batch a sentence's vector
 * would depend on its neighbours (by a cosine of 0.99), and a prompt would not always
 * give the same image.
 *
 * @see <a href=
 * "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2">all-MiniLM-L6-v2</a>
 */
public final class SentenceEncoder implements AutoCloseable {

	/** The name of the network. */
	public static final String NAME = "all-MiniLM-L6-v2";

	/** The SHA-256 of the network's file: another one gives other vectors. */
	public static final String SHA256 = "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1";

	/** The languages that it was trained on. */
	public static final String LANGUAGE = "en";

	/** The length of a vector. */
	public static final int DIMENSION = 384;

	/** The tokens that a sentence may have, the first and the last one included. */
	public static final int MAX_TOKENS = 128;

	/** Longer texts are refused before they are cut into tokens, which takes seconds. */
	static final int MAX_CHARACTERS = 4096;

	static final String NETWORK = "/all-minilm-l6-v2-q.onnx";

	static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

	private static final String OUTPUT = "last_hidden_state";

	private final BertTokenizer tokenizer;

	private final TensorSession session;

	private SentenceEncoder(BertTokenizer tokenizer, TensorSession session) {
		this.tokenizer = tokenizer;
		this.session = session;
	}

	/** Opens the network that comes with the application. */
	public static SentenceEncoder open() {
		try (InputStream network = resource(NETWORK); InputStream tokenizer = resource(TOKENIZER)) {
			return new SentenceEncoder(BertTokenizer.read(tokenizer), TensorSession.open(NAME, network.readAllBytes()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static InputStream resource(String name) throws IOException {
		InputStream resource = SentenceEncoder.class.getResourceAsStream(name);
		if (resource == null) {
			throw new FileNotFoundException(name + " is not on the class path");
		}
		return resource;
	}

	/**
	 * Returns the vector of a sentence as a whole, which has length 1.
	 * @throws InvalidTextException when the text is empty or too long
	 */
	public float[] encode(String text) { // (DIMENSION)
		return encode(text, TextReading.WHOLE);
	}

	/**
	 * Returns the vector of a text, which has length 1.
	 * @throws InvalidTextException when the text is empty or too long
	 */
	public float[] encode(String text, TextReading reading) { // (DIMENSION)
		long[] tokens = tokens(text);
		List<String> parts = reading.parts(text);
		if (parts.size() == 1 && parts.getFirst().equals(text)) {
			return vector(tokens);
		}
		float[] sum = new float[DIMENSION];
		for (String part : parts) {
			float[] vector = vector(tokens(part));
			for (int i = 0; i < DIMENSION; i++) {
				sum[i] += vector[i];
			}
		}
		return normalised(sum);
	}

	private long[] tokens(String text) {
		if (text.isBlank()) {
			throw new InvalidTextException(null, "a few words that say what is to be seen, not empty");
		}
		if (text.length() > MAX_CHARACTERS) {
			throw new InvalidTextException("%s characters".formatted(text.length()),
					"at most %s characters".formatted(MAX_CHARACTERS));
		}
		long[] tokens = this.tokenizer.tokens(text);
		if (tokens.length > MAX_TOKENS) {
			throw new InvalidTextException("%s tokens".formatted(tokens.length),
					"at most %s tokens, which are words, parts of words and signs".formatted(MAX_TOKENS));
		}
		return tokens;
	}

	private float[] vector(long[] tokens) {
		return normalised(mean(hiddenState(tokens), tokens.length));
	}

	/** (tokens, DIMENSION) */
	private float[] hiddenState(long[] tokens) {
		long[] mask = new long[tokens.length];
		Arrays.fill(mask, 1);
		return this.session
			.run(Map.of("input_ids", row(tokens), "attention_mask", row(mask), "token_type_ids",
					row(new long[tokens.length])), OUTPUT)
			.values();
	}

	private static Tensor.Longs row(long[] values) {
		return new Tensor.Longs(values, 1, values.length);
	}

	private static float[] mean(float[] vectors, int count) {
		float[] mean = new float[DIMENSION];
		for (int i = 0; i < count; i++) {
			for (int j = 0; j < DIMENSION; j++) {
				mean[j] += vectors[i * DIMENSION + j] / count;
			}
		}
		return mean;
	}

	private static float[] normalised(float[] vector) {
		double square = 0;
		for (float value : vector) {
			square += (double) value * value;
		}
		float[] normalised = new float[vector.length];
		for (int i = 0; i < vector.length; i++) {
			normalised[i] = (float) (vector[i] / Math.sqrt(square));
		}
		return normalised;
	}

	@Override
	public void close() {
		this.session.close();
	}

}
