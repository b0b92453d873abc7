package io.eidolon.web.generate;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.image.StillFormat;
import io.eidolon.web.http.Representation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/** The forms that generated pictures come back in. */
sealed interface GenerationFormat extends Representation {

	/**
	 * Returns the forms to choose among, most welcome first.
	 * @param format how pictures are to be encoded, null when the client leaves that open
	 */
	static List<GenerationFormat> offers(@Nullable StillFormat format) {
		List<GenerationFormat> offers = new ArrayList<>();
		offers.add(new Json());
		List<StillFormat> images = (format != null) ? List.of(format) : List.of(StillFormat.values());
		images.forEach((image) -> offers.add(new Image(image)));
		offers.add(new Zip());
		return offers;
	}

	/** Each picture with what it was generated from. */
	record Json() implements GenerationFormat {

		@Override
		public MediaType mediaType() {
			return MediaType.APPLICATION_JSON;
		}

	}

	/**
	 * The picture, or one grid of them.
	 *
	 * @param format how it is encoded
	 */
	record Image(StillFormat format) implements GenerationFormat {

		@Override
		public MediaType mediaType() {
			return MediaType.valueOf(this.format.mediaType());
		}

	}

	/** Each picture as a file. */
	record Zip() implements GenerationFormat {

		@Override
		public MediaType mediaType() {
			return MediaType.valueOf("application/zip");
		}

	}

}
