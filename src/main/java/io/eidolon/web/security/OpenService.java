package io.eidolon.web.security;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says that anybody may ask, or refuses to start where that must not be. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ LockProperties.class })
class OpenService {

	private static final Logger logger = LoggerFactory.getLogger(OpenService.class);

	private final boolean open;

	private final @Nullable InetAddress address;

	OpenService(LockProperties properties, ServerProperties server, Environment environment) {
		this.open = !Locked.isBy(environment);
		this.address = server.getAddress();
		if (this.open && Boolean.TRUE.equals(properties.required())) {
			throw new NoLockException();
		}
	}

	@EventListener
	void warn(ApplicationReadyEvent started) {
		if (this.open && (this.address == null || !this.address.isLoopbackAddress())) {
			logger.warn("Not locked: anybody who reaches this service may use it. Set eidolon.security.keys, or "
					+ "server.address=127.0.0.1 to be reached from this machine alone");
		}
	}

}
