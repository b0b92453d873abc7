package io.eidolon.web.jobs;

import io.eidolon.jobs.Archive;

import org.springframework.http.MediaType;

/** The media types of results. */
final class JobResultType {

	private JobResultType() {
	}

	/** The media type of a file, which is an archive or the manifest. */
	static MediaType of(String file) {
		for (Archive archive : Archive.values()) {
			if (file.endsWith("." + archive.extension())) {
				return MediaType.valueOf(archive.mediaType());
			}
		}
		return MediaType.APPLICATION_JSON;
	}

}
