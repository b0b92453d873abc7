package io.eidolon.training.loop;

import java.util.Collections;
import java.util.function.LongFunction;

import io.eidolon.training.data.Batch;
import io.eidolon.training.distributed.Alone;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.NewTensor;
import org.bytedeco.pytorch.global.torch;

/** Steps on a few pictures, whose captions are told apart by one number. */
final class TinySteps {

	private TinySteps() {
	}

	/**
	 * Takes whole steps.
	 * @param batches a batch for the number of a step
	 */
	static StepMeans take(Settings settings, Networks networks, int steps, LongFunction<Batch> batches) {
		StepStatistics statistics = new StepStatistics(settings.device());
		AdversarialStep step = new AdversarialStep(settings, networks, new Alone(), statistics);
		for (int i = 0; i < steps; i++) {
			Batch batch = batches.apply(i);
			step.take(i, () -> batch, 0);
		}
		return statistics.take();
	}

	/** The embedding of a caption. */
	static float[] embedding(int value) {
		float[] embedding = new float[Captions.LENGTH];
		embedding[value] = 1;
		return embedding;
	}

	/** One caption for so many pictures. */
	static ConditionTensors captions(Networks networks, int value, int count) {
		float[][] rows = Collections.nCopies(count, embedding(value)).toArray(float[][]::new);
		return ConditionTensors.NONE.withSentence(networks.discriminator().along(NewTensor.ofRows(rows, 0, count)),
				torch.ones(count, 1));
	}

}
