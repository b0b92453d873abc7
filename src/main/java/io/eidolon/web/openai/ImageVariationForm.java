package io.eidolon.web.openai;

import java.io.IOException;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.ServletException;

import org.springframework.web.multipart.MultipartHttpServletRequest;

/** A picture to vary. */
record ImageVariationForm(
		@Schema(type = "string", format = "binary",
				description = "The picture: PNG, JPEG, WebP, GIF or BMP, of which the centre is taken") byte[] image,

		@JsonUnwrapped ImageForm fields) {

	static ImageVariationForm of(MultipartHttpServletRequest request) throws IOException, ServletException {
		MultipartFields fields = MultipartFields.of(request);
		return new ImageVariationForm(fields.onlyFile("image"), ImageForm.of(fields).withoutWords());
	}

}
