package io.eidolon.text;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.tribuo.util.tokens.impl.wordpiece.Wordpiece;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens of a text as BERT's uncased tokenizer makes them: lower case without
 * accents, split at spaces, punctuation and each Chinese character, and every word into
 * the longest pieces that the vocabulary has (Devlin et al. 2019). Special tokens that
 * are written out in a text, such as "[SEP]", are words like any other.
 */
final class BertTokenizer {

	private static final String FIRST = "[CLS]";

	private static final String LAST = "[SEP]";

	// Control, format, private and unassigned characters, but for those that are spaces
	private static final Pattern REMOVED = Pattern.compile("[\\p{C}\\x{FFFD}&&[^\\t\\n\\r]]");

	private static final Pattern CHINESE = Pattern
		.compile("[\\x{3400}-\\x{4DBF}\\x{4E00}-\\x{9FFF}\\x{F900}-\\x{FAFF}\\x{20000}-\\x{2A6DF}"
				+ "\\x{2A700}-\\x{2CEAF}\\x{2F800}-\\x{2FA1F}]");

	private static final Pattern ACCENT = Pattern.compile("\\p{Mn}");

	// ASCII symbols count as punctuation, others do not
	private static final Pattern WORD = Pattern.compile("[\\p{P}$+<=>^`|~]|[^\\p{P}$+<=>^`|~\\p{IsWhite_Space}]+");

	private final Map<String, Integer> vocabulary;

	private final Wordpiece wordpiece;

	/** Creates a tokenizer with the index of each piece, special tokens included. */
	BertTokenizer(Map<String, Integer> vocabulary) {
		this.vocabulary = vocabulary;
		this.wordpiece = new Wordpiece(vocabulary.keySet());
	}

	/** Reads the vocabulary of a {@code tokenizer.json}. */
	static BertTokenizer read(InputStream json) throws IOException {
		Map<String, Integer> vocabulary = new HashMap<>();
		try (json) {
			JsonMapper.shared()
				.readTree(json)
				.at("/model/vocab")
				.forEachEntry((piece, index) -> vocabulary.put(piece, index.intValue()));
		}
		return new BertTokenizer(Map.copyOf(vocabulary));
	}

	/** Returns the indexes of the tokens, between a first and a last one. */
	long[] tokens(String text) {
		Stream<String> pieces = WORD.matcher(normalised(text))
			.results()
			.flatMap((word) -> this.wordpiece.wordpiece(word.group()).stream());
		return Stream.of(Stream.of(FIRST), pieces, Stream.of(LAST))
			.flatMap(Function.identity())
			.mapToLong(this::index)
			.toArray();
	}

	private long index(String piece) {
		return Objects.requireNonNull(this.vocabulary.get(piece), piece);
	}

	private static String normalised(String text) {
		String spaced = replace(CHINESE, replace(REMOVED, text, ""), " $0 ");
		String plain = replace(ACCENT, Normalizer.normalize(spaced, Normalizer.Form.NFD), "");
		// Letter by letter: a whole text would end Greek words with another sigma
		return plain.codePoints()
			.map(Character::toLowerCase)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static String replace(Pattern pattern, String text, String replacement) {
		return pattern.matcher(text).replaceAll(replacement);
	}

}
