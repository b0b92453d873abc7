package io.eidolon.jobs;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Declares the settings of jobs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ JobProperties.class, JobRangeProperties.class })
class JobConfiguration {

}
