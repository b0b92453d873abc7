package io.eidolon.training.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.eidolon.training.network.StoredTensor;

/**
 * The names of PyTorch's DCGAN tutorial, whose networks are one {@code nn.Sequential}:
 * {@code main.0.weight}, {@code main.1.running_mean} and so on. Its layers are those of
 * {@code network=dcgan}, G of which has a normalisation after each convolution but the
 * last, D after each but the first and the last.
 */
final class SequentialNames {

	private static final Pattern NAME = Pattern.compile("(?:.*\\.)?(\\d+)\\.(weight|bias|running_mean|running_var)");

	private static final Map<String, String> NORM = Map.of("weight", "scale", "bias", "shift", "running_mean", "mean",
			"running_var", "variance");

	private SequentialNames() {
	}

	/** Says whether weights are of a Sequential. */
	static boolean of(Map<String, StoredTensor> tensors) {
		return !tensors.isEmpty() && tensors.keySet().stream().allMatch((name) -> NAME.matcher(name).matches());
	}

	/** Says whether they are of a generator: its second layer is a normalisation. */
	static boolean ofGenerator(Map<String, StoredTensor> tensors) {
		return tensors.keySet().stream().anyMatch((name) -> matched(name).group(1).equals("1"));
	}

	/** Returns them by the names of DCGAN's generator or discriminator here. */
	static Map<String, StoredTensor> translated(Map<String, StoredTensor> tensors) {
		TreeMap<Integer, String> layers = layers(tensors);
		Map<String, StoredTensor> translated = new LinkedHashMap<>();
		tensors.forEach((name, tensor) -> {
			Matcher parts = matched(name);
			String layer = layers.get(Integer.valueOf(parts.group(1)));
			boolean normalisation = String.valueOf(layer).startsWith("norm");
			translated.put(layer + "." + (normalisation ? NORM.get(parts.group(2)) : parts.group(2)), tensor);
		});
		return translated;
	}

	/** Names each layer, the convolutions of G from the picture's side on. */
	private static TreeMap<Integer, String> layers(Map<String, StoredTensor> tensors) {
		boolean generator = ofGenerator(tensors);
		TreeMap<Integer, Boolean> convolutions = new TreeMap<>();
		tensors.forEach((name, tensor) -> convolutions.merge(Integer.valueOf(matched(name).group(1)),
				tensor.shape().length == 4, Boolean::logicalOr));
		int count = (int) convolutions.values().stream().filter((is) -> is).count();
		TreeMap<Integer, String> layers = new TreeMap<>();
		int convolution = -1;
		for (Map.Entry<Integer, Boolean> layer : convolutions.entrySet()) {
			if (layer.getValue()) {
				convolution++;
			}
			int number = generator ? count - convolution : convolution + 1;
			String name = generator ? ((convolution == 0) ? "project" : "double" + number)
					: ((number == count) ? "output" : "halve" + number);
			layers.put(layer.getKey(),
					layer.getValue() ? name : "norm" + (generator ? count - 1 - convolution : number));
		}
		return layers;
	}

	private static Matcher matched(String name) {
		Matcher matcher = NAME.matcher(name);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(name);
		}
		return matcher;
	}

}
