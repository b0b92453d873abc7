package io.eidolon.web;

import java.time.Duration;

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
 */
@Validated
@ConfigurationProperties("eidolon.web")
record WebProperties(@DefaultValue("1MB") DataSize maxBody,
		@DefaultValue("30s") @DurationMin(millis = 1) Duration requestTimeout) {

}
