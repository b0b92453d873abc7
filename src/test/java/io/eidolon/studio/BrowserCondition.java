package io.eidolon.studio;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips where there is no browser, and says so; where one is expected ({@code CI=true}),
 * that is a failure.
 */
final class BrowserCondition implements ExecutionCondition {

	private static final Log log = LogFactory.getLog(BrowserCondition.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Chromium.find().isPresent()) {
			return ConditionEvaluationResult.enabled("There is " + Chromium.find().get());
		}
		String missing = "No Chromium was found: install chromium or google-chrome, or set CHROMIUM to its file";
		if ("true".equals(System.getenv("CI"))) {
			throw new IllegalStateException(missing);
		}
		log.warn("Skipped " + context.getDisplayName() + ": " + missing);
		return ConditionEvaluationResult.disabled(missing);
	}

}
