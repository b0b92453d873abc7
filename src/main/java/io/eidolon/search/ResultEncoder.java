package io.eidolon.search;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureEncoding;
import io.eidolon.inference.plan.Levels;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.Condition;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.ImageOrigin;
import io.eidolon.serving.RequestContext;

/**
 * Encodes the images of one answer.
 *
 * @param request who waits for them
 * @param card the model that they are of
 * @param format how they are encoded
 * @param enlargement how they are enlarged
 * @param encoder encodes them
 */
public record ResultEncoder(RequestContext request, ModelCard card, PictureEncoding format, Enlargement enlargement,
		ImageEncoder encoder) {

	/** Encodes images that are shown for a moment, for which no network need run. */
	public ResultEncoder ofProgress() {
		return new ResultEncoder(this.request, this.card, this.format, this.enlargement.withoutUpscaling(),
				this.encoder);
	}

	/** Encodes the best image of each candidate. */
	public List<byte[]> encode(List<Candidate> candidates) {
		Levels levels = new Levels(this.card.image());
		return encode(candidates.stream().map((candidate) -> levels.samples(candidate.image(), 0)).toList(),
				(i) -> found(candidates.get(i).condition()));
	}

	/**
	 * Encodes images.
	 * @param samples of each, (height, width, channels)
	 * @param origins what each was generated from, by its index
	 */
	public List<byte[]> encode(List<byte[]> samples, IntFunction<ImageOrigin> origins) {
		ImageShape shape = this.card.image();
		List<Picture> pictures = upscaled(samples.stream()
			.map((image) -> new Picture(shape.width(), shape.height(), shape.channels(), image))
			.toList());
		return IntStream.range(0, pictures.size()).mapToObj((i) -> encode(pictures.get(i), origins.apply(i))).toList();
	}

	/** What an image that a search has found was generated from. */
	public ImageOrigin found(Condition condition) {
		return ImageOrigin.found(this.card, condition, this.enlargement.upscale());
	}

	private List<Picture> upscaled(List<Picture> pictures) {
		if (this.enlargement.upscale() == 1) {
			return pictures;
		}
		List<CompletableFuture<Picture>> upscaled = this.request.upscale(pictures, this.enlargement);
		try {
			return upscaled.stream().map(this.request::await).toList();
		}
		finally {
			upscaled.forEach((picture) -> picture.cancel(false));
		}
	}

	private byte[] encode(Picture picture, ImageOrigin origin) {
		return this.request.compute(this.enlargement.pixels(this.card.image()),
				() -> this.encoder.still(this.request, origin, this.format, picture.scale(this.enlargement.scale())));
	}

}
