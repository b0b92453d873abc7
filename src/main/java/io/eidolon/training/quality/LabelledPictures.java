package io.eidolon.training.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.training.data.Batch;
import io.eidolon.training.data.PictureSet;

/**
 * Pictures with their classes, as {@link FeatureNetwork} sees them.
 *
 * @param pictures of one size
 * @param labels as many
 */
record LabelledPictures(List<Picture> pictures, List<Long> labels) {

	private static final PictureInput INPUT = new PictureInput(FeatureNetwork.SIZE, FeatureNetwork.CHANNELS,
			new float[] { 0.5f, 0.5f, 0.5f }, new float[] { 0.5f, 0.5f, 0.5f }, Resampling.BILINEAR);

	/** Takes pictures from all of a set, or all of them where there are not more. */
	static LabelledPictures of(PictureSet set, int most) {
		int count = Math.min(most, set.positions());
		List<PictureSet.Example> examples = IntStream.range(0, count)
			.mapToObj((i) -> set.example((int) ((long) i * set.positions() / count)))
			.toList();
		return new LabelledPictures(examples.stream().map(PictureSet.Example::picture).toList(),
				examples.stream().map((example) -> (long) example.label()).toList());
	}

	/** Generates pictures of the same classes. */
	LabelledPictures generated(Sampler sampler) {
		return new LabelledPictures(sampler.pictures(this.labels.stream().mapToLong(Long::longValue).toArray()),
				this.labels);
	}

	int size() {
		return this.pictures.size();
	}

	/** Some of them, from the first to the last. */
	LabelledPictures some(int most) {
		int count = Math.min(most, size());
		int[] taken = IntStream.range(0, count).map((i) -> (int) ((long) i * size() / count)).toArray();
		return new LabelledPictures(IntStream.of(taken).mapToObj(this.pictures::get).toList(),
				IntStream.of(taken).mapToObj(this.labels::get).toList());
	}

	/** These and others, of which both are seen as often. */
	LabelledPictures and(LabelledPictures others) {
		List<Picture> pictures = new ArrayList<>(others.pictures);
		List<Long> labels = new ArrayList<>(others.labels);
		for (int i = 0; i < others.size(); i++) {
			pictures.add(this.pictures.get(i % size()));
			labels.add(this.labels.get(i % size()));
		}
		return new LabelledPictures(pictures, labels);
	}

	/** Batches in ever new orders, without end. */
	Supplier<Batch> batches(int count, RandomGenerator random) {
		List<Integer> order = new ArrayList<>();
		return () -> {
			if (order.size() < count) {
				order.clear();
				IntStream.range(0, Math.max(size(), count)).forEach((i) -> order.add(i % size()));
				Collections.shuffle(order, random);
			}
			List<Integer> taken = order.subList(order.size() - count, order.size());
			Batch batch = batch(taken);
			taken.clear();
			return batch;
		};
	}

	/** Pictures by their indexes. */
	Batch batch(List<Integer> indexes) {
		return new Batch(INPUT.planes(indexes.stream().map(this.pictures::get).toList()),
				indexes.stream().mapToLong(this.labels::get).toArray());
	}

}
