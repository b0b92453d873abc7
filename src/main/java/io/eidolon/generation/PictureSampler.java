package io.eidolon.generation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.inference.Generator;
import io.eidolon.inference.LatentInput;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;

import org.springframework.stereotype.Component;

/** Has a generator draw latents. */
@Component
class PictureSampler {

	/**
	 * Returns one picture for each latent, in their order.
	 * @param counted the parameter that says how many there are
	 */
	Drawing draw(Generator generator, String counted, List<Latent> latents, int scale) {
		ModelCard card = generator.card();
		List<Sample> samples = IntStream.range(0, latents.size())
			.mapToObj((i) -> sample(card, i, latents.get(i)))
			.toList();
		List<LatentInput> inputs = latents.stream()
			.map((latent) -> new LatentInput(latent.z(), latent.label()))
			.toList();
		List<CompletableFuture<Picture>> pictures = generator.generateAll(inputs)
			.stream()
			.map((drawn) -> drawn.thenApply((pixels) -> picture(card.image(), pixels).scale(scale)))
			.toList();
		return new Drawing(counted, card, samples, pictures);
	}

	private static Sample sample(ModelCard card, int index, Latent latent) {
		return new Sample(index, latent.seed(), card.conditional() ? card.classes().get(latent.label()) : null);
	}

	private static Picture picture(ImageShape shape, byte[] samples) {
		return new Picture(shape.width(), shape.height(), shape.channels(), samples);
	}

}
