package io.eidolon.serving;

import io.eidolon.image.JpegLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start what keeps JPEG from being written as fast as it could be. */
@Component
class JpegNotice {

	private static final Logger logger = LoggerFactory.getLogger(JpegNotice.class);

	@EventListener(ApplicationStartedEvent.class)
	void say() {
		JpegLibrary.advice().ifPresent(logger::info);
	}

}
