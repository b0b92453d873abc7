package io.eidolon.serving;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Declares the limits of requests, and what is written into images. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ServingProperties.class, ProvenanceProperties.class })
class ServingConfiguration {

}
