package io.eidolon.web.recognise;

import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.recognition.PictureFeatures;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The features of pictures, in the form of OpenAI's lists of embeddings.
 *
 * @param object {@code list}
 * @param data one for each picture, in their order
 * @param model the name of the model whose network describes them, or of the network
 * @param version the version of the model, null where the network is no model's
 * @param space discriminator, latent, sentence or imagenet
 */
record FeatureAnswer(@Schema(allowableValues = "list") String object, List<Embedding> data, String model,
		@Nullable String version, @Schema(allowableValues = {
				"discriminator", "latent", "sentence", "imagenet" }) String space){

	static FeatureAnswer of(PictureFeatures features) {
		List<Embedding> data = IntStream.range(0, features.vectors().size())
			.mapToObj((i) -> new Embedding("embedding", i, features.vectors().get(i)))
			.toList();
		return new FeatureAnswer("list", data, features.model(), features.version(), WireType.name(features.space()));
	}

	/**
	 * The features of a picture.
	 *
	 * @param object {@code embedding}
	 * @param index its place in the request, from 0
	 * @param embedding its vector
	 */
	record Embedding(@Schema(allowableValues = "embedding") String object, int index, float[] embedding) {

	}

}
