package io.eidolon.serving;

/**
 * A range of whole numbers.
 *
 * @param minimum the smallest that is allowed
 * @param maximum the largest that is allowed
 */
public record Bounds(long minimum, long maximum) {

	/**
	 * Holds a parameter to the range.
	 * @throws InvalidParameterException when the value lies outside
	 */
	public void check(String parameter, long value) {
		if (value < this.minimum || value > this.maximum) {
			throw new InvalidParameterException(parameter, value, toString());
		}
	}

	/**
	 * Holds the size of a list to the range.
	 * @throws InvalidParameterException when it has fewer items, or more
	 */
	public void checkItems(String parameter, int size) {
		if (size < this.minimum || size > this.maximum) {
			throw new InvalidParameterException(parameter, size + " items", this + " items");
		}
	}

	@Override
	public String toString() {
		return "between %s and %s".formatted(this.minimum, this.maximum);
	}

}
