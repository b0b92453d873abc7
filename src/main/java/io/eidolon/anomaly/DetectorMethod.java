package io.eidolon.anomaly;

/** How a detector tells that something does not belong. */
public enum DetectorMethod {

	/**
	 * By the distance of each patch of the picture to the nearest patch of good pictures,
	 * in the feature maps of a pretrained network (PatchCore, Roth et al. 2022).
	 */
	MEMORY("memory.onnx", "distances"),

	/**
	 * By how far the picture is from the nearest one that a generator of good pictures
	 * makes, as an encoder finds it (f-AnoGAN, Schlegl et al. 2019).
	 */
	RECONSTRUCTION("reconstruction.onnx", "findings");

	private final String file;

	private final String output;

	DetectorMethod(String file, String output) {
		this.file = file;
		this.output = output;
	}

	/**
	 * The name of the network's file: float (N, 3, side, side) between -1 and 1 to
	 * {@link #output}.
	 */
	public String file() {
		return this.file;
	}

	/** The name of the network's output, which {@link Findings} reads. */
	public String output() {
		return this.output;
	}

}
