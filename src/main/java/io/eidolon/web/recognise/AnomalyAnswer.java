package io.eidolon.web.recognise;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eidolon.recognition.AnomalyReport;
import io.eidolon.recognition.AnomalyReport.Reconstruction;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a detector says of a picture.
 *
 * @param detector its name
 * @param method how it tells: memory or reconstruction
 * @param score the greater the less the picture is like good ones
 * @param threshold the score above which it is anomalous
 * @param anomalous whether it is
 * @param confidence how clear that is, from 0.5 at the threshold to 1
 * @param heatMap a PNG in base64, in the size of the picture: red where it is anomalous,
 * transparent elsewhere
 * @param parts the parts of the score; only of a reconstruction
 * @param reconstruction what the generator makes of the picture, as PNG in base64; only
 * of a reconstruction
 */
record AnomalyAnswer(String detector, @Schema(allowableValues = {
		"memory", "reconstruction" }) String method, double score, double threshold, boolean anomalous,
		double confidence, byte[] heatMap, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ScoreParts parts,
		@JsonInclude(JsonInclude.Include.NON_NULL) byte @Nullable [] reconstruction){

	static AnomalyAnswer of(AnomalyReport report) {
		Reconstruction made = report.reconstruction();
		return new AnomalyAnswer(report.detector(), WireType.name(report.method()), report.score(), report.threshold(),
				report.anomalous(), report.confidence(), report.heatMap(),
				(made != null) ? new ScoreParts(made.pixels(), made.features()) : null,
				(made != null) ? made.picture() : null);
	}

	/**
	 * The parts of a score, which is their sum.
	 *
	 * @param pixels how far the pixels are from the reconstruction's
	 * @param features how far the features are from the reconstruction's, by their weight
	 */
	record ScoreParts(double pixels, double features) {

	}

}
