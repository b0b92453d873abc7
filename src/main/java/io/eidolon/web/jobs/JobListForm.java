package io.eidolon.web.jobs;

import java.util.Objects;

import io.eidolon.web.http.Between;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which jobs to list. */
record JobListForm(@Schema(description = "How many at most", defaultValue = "20") @Between(minimum = 1,
		maximum = MOST) @Nullable Integer limit) {

	private static final int MOST = 100;

	private static final int DEFAULT = 20;

	int most() {
		return Objects.requireNonNullElse(this.limit, DEFAULT);
	}

}
