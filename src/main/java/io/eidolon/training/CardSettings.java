package io.eidolon.training;

import io.eidolon.modelcard.ModelCard;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What only a person can say of a model.
 *
 * @param title what the model is, in one line
 * @param version the version of the model
 * @param licence the terms of the model
 * @param dataName the name of the pictures' set
 * @param dataSource who publishes the pictures
 * @param dataLicence the terms of the pictures
 * @param dataCredit whom the terms of the pictures ask to name
 */
record CardSettings(@Nullable String title,
		@DefaultValue("1") @Pattern(regexp = ModelCard.VERSION_PATTERN,
				message = "must be letters, digits, dots, underscores and dashes, at most 64") String version,
		@Nullable String licence, @Nullable String dataName, @Nullable String dataSource, @Nullable String dataLicence,
		@Nullable String dataCredit) {

}
