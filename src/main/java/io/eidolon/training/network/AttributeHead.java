package io.eidolon.training.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.bytedeco.pytorch.Tensor;

/**
 * What tells the attributes of a picture from the features of a discriminator: a linear
 * layer, as the auxiliary classifier of Odena et al. 2017, "Conditional Image Synthesis
 * with Auxiliary Classifier GANs".
 */
public final class AttributeHead {

	private final Weights weights = new Weights();

	private final Linear layer;

	private final int[] attributes;

	/**
	 * Creates a head, its initial weights following from libtorch's seed.
	 * @param attributes how many values each attribute has
	 */
	public AttributeHead(DiscriminatorNetwork discriminator, Architecture architecture, int[] attributes) {
		this.attributes = attributes.clone();
		this.layer = Linear.of(this.weights, "attributes", discriminator.featureCount(architecture),
				Arrays.stream(attributes).sum());
	}

	/**
	 * Computes the logits of the values of each attribute.
	 * @param features (N, ...)
	 * @return (N, values) for each attribute
	 */
	public List<Tensor> forward(Tensor features) {
		Tensor all = this.layer.forward(features.flatten(1, -1));
		List<Tensor> logits = new ArrayList<>();
		long from = 0;
		for (int values : this.attributes) {
			logits.add(all.narrow(1, from, values));
			from += values;
		}
		return logits;
	}

	public Weights weights() {
		return this.weights;
	}

}
