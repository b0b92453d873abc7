package io.eidolon.training.attributes;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.image.Picture;
import io.eidolon.training.data.AttributeTable;
import io.eidolon.training.data.PictureSet;
import org.jspecify.annotations.Nullable;

/**
 * Has pictures generated for the captions of real ones, and compares the attributes of
 * both with what the captions say.
 *
 * @param classifier tells the attributes, and has not seen the pictures
 * @param table the attributes of real pictures
 * @param limit how many captions are taken at most
 */
public record PromptAgreement(AttributeClassifier classifier, AttributeTable table, int limit) {

	/**
	 * Measures a generator, or the classifier alone.
	 * @param heldOut real pictures that neither has seen
	 * @param generator generates a picture for each caption, or null
	 */
	public AttributeReport measure(PictureSet heldOut, @Nullable Generator generator) {
		List<String> captions = new ArrayList<>();
		List<Picture> real = new ArrayList<>();
		List<int[]> said = new ArrayList<>();
		for (int position = 0; position < heldOut.positions() && captions.size() < this.limit; position++) {
			PictureSet.Example example = heldOut.example(position);
			String caption = this.table.caption(example.index());
			if (!caption.isEmpty()) {
				captions.add(caption);
				real.add(example.picture());
				said.add(this.table.values(example.index()));
			}
		}
		return AttributeReport.of(this.table.attributes(), said.toArray(int[][]::new), this.classifier.values(real),
				(generator != null) ? this.classifier.values(generator.generate(captions)) : new int[0][]);
	}

	/** A generator that takes prompts. */
	@FunctionalInterface
	public interface Generator {

		/** Generates a picture for each prompt. */
		List<Picture> generate(List<String> prompts);

	}

}
