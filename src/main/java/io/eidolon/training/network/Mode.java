package io.eidolon.training.network;

/**
 * What a forward pass is for, which decides how batches are normalised.
 *
 * @param batchStatistics whether the batch's own statistics normalise it
 * @param momentum the weight of the batch in the running statistics
 */
public record Mode(boolean batchStatistics, double momentum) {

	/** Normalises by the batch, and follows its statistics. */
	public static final Mode TRAINING = new Mode(true, 0.1);

	/** Normalises by the running statistics. */
	public static final Mode EVALUATION = new Mode(false, 0);

	/**
	 * Makes the running statistics the mean over the batches seen so far.
	 * @param batch the number of this batch, from 0
	 */
	public static Mode calibration(int batch) {
		return new Mode(true, 1.0 / (batch + 1));
	}

}
