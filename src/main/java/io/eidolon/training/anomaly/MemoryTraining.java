package io.eidolon.training.anomaly;

import java.util.List;
import java.util.Random;

import io.eidolon.anomaly.DetectorMethod;
import io.eidolon.training.data.PictureSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the memory of a detector from good pictures (PatchCore, Roth et al. 2022).
 *
 * @param side the pixels of a side of the squares that it looks at
 * @param network what describes patches
 * @param patches how many patches it remembers at most
 * @param seed of what is chosen by chance
 */
public record MemoryTraining(int side, PatchNetwork network, int patches, long seed) implements DetectorTraining {

	private static final Logger logger = LoggerFactory.getLogger(MemoryTraining.class);

	/** Of so many patches a memory is chosen: choosing takes time in proportion. */
	private static final int MOST_CANDIDATES = 60_000;

	/**
	 * Prepares to train.
	 * @param side the pixels of a side of the squares that the detector looks at
	 * @param whole whether it remembers whole pictures in place of patches of them
	 * @param patches how many it remembers at most
	 * @param seed of what is chosen by chance
	 */
	public static MemoryTraining of(int side, boolean whole, int patches, long seed) {
		return new MemoryTraining(side, new PatchNetwork(whole), patches, seed);
	}

	@Override
	public DetectorMethod method() {
		return DetectorMethod.MEMORY;
	}

	@Override
	public int places() {
		return this.network.places(this.side);
	}

	@Override
	public byte[] train(PictureSet good, Runnable check) {
		Random random = new Random(this.seed);
		List<float[]> candidates = new PatchSample(MOST_CANDIDATES, this.side, places(), random).of(good,
				this.network.patches().onnx().bytes(), check);
		logger.info("Choosing {} of {} patches of {} pictures", Math.min(this.patches, candidates.size()),
				candidates.size(), good.positions());
		Whitening whitening = Whitening.of(candidates, random);
		candidates.replaceAll(whitening::of);
		return this.network.memory(Coreset.of(candidates, this.patches, random, check), whitening, places());
	}

}
