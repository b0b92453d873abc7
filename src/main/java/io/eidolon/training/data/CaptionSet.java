package io.eidolon.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.eidolon.text.SentenceEncoder;
import io.eidolon.text.TextReading;
import io.eidolon.text.Words;
import io.eidolon.training.data.files.DataException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The captions of a set of pictures, as vectors in memory. Safe from several threads.
 */
public final class CaptionSet {

	private static final Logger logger = LoggerFactory.getLogger(CaptionSet.class);

	private static final int NONE = -1;

	/** How many captions are tried before a picture goes without a wrong one. */
	private static final int TRIES = 64;

	/** How many words an example of a prompt has at least. */
	private static final int THINGS = 3;

	private static final int SAMPLED = 4096;

	private final List<List<String>> texts;

	private final SentenceTable sentences;

	// (pictures of the source, captions) the numbers of each picture's captions
	private final int[][] numbers;

	private final CaptionAttributes attributes;

	// CaptionSet that are more alike may describe the same picture
	private final double alike;

	private CaptionSet(List<CaptionTable.Entry> entries, SentenceTable sentences) {
		this.sentences = sentences;
		this.texts = entries.stream()
			.map((entry) -> entry.captions().stream().filter(sentences::has).toList())
			.toList();
		this.numbers = this.texts.stream()
			.map((texts) -> texts.stream().mapToInt(sentences::number).toArray())
			.toArray(int[][]::new);
		this.attributes = new CaptionAttributes(entries, this.numbers, sentences.vectors().length);
		this.alike = thirdQuartile();
	}

	/**
	 * Reads the captions of a set, and gives each its vector.
	 * @param csv a CSV file of captions that lies elsewhere than the pictures, or null
	 * @param columns its columns of captions, empty for those that are named "caption"
	 * @param reading of what the vectors are made
	 * @param encoder opens the encoder, unless the vectors are kept
	 * @param cache the folder in which vectors are kept for the next start, or null
	 * @throws DataException when there are no captions
	 */
	public static CaptionSet read(PictureSet pictures, @Nullable Path csv, List<String> columns, TextReading reading,
			Supplier<SentenceEncoder> encoder, @Nullable Path cache) {
		List<CaptionTable.Entry> entries;
		try {
			entries = CaptionTable.read(pictures.source(), csv, columns).entries();
		}
		catch (IOException ex) {
			throw new DataException("The captions cannot be read: " + ex, ex);
		}
		List<String> all = entries.stream().flatMap((entry) -> entry.captions().stream()).toList();
		SentenceTable sentences = SentenceTable.of(all, reading, encoder, cache);
		logger.info("{} captions ({} distinct) of {} pictures; {} have none", all.size(), sentences.vectors().length,
				entries.size(), entries.stream().filter((entry) -> entry.captions().isEmpty()).count());
		return new CaptionSet(entries, sentences);
	}

	/** The cosine that a quarter of all pairs of captions exceed. */
	private double thirdQuartile() {
		int[] captioned = IntStream.range(0, this.numbers.length).filter((i) -> this.numbers[i].length > 0).toArray();
		RandomGenerator random = new SplittableRandom(1);
		IntSupplier caption = () -> any(captioned[random.nextInt(captioned.length)], random);
		double[] cosines = IntStream.range(0, (captioned.length > 0) ? SAMPLED : 0)
			.mapToDouble((_) -> this.sentences.cosine(caption.getAsInt(), caption.getAsInt()))
			.sorted()
			.toArray();
		return (cosines.length > 0) ? cosines[3 * cosines.length / 4] : 1;
	}

	/** All captions, as often as pictures have them. */
	public List<String> all() {
		return this.texts.stream().flatMap(List::stream).toList();
	}

