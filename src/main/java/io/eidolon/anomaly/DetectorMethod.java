package io.eidolon.anomaly;

/** How a detector tells that something does not belong. */
public enum DetectorMethod {

	/**
	 * By the distance of each patch of the picture to the nearest patch of good pictures,
	 * in the feature maps of a pretrained network (PatchCore, Roth et al. 2022).
	 */
	MEMORY

}
