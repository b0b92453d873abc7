package io.eidolon.web.recognise;

import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eidolon.recognition.Classification;
import io.eidolon.recognition.Classification.OfPictures;
import io.eidolon.recognition.Classification.ScoredClass;
import org.jspecify.annotations.Nullable;

/**
 * The classes of pictures.
 *
 * @param model the name of the model
 * @param version its version, null where no network of the model was asked
 * @param data one for each picture, in their order
 */
record ClassificationAnswer(String model, @Nullable String version, List<PictureClasses> data) {

	static ClassificationAnswer of(OfPictures classified) {
		return new ClassificationAnswer(classified.model(), classified.version(),
				IntStream.range(0, classified.pictures().size())
					.mapToObj((i) -> PictureClasses.of(i, classified.pictures().get(i)))
					.toList());
	}

	/**
	 * The classes of a picture.
	 *
	 * @param index its place in the request, from 0
	 * @param classes the most likely first, in the form of Hugging Face's image
	 * classification
	 * @param rejected whether no class explains the picture
	 * @param reason why not; only where it is rejected
	 */
	record PictureClasses(int index, List<ClassAnswer> classes, boolean rejected,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {

		private static PictureClasses of(int index, Classification classification) {
			return new PictureClasses(index, classification.classes().stream().map(ClassAnswer::of).toList(),
					classification.rejection() != null, classification.rejection());
		}

	}

	/**
	 * A class.
	 *
	 * @param label its name
	 * @param score its probability among the classes
	 * @param error how far its nearest generated picture is; only by synthesis
	 * @param picture that picture, as PNG in base64; only when it is asked for
	 */
	record ClassAnswer(String label, double score, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double error,
			@JsonInclude(JsonInclude.Include.NON_NULL) byte @Nullable [] picture) {

		private static ClassAnswer of(ScoredClass scored) {
			return new ClassAnswer(scored.label(), scored.score(), scored.error(), scored.picture());
		}

	}

}
