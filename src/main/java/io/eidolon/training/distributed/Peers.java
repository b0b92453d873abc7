package io.eidolon.training.distributed;

import org.bytedeco.pytorch.TensorVector;

/**
 * The processes that train together, as one of them sees them. Each calls the same
 * methods in the same order.
 */
public sealed interface Peers extends AutoCloseable permits Alone, GlooPeers {

	/** The number of this process, from 0. */
	int rank();

	/** How many processes there are. */
	int size();

	/** Whether this process writes checkpoints, samples and the model. */
	default boolean first() {
		return rank() == 0;
	}

	/**
	 * Puts the mean over all processes in place of each parameter's gradient. Where each
	 * has computed the mean over its part of a batch, all parts being of one size, that
	 * is the gradient of the whole batch.
	 * @throws PeerLostException when a process has ended or does not answer
	 */
	void averageGradients(TensorVector parameters);

	/**
	 * Adds up numbers over all processes.
	 * @return the sums, the same on each
	 * @throws PeerLostException when a process has ended or does not answer
	 */
	double[] sum(double... values);

	/**
	 * Sends bytes of the first process to all.
	 * @param bytes what the first has; not looked at on others
	 * @throws PeerLostException when a process has ended or does not answer
	 */
	byte[] fromFirst(byte[] bytes);

	@Override
	void close();

}
