package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the model {@code grouped}, whose convolutions have groups, into a folder of
 * models, for {@link Soak}.
 */
final class SoakModel {

	private SoakModel() {
	}

	static void main(String[] args) throws IOException {
		BenchModels.write(Path.of(args[0]), "grouped", BenchModels.grouped(16));
	}

}
