package io.eidolon.training.anomaly;

import io.eidolon.anomaly.DetectorMethod;
import io.eidolon.anomaly.Findings;
import io.eidolon.training.data.PictureSet;
import org.jspecify.annotations.Nullable;

/** How a detector learns from good pictures. */
public sealed interface DetectorTraining permits MemoryTraining, ReconstructionTraining {

	/** How the detector tells that something does not belong. */
	DetectorMethod method();

	/** The pixels of a side of the squares that it looks at. */
	int side();

	/** Of how many of the greatest distances a score is the mean. */
	default int averaged() {
		return 4;
	}

	/** The weight of features beside pixels, null where there is none. */
	default @Nullable Double kappa() {
		return null;
	}

	/**
	 * Trains a detector.
	 * @param check asked between pictures; it ends the training by an exception
	 * @return the graph of its network
	 */
	byte[] train(PictureSet good, Runnable check);

	/** How many places a side of a map has. */
	int places();

	/** The score of each picture. */
	default double[] scores(byte[] network, PictureSet pictures, Runnable check) {
		double[] scores = new double[pictures.positions()];
		double weight = (kappa() != null) ? kappa() : 0;
		try (PictureNetwork opened = PictureNetwork.open(method().file(), network, side())) {
			for (int i = 0; i < scores.length; i++) {
				check.run();
				float[] output = opened.run(pictures.example(i).picture(), method().output());
				scores[i] = Findings.of(method(), places(), weight, output).score(averaged());
			}
		}
		return scores;
	}

}
