package io.eidolon.training;

import io.eidolon.modelcard.ModelCard;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What only a person can say of a model.
 *
 * @param title one line for people
 * @param version the version of the weights
 * @param licence the terms of the weights
 * @param dataName the name of the set of pictures
 * @param dataSource who publishes it
 * @param dataLicence its terms
 * @param dataCredit whom its terms ask to name
 */
record CardSettings(@Nullable String title,
		@DefaultValue("1") @Pattern(regexp = ModelCard.VERSION_PATTERN,
				message = "must be letters, digits, dots, underscores and dashes, at most 64") String version,
		@Nullable String licence, @Nullable String dataName, @Nullable String dataSource, @Nullable String dataLicence,
		@Nullable String dataCredit) {

}
