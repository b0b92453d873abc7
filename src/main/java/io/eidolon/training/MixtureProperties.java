package io.eidolon.training;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the study of objectives, which needs no pictures.
 *
 * @param mixtures instead of training: the folder to write the page into that shows what
 * each objective does on mixtures of Gaussians
 */
@ConfigurationProperties("eidolon.training")
record MixtureProperties(@Nullable Path mixtures) {

}
