package io.eidolon.training.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.training.data.AttributeTable;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.Planes;
import io.eidolon.training.loop.Schedule;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.network.NewTensor;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the attributes of pictures, having learned them from real ones. The pointer scope
 * in which it is trained owns its network.
 */
public final class AttributeClassifier {

	private static final Logger logger = LoggerFactory.getLogger(AttributeClassifier.class);

	private static final int BATCH = 64;

	private static final double LEARNING_RATE = 2e-3;

	private static final long MEAN = 1;

	private static final double NO_SMOOTHING = 0;

	private final AttributeNetwork network;

	private final int attributes;

	private AttributeClassifier(AttributeNetwork network, int attributes) {
		this.network = network;
		this.attributes = attributes;
	}

	/**
	 * Trains a classifier, every other picture mirrored and all moved a little. Rare
	 * values count for more, by the square root of how rare they are.
	 * @param epochs how often each picture is seen
	 * @param seed the seed of weights and order
	 * @param stop asked before each step
	 */
	public static AttributeClassifier train(PictureSet pictures, AttributeTable table, int epochs, long seed,
			StopRequest stop) {
		torch.manual_seed(seed);
		RandomGenerator random = new SplittableRandom(seed);
		Picture first = pictures.example(0).picture();
		AttributeNetwork network = new AttributeNetwork(first.height(), first.width(), first.channels(),
				table.attributes());
		try (PointerScope _ = new PointerScope()) {
			List<Tensor> weights = weights(pictures, table);
			Adam optimiser = new Adam(network.parameters(), new AdamOptions(LEARNING_RATE));
			int steps = Math.ceilDiv(pictures.positions(), BATCH);
			for (int epoch = 0; epoch < epochs; epoch++) {
				double loss = 0;
				int[] order = shuffled(pictures.positions(), random);
				for (int step = 0; step < steps; step++) {
					stop.check();
					optimiser.param_groups()
						.get(0)
						.options()
						.set_lr(LEARNING_RATE * Schedule.COSINE.at((epoch + (double) step / steps) / epochs, 0));
					loss += take(network, optimiser, weights, pictures, table,
							IntStream.range(step * BATCH, Math.min((step + 1) * BATCH, order.length))
								.map((i) -> order[i])
								.toArray(),
							random);
				}
				logger.info("Epoch {} of {} | loss {}", epoch + 1, epochs,
						String.format(Locale.ROOT, "%.3f", loss / steps));
			}
		}
		return new AttributeClassifier(network, table.attributes().size());
	}

	private static List<Tensor> weights(PictureSet pictures, AttributeTable table) {
		List<Tensor> weights = new ArrayList<>();
		for (int a = 0; a < table.attributes().size(); a++) {
			int attribute = a;
			float[] counts = new float[table.attributes().get(a).values().size()];
			IntStream.range(0, pictures.positions())
				.map((position) -> table.values(pictures.index(position))[attribute])
				.filter((value) -> value != AttributeTable.UNKNOWN)
				.forEach((value) -> counts[value]++);
			for (int i = 0; i < counts.length; i++) {
				counts[i] = (float) Math.sqrt(pictures.positions() / (counts.length * Math.max(counts[i], 1.0)));
			}
			weights.add(NewTensor.of(counts, counts.length));
		}
		return weights;
	}

	/** Moves all pictures of a batch by up to a sixteenth of their side. */
	private static Tensor shifted(Tensor x, RandomGenerator random) {
		long side = x.size(2);
		long most = side / 16;
		Tensor padded = torch.replication_pad2d(x, most, most, most, most);
		return padded.narrow(2, random.nextLong(2 * most + 1), side)
			.narrow(3, random.nextLong(2 * most + 1), x.size(3));
	}

	private static int[] shuffled(int count, RandomGenerator random) {
		int[] order = IntStream.range(0, count).toArray();
		for (int i = count - 1; i > 0; i--) {
			int j = random.nextInt(i + 1);
			int other = order[j];
			order[j] = order[i];
			order[i] = other;
		}
		return order;
	}

	/** The mean of the attributes' cross entropies, which the step lowers. */
	private static double take(AttributeNetwork network, Adam optimiser, List<Tensor> weights, PictureSet pictures,
			AttributeTable table, int[] positions, RandomGenerator random) {
		List<Picture> chosen = new ArrayList<>();
		int attributes = table.attributes().size();
		long[][] values = new long[attributes][positions.length];
		for (int i = 0; i < positions.length; i++) {
			PictureSet.Example example = pictures.example(positions[i]);
			chosen.add(example.picture());
			int[] known = table.values(example.index());
			for (int attribute = 0; attribute < attributes; attribute++) {
				values[attribute][i] = known[attribute];
			}
		}
		try (PointerScope _ = new PointerScope()) {
			optimiser.zero_grad();
			List<Tensor> logits = network.forward(shifted(tensor(chosen, random), random), true);
			Tensor loss = torch.zeros(1);
			for (int attribute = 0; attribute < attributes; attribute++) {
				loss = loss.add(torch.cross_entropy_loss(logits.get(attribute), NewTensor.of(values[attribute]),
						new TensorOptional(weights.get(attribute)), MEAN, AttributeTable.UNKNOWN, NO_SMOOTHING));
			}
			loss.backward();
			optimiser.step();
			return loss.item_float() / attributes;
		}
	}

	private static Tensor tensor(List<Picture> pictures, RandomGenerator random) {
		Picture first = pictures.getFirst();
		int length = first.samples().length;
		float[] images = new float[pictures.size() * length];
		for (int i = 0; i < pictures.size(); i++) {
			Planes.write(pictures.get(i), random.nextBoolean(), images, i * length);
		}
		return NewTensor.of(images, pictures.size(), first.channels(), first.height(), first.width());
	}

	/**
	 * Tells the attributes of pictures.
	 * @return (pictures, attributes) the numbers of their values
	 */
	public int[][] values(List<Picture> pictures) {
		int[][] values = new int[pictures.size()][this.attributes];
		for (int start = 0; start < pictures.size(); start += BATCH) {
			List<Picture> some = pictures.subList(start, Math.min(start + BATCH, pictures.size()));
			try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
				List<Tensor> logits = this.network.forward(tensor(some, () -> 0), false);
				for (int attribute = 0; attribute < this.attributes; attribute++) {
					Tensor largest = logits.get(attribute).argmax(new LongOptional(1), false);
					for (int i = 0; i < some.size(); i++) {
						values[start + i][attribute] = (int) largest.get(i).item_long();
					}
				}
			}
		}
		return values;
	}

}
