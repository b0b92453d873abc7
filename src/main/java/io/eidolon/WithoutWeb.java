package io.eidolon;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Leaves the REST edge out where a process is to generate its part of a job and end, as
 * eidolon.job.count says.
 */
final class WithoutWeb implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		if (event.getEnvironment().containsProperty("eidolon.job.count")) {
			event.getSpringApplication().setWebApplicationType(WebApplicationType.NONE);
			event.getSpringApplication()
				.addInitializers((context) -> context.getBeanFactory()
					.registerSingleton(WithoutWeb.class.getName(), new EdgeFilter()));
		}
	}

	private static final class EdgeFilter extends TypeExcludeFilter {

		private static final String EDGE = "io.eidolon.web.";

		@Override
		public boolean match(MetadataReader type, MetadataReaderFactory types) {
			return type.getClassMetadata().getClassName().startsWith(EDGE);
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof EdgeFilter;
		}

		@Override
		public int hashCode() {
			return EDGE.hashCode();
		}

	}

}
