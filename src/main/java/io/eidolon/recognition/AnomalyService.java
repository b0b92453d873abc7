package io.eidolon.recognition;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.eidolon.anomaly.AnomalyMap;
import io.eidolon.anomaly.DetectorCard;
import io.eidolon.image.HeatMap;
import io.eidolon.image.PictureFile;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.UploadedImage;

import org.springframework.stereotype.Service;

/** Finds what does not belong in pictures. */
@Service
public class AnomalyService {

	private final SearchProperties uploads;

	private final Detectors detectors;

	AnomalyService(SearchProperties uploads, Detectors detectors) {
		this.uploads = uploads;
		this.detectors = detectors;
	}

	/** The detectors that there are, by name. */
	public List<ListedDetector> list(RequestContext context) {
		return context.compute(this.detectors::list);
	}

	/**
	 * Looks at a picture.
	 * @throws UnknownDetectorException when there is no such detector
	 * @throws InvalidParameterException when the picture cannot be read, or the threshold
	 * is not above 0
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public AnomalyReport find(AnomalyRequest request, RequestContext context) {
		if (request.threshold() != null && !(request.threshold() > 0)) {
			throw new InvalidParameterException("threshold", request.threshold(), "above 0");
		}
		Detector detector = context.compute(() -> this.detectors.find(request.detector()));
		DetectorCard card = detector.card();
		UploadedImage image = UploadedImage.read("picture", request.picture(), detector.network().shape(),
				this.uploads.maxPicturePixels(), context);
		float[] map = distances(detector, image.image(), context);
		double score = AnomalyMap.score(map, card.averaged());
		double threshold = (request.threshold() != null) ? request.threshold() : card.threshold();
		return new AnomalyReport(detector.name(), card.method(), score, threshold,
				AnomalyReport.confidence(score, threshold, card.spread()),
				heatMap(request.picture(), card.places(), AnomalyMap.opacity(map, threshold), context));
	}

	private static float[] distances(Detector detector, float[] image, RequestContext context) {
		CompletableFuture<float[]> map = detector.network().describe(image, context.client(), context.remaining());
		try {
			return context.await(map);
		}
		finally {
			map.cancel(false);
		}
	}

	private byte[] heatMap(byte[] picture, int places, float[] opacity, RequestContext context) {
		PictureFile file = PictureFile.of(picture, this.uploads.maxPicturePixels());
		try (RequestContext.Reservation _ = context.reserve(file.pixels())) {
			return context.compute(file.pixels(), (_) -> HeatMap.png(file.width(), file.height(), places, opacity));
		}
	}

}
