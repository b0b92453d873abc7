package io.eidolon.web.project;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eidolon.image.PictureEncoding;
import io.eidolon.projection.Domain;
import io.eidolon.projection.Projection;
import io.eidolon.projection.ProjectionProgress;
import io.eidolon.projection.ProjectionRequest;
import io.eidolon.web.http.Warned;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The nearest picture that was found.
 *
 * @param model the name of the model that generates it
 * @param version the version of its weights
 * @param latent its latent
 * @param label the name of its class, null when the model takes no label
 * @param loss how far it is from the picture that was given, the cost of its latent
 * included
 * @param psnr decibels between the two
 * @param warnings what the client should know of its words; left out when there is
 * nothing
 * @param domain whether the model could have generated the picture that was given
 * @param target the picture that was given, as the model was shown it
 * @param picture the one that was found
 */
record ProjectionAnswer(String model, String version, float[] latent, @Nullable String label, double loss, double psnr,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings, DomainAnswer domain, EncodedPicture target,
		EncodedPicture picture) implements Warned {

	static ProjectionAnswer of(Projection found, ProjectionRequest request) {
		PictureEncoding format = request.format();
		return new ProjectionAnswer(found.card().name(), found.card().version(), found.z(), found.label(), found.loss(),
				found.psnr(), request.prompts().warnings(found.card()), DomainAnswer.of(found.domain()),
				new EncodedPicture(format.mediaType(), found.target()),
				new EncodedPicture(format.mediaType(), found.picture()));
	}

	/**
	 * How far a picture is from those that the model generates.
	 *
	 * @param verdict inside, near or outside
	 * @param meanDifference the mean absolute difference between the two pictures, in
	 * levels of 255
	 * @param norm the length of the latent divided by that of a typical one
	 * @param explanation in a sentence
	 */
	record DomainAnswer(@Schema(allowableValues = {
			"inside", "near", "outside" }) String verdict, double meanDifference, double norm, String explanation){

		static DomainAnswer of(Domain domain) {
			return new DomainAnswer(WireType.name(domain.verdict()), domain.meanDifference(), domain.norm(),
					domain.explanation());
		}

	}

	/**
	 * A picture.
	 *
	 * @param mediaType how it is encoded
	 * @param data the encoded picture, in base64
	 */
	record EncodedPicture(String mediaType, byte[] data) {

	}

	/**
	 * How far a projection has come.
	 *
	 * @param step how many steps were taken
	 * @param steps how many there are in all
	 * @param psnr decibels between the picture and the best one so far
	 * @param picture the best one so far
	 */
	record ProjectionProgressAnswer(int step, int steps, double psnr, EncodedPicture picture) {

		static ProjectionProgressAnswer of(ProjectionProgress progress, PictureEncoding format) {
			return new ProjectionProgressAnswer(progress.step(), progress.steps(), progress.psnr(),
					new EncodedPicture(format.mediaType(), progress.picture()));
		}

	}

}
