package io.eidolon.generation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What becomes of finished answers.
 *
 * @param kept how much of finished answers is kept in memory for who asks for the same
 * again, 0 for nothing
 */
@ConfigurationProperties("eidolon.answers")
record AnswerProperties(@DefaultValue("32MB") DataSize kept) {

}
