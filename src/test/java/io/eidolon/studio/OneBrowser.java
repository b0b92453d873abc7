package io.eidolon.studio;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/**
 * Starts one browser for the tests of all classes that a process runs, which is closed
 * after the last. Maven has JUnit run each class on its own: only its session lasts.
 */
final class OneBrowser implements TestInstancePostProcessor, ParameterResolver {

	@Override
	public void postProcessTestInstance(Object test, ExtensionContext context) {
		if (test instanceof StudioBrowser studio) {
			studio.chromium = chromium(context);
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Chromium.class;
	}

	@Override
	public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return chromium(context);
	}

	private static Chromium chromium(ExtensionContext context) {
		return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(OneBrowser.class))
			.computeIfAbsent(Chromium.class, (_) -> new Chromium(), Chromium.class);
	}

}
