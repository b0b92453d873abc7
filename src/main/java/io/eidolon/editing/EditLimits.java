package io.eidolon.editing;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.search.SearchEffort;
import io.eidolon.search.SearchMemory;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.ServingProperties;

/**
 * What a request to edit may ask for.
 *
 * @param search what a search may take
 * @param serving how many images there may be, of what size
 */
record EditLimits(SearchProperties search, ServingProperties serving) {

	/** How many candidates there are unless the request says so. */
	private static final int CANDIDATES = 16;

	/** However large images are. */
	private static final int LEAST_CANDIDATES = 4;

	/** Refuses a request for what the settings do not allow. */
	void check(EditRequest request) {
		this.search.constraints().checkItems("constraints", request.constraints().size());
		EditRequest.Effort effort = request.search();
		this.search.starts().check("starts", effort.starts());
		if (effort.candidates() != null) {
			this.search.candidates().check("candidates", effort.candidates());
		}
		if (effort.candidates() != null && effort.starts() < effort.candidates()) {
			throw new InvalidParameterException("starts", effort.starts(),
					"at least %s, the number of candidates".formatted(effort.candidates()));
		}
		this.search.steps().check("steps", effort.steps());
		if (request.frames() != 0) {
			new Bounds(2, this.serving.maxSteps()).check("frames", request.frames());
		}
	}

	/** How many candidates are optimised: as many as are asked for, or usual and fit. */
	int candidates(EditRequest request, ImageShape shape, RequestContext context) {
		SearchMemory memory = new SearchMemory(shape);
		long most = Math.min(context.mostPixels(), this.serving.maxPixels());
		// One is the image to edit.
		int images = memory.fitting(most, request.enlargement(), 1);
		if (request.frames() >= images) {
			throw new InvalidParameterException("frames", request.frames(),
					"at most %s %s".formatted(images - 1, memory.limit(most)));
		}
		int fitting = images - request.frames();
		Integer asked = request.search().candidates();
		if (asked != null && asked > fitting) {
			throw new InvalidParameterException("candidates", asked,
					"at most %s %s".formatted(fitting, memory.limit(most)));
		}
		int usual = new SearchEffort(shape).of(CANDIDATES, LEAST_CANDIDATES);
		return (asked != null) ? asked : Math.min(Math.min(usual, request.search().starts()), fitting);
	}

	/** The pixels of all images of an answer, which are to be reserved. */
	long pixels(EditRequest request, ImageShape shape, int candidates) {
		int images = candidates + request.frames() + 1;
		this.serving.checkSize(shape, "frames", images, 1, 1, request.enlargement());
		return new SearchMemory(shape).pixels(images, request.enlargement());
	}

}
