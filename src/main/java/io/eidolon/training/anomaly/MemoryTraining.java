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
 * @param patches how many patches it remembers at most
 * @param seed of what is chosen by chance
 */
public record MemoryTraining(int side, int patches, long seed) implements DetectorTraining {

	private static final Logger logger = LoggerFactory.getLogger(MemoryTraining.class);

	/** Of so many patches a memory is chosen: choosing takes time in proportion. */
	private static final int MOST_CANDIDATES = 60_000;

	@Override
	public DetectorMethod method() {
		return DetectorMethod.MEMORY;
	}

	@Override
	public byte[] train(PictureSet good, Runnable check) {
		Random random = new Random(this.seed);
		List<float[]> candidates = new PatchSample(MOST_CANDIDATES, this.side, random).of(good,
				PatchNetwork.patches().onnx().bytes(), check);
		logger.info("Choosing {} of {} patches of {} pictures", Math.min(this.patches, candidates.size()),
				candidates.size(), good.positions());
		Whitening whitening = Whitening.of(candidates, random);
		candidates.replaceAll(whitening::of);
		return PatchNetwork.memory(Coreset.of(candidates, this.patches, random, check), whitening, places());
	}

}
