package io.eidolon.web.http;

import org.apache.catalina.connector.Request;

/** Which requests make pictures, told by their first line. */
enum RequestKind {

	/** Pictures of seeds or latents, and features or anomalies of pictures. */
	PICTURES,

	/** Pictures on a path through the latent space. */
	INTERPOLATIONS,

	/** Edits, projections, and classes of pictures, which may be found by projection. */
	SEARCHES,

	/** All others, which cost next to nothing. */
	NONE;

	static RequestKind of(Request request) {
		String path = path(request);
		return switch (request.getMethod()) {
			case "POST" -> switch (path) {
				case "/generate", "/jobs", "/features", "/anomalies", "/v1/images/generations" -> PICTURES;
				case "/interpolate" -> INTERPOLATIONS;
				case "/edit", "/project", "/classify", "/v1/images/edits", "/v1/images/variations" -> SEARCHES;
				default -> makesPictures(path) ? PICTURES : NONE;
			};
			case "GET", "HEAD" -> path.equals("/interpolate") ? INTERPOLATIONS
					: (path.startsWith("/models/") && path.contains("/samples/")) ? PICTURES : NONE;
			case null, default -> NONE;
		};
	}

	private static boolean makesPictures(String path) {
		return (path.startsWith("/models/") && path.endsWith("/probes"))
				|| (path.startsWith("/v2/models/") && path.endsWith("/infer"));
	}

	static boolean costs(Request request) {
		return of(request) != NONE;
	}

	private static String path(Request request) {
		String path = request.getDecodedRequestURI();
		// What Tomcat refuses itself belongs to no context.
		if (path == null || request.getContext() == null) {
			return "";
		}
		return path.substring(request.getContextPath().length());
	}

}
