package io.eidolon.web.management;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Guards the management endpoints, on whichever port they are. */
@ManagementContextConfiguration(proxyBeanMethods = false)
class ManagementGuard {

	@Bean
	ChangeGuard changeGuard(@Value("${management.endpoints.web.base-path:/actuator}") String basePath) {
		return new ChangeGuard(basePath);
	}

	@Bean
	ChangeAudit changeAudit(@Value("${management.endpoints.web.base-path:/actuator}") String basePath,
			ApplicationEventPublisher events) {
		return new ChangeAudit(basePath, events);
	}

}
