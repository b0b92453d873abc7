package io.eidolon.training.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.modelcard.ImagePlanes;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.training.data.CaptionSet;
import io.eidolon.training.data.PictureSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a network that reads pictures from pictures with captions.
 *
 * @param shape the pictures
 * @param captions what is said of them
 * @param most how many pictures it learns from at most
 * @param check asked between pictures; it ends the training by an exception
 */
public record SentenceTraining(ImageShape shape, CaptionSet captions, int most, Runnable check) {

	private static final Logger logger = LoggerFactory.getLogger(SentenceTraining.class);

	/** Among so many captions pictures find their own. */
	private static final int CHOICE = 100;

	private static final int TESTED = 1000;

	/** Those that products may be sharpened by. */
	private static final double[] SHARPNESS = DoubleStream.iterate(1, (value) -> value * 1.5).limit(24).toArray();

	/** Trains and tests a network. */
	public Trained train(PictureSet.Split pictures) {
		SentenceNetwork network = new SentenceNetwork(this.shape);
		try (FeatureExtractor features = FeatureExtractor.open(SentenceNetwork.FEATURES, network.features())) {
			Described training = describe(features, pictures.training(), this.most);
			logger.info("Learning from {} pictures", training.features.size());
			SentenceRegression regression = SentenceRegression.of(training.features, training.sentences);
			Described heldOut = describe(features, pictures.heldOut(), TESTED);
			Found found = test(heldOut.features.stream().map(regression::read).toList(), heldOut.sentences);
			logger.info("Of {} pictures, {} find their own caption among {}", heldOut.features.size(),
					String.format(Locale.ROOT, "%.3f", found.share), CHOICE);
			return new Trained(network.reading(regression.times(found.sharpness)), training.features.size(),
					heldOut.features.size(), found.share);
		}
	}

	private Described describe(FeatureExtractor network, PictureSet pictures, int count) {
		Described described = new Described(new ArrayList<>(), new ArrayList<>());
		for (int i = 0; i < pictures.positions() && described.features.size() < count; i++) {
			this.check.run();
			PictureSet.Example example = pictures.example(i);
			List<String> said = this.captions.of(example.index());
			if (!said.isEmpty()) {
				described.sentences.add(this.captions.embeddings(List.of(said.getFirst()))[0]);
				described.features.add(network.run(ImagePlanes.of(example.picture().samples(), this.shape), 1,
						this.shape.channels(), this.shape.height(), this.shape.width(), SentenceNetwork.FEATURES));
			}
		}
		return described;
	}

	/**
	 * How often a picture's own caption fits best among {@value #CHOICE}, and the
	 * sharpness of a softmax by which it is the likeliest (Guo et al. 2017, section 4).
	 */
	private static Found test(List<float[]> read, List<float[]> sentences) {
		int choice = Math.min(CHOICE, read.size());
		List<double[]> products = IntStream.range(0, read.size())
			.mapToObj((i) -> IntStream.range(0, choice)
				.mapToDouble((j) -> product(read.get(i), sentences.get((i + j) % sentences.size())))
				.toArray())
			.toList();
		long right = products.stream()
			.filter((row) -> DoubleStream.of(row).skip(1).allMatch((other) -> other <= row[0]))
			.count();
		double best = 1;
		double most = Double.NEGATIVE_INFINITY;
		for (double sharpness : SHARPNESS) {
			double likelihood = products.stream().mapToDouble((row) -> likelihood(row, sharpness)).sum();
			if (likelihood > most) {
				most = likelihood;
				best = sharpness;
			}
		}
		return new Found((double) right / read.size(), best);
	}

	/** The logarithm of the softmax of the first. */
	private static double likelihood(double[] row, double sharpness) {
		double greatest = DoubleStream.of(row).max().orElse(0);
		double sum = DoubleStream.of(row).map((value) -> Math.exp(sharpness * (value - greatest))).sum();
		return sharpness * (row[0] - greatest) - Math.log(sum);
	}

	private static double product(float[] one, float[] other) {
		double product = 0;
		for (int i = 0; i < one.length; i++) {
			product += one[i] * other[i];
		}
		return product;
	}

	private record Described(List<float[]> features, List<float[]> sentences) {

	}

	private record Found(double share, double sharpness) {

	}

	/**
	 * A network that reads pictures.
	 *
	 * @param graph the bytes of an {@code .onnx} file
	 * @param pictures how many it learned from
	 * @param heldOut how many others it was tested on
	 * @param foundCaptions the share of those that find their own caption among
	 * {@value SentenceTraining#CHOICE}
	 */
	public record Trained(byte[] graph, int pictures, int heldOut, double foundCaptions) {

	}

}
