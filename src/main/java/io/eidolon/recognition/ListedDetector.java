package io.eidolon.recognition;

import io.eidolon.anomaly.DetectorCard;

/**
 * A detector that there is.
 *
 * @param name its name, by which requests ask for it
 * @param card what its card says
 */
public record ListedDetector(String name, DetectorCard card) {

}
