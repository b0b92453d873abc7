package io.eidolon.web.http;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Holds queries and forms to what is held against JSON: a parameter that nobody reads is
 * misspelt, and one that stands there twice is meant once.
 */
final class QueryRules implements HandlerInterceptor {

	private static final String OURS = "io.eidolon.";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && method.getBeanType().isAnnotationPresent(ForeignApi.class)) {
			return true;
		}
		String query = request.getQueryString();
		if (query != null && handler instanceof HandlerMethod method
				&& method.getBeanType().getName().startsWith(OURS)) {
			Set<String> known = known(method);
			// As it was sent: the parameters of the request hold the fields of a form
			// too.
			UriComponentsBuilder.newInstance().query(query).build().getQueryParams().forEach((name, values) -> {
				if (!known.contains(name)) {
					throw new UnknownParameterException(name, known);
				}
				if (values.size() > 1) {
					throw new RepeatedParameterException(name, values);
				}
			});
		}
		if (handler instanceof HandlerMethod method && method.getBeanType().getName().startsWith(OURS)) {
			holdPath(request.getRequestURI(), method);
		}
		if (request instanceof MultipartHttpServletRequest form && handler instanceof HandlerMethod method) {
			holdForm(form, known(method));
			holdParts(form, method);
		}
		return true;
	}

	// "/models/peeps;version=1" would be another address of the same, to caches.
	private static void holdPath(String path, HandlerMethod method) {
		int parameter = path.indexOf(';');
		if (parameter >= 0) {
			throw new UnknownParameterException(path.substring(parameter), known(method));
		}
	}

	// Where one file is read, others would be passed over.
	private static void holdParts(MultipartHttpServletRequest form, HandlerMethod method) {
		for (MethodParameter parameter : method.getMethodParameters()) {
			if (parameter.getParameterType() == MultipartFile.class) {
				names(parameter).forEach((name) -> {
					List<MultipartFile> files = form.getFiles(name);
					if (files.size() > 1) {
						throw new RepeatedParameterException(name,
								files.stream()
									.map((file) -> Objects.requireNonNullElse(file.getOriginalFilename(), ""))
									.toList());
					}
				});
			}
		}
	}

	private static void holdForm(MultipartHttpServletRequest form, Set<String> known) {
		Stream.concat(form.getParameterMap().keySet().stream(), form.getMultiFileMap().keySet().stream())
			.filter((name) -> !known.contains(name))
			.findFirst()
			.ifPresent((name) -> {
				throw new UnknownParameterException(name, known);
			});
		form.getParameterMap().forEach((name, values) -> {
			if (values.length > 1) {
				throw new RepeatedParameterException(name, List.of(values));
			}
		});
	}

	/** The parameters that a method reads. */
	private static Set<String> known(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.flatMap(QueryRules::names)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> names(MethodParameter parameter) {
		RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
		if (named != null) {
			parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
			return Stream.of(named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name());
		}
		RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
		if (part != null) {
			return Stream.of(part.value());
		}
		Class<?> type = parameter.getParameterType();
		return (parameter.hasParameterAnnotation(ModelAttribute.class) && type.isRecord())
				? Arrays.stream(type.getRecordComponents()).map((component) -> component.getName()) : Stream.empty();
	}

	/** Says that a query has a parameter that is not read. */
	static final class UnknownParameterException extends RuntimeException {

		private final String parameter;

		private final List<String> known;

		UnknownParameterException(String parameter, Set<String> known) {
			super(parameter);
			this.parameter = parameter;
			this.known = List.copyOf(known);
		}

		String parameter() {
			return this.parameter;
		}

		/** What there could be, as it reads after "must be". */
		String allowed() {
			return this.known.isEmpty() ? "left out, as no query is read here"
					: "one of " + String.join(", ", this.known);
		}

	}

	/** Says that a query has a parameter more than once. */
	static final class RepeatedParameterException extends RuntimeException {

		private final String parameter;

		private final List<String> values;

		RepeatedParameterException(String parameter, List<String> values) {
			super(parameter);
			this.parameter = parameter;
			this.values = List.copyOf(values);
		}

		String parameter() {
			return this.parameter;
		}

		String values() {
			return String.join(", ", this.values);
		}

	}

}
