package io.eidolon.web.oip;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.RequestContext;
import io.eidolon.tensor.LatentTensors;
import io.eidolon.tensor.TensorService;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Runs networks on the tensors of requests. */
@Component
class Inference {

	private final TensorService tensors;

	Inference(TensorService tensors) {
		this.tensors = tensors;
	}

	/** Runs a network. */
	WireTensor run(TensorModel model, InferenceBody body, RequestContext context) {
		body.check(model);
		body.checkOutputs(model);
		String name = model.card().name();
		String version = model.card().version();
		if (model.network() == null) {
			ImageShape shape = model.card().image();
			return WireTensor.ofBytes(TensorModel.IMAGE,
					this.tensors.generate(name, version, latents(body), context).rows(), (long) shape.height(),
					(long) shape.width(), (long) shape.channels());
		}
		List<byte[]> images = Objects.requireNonNull(body.tensor(TensorModel.IMAGE)).rowsOfBytes();
		return WireTensor.ofVectors(model.output().name(),
				this.tensors.describe(name, version, model.network(), images, context).rows());
	}

	private static LatentTensors latents(InferenceBody body) {
		WireTensor prompt = body.tensor(TensorModel.PROMPT);
		WireTensor sentence = body.tensor(TensorModel.SENTENCE);
		if (prompt != null && sentence != null) {
			throw new InvalidParameterException("inputs", TensorModel.SENTENCE, "left out, as prompt is given");
		}
		Number given = InferenceForm.parameter(body.form().parameters(), "strength", Number.class);
		float strength = (given != null) ? given.floatValue() : 1;
		if (!(strength >= 0 && strength <= Prompts.MAX_STRENGTH)) {
			throw new InvalidParameterException("strength", strength, "between 0 and " + Prompts.MAX_STRENGTH);
		}
		return new LatentTensors(Objects.requireNonNull(body.tensor(TensorModel.LATENT)).vectors(),
				labels(body.tensor(TensorModel.LABEL)),
				(prompt != null) ? Prompts.of(null, prompt.elements().stream().map(Object::toString).toList(), strength)
						: Prompts.NONE,
				(sentence != null) ? sentence.vectors() : null, strength);
	}

	private static int @Nullable [] labels(@Nullable WireTensor tensor) {
		if (tensor == null) {
			return null;
		}
		List<Object> elements = tensor.elements();
		return IntStream.range(0, elements.size())
			.map((i) -> Math.clamp(((Number) elements.get(i)).longValue(), -1, Integer.MAX_VALUE))
			.toArray();
	}

}
