package io.eidolon.web.oip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.eidolon.inference.gradient.CompanionNetwork;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.PromptSentences;
import io.eidolon.text.SentenceEncoder;
import org.jspecify.annotations.Nullable;

/**
 * A network as the protocol knows it: a model's generator under the model's name, and
 * those that come with it under that name with {@code .encoder}, {@code .discriminator}
 * or {@code .sentences} behind it.
 *
 * @param card the model
 * @param network null for the generator
 */
record TensorModel(ModelCard card, @Nullable CompanionNetwork network) {

	static final String LATENT = "z";

	static final String LABEL = "label";

	static final String PROMPT = "prompt";

	static final String SENTENCE = "sentence";

	static final String IMAGE = "image";

	static final String FEATURES = "features";

	private static final long ANY = -1;

	/** The name of the model in the name of a network. */
	static String modelName(String name) {
		return (network(name) != null) ? name.substring(0, name.lastIndexOf('.')) : name;
	}

	/** The network of a name, null for a generator. */
	static @Nullable CompanionNetwork network(String name) {
		return Arrays.stream(CompanionNetwork.values())
			.filter((network) -> name.endsWith(suffix(network)))
			.findFirst()
			.orElse(null);
	}

	private static String suffix(CompanionNetwork network) {
		return "." + network.name().toLowerCase(Locale.ROOT);
	}

	String name() {
		return this.card.name() + ((this.network != null) ? suffix(this.network) : "");
	}

	/** The tensors that it takes; the first one must be there. */
	List<TensorSpec> inputs() {
		if (this.network != null) {
			return List.of(image());
		}
		List<TensorSpec> inputs = new ArrayList<>();
		inputs.add(TensorSpec.of(LATENT, Datatype.FP32, (long) this.card.latent().dimension()));
		if (this.card.conditional()) {
			inputs.add(TensorSpec.of(LABEL, Datatype.INT64));
		}
		if (PromptSentences.takesPrompts(this.card)) {
			inputs.add(TensorSpec.of(PROMPT, Datatype.BYTES));
			inputs.add(TensorSpec.of(SENTENCE, Datatype.FP32, (long) SentenceEncoder.DIMENSION));
		}
		return inputs;
	}

	/** The tensor that it makes. */
	TensorSpec output() {
		return switch (this.network) {
			case null -> image();
			case ENCODER -> TensorSpec.of(LATENT, Datatype.FP32, (long) this.card.latent().dimension());
			case DISCRIMINATOR -> TensorSpec.of(FEATURES, Datatype.FP32, ANY);
			case SENTENCES -> TensorSpec.of(SENTENCE, Datatype.FP32, (long) SentenceEncoder.DIMENSION);
		};
	}

	private TensorSpec image() {
		ImageShape shape = this.card.image();
		return TensorSpec.of(IMAGE, Datatype.UINT8, (long) shape.height(), (long) shape.width(),
				(long) shape.channels());
	}

}
