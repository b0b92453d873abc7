package io.eidolon.registry;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Orders versions from old to new as people read them: runs of digits as numbers, the
 * rest as text, so that 10 follows 9 and 1.10 follows 1.9.
 */
final class VersionOrder implements Comparator<String> {

	private static final Pattern PARTS = Pattern.compile("[0-9]+|[^0-9]+");

	@Override
	public int compare(String one, String other) {
		List<String> ones = parts(one);
		List<String> others = parts(other);
		for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
			int order = comparePart(ones.get(i), others.get(i));
			if (order != 0) {
				return order;
			}
		}
		int order = Integer.compare(ones.size(), others.size());
		// 1 and 01 are the same number, but not the same version.
		return (order != 0) ? order : one.compareTo(other);
	}

	private static int comparePart(String one, String other) {
		return (isNumber(one) && isNumber(other)) ? new BigInteger(one).compareTo(new BigInteger(other))
				: one.compareTo(other);
	}

	private static boolean isNumber(String part) {
		return part.charAt(0) >= '0' && part.charAt(0) <= '9';
	}

	private static List<String> parts(String version) {
		return PARTS.matcher(version).results().map(MatchResult::group).toList();
	}

}
