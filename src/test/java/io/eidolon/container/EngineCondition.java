package io.eidolon.container;

import java.util.Optional;

import com.github.dockerjava.api.exception.NotFoundException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Skips where there is no container engine or no image, and says so; where they are
 * expected ({@code CI=true} or {@code -Dcontainers=required}), that is a failure.
 */
final class EngineCondition implements ExecutionCondition {

	private static final Log log = LogFactory.getLog(EngineCondition.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		Optional<String> missing = missing();
		if (missing.isEmpty()) {
			return ConditionEvaluationResult.enabled("There are an engine and " + ServiceContainer.IMAGE);
		}
		if (required()) {
			throw new IllegalStateException(missing.get());
		}
		log.warn("Skipped " + context.getDisplayName() + ": " + missing.get());
		return ConditionEvaluationResult.disabled(missing.get());
	}

	private static boolean required() {
		return "true".equals(System.getenv("CI")) || "required".equals(System.getProperty("containers"));
	}

	private static Optional<String> missing() {
		if (!DockerClientFactory.instance().isDockerAvailable()) {
			return Optional.of("No container engine answers: start one, or set DOCKER_HOST");
		}
		try {
			DockerClientFactory.lazyClient().inspectImageCmd(ServiceContainer.IMAGE).exec();
			return Optional.empty();
		}
		catch (NotFoundException ex) {
			return Optional
				.of("The engine has no image %s: run docker build -t %1$s .".formatted(ServiceContainer.IMAGE));
		}
	}

}
