package io.eidolon.training.distributed;

import org.bytedeco.pytorch.TensorVector;

/** One process, which has nobody to tell anything. */
public record Alone() implements Peers {

	@Override
	public int rank() {
		return 0;
	}

	@Override
	public int size() {
		return 1;
	}

	@Override
	public void averageGradients(TensorVector parameters) {
	}

	@Override
	public double[] sum(double... values) {
		return values;
	}

	@Override
	public byte[] fromFirst(byte[] bytes) {
		return bytes;
	}

	@Override
	public void close() {
	}

}
