package io.eidolon.store;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BucketPrefixTests {

	@ParameterizedTest
	@CsvSource({ "s3://gans, gans, ''", "s3://gans/, gans, ''", "s3://gans/prod, gans, prod/",
			"s3://gans/prod/eu/, gans, prod/eu/" })
	void aPlaceIsABucketAndAPrefixThatEndsInASlash(String path, String bucket, String prefix) {
		assertThat(BucketPrefix.parse("eidolon.models.path", path)).contains(new BucketPrefix(bucket, prefix));
	}

	@ParameterizedTest
	@ValueSource(strings = { "models", "/srv/models", "s3", "./s3:/x" })
	void anythingElseIsAFolder(String path) {
		assertThat(BucketPrefix.parse("eidolon.models.path", path)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "s3://", "s3:///models", "s3://gans?versionId=1" })
	void aPlaceWithoutABucketIsRefusedWithTheRemedy(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> BucketPrefix.parse("eidolon.models.path", path))
			.withMessageContaining(path)
			.withMessageContaining("s3://bucket/prefix");
	}

	@Test
	void eachPlaceHasAFolderOfItsOwn() {
		assertThat(new BucketPrefix("gans", "prod/eu/").below(Path.of("/cache")))
			.isEqualTo(Path.of("/cache/gans/prod/eu"));
		assertThat(new BucketPrefix("gans", "").below(Path.of("/cache"))).isEqualTo(Path.of("/cache/gans"));
	}

}
