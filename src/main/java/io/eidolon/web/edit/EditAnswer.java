package io.eidolon.web.edit;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eidolon.editing.Edit;
import io.eidolon.editing.EditProgress;
import io.eidolon.editing.EditRequest;
import io.eidolon.editing.EditedImage;
import io.eidolon.image.PictureEncoding;
import io.eidolon.web.http.Warned;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that fit.
 *
 * @param model the name of the model that generated them
 * @param version the version of its weights
 * @param start the picture that was edited, null when it began from nothing
 * @param warnings what the client should know of its words; left out when there is
 * nothing
 * @param candidates the best first
 * @param frames from the start, or the mean picture, to the best candidate
 */
record EditAnswer(String model, String version, @Nullable CandidateAnswer start,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings, List<CandidateAnswer> candidates,
		List<EditFrameAnswer> frames) implements Warned {

	static EditAnswer of(Edit edit, EditRequest request) {
		PictureEncoding format = request.format();
		return new EditAnswer(edit.card().name(), edit.card().version(),
				(edit.start() != null) ? CandidateAnswer.of(edit.start(), format) : null,
				request.prompts().warnings(edit.card()), CandidateAnswer.all(edit.candidates(), format),
				edit.frames()
					.stream()
					.map((frame) -> new EditFrameAnswer(frame.index(), frame.z(), format.mediaType(), frame.data()))
					.toList());
	}

	/**
	 * A picture that fits more or less.
	 *
	 * @param index its place among the candidates, from 0 for the best
	 * @param latent its latent; left out of events `progress`
	 * @param label the name of its class, null when the model takes no label
	 * @param blend how far it went towards words; left out when it was not asked to
	 * @param loss how far it is from what is asked for, the cost of its latent included,
	 * or from the picture to edit where that went towards words
	 * @param mediaType how it is encoded
	 * @param data the encoded picture, in base64
	 */
	record CandidateAnswer(int index, @JsonInclude(JsonInclude.Include.NON_NULL) float @Nullable [] latent,
			@Nullable String label, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Float blend, double loss,
			String mediaType, byte[] data) {

		static CandidateAnswer of(EditedImage candidate, PictureEncoding format) {
			return of(candidate, candidate.z(), format);
		}

		static CandidateAnswer preview(EditedImage candidate, PictureEncoding format) {
			return of(candidate, null, format);
		}

		private static CandidateAnswer of(EditedImage candidate, float @Nullable [] latent, PictureEncoding format) {
			return new CandidateAnswer(candidate.index(), latent, candidate.label(), candidate.blend(),
					candidate.loss(), format.mediaType(), candidate.data());
		}

		static List<CandidateAnswer> all(List<EditedImage> candidates, PictureEncoding format) {
			return candidates.stream().map((candidate) -> of(candidate, format)).toList();
		}

	}

	/**
	 * A picture on the way.
	 *
	 * @param index its place, from 0
	 * @param latent its latent
	 * @param mediaType how it is encoded
	 * @param data the encoded picture, in base64
	 */
	record EditFrameAnswer(int index, float[] latent, String mediaType, byte[] data) {

	}

	/**
	 * How far an edit has come.
	 *
	 * @param step how many steps were taken, 0 once the starts are ranked
	 * @param steps how many there are in all
	 * @param candidates as many as were asked for, the best first
	 */
	record EditProgressAnswer(int step, int steps, List<CandidateAnswer> candidates) {

		static EditProgressAnswer of(EditProgress progress, PictureEncoding format) {
			return new EditProgressAnswer(progress.step(), progress.steps(),
					progress.candidates()
						.stream()
						.map((candidate) -> CandidateAnswer.preview(candidate, format))
						.toList());
		}

	}

}
