package io.eidolon.serving;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What pictures say about themselves.
 *
 * @param digitalSourceType whether pictures say in XMP that AI made them, as the EU AI
 * Act (article 50) asks for
 */
@ConfigurationProperties("eidolon.provenance")
record ProvenanceProperties(@DefaultValue("true") boolean digitalSourceType) {

}
