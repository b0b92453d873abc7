package io.eidolon.recognition;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.eidolon.inference.gradient.BatchedExtractor;
import io.eidolon.inference.gradient.CompanionNetwork;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.Lease;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.UploadedImage;

import org.springframework.stereotype.Service;

/**
 * Describes pictures by vectors: alike pictures have near ones. The same picture always
 * has the same.
 */
@Service
public class FeatureService {

	private final RecognitionProperties limits;

	private final SearchProperties uploads;

	private final ImagenetTrunk imagenet;

	FeatureService(RecognitionProperties limits, SearchProperties uploads, ImagenetTrunk imagenet) {
		this.limits = limits;
		this.uploads = uploads;
		this.imagenet = imagenet;
	}

	/**
	 * Describes pictures.
	 * @throws io.eidolon.serving.InvalidParameterException when there are too many, or
	 * one cannot be read
	 * @throws MissingNetworkException when the model has no network of the space
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public PictureFeatures describe(FeatureRequest request, RequestContext context) {
		this.limits.pictures().check("input", request.pictures().size());
		return describe(request, "input[%s]"::formatted, context);
	}

	/**
	 * Describes pictures.
	 * @param names what errors call each picture, by its index
	 */
	PictureFeatures describe(FeatureRequest request, IntFunction<String> names, RequestContext context) {
		CompanionNetwork network = request.space().network();
		if (network == null) {
			BatchedExtractor trunk = context.compute(this.imagenet::extractor);
			return new PictureFeatures(ImagenetTrunk.NAME, null, request.space(),
					describe(trunk, request, names, context));
		}
		try (Lease lease = context.lease(request.model(), request.version())) {
			ModelCard card = lease.generator().card();
			BatchedExtractor extractor = context.network(lease.generator(), network)
				.orElseThrow(() -> new MissingNetworkException(card.name(), network.file(), request.space().remedy()));
			return new PictureFeatures(card.name(), card.version(), request.space(),
					describe(extractor, request, names, context));
		}
	}

	private List<float[]> describe(BatchedExtractor extractor, FeatureRequest request, IntFunction<String> names,
			RequestContext context) {
		int count = request.pictures().size();
		long pixels = (long) count * extractor.shape().width() * extractor.shape().height();
		try (RequestContext.Reservation _ = context.reserve(pixels)) {
			context.spend(pixels);
			List<float[]> images = IntStream.range(0, count)
				.mapToObj((i) -> UploadedImage
					.read(names.apply(i), request.pictures().get(i), extractor.shape(), this.uploads.maxPicturePixels(),
							context)
					.image())
				.toList();
			List<CompletableFuture<float[]>> vectors = extractor.describeAll(images, context.client(),
					context.remaining());
			try {
				return vectors.stream().map(context::await).toList();
			}
			finally {
				vectors.forEach((vector) -> vector.cancel(false));
			}
		}
	}

}
