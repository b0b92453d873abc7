package io.eidolon.latent;

/**
 * A direction in the space of latents. As latents are standard normal, the strength s of
 * z along a unit vector v, z . v, is too: between -3 and 3 nearly always.
 *
 * @param vector v of shape (dimension), of length 1; not copied, so nobody may write to
 * it any more
 */
public record Direction(float[] vector) {

	/**
	 * Returns the direction of a vector or of its opposite: the one whose component that
	 * is furthest from zero is positive, so that a direction that is found up to its sign
	 * is always the same one.
	 * @throws IllegalArgumentException when the vector has no length
	 */
	public static Direction along(double[] vector) {
		double squares = 0;
		double furthest = 0;
		for (double component : vector) {
			squares += component * component;
			furthest = (Math.abs(component) > Math.abs(furthest)) ? component : furthest;
		}
		if (!(squares > 0) || !Double.isFinite(squares)) {
			throw new IllegalArgumentException("vector must have a length, not %s".formatted(Math.sqrt(squares)));
		}
		double length = Math.copySign(Math.sqrt(squares), furthest);
		float[] unit = new float[vector.length];
		for (int i = 0; i < unit.length; i++) {
			unit[i] = (float) (vector[i] / length);
		}
		return new Direction(unit);
	}

	/**
	 * Returns z + s v as a new array.
	 * @param z a latent of shape (dimension)
	 * @param strength s, negative for the opposite direction
	 * @throws IllegalArgumentException when the lengths differ
	 */
	public float[] from(float[] z, double strength) {
		if (z.length != this.vector.length) {
			throw new IllegalArgumentException(
					"a latent of %s numbers must have %s".formatted(z.length, this.vector.length));
		}
		float[] moved = new float[z.length];
		for (int i = 0; i < z.length; i++) {
			moved[i] = (float) (z[i] + strength * this.vector[i]);
		}
		return moved;
	}

}
