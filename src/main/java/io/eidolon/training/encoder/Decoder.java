package io.eidolon.training.encoder;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;

import io.eidolon.graph.gradient.Gradient;
import io.eidolon.graph.gradient.Loss;
import io.eidolon.inference.gradient.GradientSession;
import io.eidolon.inference.gradient.GradientSession.GradientResults;
import io.eidolon.inference.plan.CanonicalModel;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.training.data.Batch;

/**
 * G, the generator that an encoder is trained against, as it is served. ONNX Runtime runs
 * it, so that it can be anybody's.
 */
final class Decoder implements AutoCloseable {

	private final ModelCard card;

	private final GradientSession session;

	private Decoder(ModelCard card, GradientSession session) {
		this.card = card;
		this.session = session;
	}

	/**
	 * Opens a generator.
	 * @throws io.eidolon.graph.gradient.UnsupportedOperatorException when it has no
	 * gradient
	 */
	static Decoder open(CanonicalModel model, ModelCard card) {
		ImageShape image = card.image();
		Loss loss = Loss.maskedSquaredError(image.channels(), image.height(), image.width());
		return new Decoder(card, GradientSession.open(Gradient.of(model.graph(), loss)));
	}

	ImageShape image() {
		return this.card.image();
	}

	int dimension() {
		return this.card.latent().dimension();
	}

	/** Samples labels for so many pictures, 0 where there are no classes. */
	long[] labels(int count, RandomGenerator random) {
		return this.card.conditional() ? random.longs(count, 0, this.card.classes().size()).toArray() : new long[count];
	}

	/**
	 * Generates pictures.
	 * @param z (count, D)
	 * @param labels (count)
	 */
	Batch generate(float[] z, long[] labels) {
		float[] nothing = new float[labels.length * samples()];
		return new Batch(compare(z, new Batch(nothing, labels)).images(), labels);
	}

	/**
	 * Generates pictures, and compares each with the one that it should be: their mean
	 * squared difference, its gradient in the latent, and the generated picture.
	 * @param z (count, D)
	 * @param targets the pictures in the generator's range
	 */
	GradientResults compare(float[] z, Batch targets) {
		int count = targets.labels().length;
		float[] mask = new float[count * this.card.image().height() * this.card.image().width()];
		Arrays.fill(mask, 1);
		return this.session.run(z, this.card.conditional() ? targets.labels() : null,
				Map.of(Loss.TARGET, targets.images(), Loss.MASK, mask), count);
	}

	/** The numbers of one picture. */
	int samples() {
		ImageShape image = this.card.image();
		return image.channels() * image.height() * image.width();
	}

	/** From white to black. */
	double span() {
		return (double) this.card.image().range().maximum() - this.card.image().range().minimum();
	}

	/** Real pictures in the generator's range instead of [-1, 1]. */
	Batch inRange(Batch pictures) {
		float[] images = pictures.images().clone();
		for (int i = 0; i < images.length; i++) {
			images[i] = (float) (this.card.image().range().minimum() + span() * (images[i] + 1) / 2);
		}
		return new Batch(images, pictures.labels());
	}

	@Override
	public void close() {
		this.session.close();
	}

}
