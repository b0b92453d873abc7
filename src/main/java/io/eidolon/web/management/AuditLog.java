package io.eidolon.web.management;

import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes audit events to the log, a line each. */
@Component
class AuditLog {

	private static final Logger logger = LoggerFactory.getLogger("eidolon.audit");

	@EventListener
	void write(AuditApplicationEvent happened) {
		AuditEvent event = happened.getAuditEvent();
		logger.info("{} by {}: {}", event.getType(), event.getPrincipal(), new TreeMap<>(event.getData()));
	}

}
