package io.eidolon.training.data.labels;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of names in which "2" comes before "10", and "class 2" before "class 10". */
public final class NaturalOrder implements Comparator<String> {

	/** The one order. */
	public static final NaturalOrder INSTANCE = new NaturalOrder();

	private static final Pattern PART = Pattern.compile("\\d+|\\D+");

	private NaturalOrder() {
	}

	@Override
	public int compare(String one, String other) {
		Matcher left = PART.matcher(one);
		Matcher right = PART.matcher(other);
		while (left.find()) {
			if (!right.find()) {
				return 1;
			}
			int order = compareParts(left.group(), right.group());
			if (order != 0) {
				return order;
			}
		}
		return right.find() ? -1 : one.compareTo(other);
	}

	private static int compareParts(String one, String other) {
		boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
		return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
	}

}
