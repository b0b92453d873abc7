package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.eidolon.inference.plan.ModelSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mentions, once each, files that look like models but are passed over, and why. */
final class SkippedFiles {

	private static final Logger logger = LoggerFactory.getLogger(SkippedFiles.class);

	/** Endings of files of weights that are no ONNX models. */
	private static final Pattern WEIGHTS = Pattern.compile(
			".*\\.(pth?|ckpt|pkl|pickle|h5|hdf5|keras|tflite|safetensors|npz|ort|engine|gz|zip|tar|xz|7z|zst|onnx\\..*)");

	/** A folder is left after so many. */
	private static final int MOST = 1000;

	private final Set<Path> mentioned = new HashSet<>();

	/** Mentions a file if its name is that of weights, and no graph keeps data there. */
	void mention(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		if (WEIGHTS.matcher(name).matches() && !name.endsWith(".data") && this.mentioned.size() < MOST
				&& Files.isRegularFile(file) && this.mentioned.add(file)) {
			logger.warn("{} is passed over: it {}", file,
					ModelSource.format(file).orElse("is not called .onnx, as models are"));
		}
	}

	/** Mentions a folder that is too deep and holds graphs. */
	void mentionFolder(Path folder) {
		try {
			if (!ModelLocation.graphs(folder).isEmpty() && this.mentioned.size() < MOST && this.mentioned.add(folder)) {
				logger.warn("{} is passed over: models are in folders of their name, or of their version in these",
						folder);
			}
		}
		catch (IOException ex) {
			// What cannot be read is no model.
		}
	}

}
