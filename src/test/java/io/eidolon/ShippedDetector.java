package io.eidolon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.eidolon.anomaly.DetectorFiles;
import io.eidolon.anomaly.DetectorMethod;

/** The detector of the repository, for the service of {@link ShippedModels}. */
public final class ShippedDetector {

	private static final String NAME = "peeps";

	private ShippedDetector() {
	}

	/** Puts it where that service looks for detectors. */
	public static void bring() throws IOException {
		Path shipped = DetectorFiles.folder(Path.of("data"), NAME);
		Path tested = Files.createDirectories(DetectorFiles.folder(Path.of(ShippedModels.RECOGNITION), NAME));
		for (String file : List.of(DetectorMethod.MEMORY.file(), DetectorFiles.CARD)) {
			SharedFile.bring(shipped.resolve(file), tested.resolve(file));
		}
	}

}
