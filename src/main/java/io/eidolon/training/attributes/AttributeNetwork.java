package io.eidolon.training.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.eidolon.training.data.AttributeTable.Attribute;
import io.eidolon.training.network.NormalisedConvolution;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A small network that tells all attributes of pictures at once. */
final class AttributeNetwork {

	private static final int[] CHANNELS = { 32, 64, 96, 128 };

	private static final double DROPOUT = 0.3;

	private final List<NormalisedConvolution> layers = new ArrayList<>();

	private final List<Attribute> attributes;

	private final Tensor weight; // (all values, features)

	private final Tensor bias; // (all values)

	/**
	 * Creates a network, its initial weights taken from libtorch's seed.
	 * @param height pixels of a column of the pictures
	 * @param width pixels of a row
	 */
	AttributeNetwork(int height, int width, int channels, List<Attribute> attributes) {
		this.attributes = attributes;
		int in = channels;
		for (int out : CHANNELS) {
			this.layers.add(new NormalisedConvolution("layer" + this.layers.size(), in, out, 2));
			in = out;
		}
		// What is where matters: a beard is not hair
		int last = 1 << CHANNELS.length;
		long features = (long) in * Math.ceilDiv(height, last) * Math.ceilDiv(width, last);
		long values = attributes.stream().mapToInt((attribute) -> attribute.values().size()).sum();
		this.weight = torch.normal(0, Math.sqrt(1.0 / features), values, features).requires_grad_(true);
		this.bias = torch.zeros(values).requires_grad_(true);
	}

	TensorVector parameters() {
		return new TensorVector(Stream
			.concat(this.layers.stream().flatMap((layer) -> layer.parameters().stream()),
					Stream.of(this.weight, this.bias))
			.toArray(Tensor[]::new));
	}

	/**
	 * Classifies pictures.
	 * @param x (N, channels, height, width) in [-1, 1]
	 * @param training whether parts are left out at random and statistics are followed
	 * @return for each attribute (N, values) logits
	 */
	List<Tensor> forward(Tensor x, boolean training) {
		Tensor maps = x;
		for (NormalisedConvolution layer : this.layers) {
			maps = layer.forward(maps, training);
		}
		Tensor features = torch.dropout(maps.flatten(1, -1), DROPOUT, training);
		Tensor logits = torch.linear(features, this.weight, new TensorOptional(this.bias));
		List<Tensor> parts = new ArrayList<>();
		long start = 0;
		for (Attribute attribute : this.attributes) {
			parts.add(logits.narrow(1, start, attribute.values().size()));
			start += attribute.values().size();
		}
		return parts;
	}

}
