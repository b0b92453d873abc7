package io.eidolon.web.http;

import java.util.stream.Collectors;

import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which methods there are for a path. */
@Component
class AllowedMethods {

	/** Of files, which no controller answers with. */
	private static final String FILES = "GET, HEAD";

	private final RequestMappingHandlerMapping mappings;

	AllowedMethods(RequestMappingHandlerMapping requestMappingHandlerMapping) {
		this.mappings = requestMappingHandlerMapping;
	}

	/** The methods as a header names them. */
	String of(String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		String methods = this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.filter((mapping) -> isFor(mapping, parsed))
			.flatMap((mapping) -> mapping.getMethodsCondition().getMethods().stream())
			.map(Enum::name)
			.distinct()
			.sorted()
			.collect(Collectors.joining(", "));
		return methods.isEmpty() ? FILES : methods;
	}

	private static boolean isFor(RequestMappingInfo mapping, PathContainer path) {
		return mapping.getPathPatternsCondition() != null
				&& mapping.getPathPatternsCondition().getPatterns().stream().anyMatch((one) -> one.matches(path));
	}

}
