package io.eidolon.recognition;

import java.nio.file.attribute.FileTime;

import io.eidolon.anomaly.DetectorCard;
import io.eidolon.inference.gradient.BatchedExtractor;

/**
 * A detector that is open.
 *
 * @param name the name of its folder
 * @param card what its card says
 * @param modified when its card was written
 * @param network that finds distances
 */
record Detector(String name, DetectorCard card, FileTime modified, BatchedExtractor network) {

}
