package io.eidolon.training.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.eidolon.anomaly.AnomalyMap;
import io.eidolon.anomaly.DetectorFiles;
import io.eidolon.image.Picture;
import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.training.data.PictureSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the memory of a detector from good pictures (PatchCore, Roth et al. 2022).
 *
 * @param side the pixels of a side of the squares that it looks at
 * @param patches how many patches it remembers at most
 * @param seed of what is chosen by chance
 */
public record MemoryTraining(int side, int patches, long seed) {

	private static final Logger logger = LoggerFactory.getLogger(MemoryTraining.class);

	/** Of so many patches a memory is chosen: choosing takes time in proportion. */
	private static final int MOST_CANDIDATES = 60_000;

	/** A score is the mean of so many distances. */
	public static final int AVERAGED = 4;

	private static final int CHANNELS = 3;

	/** Of a picture of bytes, in -1 to 1. */
	private static final float HALF = 127.5f;

	/** How many places a side of a map has. */
	public int places() {
		return this.side / PatchNetwork.STRIDE;
	}

	/**
	 * Builds a memory.
	 * @param check asked between pictures; it ends the training by an exception
	 * @return the graph of {@link DetectorFiles#MEMORY}
	 */
	public byte[] train(PictureSet good, Runnable check) {
		Random random = new Random(this.seed);
		List<float[]> candidates = new ArrayList<>();
		int each = Math.clamp(MOST_CANDIDATES / good.positions(), 1, places() * places());
		try (FeatureExtractor network = FeatureExtractor.open("patches", PatchNetwork.patches())) {
			for (int i : random.ints(0, good.positions())
				.distinct()
				.limit(Math.min(MOST_CANDIDATES, good.positions()))
				.toArray()) {
				check.run();
				float[] patches = run(network, good.example(i).picture(), PatchNetwork.PATCHES);
				random.ints(0, places() * places())
					.distinct()
					.limit(each)
					.mapToObj((place) -> Arrays.copyOfRange(patches, place * PatchNetwork.LENGTH,
							(place + 1) * PatchNetwork.LENGTH))
					.forEach(candidates::add);
			}
		}
		logger.info("Choosing {} of {} patches of {} pictures", Math.min(this.patches, candidates.size()),
				candidates.size(), good.positions());
		Whitening whitening = Whitening.of(candidates, random);
		candidates.replaceAll(whitening::of);
		return PatchNetwork.memory(Coreset.of(candidates, this.patches, random, check), whitening, places());
	}

	/** The score of each picture: the mean of the greatest distances of its map. */
	public double[] scores(byte[] memory, PictureSet pictures, Runnable check) {
		double[] scores = new double[pictures.positions()];
		try (FeatureExtractor network = FeatureExtractor.open(DetectorFiles.MEMORY, memory)) {
			for (int i = 0; i < scores.length; i++) {
				check.run();
				scores[i] = AnomalyMap.score(run(network, pictures.example(i).picture(), DetectorFiles.DISTANCES),
						AVERAGED);
			}
		}
		return scores;
	}

	private float[] run(FeatureExtractor network, Picture picture, String output) {
		int plane = this.side * this.side;
		float[] image = new float[CHANNELS * plane];
		for (int i = 0; i < image.length; i++) {
			image[i] = (picture.samples()[i % plane * CHANNELS + i / plane] & 0xFF) / HALF - 1;
		}
		return network.run(image, 1, CHANNELS, this.side, output);
	}

}
