package io.eidolon.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The REST edge.
 *
 * @param maxBody the largest request body that is read
 */
@Validated
@ConfigurationProperties("eidolon.web")
record WebProperties(@DefaultValue("1MB") DataSize maxBody) {

}
