package io.eidolon.recognition;

import org.jspecify.annotations.Nullable;

/**
 * A request to find what does not belong in a picture.
 *
 * @param detector the name of a detector
 * @param picture the bytes of the picture's file
 * @param threshold the score above which it is anomalous, null for the detector's own
 */
public record AnomalyRequest(String detector, byte[] picture, @Nullable Double threshold) {

}
