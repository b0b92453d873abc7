package io.eidolon.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.text.TextReading;
import io.eidolon.training.loop.TrainingException;
import org.jspecify.annotations.Nullable;

/**
 * Requires that a run reads captions as the model does that it begins with: the axes of
 * captions and the weights behind them mean nothing for vectors that are made otherwise.
 */
final class InitialReading {

	private InitialReading() {
	}

	/**
	 * Checks the folders of models among the weights to begin with; other files do not
	 * say how their captions were read.
	 * @throws TrainingException when one is read otherwise
	 */
	static void require(TrainingProperties properties) {
		if (properties.network().readsText() && !properties.resume()) {
			for (Path from : properties.initFrom()) {
				if (Files.exists(from.resolve(ModelFiles.CARD))) {
					require(from, ModelCards.read(from).text(), properties.captionReading());
				}
			}
		}
	}

	private static void require(Path from, ModelCard.@Nullable Text text, TextReading reading) {
		if (text != null && TextReading.of(text.clauses()) != reading) {
			throw new TrainingException(
					"%s reads captions with caption-reading=%s, and this run with caption-reading=%s: set the same, or leave out init-from"
						.formatted(from, name(TextReading.of(text.clauses())), name(reading)));
		}
	}

	private static String name(TextReading reading) {
		return reading.name().toLowerCase(Locale.ROOT);
	}

}
