package io.eidolon.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Locks the port of operators, where they have one, and protects who looks at it. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
// The scan for components finds it as well, in the context of the service, which has
// this.
@ConditionalOnMissingBean(value = ProtectiveHeaders.class, search = SearchStrategy.CURRENT)
class ManagementLock {

	private static final int FIRST = Ordered.HIGHEST_PRECEDENCE;

	@Bean
	FilterRegistrationBean<Filter> managementHeaders() {
		return registered((request, response, chain) -> {
			ProtectiveHeaders.set((HttpServletResponse) response);
			chain.doFilter(request, response);
		}, FIRST);
	}

	@Bean
	FilterRegistrationBean<Filter> managementLockFilter(Lock lock,
			@Value("${management.endpoints.web.base-path:/actuator}") String base) {
		Filter rules = lock.filter(AccessRules.ofManagement(base));
		FilterRegistrationBean<Filter> filter = registered(
				(request, response, chain) -> rules.doFilter(request, response, known(chain)), FIRST + 1);
		filter.setEnabled(lock.isClosed());
		return filter;
	}

	private static FilterChain known(FilterChain chain) {
		return (request, response) -> chain.doFilter(KnownRequest.of(request), response);
	}

	private static FilterRegistrationBean<Filter> registered(Filter filter, int order) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		return registration;
	}

}
