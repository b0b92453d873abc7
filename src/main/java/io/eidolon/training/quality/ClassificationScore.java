package io.eidolon.training.quality;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import io.eidolon.training.data.PictureSet;
import io.eidolon.training.loop.StopRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How well a classifier that has learned from generated pictures tells the classes of
 * real ones (Ravuri and Vinyals 2019, "Classification Accuracy Score for Conditional
 * Generative Models"), beside the same classifier that has learned from real ones. All
 * take as many steps.
 *
 * @param pictures how many generated ones it learned from, and as many real ones
 * @param few how many real pictures are few
 * @param tested how many real pictures it was tested on, which nothing has learned from
 * @param real the share of those that it was right about, having learned from real ones
 * @param generated having learned from generated ones
 * @param fewReal having learned from few real ones
 * @param fewRealAndGenerated having learned from these and from generated ones, in equal
 * parts
 */
public record ClassificationScore(int pictures, int few, int tested, double real, double generated, double fewReal,
		double fewRealAndGenerated) {

	private static final Logger logger = LoggerFactory.getLogger(ClassificationScore.class);

	private static final int FEW = 1000;

	private static final long SEED = 1;

	/**
	 * Trains and tests the classifiers.
	 * @param training real pictures, whose classes the generated ones have too
	 * @param test real pictures that the generator has not learned from
	 * @param most how many pictures a classifier learns from at most
	 * @param epochs how often each of so many is seen
	 */
	public static ClassificationScore of(Sampler sampler, PictureSet training, PictureSet test, int most, int epochs,
			StopRequest stop) {
		LabelledPictures real = LabelledPictures.of(training, most);
		LabelledPictures generated = real.generated(sampler);
		LabelledPictures few = real.some(FEW);
		LabelledPictures unseen = LabelledPictures.of(test, Integer.MAX_VALUE);
		FeatureTraining steps = new FeatureTraining(epochs, SEED);
		int classes = training.classes().size();
		ToDoubleFunction<LabelledPictures> accuracy = (pictures) -> ClassAccuracy.of(
				steps.train(classes, real.size(), (batch) -> pictures.batches(batch, new SplittableRandom(SEED)), stop),
				classes, unseen);
		return new ClassificationScore(real.size(), few.size(), unseen.size(),
				told("real pictures", accuracy.applyAsDouble(real)),
				told("generated pictures", accuracy.applyAsDouble(generated)),
				told("few real pictures", accuracy.applyAsDouble(few)),
				told("few real pictures and generated ones", accuracy.applyAsDouble(few.and(generated))));
	}

	private static double told(String pictures, double accuracy) {
		logger.info("A classifier that has learned from {} is right about {} of the real ones", pictures, accuracy);
		return accuracy;
	}

}
