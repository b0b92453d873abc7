package io.eidolon.bench;

import org.jspecify.annotations.Nullable;

/**
 * What was measured one after the other, within seconds.
 *
 * @param rawLimit pictures per second that ONNX Runtime alone generates
 * @param eidolon the service
 * @param node the Node server, null on a machine without Node
 */
record Round(double rawLimit, Measured eidolon, @Nullable Measured node) {

	/**
	 * A server under load.
	 *
	 * @param load what its clients saw
	 * @param processorMillis of all cores, for each picture
	 */
	record Measured(Load load, double processorMillis) {

	}

	int connections() {
		return this.eidolon.load().connections();
	}

	double ofTheLimit() {
		return this.eidolon.load().perSecond() / this.rawLimit;
	}

	double timesNode() {
		return (this.node == null) ? Double.NaN : this.eidolon.load().perSecond() / this.node.load().perSecond();
	}

}
