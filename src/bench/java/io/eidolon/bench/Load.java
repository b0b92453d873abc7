package io.eidolon.bench;

/**
 * What a server did under load.
 *
 * @param connections how many asked at once, each for one picture after the other
 * @param perSecond pictures
 * @param p50 milliseconds from request to answer, at the median
 * @param p99 milliseconds that one in a hundred exceeds
 * @param bytes of an answer
 */
record Load(int connections, double perSecond, double p50, double p99, int bytes) {

	/** How far the slowest answers are from the usual ones. */
	double spread() {
		return this.p99 / this.p50;
	}

}
