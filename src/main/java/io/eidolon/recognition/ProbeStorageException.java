package io.eidolon.recognition;

import java.io.IOException;
import java.nio.file.Path;

/** The folder of probes cannot be read or written. */
public final class ProbeStorageException extends RuntimeException {

	ProbeStorageException(Path folder, IOException cause) {
		super("Probes cannot be kept in %s (%s); eidolon.recognition.path must be a folder that the service may write to"
			.formatted(folder, cause), cause);
	}

}
