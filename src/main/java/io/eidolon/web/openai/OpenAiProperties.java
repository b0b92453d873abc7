package io.eidolon.web.openai;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * OpenAI's Images API.
 *
 * @param defaultModel the model of requests with a prompt that name none, while it
 * serves; else the first by name that takes prompts
 */
@ConfigurationProperties("eidolon.openai")
record OpenAiProperties(@DefaultValue("peeps-text") String defaultModel) {

}
