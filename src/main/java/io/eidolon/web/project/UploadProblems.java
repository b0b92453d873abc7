package io.eidolon.web.project;

import io.eidolon.search.SearchProperties;
import io.eidolon.web.http.Problem;
import io.eidolon.web.http.ProblemMapping;
import io.eidolon.web.http.ProblemType;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Says why a form with a picture cannot be read. */
@Component
class UploadProblems implements ProblemMapping {

	private final DataSize limit;

	UploadProblems(SearchProperties properties) {
		this.limit = properties.maxUpload();
	}

	@Override
	public @Nullable Problem of(Exception ex) {
		return switch (ex) {
			case MaxUploadSizeExceededException many when many
				.getRootCause() instanceof FileCountLimitExceededException parts ->
				Problem.tooLarge("of at most %s parts".formatted(parts.getLimit()));
			case MaxUploadSizeExceededException _ -> Problem.tooLarge(this.limit);
			case MultipartException _ -> Problem.of(ProblemType.MALFORMED_BODY,
					"The body must be multipart/form-data with a boundary, but cannot be read as such");
			default -> null;
		};
	}

}
