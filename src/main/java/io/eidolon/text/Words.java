package io.eidolon.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a text that say what is to be seen. */
public final class Words {

	private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{Mn}\\p{Nd}'-]*");

	/** Words that join others, or say that there is a picture. */
	private static final Set<String> EMPTY = Set.of("a", "an", "and", "as", "at", "but", "by", "for", "from", "has",
			"have", "having", "her", "his", "image", "in", "is", "it", "its", "no", "not", "of", "on", "or", "photo",
			"picture", "portrait", "showing", "someone", "something", "that", "the", "their", "to", "wearing", "who",
			"with", "without");

	private Words() {
	}

	/**
	 * Returns the words of a text in lower case, each once, without those that say
	 * nothing of what is to be seen.
	 */
	public static Set<String> of(String text) {
		return WORD.matcher(text.toLowerCase(Locale.ROOT))
			.results()
			.map(MatchResult::group)
			.filter((word) -> !EMPTY.contains(word))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Returns the words that the most texts have, the most frequent first. */
	public static List<String> mostFrequent(Collection<String> texts, int limit) {
		Map<String, Long> counts = texts.stream()
			.flatMap((text) -> of(text).stream())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return counts.entrySet()
			.stream()
			.sorted(Comparator.comparing(Map.Entry<String, Long>::getValue).reversed().thenComparing(Map.Entry::getKey))
			.limit(limit)
			.map(Map.Entry::getKey)
			.toList();
	}

}
