package io.eidolon.web.management;

import jakarta.servlet.Filter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Guards the management endpoints, on whichever port they are. */
@ManagementContextConfiguration(proxyBeanMethods = false)
class ManagementGuard {

	@Bean
	FilterRegistrationBean<ChangeGuard> changeGuard(
			@Value("${management.endpoints.web.base-path:/actuator}") String basePath) {
		return atEndpoints(new ChangeGuard(), basePath);
	}

	@Bean
	FilterRegistrationBean<ChangeAudit> changeAudit(
			@Value("${management.endpoints.web.base-path:/actuator}") String basePath,
			ApplicationEventPublisher events) {
		return atEndpoints(new ChangeAudit(events), basePath);
	}

	/**
	 * The container knows a path however it is written; other requests pass no filter.
	 */
	private static <F extends Filter> FilterRegistrationBean<F> atEndpoints(F filter, String basePath) {
		FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
		registration.addUrlPatterns((basePath.equals("/") ? "" : basePath) + "/*");
		return registration;
	}

}
