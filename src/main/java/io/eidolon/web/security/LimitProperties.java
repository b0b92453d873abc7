package io.eidolon.web.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What each client may ask for: each key that has no limits of its own, each subject of
 * tokens, and where there is neither, each address (of IPv6, each network of 64 bits).
 *
 * @param requestsPerMinute requests in a minute; any number when it is not set
 * @param costPerMinute pixels of images in a minute, times the steps of their search; any
 * number when it is not set
 * @param atOnce requests that are served or wait at one time; any number when it is not
 * set
 * @param maxClients of how many clients it is known what they have asked for
 */
@Validated
@ConfigurationProperties("eidolon.limits")
record LimitProperties(@Nullable @Min(1) @Max(Limits.MOST) Long requestsPerMinute,
		@Nullable @Min(1) @Max(Limits.MOST) Long costPerMinute, @Nullable @Min(1) Integer atOnce,
		@DefaultValue("10000") @Min(1) int maxClients) {

	Limits limits() {
		return new Limits(this.requestsPerMinute, this.costPerMinute, this.atOnce);
	}

}
