package io.eidolon.web.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

import io.eidolon.web.server.Refusal;
import io.eidolon.web.server.Refusals;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers with problem details where a request did not get as far as a controller. */
@Hidden
@RestController
class ErrorPage implements ErrorController {

	private final AllowedMethods methods;

	private final Refusals refusals;

	ErrorPage(AllowedMethods methods, Refusals refusals) {
		this.methods = methods;
		this.refusals = refusals;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	@Nullable ResponseEntity<ProblemDetail> error(
			@RequestAttribute(name = RequestDispatcher.ERROR_STATUS_CODE, required = false) @Nullable Integer status,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getAttribute(Refusal.ATTRIBUTE) instanceof Refusal refusal) {
			Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
			this.refusals.write(refusal, String.valueOf(uri), request, response);
			return null;
		}
		// Without a status nothing went wrong: the page was asked for by its name.
		ProblemDetail problem = ProblemDetail.forStatus((status != null) ? status : HttpStatus.NOT_FOUND.value());
		Problem.complete(problem);
		if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
			problem.setInstance(instance(path));
			if (problem.getStatus() == HttpStatus.METHOD_NOT_ALLOWED.value()) {
				// Tomcat names all that a servlet could have.
				String allowed = this.methods.of(path);
				response.setHeader(HttpHeaders.ALLOW, allowed);
				Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
				problem.setDetail("method (%s) must be one of %s".formatted(method, allowed));
				problem.setProperty("field", "method");
				problem.setProperty("value", method);
				problem.setProperty("allowed", "one of " + allowed);
			}
		}
		return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private static @Nullable URI instance(String path) {
		try {
			return new URI(path);
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
