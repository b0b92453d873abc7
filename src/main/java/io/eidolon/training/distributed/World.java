package io.eidolon.training.distributed;

import java.time.Duration;

import io.eidolon.training.network.ComputeDevice;

/**
 * The processes that train together.
 *
 * @param rank the number of this one, from 0; the first writes all files
 * @param size how many there are
 * @param host where the first one is met
 * @param port its port
 * @param timeout how long one waits for another
 */
public record World(int rank, int size, String host, int port, Duration timeout) {

	/** Whether this process writes checkpoints, samples and the model. */
	public boolean first() {
		return this.rank == 0;
	}

	/**
	 * Finds the peers, which may take until the last of them has started.
	 * @param device where gradients are, with all processes alike
	 * @throws PeerLostException when they are not there in time
	 */
	public Peers join(ComputeDevice device) {
		return (this.size == 1) ? new Alone()
				: GlooPeers.join(this, device.equals(ComputeDevice.CUDA) ? Collectives::nccl : null);
	}

}