	/**
	 * Frequent captions that say three things or more, and each something that those
	 * before it do not.
	 */
	public List<String> examples(int limit) {
		Set<String> said = new HashSet<>();
		Map<String, Long> counts = all().stream()
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return counts.entrySet()
			.stream()
			.sorted(Comparator.comparing(Map.Entry<String, Long>::getValue).reversed().thenComparing(Map.Entry::getKey))
			.map(Map.Entry::getKey)
			.filter((caption) -> Words.of(caption).size() >= THINGS && said.addAll(Words.of(caption)))
			.limit(limit)
			.toList();
	}

	/**
	 * A sample of the captions, each once, in an order by chance that is the same each
	 * time.
	 */
	public List<String> sample(int limit) {
		List<String> all = new ArrayList<>(all());
		Collections.shuffle(all, new Random(1));
		return all.stream().distinct().filter(this.sentences::has).limit(limit).toList();
	}

	/** The vectors of captions of the set, as {@link #embeddings} gives them. */
	public float[][] embeddings(List<String> captions) {
		return captions.stream().map(this.sentences::vector).toArray(float[][]::new);
	}

	/** The vectors of all captions, each once. */
	public float[][] embeddings() {
		return this.sentences.encoded();
	}

	/**
	 * What the captions of {@link #embeddings()} say.
	 * @return (captions, attributes) the number of the value that a caption says of each
	 * attribute, -1 where it leaves it open; no attributes where none are known
	 */
	public int[][] said() {
		return IntStream.range(0, this.sentences.vectors().length)
			.filter(this.sentences::isEncoded)
			.mapToObj(this.attributes::said)
			.toArray(int[][]::new);
	}

	/** How many values each attribute has that is known of pictures. */
	public int[] attributes() {
		return this.attributes.counts();
	}

	/**
	 * The numbers of a picture's values of each attribute, below 0 where they are not
	 * known.
	 * @param index the picture's index in its source
	 */
	int[] attributesOf(int index) {
		int[] values = this.attributes.of(index);
		return (values.length > 0) ? values : IntStream.generate(() -> NONE).limit(attributes().length).toArray();
	}

	/** The captions of a picture. */
	public List<String> of(int index) {
		return this.texts.get(index);
	}

	/**
	 * Samples one of the captions of a picture, and one of another picture that does not
	 * describe it: one that says at least two attributes that the picture does not have,
	 * or where there are no attributes, one that is less alike than a quarter of all
	 * pairs.
	 * @param index the picture's index in its source
	 * @param others gives the indexes of pictures, at random
	 * @param sentences (batch, {@value SentenceEncoder#DIMENSION}) takes the vector of
	 * its caption; zeros when it has none
	 * @param wrong (batch, {@value SentenceEncoder#DIMENSION}) takes the vector of the
	 * other one's; zeros when there is none
	 * @param row the picture's row in both
	 */
	void sample(int index, IntSupplier others, RandomGenerator random, float[] sentences, float[] wrong, int row) {
		int right = any(index, random);
		if (right != NONE) {
			copy(right, sentences, row);
			copy(wrong(index, right, others, random), wrong, row);
		}
	}

	private int wrong(int index, int right, IntSupplier others, RandomGenerator random) {
		for (int i = 0; i < TRIES; i++) {
			int other = others.getAsInt();
			int caption = any(other, random);
			if (other != index && caption != NONE && isWrong(index, right, caption)) {
				return caption;
			}
		}
		return NONE;
	}

	private boolean isWrong(int index, int right, int caption) {
		return this.attributes.known(index) ? this.attributes.contradict(caption, index)
				: this.sentences.cosine(right, caption) < this.alike;
	}

	private int any(int index, RandomGenerator random) {
		int[] own = this.numbers[index];
		return (own.length > 0) ? own[random.nextInt(own.length)] : NONE;
	}

	private void copy(int caption, float[] rows, int row) {
		if (caption != NONE) {
			System.arraycopy(this.sentences.vectors()[caption], 0, rows, row * SentenceEncoder.DIMENSION,
					SentenceEncoder.DIMENSION);
		}
	}

}
