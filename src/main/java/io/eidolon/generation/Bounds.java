package io.eidolon.generation;

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

	@Override
	public String toString() {
		return "between %d and %d".formatted(this.minimum, this.maximum);
	}

}
