package io.eidolon.training;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the quality of what is generated is measured.
 *
 * @param features the space that pictures are compared in: inception-v3-mixed5,
 * eidolon-cifar10-v1, or an ONNX file that describes pictures by vectors, with a JSON
 * file beside it that says how pictures enter it; by default the first from 64 px on,
 * else the second
 * @param pictures how many pictures are generated to measure quality, 0 for no
 * measurement; as many held-out ones are taken at most
 * @param every the steps between two measurements, 0 for one at the end
 */
record QualitySettings(@Nullable String features, @DefaultValue("0") @Min(0) int pictures,
		@DefaultValue("0") @Min(0) int every) {

}
