package io.eidolon.studio;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/**
 * Starts one browser for the tests that JUnit runs together: with Maven, those of a
 * class.
 */
final class OneBrowser implements TestInstancePostProcessor {

	@Override
	public void postProcessTestInstance(Object test, ExtensionContext context) {
		((StudioBrowser) test).chromium = context.getRoot()
			.getStore(Namespace.create(OneBrowser.class))
			.computeIfAbsent(Chromium.class, (_) -> new Chromium(), Chromium.class);
	}

}
