package io.eidolon.web.jobs;

import java.net.URI;

import io.eidolon.jobs.Job;
import io.eidolon.jobs.JobService;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.KnownClient;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.jobs.JobAnswer.JobList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes jobs, and says what has become of them. */
@RestController
@RequestMapping("/jobs")
@Tag(name = "Jobs")
class JobController {

	static final String EXAMPLE = "3f0c5a52-8a0e-4c55-9a57-2a6a4f3f8f10";

	private static final String ID = "The id of a job";

	private final JobService jobs;

	private final JobEvents events;

	JobController(JobService jobs, JobEvents events) {
		this.jobs = jobs;
		this.events = events;
	}

	@Operation(operationId = "createJob", summary = "Generate many pictures, or a long walk, in the background",
			description = "The answer comes at once; `Location` says where to see how far the job has come. Pictures "
					+ "are packed in archives with what each was generated from. A request that is sent again with the "
					+ "same `Idempotency-Key` gets the job that it got before.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = JobForm.class),
					examples = { @ExampleObject(name = "seeds", summary = "A picture of each seed", value = """
							{"model": "peeps", "seed": 1, "toSeed": 40}"""),
							@ExampleObject(name = "labels", summary = "Classes in turn, in zip archives", value = """
									{"model": "fashion", "count": 20, "labels": ["Bag", "Dress"], "archive": "zip"}"""),
							@ExampleObject(name = "walk", summary = "A long walk, frame by frame", value = """
									{"model": "peeps", "count": 150, "walk": {"seeds": [1, 5, 9], "loop": true}}""") }))
	@ApiResponse(responseCode = "202", description = "The job is taken",
			headers = @Header(name = "Location", description = "Where to see how far it has come",
					schema = @Schema(type = "string", format = "uri-reference")),
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = JobAnswer.class)))
	@ApiResponse(responseCode = "422", description = "The Idempotency-Key came with another request",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "429", description = "As many jobs wait or run as may",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "501", description = "There are no jobs here: eidolon.jobs.path is not set",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "507", description = "There is no room for so many pictures",
			content = @Content(mediaType = "application/problem+json"))
	@ProblemResponses
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<JobAnswer> create(@Valid @RequestBody JobForm form,
			@Parameter(description = "Chosen by the client, such as a UUID; up to 255 printable characters",
					schema = @Schema(type = "string", maxLength = 255)) @RequestHeader(name = "Idempotency-Key",
							required = false) @Nullable String key,
			@TimeoutHeader RequestContext context) {
		Job job = this.jobs.create(form.toRequest(), key, context);
		return ResponseEntity.accepted().location(URI.create("/jobs/" + job.id())).body(JobAnswer.of(job));
	}

	@Operation(operationId = "listJobs", summary = "List the newest jobs")
	@ApiResponse(responseCode = "200")
	@ProblemResponses
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	JobList list(@Valid @ParameterObject @ModelAttribute JobListForm form, HttpServletRequest request) {
		return new JobList(this.jobs.newest(form.most(), KnownClient.of(request)).stream().map(JobAnswer::of).toList());
	}

	@Operation(operationId = "getJob", summary = "Show how far a job has come, and what there is of it")
	@ApiResponse(responseCode = "200")
	@ProblemResponses
	@GetMapping(path = "/{job}", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<JobAnswer> find(@Parameter(description = ID, example = EXAMPLE) @PathVariable String job,
			HttpServletRequest request) {
		Job found = this.jobs.find(job, KnownClient.of(request));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(JobAnswer.of(found, this.jobs.location(job), this.jobs.shards(job)));
	}

	@Operation(operationId = "watchJob", summary = "Hear how far a job comes",
			description = "Server-sent events: `progress` whenever there is any, and `done`, `failed` or `cancelled` at "
					+ "the end. After the time of X-Request-Timeout the stream ends, and is to be asked for again, as "
					+ "an EventSource does by itself.")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "text/event-stream",
					schema = @Schema(description = "The data of each event", implementation = JobAnswer.class)))
	@ProblemResponses
	@GetMapping(path = "/{job}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	void events(@Parameter(description = ID, example = EXAMPLE) @PathVariable String job,
			@TimeoutHeader RequestContext context, HttpServletRequest request, HttpServletResponse response) {
		this.events.answer(job, KnownClient.of(request), context, response);
	}

	@Operation(operationId = "cancelJob", summary = "Cancel a job, or delete one that is over",
			description = "Its results are removed. Doing so again does nothing.")
	@ApiResponse(responseCode = "204", description = "It runs no more, and its results are gone")
	@ProblemResponses
	@DeleteMapping("/{job}")
	ResponseEntity<Void> cancel(@Parameter(description = ID, example = EXAMPLE) @PathVariable String job,
			HttpServletRequest request) {
		this.jobs.cancel(job, KnownClient.of(request));
		return ResponseEntity.noContent().build();
	}

	@Operation(operationId = "getJobResult", summary = "Get a file of a job's results",
			description = "One of those that GET /jobs/{job} lists, or its manifest. Parts can be asked for with `Range`.")
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "application/x-tar", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "application/json",
							schema = @Schema(type = "object", description = "The manifest")) })
	@ProblemResponses
	@GetMapping("/{job}/results/{file}")
	ResponseEntity<Resource> result(@Parameter(description = ID, example = EXAMPLE) @PathVariable String job,
			@Parameter(description = "The name of a file", example = "manifest.json") @PathVariable String file,
			HttpServletRequest request) {
		Resource result = this.jobs.result(job, file, KnownClient.of(request));
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file))
			.contentType(JobResultType.of(file))
			.body(result);
	}

}
