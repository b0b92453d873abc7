package io.eidolon.recognition;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.eidolon.anomaly.DetectorCard;
import io.eidolon.anomaly.Findings;
import io.eidolon.image.HeatMap;
import io.eidolon.image.Metadata;
import io.eidolon.image.Picture;
import io.eidolon.image.PictureFile;
import io.eidolon.image.StillFormat;
import io.eidolon.recognition.AnomalyReport.Reconstruction;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.UploadedImage;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Finds what does not belong in pictures. */
@Service
public class AnomalyService {

	private static final int CHANNELS = 3;

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
		Findings findings = card.findings(output(detector, image.image(), context));
		double score = findings.score(card.averaged());
		double threshold = (request.threshold() != null) ? request.threshold() : card.threshold();
		return new AnomalyReport(detector.name(), card.method(), score, threshold,
				AnomalyReport.confidence(score, threshold, card.spread()),
				heatMap(request.picture(), card.places(), findings.opacity(threshold), context),
				reconstruction(findings, card, context));
	}

	private static float[] output(Detector detector, float[] image, RequestContext context) {
		CompletableFuture<float[]> output = detector.network().describe(image, context.client(), context.remaining());
		try {
			return context.await(output);
		}
		finally {
			output.cancel(false);
		}
	}

	private byte[] heatMap(byte[] picture, int places, float[] opacity, RequestContext context) {
		PictureFile file = PictureFile.of(picture, this.uploads.maxPicturePixels());
		try (RequestContext.Reservation _ = context.reserve(file.pixels())) {
			return context.compute(file.pixels(), (_) -> HeatMap.png(file.width(), file.height(), places, opacity));
		}
	}

	private static @Nullable Reconstruction reconstruction(Findings findings, DetectorCard card,
			RequestContext context) {
		Findings.Reconstruction made = findings.reconstruction();
		if (made == null) {
			return null;
		}
		Picture picture = new Picture(card.side(), card.side(), CHANNELS, made.samples());
		return new Reconstruction(findings.mean(made.pixels(), card.averaged()),
				card.featureWeight() * findings.mean(made.features(), card.averaged()), context
					.compute((long) card.side() * card.side(), () -> StillFormat.PNG.encode(picture, Metadata.NONE)));
	}

}
