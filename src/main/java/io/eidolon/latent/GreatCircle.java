package io.eidolon.latent;

/**
 * Spherical linear interpolation (Shoemake 1985, "Animating rotation with quaternion
 * curves"): for unit u and v at the angle omega,
 * {@code slerp(u, v; t) = (sin((1 - t) omega) u + sin(t omega) v) / sin(omega)}.
 * <p>
 * Written with w, the unit vector at right angles to u in the plane of u and v, it is
 * {@code cos(t omega) u + sin(t omega) w}, which needs no division by sin(omega) and so
 * holds for nearly equal and nearly opposite latents. Where u and v span no plane:
 * <ul>
 * <li>equal directions keep their direction;
 * <li>opposite ones go by the coordinate axis on which u is smallest (the first such),
 * made orthogonal to u, so that the way is the same each time;
 * <li>a zero latent takes the direction of the other, and in one dimension there is no
 * way around: both are straight lines.
 * </ul>
 */
final class GreatCircle {

	/** Below this sine, rounding decides the plane of two directions. */
	private static final double COLLINEAR = 1e-9;

	private GreatCircle() {
	}

	static float[] between(float[] from, float[] to, double t) {
		double fromNorm = norm(widen(from));
		double toNorm = norm(widen(to));
		if (from.length == 1 || fromNorm == 0 || toNorm == 0) {
			return Interpolation.LINEAR.inside(from, to, t);
		}
		double[] u = scale(widen(from), 1 / fromNorm);
		double[] v = scale(widen(to), 1 / toNorm);
		double[] w = orthogonalPart(v, u);
		double omega = Math.atan2(norm(w), dot(u, v));
		if (norm(w) < COLLINEAR) {
			w = orthogonalPart(smallestAxis(u), u);
		}
		double norm = (1 - t) * fromNorm + t * toNorm;
		double alongU = norm * StrictMath.cos(t * omega);
		double alongW = norm * StrictMath.sin(t * omega) / norm(w);
		float[] z = new float[u.length];
		for (int i = 0; i < z.length; i++) {
			z[i] = (float) (alongU * u[i] + alongW * w[i]);
		}
		return z;
	}

	private static double[] orthogonalPart(double[] v, double[] u) {
		double along = dot(u, v);
		double[] w = new double[u.length];
		for (int i = 0; i < w.length; i++) {
			w[i] = v[i] - along * u[i];
		}
		return w;
	}

	private static double[] smallestAxis(double[] u) {
		int smallest = 0;
		for (int i = 1; i < u.length; i++) {
			if (Math.abs(u[i]) < Math.abs(u[smallest])) {
				smallest = i;
			}
		}
		double[] axis = new double[u.length];
		axis[smallest] = 1;
		return axis;
	}

	private static double[] widen(float[] z) {
		double[] wide = new double[z.length];
		for (int i = 0; i < z.length; i++) {
			wide[i] = z[i];
		}
		return wide;
	}

	private static double[] scale(double[] v, double factor) {
		double[] scaled = new double[v.length];
		for (int i = 0; i < v.length; i++) {
			scaled[i] = factor * v[i];
		}
		return scaled;
	}

	private static double norm(double[] v) {
		return Math.sqrt(dot(v, v));
	}

	private static double dot(double[] u, double[] v) {
		double sum = 0;
		for (int i = 0; i < u.length; i++) {
			sum += u[i] * v[i];
		}
		return sum;
	}

}
