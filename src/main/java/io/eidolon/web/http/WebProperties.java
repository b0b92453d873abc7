package io.eidolon.web.http;

import java.time.Duration;
import java.util.List;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The REST edge.
 *
 * @param maxBody the largest request body that is read
 * @param requestTimeout how long a client waits for its answer, unless its
 * X-Request-Timeout says less
 * @param allowedOrigins the origins whose pages may call the service from a browser, such
 * as https://studio.example.org, or * for all; none by default
 */
@Validated
@ConfigurationProperties("eidolon.web")
record WebProperties(@DefaultValue("1MB") DataSize maxBody,
		@DefaultValue("30s") @DurationMin(millis = 1) Duration requestTimeout,
		@DefaultValue List<String> allowedOrigins) {

}
