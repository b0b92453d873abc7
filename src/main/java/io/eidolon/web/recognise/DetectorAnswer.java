package io.eidolon.web.recognise;

import java.util.List;

import io.eidolon.anomaly.DetectorCard;
import io.eidolon.recognition.ListedDetector;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A detector of anomalies.
 *
 * @param name its name, by which POST /anomalies asks for it
 * @param method how it tells: memory or reconstruction
 * @param threshold the score above which a picture is anomalous
 * @param falseAlarmRate the share of good pictures that are meant to exceed it
 * @param side the pixels of a side of the squares that it looks at
 * @param pictures how many good pictures it learned from
 * @param data the name of the set of good pictures
 */
record DetectorAnswer(String name, @Schema(allowableValues = {
		"memory", "reconstruction" }) String method, double threshold, double falseAlarmRate, int side, int pictures,
		String data){

	static DetectorAnswer of(ListedDetector detector) {
		DetectorCard card = detector.card();
		return new DetectorAnswer(detector.name(), WireType.name(card.method()), card.threshold(),
				card.falseAlarmRate(), card.side(), card.pictures(), card.data());
	}

	/**
	 * The detectors that can be asked.
	 *
	 * @param detectors by name
	 */
	record DetectorList(List<DetectorAnswer> detectors) {

		static DetectorList of(List<ListedDetector> detectors) {
			return new DetectorList(detectors.stream().map(DetectorAnswer::of).toList());
		}

	}

}
