package io.eidolon.graph;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.Text;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.PortNames;
import io.eidolon.modelcard.Sha256;
import io.eidolon.text.SentenceEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Untrained generators of the DCGAN kind, of a few kilobytes, the same at each call: from
 * latents of {@value #DIMENSION} they generate pictures of 8 or 16 pixels, in grey or
 * colour.
 */
public final class TinyGenerators {

	/** The length of a latent. */
	public static final int DIMENSION = 8;

	private static final int WIDTH = 8;

	private TinyGenerators() {
	}

	/**
	 * Emits a generator.
	 * @param side width and height in pixels, 8 or 16
	 * @param channels 1 or 3
	 * @param classes how many labels it takes, 0 for an unconditional generator
	 */
	public static byte[] graph(int side, int channels, int classes) {
		return graph(side, channels, classes, false);
	}

	private static byte[] graph(int side, int channels, int classes, boolean text) {
		GraphBuilder graph = new GraphBuilder("tiny-generator", 17);
		Random random = new Random(17);
		int features = DIMENSION;
		Value x = graph.input(PortNames.LATENT, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(DIMENSION));
		if (text) {
			Value sentence = graph.input(PortNames.SENTENCE, ElementType.FLOAT, Dimension.BATCH,
					Dimension.fixed(SentenceEncoder.DIMENSION));
			Value strength = graph.input(PortNames.STRENGTH, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1));
			Value words = graph.constant("words", normal(random, SentenceEncoder.DIMENSION * DIMENSION, 1),
					SentenceEncoder.DIMENSION, DIMENSION);
			Value meaning = graph.node("MatMul", List.of(sentence, words));
			x = graph.node("Add", List.of(x, graph.node("Mul", List.of(meaning, strength))));
		}
		if (classes > 0) {
			Value label = graph.input(PortNames.LABEL, ElementType.INT64, Dimension.BATCH);
			Value table = graph.constant("embedding", normal(random, classes * DIMENSION, 1), classes, DIMENSION);
			Value embedding = graph.node("Gather", List.of(table, label), Attribute.integer("axis", 0));
			x = graph.node("Concat", List.of(x, embedding), Attribute.integer("axis", 1));
			features += DIMENSION;
		}
		x = graph.node("Reshape", List.of(x, graph.constant("as-pixel", new long[] { -1, features, 1, 1 })));
		x = graph.node("Relu", List.of(upsample(graph, random, x, features, WIDTH, 1, 0)));
		for (int size = 8; size < side; size *= 2) {
			x = graph.node("Relu", List.of(upsample(graph, random, x, WIDTH, WIDTH, 2, 1)));
		}
		x = graph.node("Tanh", List.of(upsample(graph, random, x, WIDTH, channels, 2, 1)));
		graph.output(x, PortNames.IMAGE, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(channels),
				Dimension.fixed(side), Dimension.fixed(side));
		return graph.build();
	}

	/**
	 * Writes the folder of a model: graph, preview and card.
	 * @param models the folder that the model's own folder is made in
	 * @return the model's folder
	 */
	public static Path write(Path models, String name, int side, int channels, String... classes) {
		return write(models, name, side, channels, List.of(classes), null);
	}

	/**
	 * Writes the folder of a model that takes prompts: the mean of its latents is a
	 * projection of the sentence.
	 * @param vocabulary the words that it is said to have learned
	 */
	public static void writePrompted(Path models, String name, int side, int channels, String... vocabulary) {
		write(models, name, side, channels, List.of(), text(List.of(vocabulary), null));
	}

	/**
	 * Writes the same, with captions that seeds stand for where nothing is asked for in
	 * words.
	 */
	public static void writeCaptioned(Path models, String name, int side, int channels, String... captions) {
		write(models, name, side, channels, List.of(), text(List.of(), List.of(captions)));
	}

	private static Text text(List<String> vocabulary, @Nullable List<String> captions) {
		return new Text(SentenceEncoder.NAME, SentenceEncoder.SHA256, List.of(SentenceEncoder.LANGUAGE),
				List.of("a smiling man"), vocabulary, captions, null);
	}

	private static Path write(Path models, String name, int side, int channels, List<String> classes,
			@Nullable Text text) {
		try {
			Path folder = Files.createDirectories(models.resolve(name));
			Path graph = Files.write(folder.resolve(ModelFiles.GRAPH),
					graph(side, channels, classes.size(), text != null));
			Path preview = folder.resolve(ModelFiles.PREVIEW);
			ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", preview.toFile());
			ModelCards.write(folder,
					new ModelCard(name, "1", "Tiny " + name, new ImageShape(side, side, channels, ValueRange.TANH),
							new LatentSpace(DIMENSION, LatentSpace.STANDARD_NORMAL), classes, "Apache-2.0", null, null,
							null, null, null, null, text, null, null, null,
							Map.of(ModelFiles.GRAPH, Sha256.hex(graph), ModelFiles.PREVIEW, Sha256.hex(preview))));
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes a file beside a model's graph, and lists it in the model's card.
	 * @param folder the model's folder
	 */
	public static void add(Path folder, String name, byte[] content) {
		try {
			Path file = Files.write(folder.resolve(name), content);
			ModelCard card = ModelCards.read(folder);
			Map<String, String> files = new LinkedHashMap<>(card.files());
			files.put(name, Sha256.hex(file));
			ModelCards.write(folder,
					new ModelCard(card.name(), card.version(), card.title(), card.image(), card.latent(),
							card.classes(), card.licence(), card.data(), card.training(), card.proof(), card.quality(),
							card.encoder(), card.recognition(), card.text(), card.directions(), card.description(),
							card.showcase(), files));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** ConvTranspose(4, stride, padding): to 4x4 from a pixel, or to twice the size. */
	private static Value upsample(GraphBuilder graph, Random random, Value x, int from, int to, int stride,
			int padding) {
		Value kernel = graph.constant(x + "-kernel", normal(random, from * to * 16, Math.sqrt(1.0 / from)), from, to, 4,
				4);
		Value bias = graph.constant(x + "-bias", normal(random, to, 0.1), to);
		return graph.node("ConvTranspose", List.of(x, kernel, bias), Attribute.integers("kernel_shape", 4, 4),
				Attribute.integers("strides", stride, stride),
				Attribute.integers("pads", padding, padding, padding, padding));
	}

	private static float[] normal(Random random, int size, double deviation) {
		float[] values = new float[size];
		for (int i = 0; i < size; i++) {
			values[i] = (float) (deviation * random.nextGaussian());
		}
		return values;
	}

}
