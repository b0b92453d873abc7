package io.eidolon.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.eidolon.image.Picture;
import io.eidolon.inference.gradient.BatchedExtractor;
import io.eidolon.inference.gradient.CompanionNetwork;
import io.eidolon.modelcard.ImagePlanes;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.registry.Lease;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.Condition;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Latent;
import io.eidolon.serving.PendingImages;
import io.eidolon.serving.PromptSentences;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.Sentence;
import io.eidolon.serving.ServingProperties;
import io.eidolon.text.SentenceEncoder;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Runs the networks of models on tensors. */
@Service
public class TensorService {

	private final ServingProperties limits;

	private final PromptSentences sentences;

	TensorService(ServingProperties limits, PromptSentences sentences) {
		this.limits = limits;
		this.sentences = sentences;
	}

	/**
	 * Generates images.
	 * @return 8-bit samples of each, (height, width, channels)
	 * @throws InvalidParameterException when the model cannot take the tensors
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public TensorRows<byte[]> generate(String model, @Nullable String version, LatentTensors inputs,
			RequestContext context) {
		this.limits.count().checkItems("z", inputs.z().size());
		try (Lease lease = context.lease(model, version)) {
			ModelCard card = lease.generator().card();
			List<Latent> latents = latents(card, inputs, context);
			this.limits.checkSize(card.image(), "z", latents.size(), 1, 1, Enlargement.NONE);
			try (PendingImages images = context.generate(lease.generator(), "z", latents, Enlargement.NONE)) {
				return new TensorRows<>(card, images.await().stream().map(Picture::samples).toList());
			}
		}
	}

	private List<Latent> latents(ModelCard card, LatentTensors inputs, RequestContext context) {
		List<Sentence> words = (inputs.sentences() != null) ? given(card, inputs.sentences(), inputs.strength())
				: this.sentences.of(card, inputs.prompts(), context);
		List<Latent> latents = new ArrayList<>();
		for (int i = 0; i < inputs.z().size(); i++) {
			Latent.check(card, "z[%s]".formatted(i), inputs.z().get(i));
			Condition condition = new Condition(label(card, inputs.labels(), i), words.isEmpty() ? null : words.get(i));
			latents.add(new Latent(null, inputs.z().get(i), condition));
		}
		return latents;
	}

	private static List<Sentence> given(ModelCard card, List<float[]> vectors, float strength) {
		if (!PromptSentences.takesPrompts(card)) {
			throw new InvalidParameterException("sentence", null,
					"left out, as the model %s takes none".formatted(card.name()));
		}
		return vectors.stream().map((vector) -> {
			if (vector.length != SentenceEncoder.DIMENSION) {
				throw new InvalidParameterException("sentence", vector.length + " numbers",
						SentenceEncoder.DIMENSION + " numbers");
			}
			return new Sentence(null, vector, strength);
		}).toList();
	}

	private static int label(ModelCard card, int @Nullable [] labels, int index) {
		if (labels == null) {
			return 0;
		}
		if (!card.conditional()) {
			throw new InvalidParameterException("label", labels[index],
					"left out, as the model %s takes none".formatted(card.name()));
		}
		new Bounds(0, card.classes().size() - 1).check("label", labels[index]);
		return labels[index];
	}

	/**
	 * Describes images by a network that comes with a model.
	 * @param images 8-bit samples of each, (height, width, channels), as the model's
	 * images have them
	 * @return a vector of each
	 * @throws MissingNetworkOfModelException when the model has no such network
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public TensorRows<float[]> describe(String model, @Nullable String version, CompanionNetwork network,
			List<byte[]> images, RequestContext context) {
		this.limits.count().checkItems("image", images.size());
		try (Lease lease = context.lease(model, version)) {
			ModelCard card = lease.generator().card();
			BatchedExtractor extractor = context.network(lease.generator(), network)
				.orElseThrow(() -> new MissingNetworkOfModelException(card.name(), network));
			ImageShape shape = extractor.shape();
			long pixels = (long) images.size() * shape.width() * shape.height();
			try (RequestContext.Reservation _ = context.reserve(pixels)) {
				context.spend(pixels);
				return new TensorRows<>(card,
						describe(extractor, images.stream().map((image) -> planes(image, shape)).toList(), context));
			}
		}
	}

	private static List<float[]> describe(BatchedExtractor extractor, List<float[]> images, RequestContext context) {
		List<CompletableFuture<float[]>> vectors = extractor.describeAll(images, context.client(), context.remaining());
		try {
			return vectors.stream().map(context::await).toList();
		}
		finally {
			vectors.forEach((vector) -> vector.cancel(false));
		}
	}

	/** (height, width, channels) of levels to (channels, height, width) in the range. */
	private static float[] planes(byte[] levels, ImageShape shape) {
		if (levels.length != shape.width() * shape.height() * shape.channels()) {
			throw new InvalidParameterException("image", levels.length + " samples",
					"%s x %s x %s samples".formatted(shape.height(), shape.width(), shape.channels()));
		}
		return ImagePlanes.of(levels, shape);
	}

}
