package io.eidolon.registry;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which models are served.
 *
 * @param path the folder that holds a folder for each model; relative to where the
 * service was started
 * @param defaultModel the model of requests that name none; when it is not there, the
 * first by name
 */
@ConfigurationProperties("eidolon.models")
record ModelsProperties(@DefaultValue("models") Path path, @DefaultValue("peeps") String defaultModel) {

}
