package io.eidolon.web.recognise;

import io.eidolon.recognition.AnomalyReport;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a detector says of a picture.
 *
 * @param detector its name
 * @param method how it tells: memory
 * @param score the greater the less the picture is like good ones
 * @param threshold the score above which it is anomalous
 * @param anomalous whether it is
 * @param confidence how clear that is, from 0.5 at the threshold to 1
 * @param heatMap a PNG in base64, in the size of the picture: red where it is anomalous,
 * transparent elsewhere
 */
record AnomalyAnswer(String detector, @Schema(allowableValues = "memory") String method, double score, double threshold,
		boolean anomalous, double confidence, byte[] heatMap) {

	static AnomalyAnswer of(AnomalyReport report) {
		return new AnomalyAnswer(report.detector(), WireType.name(report.method()), report.score(), report.threshold(),
				report.anomalous(), report.confidence(), report.heatMap());
	}

}
