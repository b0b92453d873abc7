package io.eidolon.web.openai;

import java.util.random.RandomGenerator;

import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.Bounds;

/**
 * A request whose model and size are known.
 *
 * @param form what is asked for
 * @param card the model
 * @param size the size of its pictures
 */
record ImageTask(ImageForm form, ModelCard card, OfferedSize size) {

	/** The seed of the first picture, after which there are enough for all. */
	Seed seed(RandomGenerator random) {
		Seed asked = this.form.seed();
		long last = Seed.MAX - this.form.count() + 1;
		if (asked == null) {
			return new Seed(random.nextLong(last + 1));
		}
		new Bounds(Seed.MIN, last).check("seed", asked.value());
		return asked;
	}

}
