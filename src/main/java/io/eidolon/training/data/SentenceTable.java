package io.eidolon.training.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.eidolon.modelcard.Sha256;
import io.eidolon.text.InvalidTextException;
import io.eidolon.text.SentenceEncoder;
import io.eidolon.text.TextReading;
import io.eidolon.training.data.files.PreparationProgress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vectors of all captions of a set, each text once. They are computed once, by all
 * cores, and kept for the next start in a file that is named by the texts and the
 * encoder.
 *
 * @param numbers the number of each text
 * @param vectors (texts, {@value SentenceEncoder#DIMENSION}), zeros for a text that is
 * too long
 */
record SentenceTable(Map<String, Integer> numbers, float[][] vectors) {

	private static final Logger logger = LoggerFactory.getLogger(SentenceTable.class);

	private static final long MAGIC = 0x4549_444F_5445_5854L; // EIDOTEXT

	private static final int SHOWN = 60;

	/**
	 * Gives texts their vectors.
	 * @param reading of what they are made
	 * @param encoder opens the encoder, where the vectors are not kept
	 * @param cache the folder in which they are kept, or null
	 */
	static SentenceTable of(List<String> captions, TextReading reading, Supplier<SentenceEncoder> encoder,
			@Nullable Path cache) {
		List<String> texts = List.copyOf(new TreeSet<>(captions));
		Optional<CacheFile> file = Optional.ofNullable(cache).map((folder) -> file(folder, texts, reading));
		float[][] vectors = file.flatMap((kept) -> kept.read((in) -> read(in, texts.size()))).orElseGet(() -> {
			float[][] encoded = encode(texts, reading, encoder);
			file.ifPresent((kept) -> kept.write((out) -> {
				for (float[] vector : encoded) {
					for (float value : vector) {
						out.writeFloat(value);
					}
				}
			}));
			return encoded;
		});
		Map<String, Integer> numbers = IntStream.range(0, texts.size())
			.boxed()
			.collect(Collectors.toMap(texts::get, (i) -> i));
		return new SentenceTable(numbers, vectors);
	}

	private static CacheFile file(Path folder, List<String> texts, TextReading reading) {
		String key = Sha256.hex(SentenceEncoder.SHA256 + "\n" + reading + "\n" + String.join("\n", texts));
		return new CacheFile(folder.resolve(key.substring(0, 32) + ".sentences"), "vectors of captions", MAGIC);
	}

	private static float[][] read(DataInputStream in, int count) throws IOException {
		float[][] vectors = new float[count][SentenceEncoder.DIMENSION];
		for (float[] vector : vectors) {
			for (int i = 0; i < vector.length; i++) {
				vector[i] = in.readFloat();
			}
		}
		return vectors;
	}

	private static float[][] encode(List<String> texts, TextReading reading, Supplier<SentenceEncoder> encoder) {
		PreparationProgress progress = new PreparationProgress("Encoded", "captions", texts.size(), System::nanoTime,
				logger::info);
		try (SentenceEncoder opened = encoder.get()) {
			return texts.parallelStream().map((text) -> {
				float[] vector = encode(text, reading, opened);
				progress.step();
				return vector;
			}).toArray(float[][]::new);
		}
	}

	private static float[] encode(String text, TextReading reading, SentenceEncoder encoder) {
		try {
			return encoder.encode(text, reading);
		}
		catch (InvalidTextException ex) {
			logger.warn("Left out the caption \"{}...\": {}", text.substring(0, Math.min(text.length(), SHOWN)),
					ex.getMessage());
			return new float[SentenceEncoder.DIMENSION];
		}
	}

	/** Whether a text could be encoded. */
	boolean has(String text) {
		return isEncoded(number(text));
	}

	/** The same of the text of a number. */
	boolean isEncoded(int number) {
		return isEncoded(this.vectors[number]);
	}

	/** The vector of a text of the set. */
	float[] vector(String text) {
		return this.vectors[number(text)];
	}

	private static boolean isEncoded(float[] vector) {
		return !Arrays.equals(vector, new float[SentenceEncoder.DIMENSION]);
	}

	/** The vectors of the texts that could be encoded. */
	float[][] encoded() {
		return Arrays.stream(this.vectors).filter(SentenceTable::isEncoded).toArray(float[][]::new);
	}

	int number(String text) {
		return this.numbers.getOrDefault(text, -1);
	}

	/** The cosine of two texts, by their numbers. */
	double cosine(int one, int other) {
		double cosine = 0;
		for (int i = 0; i < SentenceEncoder.DIMENSION; i++) {
			cosine += this.vectors[one][i] * this.vectors[other][i];
		}
		return cosine;
	}

}
