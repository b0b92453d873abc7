package io.eidolon.web.openai;

import java.io.IOException;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartHttpServletRequest;

/** A picture, and what is to become of it. */
record ImageEditForm(
		@Schema(type = "string", format = "binary",
				description = "The picture: PNG, JPEG, WebP, GIF or BMP, of which the centre is taken") byte[] image,

		@Schema(type = "string", format = "binary",
				description = "A picture of the same size: where it is transparent, the picture is made anew under the words, and the rest stays") byte @Nullable [] mask,

		@JsonUnwrapped ImageForm fields) {

	static ImageEditForm of(MultipartHttpServletRequest request) throws IOException, ServletException {
		MultipartFields fields = MultipartFields.of(request);
		return new ImageEditForm(fields.onlyFile("image"), fields.chosenFile("mask"), ImageForm.of(fields));
	}

}
